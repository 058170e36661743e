import type { Day } from './calendar/day.ts';
import { openLanes } from './dialogs/lanes.ts';
import { policyAside } from './live/policy-aside.ts';
import type { Directory } from './people/directory.ts';
import { type DraftRoom, draftNow, reasonOf } from './policy-drafts.ts';
import type { PolicyDoor } from './slack/policy-ports.ts';

/** What Slack users do about policy. */
export function openPolicyDoor(
  place: Omit<DraftRoom, 'owners'>,
  { usersWith, today }: Pick<Directory, 'usersWith'> & { readonly today: () => Day },
): PolicyDoor {
  const owners = () => usersWith('policy-owner');
  const room = { ...place, owners: [] };
  const aside = policyAside(room);
  // Two presses at once would both find the draft as it was.
  const lanes = openLanes();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => lanes('policy', work);
  return {
    owners,
    preparers: async () => [...new Set([...(await usersWith('manager')), ...(await owners())])],
    importSheet: async (sheet, by) => {
      try {
        return await inTurn(() => aside.importSheet(sheet, { by, today: today() }));
      } catch (error) {
        return { kind: 'refused', reason: reasonOf(error) };
      }
    },
    now: (meant) => draftNow(room, meant),
    preview: (draft) => inTurn(() => aside.preview(draft)),
    // Who may decide is looked up anew: somebody may have left the group since.
    approve: (meant, by) =>
      inTurn(async () =>
        policyAside({ ...place, owners: await owners() }).approve(meant, { by, today: today() }),
      ),
  };
}
