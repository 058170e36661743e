import { openLanes } from '../../../src/dialogs/lanes.ts';
import type { RenewalDoor } from '../../../src/slack/renewal-ports.ts';
import type { RenewalWeekDoor } from '../../../src/slack/renewal-week-ports.ts';

/** A branch without contracts. */
export const NO_RENEWALS: RenewalDoor = {
  digest: async () => null,
  inTurn: openLanes(),
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

/** Nobody is a manager. */
export const NO_RENEWAL_WEEK: RenewalWeekDoor = {
  report: async () => ({ refused: { zh: '只有主管能看。', en: 'For managers only.' } }),
  picture: async () => ({ refused: { zh: '只有主管能看。', en: 'For managers only.' } }),
};
