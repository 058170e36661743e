import type { RenewalDoor } from '../../../src/slack/renewal-ports.ts';

/** A branch without contracts. */
export const NO_RENEWALS: RenewalDoor = {
  digest: async () => null,
  pressed: async () => null,
  act: async () => {
    throw new Error('there are no contracts here');
  },
  reveal: async () => null,
  trial: async () => [],
  mine: async () => [],
  colleagues: async () => [],
  handOver: async () => null,
  comeBack: async () => 0,
  reasonOf: () => null,
  coaching: () => [],
};
