import { addMonths } from '../calendar/day.ts';
import { newestChecklist } from '../checklists/checklist.ts';
import type { Limit } from '../policy/policy.ts';
import type { Happening, LegalLimit } from './case.ts';
import type { CaseCommand } from './command.ts';
import { keptText } from './free-text.ts';
import { type CaseWorld, type Refusal, refusal } from './world.ts';

/** The limit within which the carrier answers (data/complaints/limits.yaml). */
export const ANSWER_RULE = 'carrier-answer';
/** The oldest complaint that is taken: the authority takes none that is older (limits.yaml, other-dispute-limit). */
const OLDEST_YEARS = 2;

type Open = Extract<CaseCommand, { readonly do: 'open' }>;

export function opening(
  command: Open,
  world: CaseWorld,
):
  | { readonly ok: true; readonly happened: readonly Happening[]; readonly hasMasked: boolean }
  | Refusal {
  const { words, language, outlet, hall, contract, offer, rule, receivedOn } = command;
  const checklist = newestChecklist(world.checklists, command.checklist);
  if (checklist === null)
    return refusal(
      'unknown-checklist',
      `没有“${command.checklist}”这张清单。`,
      `There is no checklist "${command.checklist}".`,
    );
  if (receivedOn > world.today)
    return refusal(
      'day-wrong',
      `收到日期${receivedOn}还没到，请核对。`,
      `The day of receipt, ${receivedOn}, lies in the future; please check it.`,
    );
  if (receivedOn < addMonths(world.today, -12 * OLDEST_YEARS))
    return refusal(
      'day-wrong',
      `收到日期${receivedOn}是两年以前，请核对年份。`,
      `The day of receipt, ${receivedOn}, is more than two years ago; please check the year.`,
    );
  const legal = legalLimit(world.limits, receivedOn);
  if (legal === null)
    return refusal(
      'unknown-checklist',
      '数据里没有法定答复时限，请告诉管理员。',
      'The data holds no legal limit for the answer; please tell the administrator.',
    );
  // The words that a complaint begins with must not be lost for a number in them: all of it is masked.
  const kept = keptText(words, { isForgiving: true });
  if (!kept.ok) return kept;
  if (kept.text === '')
    return refusal(
      'reason-missing',
      '请用一句话写下客户说了什么。',
      'Please say in one sentence what the customer complains of.',
    );
  const fields = [hall, contract].map((text) => keptText(text ?? '', { isForgiving: true }));
  const [place = null, about = null] = fields.map((one) => (one.ok ? one.text || null : null));
  return {
    ok: true,
    happened: [
      {
        kind: 'opened',
        checklist: { id: checklist.id, version: checklist.version },
        words: kept.text,
        language,
        outlet,
        hall: place,
        contract: about,
        offer,
        rule,
        receivedOn,
        owner: command.owner ?? command.by.who,
        legal,
        branchDays: world.branch.perChecklist[checklist.id] ?? world.branch.workingDays,
      },
    ],
    hasMasked: kept.hasMasked || fields.some((one) => one.ok && one.hasMasked),
  };
}

/** The limit in force on the day of receipt; the earliest one where none was yet, with the day from which on it is. */
export function legalLimit(limits: readonly Limit[], receivedOn: string): LegalLimit | null {
  const rules = limits
    .filter(({ id, unit }) => id === ANSWER_RULE && unit === 'days')
    .toSorted((one, other) => (one.inForceFrom < other.inForceFrom ? -1 : 1));
  const rule = rules.findLast(({ inForceFrom }) => inForceFrom <= receivedOn) ?? rules[0];
  if (rule === undefined) return null;
  return { rule: rule.id, days: rule.number, inForceFrom: rule.inForceFrom };
}
