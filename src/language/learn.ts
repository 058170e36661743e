import type { Day } from '../calendar/day.ts';
import {
  type IntentModel,
  learnIntents,
  type MaskedSentence,
  type TrainingSentence,
} from './classify.ts';
import { commonWords, soundTable } from './dictionaries.ts';
import { createFinderOfNames, createPlainer, type FinderWords } from './find.ts';
import { type Lexicon, WORD_KINDS } from './lexicon.ts';
import { mask } from './mask.ts';
import { createMender, type Mending } from './mend.ts';
import type { PolicyNames } from './names.ts';
import { normalise } from './normalise.ts';
import { syllablesOf } from './pinyin.ts';
import { countCharacters, pairKey, pairText, wordsBySound } from './sounds.ts';
import { wordsInUse } from './spelling.ts';

/** Everything that is learnt from `intents/`. Plain data, so that it can be kept and need not be learnt again. */
export type Learning = {
  readonly model: IntentModel;
  readonly mending: Mending;
};

/** A pair of characters is a word of its own when so many sentences in scope have it. */
const FREQUENT_PAIR = 8;

/** Which day it is plays no part: days are masked before learning. */
const ANY_DAY = '2015-01-01' as Day;

/** Learns to mend slips and to tell intents apart; takes about half a second on a quiet machine. */
export async function learn(lexicon: Lexicon, names: PolicyNames): Promise<Learning> {
  const mending = await learnMending(lexicon);
  return { mending, ...learnFromMasked(maskedSentences(lexicon, names, { mending })) };
}

/** What sentences look like to the classifiers, by the sentence once it is mended. Plain data. */
export type Looks = ReadonlyMap<string, MaskedSentence>;

/** What a sentence looks like hangs on itself, once it is mended, on these words, and on no other sentence. */
export function lookWords({ words, meanings, described }: Lexicon): FinderWords {
  return { words, meanings, described };
}

/** What the examples and the follow-ups look like to the classifiers. */
export type MaskedSentences = {
  readonly examples: readonly TrainingSentence[];
  readonly followUps: readonly MaskedSentence[];
  /** What they look like, for those who will look at most of them again; made when asked for. */
  readonly looks: () => Looks;
};

/**
 * Looks at the examples and follow-ups; what is known is not looked at again. Of the policy the names alone are needed:
 * neither levels nor days nor payouts are seen. They are mended as questions are: a line that is taught is read as taught,
 * whatever slips are in it.
 */
export function maskedSentences(
  lexicon: Lexicon,
  names: PolicyNames,
  { mending, known }: { readonly mending: Mending; readonly known?: Looks | undefined },
): MaskedSentences {
  const plain = createPlainer(createMender(mending));
  const find = createFinderOfNames(lookWords(lexicon), names);
  const looks: [string, MaskedSentence][] = [];
  const masked = (typed: string): MaskedSentence => {
    const mended = plain(typed);
    const look = known?.get(mended.text) ?? mask(find(mended, ANY_DAY));
    looks.push([mended.text, look]);
    return look;
  };
  const examples = lexicon.examples.map(({ intent, text: typed, topics }) => {
    const { text, marks, meanings } = masked(typed);
    return { text, marks, meanings, intent, topics };
  });
  return { examples, followUps: lexicon.followUps.map(masked), looks: () => new Map(looks) };
}

export function learnFromMasked({
  examples,
  followUps,
}: Pick<MaskedSentences, 'examples' | 'followUps'>): Pick<Learning, 'model'> {
  return { model: learnIntents(examples, followUps) };
}

/** Slips are learnt from the examples and the words alone. */
export async function learnMending({ examples, words, shorthand }: Lexicon): Promise<Mending> {
  const [sounds, common] = await Promise.all([soundTable(), commonWords()]);
  const plain = (text: string): string => normalise(text).plain;
  const listed = WORD_KINDS.flatMap((kind) =>
    words[kind].flatMap((entry) => entry.words.map(plain)),
  );
  const chinese = listed.filter((word) => /^\p{Script=Han}{2,}$/u.test(word));
  const sentences = examples.map((example) => ({ ...example, text: plain(example.text) }));
  const inScope = sentences.filter((sentence) => sentence.intent !== 'out_of_scope');
  const counts = countCharacters([...sentences.map(({ text }) => text), ...chinese]);
  const frequent = [...countCharacters(inScope.map(({ text }) => text)).pairs]
    .filter(([, count]) => count >= FREQUENT_PAIR)
    .map(([key, count]) => ({ word: pairText(key), count }));
  const timesOf = (word: string): number | undefined =>
    word.length === 2
      ? counts.pairs.get(pairKey(word.charCodeAt(0), word.charCodeAt(1)))
      : undefined;
  const trade = chinese.map((word) => ({ word, count: timesOf(word) ?? 1 }));
  const english = sentences.filter((sentence) => sentence.language === 'en');
  const syllables = new Set(sounds.syllables);
  // A listed word whose parts are all pinyin is no English word.
  const isPinyin = (word: string): boolean => {
    const parts = word.match(/[a-z]+/g) ?? [];
    return parts.length > 0 && parts.every((part) => syllablesOf(part, syllables) !== null);
  };
  return {
    shorthand,
    book: {
      ours: wordsInUse(
        english.map(({ text }) => text),
        listed.filter((word) => !isPinyin(word)),
        common,
      ),
      common,
    },
    hearing: { sounds, counts, words: wordsBySound(sounds, [...trade, ...frequent]) },
  };
}
