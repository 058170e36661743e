import { type Grant, mayAs } from '../people/role.ts';
import type { Case, Outcome } from './case.ts';
import type { CaseDeed } from './command.ts';
import { type Refusal, refusal } from './world.ts';

/** What of a case decides who may see it. */
export type CaseSubject = Pick<Case, 'id' | 'owner' | 'outlet' | 'hall'>;

export type Viewer = { readonly user: string; readonly grants: readonly Grant[] };

/** A case is for its owner, the managers of its outlet and the complaint officers. Who only runs the bot sees none. */
export function maySee(now: CaseSubject, { user, grants }: Viewer): boolean {
  return user === now.owner || isInCharge(now, grants);
}

/** Null where somebody may do it; else why not. `now` is null before a case is opened. */
export function refusedTo(
  now: CaseSubject | null,
  deed: CaseDeed,
  { viewer, outcomes }: { readonly viewer: Viewer; readonly outcomes: readonly Outcome[] },
): Refusal | null {
  if (deed.do === 'open' || now === null)
    return mayAs(viewer.grants, 'staff')
      ? null
      : refusal(
          'not-allowed',
          '只有本单位的同事可以登记投诉。',
          'Only colleagues of the branch may open a complaint.',
        );
  if (!maySee(now, viewer)) return notYours(now);
  if (deed.do !== 'close') return null;
  const outcome = outcomes.find(({ id }) => id === deed.outcome);
  if (outcome?.byManagers !== true || isInCharge(now, viewer.grants)) return null;
  return refusal(
    'not-allowed',
    `“${outcome.name.zh}”要由厅经理或投诉专员来结。请点“升级”请他们看。`,
    `Only a manager of the outlet or a complaint officer closes a case as "${outcome.name.en}". Please escalate it to them.`,
  );
}

export function notYours({ id }: Pick<CaseSubject, 'id'>): Refusal {
  return refusal(
    'not-allowed',
    `工单${id}只给负责人、本厅经理和投诉专员看。需要的话，请他们转给您。`,
    `Case ${id} is for its owner, the managers of its outlet and the complaint officers. Ask one of them to assign it to you.`,
  );
}

function isInCharge({ outlet, hall }: CaseSubject, grants: readonly Grant[]): boolean {
  return (
    mayAs(grants, 'manager', { outlet, hall }) ||
    mayAs(grants, 'complaint-officer', { outlet, hall })
  );
}

/** A part of the cases: somebody's own, or those of places; a null list is no bound. */
export type CasePart =
  | { readonly owner: string }
  | { readonly outlets: readonly string[] | null; readonly halls: readonly string[] | null };

/** What somebody sees in a list, in the same terms as `maySee`; null is everything. */
export function seenBy({ user, grants }: Viewer): readonly CasePart[] | null {
  const inCharge = grants.filter(({ role }) => role === 'manager' || role === 'complaint-officer');
  if (inCharge.some(({ outlets, halls }) => outlets === null && halls === null)) return null;
  return [{ owner: user }, ...inCharge.map(({ outlets, halls }) => ({ outlets, halls }))];
}
