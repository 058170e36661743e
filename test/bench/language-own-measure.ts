import { loadFiles, openDesk } from '../../src/desk.ts';
import { classifierOf, learnIntents, MARGIN_THRESHOLD } from '../../src/language/classify.ts';
import type { Example } from '../../src/language/lexicon.ts';
import { languageOf, normalise } from '../../src/language/normalise.ts';
import { questionsOf } from '../questions/questions.ts';
import { day, FOLDERS } from '../world.ts';
import { share } from './language-figures.ts';
import { nearestIn } from './language-nearest.ts';
import { OUT_OF_SCOPE, OWN_ENGINES, type OwnEngine, type OwnMeasured } from './language-own.ts';

// One engine on this project's own questions, learnt from its own examples. Prints one line of JSON, an `OwnMeasured`.

/** What an engine reads a question as. */
type Read = (text: string, today: string) => string | Promise<string>;

const LEARN: Readonly<Record<OwnEngine, (examples: readonly Example[]) => Promise<Read>>> = {
  async reader() {
    const { ask } = await openDesk(FOLDERS, null);
    return (text, today) => {
      const { reading } = ask({ text, today: day(today), context: null });
      // "How is it paid out?" is understood, and asked back for its deposit.
      return reading.wanted ?? reading.intent;
    };
  },
  async classifier(examples) {
    const masked = (text: string) => ({ text: normalise(text).plain, marks: [] });
    const classify = classifierOf(
      learnIntents(examples.map(({ text, intent }) => ({ ...masked(text), intent }))),
    );
    return (text) => {
      const { best, margin } = classify(masked(text));
      return margin < MARGIN_THRESHOLD ? OUT_OF_SCOPE : best;
    };
  },
  async 'nlp.js'(examples) {
    const { newManager } = await import('./peers/nlp-js.ts');
    const manager = newManager(['zh', 'en']);
    for (const { language, text, intent } of examples) manager.addDocument(language, text, intent);
    await manager.train();
    return async (text) => {
      const { classifications } = await manager.process(languageOf(text), text);
      const best = classifications[0]?.intent ?? OUT_OF_SCOPE;
      return best === 'None' ? OUT_OF_SCOPE : best;
    };
  },
  async nearest(examples) {
    const nearest = nearestIn(examples);
    return (text) => nearest(text)?.intent ?? OUT_OF_SCOPE;
  },
};

const engine = Object.keys(OWN_ENGINES).find((one) => one === process.argv[2]);
if (engine === undefined) throw new Error(`no engine ${process.argv[2]}`);
process.stdout.write(`\n${JSON.stringify(await measure(engine as OwnEngine))}\n`);

async function measure(engine: OwnEngine): Promise<OwnMeasured> {
  const loaded = await loadFiles(FOLDERS);
  if (!loaded.ok) throw new Error('data or intents do not hold');
  const read = await LEARN[engine](loaded.files.lexicon.examples);
  const readings: { readonly is: string; readonly as: string }[] = [];
  for (const { text, today, intent } of questionsOf()) {
    // Which of these lacks what is a matter of rules, and no classifier could know it.
    if (intent !== 'clarify') readings.push({ is: intent, as: await read(text, today) });
  }
  const ours = readings.filter((one) => one.is !== OUT_OF_SCOPE);
  const others = readings.filter((one) => one.is === OUT_OF_SCOPE);
  return {
    accuracy: share(ours, (one) => one.as === one.is),
    recall: share(others, (one) => one.as === OUT_OF_SCOPE),
    inScope: ours.length,
    outOfScope: others.length,
  };
}
