import type { ChecklistRef } from '../checklists/checklist.ts';
import type { CaseEvent } from '../complaints/case.ts';
import type { Table } from '../paper.ts';
import { happenedInWords } from './happened.ts';
import { inBrackets, momentIn } from './words.ts';
import type { FileWorld } from './world.ts';

export type EventAt = CaseEvent & {
  /** The checklist in use before it. */
  readonly ref: ChecklistRef;
};

/** The events, each with the checklist that the case was then walked by. */
export function withChecklists(history: readonly CaseEvent[]): readonly EventAt[] {
  let ref: ChecklistRef = { id: '', version: 0 };
  return history.map((event) => {
    const { happened } = event;
    if (happened.kind === 'opened') ref = happened.checklist;
    const at = { ...event, ref };
    if (happened.kind === 'checklist-changed') ref = happened.checklist;
    if (happened.kind === 'moved') ref = { ...ref, version: happened.version };
    return at;
  });
}

/** Everything that happened, a row each, in its order: who, when on the branch's clock, from where, and what. */
export function timelineOf(history: readonly CaseEvent[], world: FileWorld): Table {
  const { language, timeZone, nameOf } = world;
  const rows = withChecklists(history).map(({ seq, at, who, origin, happened, ref }) => [
    String(seq),
    momentIn(at, timeZone),
    `${nameOf.person(who)}${inBrackets(origin, language)}`,
    happenedInWords(happened, ref, world),
  ]);
  const head = language === 'zh' ? ['序', '时间', '谁', '做了什么'] : ['#', 'When', 'Who', 'What'];
  return { kind: 'table', head, rows, shares: [5, 17, 20, 58] };
}
