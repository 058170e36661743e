import { createRequire } from 'node:module';
import type { Engine } from '../language-engine.ts';

type Classification = { readonly intent: string; readonly score: number };
type Manager = {
  readonly addDocument: (language: string, text: string, intent: string) => void;
  readonly train: () => Promise<void>;
  readonly process: (
    language: string,
    text: string,
  ) => Promise<{ readonly classifications: readonly Classification[] }>;
};
type NodeNlp = { readonly NlpManager: new (settings: object) => Manager };

const OUT = 'out of scope';
/** What NLP.js itself calls a sentence that it does not know. */
const NONE = 'None';

/** NLP.js with its own settings, as its documentation shows it; nothing is written to disk. */
export const learnNlpJs: Engine = async ({ language, train, strays }) => {
  const manager = newManager([language]);
  for (const { text, intent } of train) manager.addDocument(language, text, intent);
  for (const text of strays.train) manager.addDocument(language, text, OUT);
  await manager.train();
  return async (text) => {
    const { classifications } = await manager.process(language, text);
    const out = classifications.filter(({ intent }) => intent === OUT || intent === NONE);
    const best = classifications.find(({ intent }) => intent !== OUT && intent !== NONE);
    return {
      best: best?.intent ?? '',
      score: best?.score ?? 0,
      out: Math.max(0, ...out.map(({ score }) => score)),
    };
  };
};

export function newManager(languages: readonly string[]): Manager {
  const { NlpManager }: NodeNlp = createRequire(import.meta.url)('node-nlp');
  return new NlpManager({ languages, forceNER: false, autoSave: false, nlu: { log: false } });
}
