import type { Bilingual, Language } from '../bilingual.ts';
import type { Description } from './described.ts';
import type { Intent, Missing } from './reading.ts';
import type { WordEntry } from './words.ts';

/** One intent of the register. */
export type IntentEntry = {
  readonly id: Intent;
  readonly about: Bilingual;
  /** A question to try. */
  readonly try: Bilingual;
  /** What to ask when a thing is missing. */
  readonly ask: Readonly<Partial<Record<Missing, Bilingual>>>;
};

/** A sentence that staff type, and what it asks. */
export type Example = {
  readonly intent: Intent;
  readonly language: Language;
  readonly text: string;
  /** What it is about within its intent: ids of time limits, or of a checklist; none where the file does not tell. */
  readonly topics: readonly string[];
};

/** The kinds of words; each is a file under `intents/words`. */
export const WORD_KINDS = [
  'outlets',
  'offers',
  'checklists',
  'limits',
  'coaching',
  'elsewhere',
] as const;
export type WordKind = (typeof WORD_KINDS)[number];

/** How a word is typed for short, or by a slip that neither sound nor spelling explains. */
export type Shorthand = {
  readonly means: string;
  readonly typed: readonly string[];
  /** Only beside another place of a list: "own or urban hall". Elsewhere it is an ordinary word. */
  readonly isPlaceInList?: true | undefined;
  /** Only right before or right after a number: "d200", "8hh". */
  readonly besideNumber?: 'before' | 'after' | undefined;
  /** Not after these numbers: "24h" is a day around the clock. */
  readonly exceptAfter?: readonly number[] | undefined;
};

/** Words that mean the same; those of anybody say nothing of the trade. */
export type Meaning = WordEntry & { readonly isOfAnybody: boolean };

/** What people say, as read from the intents folder. */
export type Lexicon = {
  readonly intents: readonly IntentEntry[];
  readonly examples: readonly Example[];
  /** Messages that change one thing of the question before, and say nothing of what is asked. */
  readonly followUps: readonly string[];
  readonly words: Readonly<Record<WordKind, readonly WordEntry[]>>;
  readonly shorthand: readonly Shorthand[];
  /** What words mean, beside what they name: classes of words that are asked about alike. */
  readonly meanings: readonly Meaning[];
  /** Outlets and offers by what people say of them who do not know their names. */
  readonly described: Readonly<Record<'outlets' | 'offers', readonly Description[]>>;
};
