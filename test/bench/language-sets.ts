import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Public intent sets that lie beside the project on some machines; nothing of them is kept in it. */
const FOLDER = join(import.meta.dirname, '../../../shared/benchmarks');
/** So many off-topic sentences are learnt from, of those that a set has. */
const STRAYS_LEARNT = 100;

export type Sentence = { readonly text: string; readonly intent: string };

/** One set, with the parts that a program may learn from and those that measure it. */
export type PublicSet = {
  readonly language: 'en' | 'zh';
  readonly train: readonly Sentence[];
  readonly test: readonly Sentence[];
  /** The part that thresholds may be chosen on; empty where the set has none. */
  readonly validation: readonly Sentence[];
  readonly strays: {
    readonly train: readonly string[];
    readonly validation: readonly string[];
    readonly test: readonly string[];
  };
};

type Stray = Sentence | string;
type SetFile = {
  readonly lang: 'en' | 'zh';
  readonly train: readonly Sentence[];
  readonly test: readonly Sentence[];
  readonly val?: readonly Sentence[];
  readonly oosTrain?: readonly Stray[];
  readonly oosVal?: readonly Stray[];
  readonly oosTest?: readonly Stray[];
};

/** A set by its name, or null where it is not at hand. */
export function publicSet(name: string): PublicSet | null {
  const path = join(FOLDER, `${name}.json`);
  if (!existsSync(path)) return null;
  const file = JSON.parse(readFileSync(path, 'utf8')) as SetFile;
  const texts = (strays: readonly Stray[] = []): readonly string[] =>
    strays.map((one) => (typeof one === 'string' ? one : one.text));
  return {
    language: file.lang,
    // An intent's own name is one example more, for every engine; names of Chinese sets are English codes.
    train: file.lang === 'en' ? [...file.train, ...namesOf(file.train)] : file.train,
    test: file.test,
    validation: file.val ?? [],
    strays: {
      train: texts(file.oosTrain).slice(0, STRAYS_LEARNT),
      validation: texts(file.oosVal),
      test: texts(file.oosTest),
    },
  };
}

/** "card_arrival" as the sentence "card arrival". */
function namesOf(sentences: readonly Sentence[]): readonly Sentence[] {
  const intents = [...new Set(sentences.map((sentence) => sentence.intent))];
  return intents.map((intent) => ({ intent, text: intent.replace(/[._]/g, ' ') }));
}
