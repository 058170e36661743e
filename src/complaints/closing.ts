import type { Bilingual } from '../bilingual.ts';
import { checklistOf } from '../checklists/checklist.ts';
import type { Case, Outcome, Told } from './case.ts';
import { standingOf } from './standing.ts';
import type { CaseWorld, Gap } from './world.ts';

/** What somebody means to close a case with. */
export type Closing = {
  readonly outcome: string | null;
  readonly note: string | null;
  /** What the customer was told last. */
  readonly told: Told | null;
};

export function outcomeOf({ outcomes }: Pick<CaseWorld, 'outcomes'>, id: string): Outcome | null {
  return outcomes.find((one) => one.id === id) ?? null;
}

/** What the customer was told last; what he was told before the case was reopened is no answer to why it was. */
export function lastTold({ told, reopenings }: Pick<Case, 'told' | 'reopenings'>): Told | null {
  return told.slice(reopenings.at(-1)?.toldBefore ?? 0).at(-1) ?? null;
}

/** Exactly what is missing before a case may be closed so; nothing where it may. Steps first, in their order. */
export function closingGaps(
  now: Case,
  world: Pick<CaseWorld, 'checklists' | 'outcomes'>,
  { outcome: id, note, told }: Closing,
): readonly Gap[] {
  const outcome = id === null ? null : outcomeOf(world, id);
  const gaps: Gap[] = [];
  if (outcome?.needsSteps !== false) gaps.push(...openSteps(now, world));
  if (outcome === null) gaps.push(gap('outcome', '处理结果', 'the outcome'));
  if (outcome?.needsTold !== false && told === null)
    gaps.push(
      gap('told', '哪天、怎样、对客户说了什么', 'what the customer was told, when and how'),
    );
  if (outcome?.maySilence !== true && told?.accepted === 'no-word')
    gaps.push(gap('accepted', '客户接不接受', 'whether the customer accepts'));
  if (outcome?.needsNote === true && note === null)
    gaps.push(gap('note', `“${outcome.name.zh}”要写一句原因`, `a reason for "${outcome.name.en}"`));
  return gaps;
}

function openSteps(now: Case, { checklists }: Pick<CaseWorld, 'checklists'>): readonly Gap[] {
  const checklist = checklistOf(checklists, now.checklist);
  if (checklist === null) return [];
  return standingOf(now, checklist)
    .filter(({ step, state }) => step.isRequired && (state === 'open' || state === 'later'))
    .map(({ step, number }) => ({
      what: 'step',
      step: step.id,
      number,
      words: {
        zh: `第${number}步“${step.title.zh}”`,
        en: `step ${number} "${step.title.en}"`,
      },
    }));
}

/** Three steps by name; more by their numbers, which a phone has room for. */
const NAMED_STEPS = 3;

export function gapsInWords(gaps: readonly Gap[]): Bilingual {
  const steps = gaps.filter(({ what }) => what === 'step');
  const others = gaps.filter(({ what }) => what !== 'step').map(({ words }) => words);
  const numbers = steps.map(({ number }) => number);
  const named =
    steps.length > NAMED_STEPS
      ? [{ zh: `第${numbers.join('、')}步`, en: `steps ${numbers.join(', ')}` }]
      : steps.map(({ words }) => words);
  const all = [...named, ...others];
  return {
    zh: all.map(({ zh }) => zh).join('；'),
    en: all.map(({ en }) => en).join('; '),
  };
}

function gap(what: Gap['what'], zh: string, en: string): Gap {
  return { what, step: null, number: null, words: { zh, en } };
}
