import type { Engine } from '../language-engine.ts';

type Predictions = {
  readonly size: () => number;
  readonly get: (at: number) => readonly [probability: number, label: string];
  readonly delete: () => void;
};
type Model = {
  readonly predict: (text: string, count: number, least: number) => Predictions;
};
type Trainer = {
  readonly trainSupervised: (
    address: string,
    settings: object,
    onProgress: () => void,
  ) => Promise<Model>;
};
type Package = {
  readonly getFastTextModule: () => Promise<unknown>;
  readonly getFastTextClass: (options: object) => Promise<new () => Trainer>;
};

const OUT = 'out of scope';
const LABEL = '__label__';
/** Up to so many examples an intent are few: then more walks over them are better. */
const FEW = 25;

/** fastText trained on the set alone, with the settings that did best on the English sets. */
export const learnFastText: Engine = async ({ language, train, strays }) => {
  // Not a literal: the package is there only after the benchmark has installed it.
  const name = 'fasttext.wasm.js';
  const { getFastTextClass, getFastTextModule }: Package = await import(name);
  const FastText = await getFastTextClass({ getFastTextModule });
  const sentences = [...train, ...strays.train.map((text) => ({ text, intent: OUT }))];
  const labels = [...new Set(sentences.map((sentence) => sentence.intent))];
  const wordsOf = wordSplitter(language);
  const lines = sentences.map(
    ({ text, intent }) => `${LABEL}${labels.indexOf(intent)} ${wordsOf(text)}\n`,
  );
  const settings = {
    loss: 'softmax',
    lr: 1,
    dim: 50,
    epoch: train.length / labels.length <= FEW ? 200 : 60,
    wordNgrams: 2,
    minn: language === 'zh' ? 1 : 3,
    maxn: language === 'zh' ? 3 : 5,
    // Two million, as it comes, would be 400 MB of zeros for sets of this size.
    bucket: 200_000,
    verbose: 0,
  };
  const address = `data:text/plain;base64,${Buffer.from(lines.join('')).toString('base64')}`;
  const model = await new FastText().trainSupervised(address, settings, () => {});
  return (text) => {
    const found = model.predict(wordsOf(text), -1, 0);
    let best: readonly [number, string] | null = null;
    let out = 0;
    for (let at = 0; at < found.size(); at += 1) {
      const [probability, label] = found.get(at);
      const intent = labels[Number(label.slice(LABEL.length))] ?? '';
      if (intent === OUT) out = probability;
      else best ??= [probability, intent];
      if (best !== null && (out > 0 || strays.train.length === 0)) break;
    }
    found.delete();
    return { best: best?.[1] ?? '', score: best?.[0] ?? 0, out };
  };
};

/** Words with spaces between them, as fastText wants them; Chinese is cut by the dictionary that comes with Node. */
function wordSplitter(language: 'en' | 'zh'): (text: string) => string {
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  return (text) => {
    const plain = text.toLowerCase().replace(/[^\p{L}\p{N}']+/gu, ' ');
    const words =
      language === 'en' ? [plain] : Array.from(segmenter.segment(plain), ({ segment }) => segment);
    return words.join(' ').replace(/ +/g, ' ').trim();
  };
}
