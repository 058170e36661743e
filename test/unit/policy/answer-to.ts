import type { Answer } from '../../../src/answers/answer.ts';
import { findAnswer } from '../../../src/answers/find-answer.ts';
import type { Language } from '../../../src/bilingual.ts';
import type { Day } from '../../../src/calendar/day.ts';
import type { Policy } from '../../../src/policy/policy.ts';
import { readingOf } from '../answers/reading-of.ts';

/** Words that promise something, or say a level: none of them may stand in an answer on a day without a campaign. */
export const PROMISES =
  /可以|主推|可选|√|★|(?<![a-z])(?:yes|lead|main|optional|secondary)(?![a-z])/i;

type Asked = {
  readonly outlets?: readonly string[];
  readonly offers?: readonly string[];
  readonly language: Language;
  /** The day that the question names itself. */
  readonly date?: Day;
};

/** The answer to what may be offered, read without a doubt. */
export function answerTo(
  policy: Policy,
  today: Day,
  { outlets = [], offers = [], language, date }: Asked,
): Answer {
  const entities = { outlets, offers, date: date ?? null };
  const reading = readingOf('promo.eligibility', { entities, language });
  return findAnswer(reading, { policy, checklists: [], intents: [], today });
}
