import type { Bilingual } from '../bilingual.ts';
import type { Checklist, Step } from './checklist.ts';

/** What another checklist, or another version of the same, would change for a case. */
export type ChecklistDifference = {
  readonly added: readonly Step[];
  readonly removed: readonly Step[];
  /** Steps that mean something else now: their answers do not hold. */
  readonly changed: readonly Step[];
  /** Steps whose answers hold. */
  readonly kept: readonly Step[];
  /** The same in words, a line each; empty where nothing changes. */
  readonly lines: readonly Bilingual[];
};

/** What moving a case from one checklist to another means for its answers. */
export function checklistDifference(from: Checklist, to: Checklist): ChecklistDifference {
  const former = new Map(from.steps.map((step) => [step.id, step]));
  const ids = new Set(to.steps.map(({ id }) => id));
  const isKept = (step: Step): boolean => {
    const before = former.get(step.id);
    return before !== undefined && answersHold(from, before, { checklist: to, step });
  };
  const added = to.steps.filter(({ id }) => !former.has(id));
  const removed = from.steps.filter(({ id }) => !ids.has(id));
  const kept = to.steps.filter(isKept);
  const changed = to.steps.filter((step) => former.has(step.id) && !isKept(step));
  const reworked = kept.filter((step) => {
    const before = former.get(step.id);
    return before !== undefined && applies(before) !== applies(step);
  });
  return {
    added,
    removed,
    changed,
    kept,
    lines: [
      ...added.map(said('新增一步', 'New step')),
      ...changed.map(said('改了，要重新回答', 'Changed, to be answered again')),
      ...reworked.map(
        said('适用条件变了，已有的回答仍有效', 'Applies in other cases now; answers hold'),
      ),
      ...removed.map(
        said('不再需要，已有的回答留在案卷里', 'No longer asked; answers stay in the file'),
      ),
    ],
  };
}

function answersHold(
  from: Checklist,
  before: Step,
  { checklist, step }: { readonly checklist: Checklist; readonly step: Step },
): boolean {
  const since = step.answersHoldSince;
  if (from.id === checklist.id && since !== null && since <= from.version) return true;
  return meaningOf(before) === meaningOf(step);
}

/** What an answer answered: the task, the question with its choices, and the evidence that was asked for. */
function meaningOf({ task, say, never, asks, evidence, mayNotApply }: Step): string {
  return JSON.stringify([task, say, never, asks, evidence, mayNotApply !== null]);
}

function applies({ when, isRequired }: Step): string {
  return JSON.stringify([when, isRequired]);
}

function said(zh: string, en: string): (step: Step) => Bilingual {
  return ({ title }) => ({ zh: `${zh}：${title.zh}`, en: `${en}: ${title.en}` });
}
