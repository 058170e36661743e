import type { Day } from '../calendar/day.ts';
import { type IntentModel, learnIntents, type MaskedSentence } from './classify.ts';
import { commonWords, soundTable } from './dictionaries.ts';
import { createFinderOfNames } from './find.ts';
import { type Lexicon, WORD_KINDS } from './lexicon.ts';
import { mask } from './mask.ts';
import { createWriter, type Mending } from './mend.ts';
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
  return { mending, ...learnFromLooks(lexicon, looksOf(lexicon, names)) };
}

/** What sentences look like to the classifiers, by the sentence as typed. Plain data. */
export type Looks = ReadonlyMap<string, MaskedSentence>;

/** What a sentence looks like hangs on these words and on no other sentence. */
export function lookWords({ words, meanings, described, shorthand }: Lexicon) {
  return { words, meanings, described, shorthand };
}

/**
 * What the examples and the follow-ups look like; what is known is not looked at again. Of the policy the names alone
 * are needed: neither levels nor days nor payouts are seen.
 */
export function looksOf(lexicon: Lexicon, names: PolicyNames, known: Looks = new Map()): Looks {
  const find = createFinderOfNames(lexicon, names, createWriter(lexicon.shorthand));
  const texts = [...lexicon.examples.map(({ text }) => text), ...lexicon.followUps];
  return new Map(texts.map((text) => [text, known.get(text) ?? mask(find(text, ANY_DAY))]));
}

/** Learns the intents from what their examples look like, which must have been looked at. */
export function learnFromLooks(
  { examples, followUps }: Pick<Lexicon, 'examples' | 'followUps'>,
  looks: Looks,
): Pick<Learning, 'model'> {
  const lookOf = (text: string): MaskedSentence => {
    const look = looks.get(text);
    if (look === undefined) throw new RangeError(`"${text}" was not looked at`);
    return look;
  };
  const sentences = examples.map(({ intent, text, topics }) => ({
    ...lookOf(text),
    intent,
    topics,
  }));
  return { model: learnIntents(sentences, followUps.map(lookOf)) };
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
