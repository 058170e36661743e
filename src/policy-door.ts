import type { Day } from './calendar/day.ts';
import { openLanes } from './dialogs/lanes.ts';
import { policyAside } from './live/policy-aside.ts';
import { type DraftRoom, draftNow, reasonOf } from './policy-drafts.ts';
import type { PolicyDoor } from './slack/policy-ports.ts';

/** What Slack users do about policy. */
export function openPolicyDoor(
  room: DraftRoom,
  { managers, today }: { readonly managers: readonly string[]; readonly today: () => Day },
): PolicyDoor {
  const aside = policyAside(room);
  // Two presses at once would both find the draft as it was.
  const lanes = openLanes();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => lanes('policy', work);
  return {
    owners: room.owners,
    preparers: [...new Set([...managers, ...room.owners])],
    importSheet: async (sheet, by) => {
      try {
        return await inTurn(() => aside.importSheet(sheet, { by, today: today() }));
      } catch (error) {
        return { kind: 'refused', reason: reasonOf(error) };
      }
    },
    now: (meant) => draftNow(room, meant),
    preview: (draft) => inTurn(() => aside.preview(draft)),
    approve: (meant, by) => inTurn(() => aside.approve(meant, { by, today: today() })),
  };
}
