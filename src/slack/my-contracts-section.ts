import type { HomeSection } from './ports.ts';
import type { RenewalDoor } from './renewal-ports.ts';
import type { Digest } from './views/digest.ts';
import { myContractBlocks, TITLE } from './views/my-contracts.ts';

export type MyContractsPorts = {
  readonly renewals: Pick<RenewalDoor, 'mine' | 'reasonOf'>;
  readonly nameOf: Digest['nameOf'];
};

/** On the bot's own page: the reader's contracts, soonest end first. */
export function myContractsSection({ renewals, nameOf }: MyContractsPorts): HomeSection {
  return {
    name: 'my-contracts',
    title: TITLE,
    blocks: async ({ user, languages, today }) => {
      const lines = await renewals.mine(user);
      const { reasonOf } = renewals;
      return myContractBlocks({ lines, languages, today, nameOf, reasonOf });
    },
  };
}
