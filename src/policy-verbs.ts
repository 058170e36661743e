import { type Approvals, openApprovals } from './approvals.ts';
import type { Day } from './calendar/day.ts';
import type { ApprovalCommandPorts, ListedSet } from './commands/policy-approval.ts';
import { planRow } from './files/draft-files.ts';
import { folderOf } from './files/set-folder.ts';
import type { Decided } from './policy/approval.ts';
import type { Change } from './policy/changes.ts';
import type { Decision, PolicySet } from './policy/policy.ts';
import { stateOf } from './policy/set-state.ts';

/** What the command line does with policy sets, as its verbs want it. */
export function policyVerbs(
  given: Parameters<typeof openApprovals>[0],
  believe: ApprovalCommandPorts['believe'],
): ApprovalCommandPorts {
  const approvals = openApprovals(given);
  return {
    believe,
    list: (today) => listed(approvals, today),
    async difference(name) {
      const { set, before, changes, lines } = await approvals.difference(name);
      const against = before === null ? null : nameOf(before);
      return { set: nameOf(set), against, changes: changes.map(changeRow), lines };
    },
    approve: async (name, asked) => printed(await approvals.approve(name, asked)),
    rollBack: async (id, asked) => printed(await approvals.rollBack(id, asked)),
    withdraw: async (id, asked) => printed(await approvals.withdraw(id, asked)),
    async review(id, asked) {
      const reviewed = await approvals.review(id, asked);
      return reviewed.ok ? { ok: true, value: { ...reviewed.value } } : reviewed;
    },
  };
}

async function listed(approvals: Approvals, today: Day): Promise<readonly ListedSet[]> {
  const files = await approvals.files();
  const drafts = approvals.drafts().map((name) => ({ name, state: 'draft' }));
  return [
    ...files.sets.map((set) => {
      const { id, version, name: title, days } = set;
      const lines = files.register.decisions.filter(
        (one) => one.set === id && one.version === version,
      );
      return {
        name: nameOf(set),
        state: stateOf(set, files, today),
        title,
        starts: days.from,
        ends: days.to,
        decisions: lines.map(({ from, decided, reason }) => ({ from, ...decided, reason })),
      };
    }),
    ...drafts,
  ];
}

/** A change as it is printed: a plan as the files write it. */
function changeRow(change: Change): Readonly<Record<string, unknown>> {
  if (change.kind !== 'plan') return change;
  const [before, after] = [change.before, change.after].map((plan) =>
    plan === null ? null : planRow(plan),
  );
  return { kind: change.kind, deposit: change.depositYuan, before, after };
}

function nameOf({ id, version }: PolicySet): string {
  return folderOf(id, version);
}

function printed(decided: Decided<Decision>): Decided<Readonly<Record<string, unknown>>> {
  if (!decided.ok) return decided;
  const { set, version, from, decided: who, reason } = decided.value;
  return { ok: true, value: { set, version, from, ...who, reason } };
}
