import { grown, kept, type Print, printOf } from './files/kept.ts';
import type { Learning, Looks, MaskedSentences } from './language/learn.ts';
import type { Lexicon } from './language/lexicon.ts';
import type { PolicyNames } from './language/names.ts';

export type LearningPorts = {
  readonly keep: string | null;
  /** The print of the examples and the words. */
  readonly intents: Print;
  /** The print of the code that learns from them. */
  readonly code: Print;
  readonly names: PolicyNames;
  readonly load: () => Promise<Lexicon>;
  /** Whether what was loaded is what the prints say. */
  readonly isStill: () => boolean;
};

/**
 * Learns from the examples, or recalls what was learnt. Most changes of a policy change no name, and most new names stand
 * in no example: as long as the examples look the same with all names masked, the same is learnt from them. Where examples
 * were added, those alone are looked at, and those that are mended otherwise since.
 */
export async function learnOrRecall({
  keep,
  intents,
  code,
  names,
  load,
  isStill,
}: LearningPorts): Promise<{ readonly learning: Learning; readonly learntFrom: Print }> {
  const teaching = printOf([intents, code]);
  const recall = <T>(kind: string, print: Print, make: () => Promise<T>): Promise<T> =>
    kept({ keep, kind, print, isStill }, make);
  const learner = () => import('./language/learn.ts');

  const mending = await recall('mending', teaching, async () =>
    (await learner()).learnMending(await load()),
  );
  let made: MaskedSentences | null = null;
  const masked = async (): Promise<MaskedSentences> => {
    made ??= await lookAt();
    return made;
  };
  const lookAt = async (): Promise<MaskedSentences> => {
    const [{ maskedSentences, lookWords }, lexicon] = await Promise.all([learner(), load()]);
    const print = printOf([code, JSON.stringify([lookWords(lexicon), names])]);
    return grown(
      { keep, kind: 'looks', print, isStill },
      async (known: Looks | undefined) => maskedSentences(lexicon, names, { mending, known }),
      ({ looks }) => looks(),
    );
  };
  const look = await recall('look', printOf([teaching, JSON.stringify(names)]), async () => {
    const { examples, followUps } = await masked();
    return printOf([JSON.stringify({ examples, followUps })]);
  });
  const learntFrom = printOf([teaching, look]);
  const model = await recall('intents', learntFrom, async () =>
    (await learner()).learnFromMasked(await masked()),
  );
  return { learning: { mending, ...model }, learntFrom };
}
