import type { Answer } from '../../../src/answers/answer.ts';
import { findAnswer } from '../../../src/answers/find-answer.ts';
import type { Language } from '../../../src/bilingual.ts';
import type { Day } from '../../../src/calendar/day.ts';
import { NO_ENTITIES, type Reading } from '../../../src/language/reading.ts';
import type { Policy } from '../../../src/policy/policy.ts';

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
  const reading: Reading = {
    intent: 'promo.eligibility',
    confidence: 1,
    entities: { ...NO_ENTITIES, outlets, offers, date: date ?? null },
    language,
    ambiguous: [],
    levels: [],
    leaving: null,
    missed: null,
    wantsPicture: false,
    bothSides: false,
    topics: [],
    wanted: null,
    missing: null,
    mentionsPorting: false,
    unknownDeposit: null,
  };
  return findAnswer(reading, { policy, checklists: [], intents: [], today });
}
