import { kept, type Print, printOf } from './files/kept.ts';
import type { Learning, MaskedSentences } from './language/learn.ts';
import type { Lexicon } from './language/lexicon.ts';
import type { PolicyNames } from './language/names.ts';

export type LearningPorts = {
  readonly keep: string | null;
  /** The print of the examples, the words, and the code that learns from them. */
  readonly teaching: Print;
  readonly names: PolicyNames;
  readonly load: () => Promise<Lexicon>;
  /** Whether what was loaded is what the print says. */
  readonly isStill: () => boolean;
};

/**
 * Learns from the examples, or recalls what was learnt. Most changes of a policy change no name, and most new names stand
 * in no example: as long as the examples look the same with all names masked, the same is learnt from them.
 */
export async function learnOrRecall({
  keep,
  teaching,
  names,
  load,
  isStill,
}: LearningPorts): Promise<{ readonly learning: Learning; readonly learntFrom: Print }> {
  const recall = <T>(kind: string, print: Print, make: () => Promise<T>): Promise<T> =>
    kept({ keep, kind, print, isStill }, make);
  const learner = () => import('./language/learn.ts');

  const mending = await recall('mending', teaching, async () =>
    (await learner()).learnMending(await load()),
  );
  let made: MaskedSentences | null = null;
  const masked = async (): Promise<MaskedSentences> => {
    made ??= (await learner()).maskedSentences(await load(), names, mending);
    return made;
  };
  const look = await recall('look', printOf([teaching, JSON.stringify(names)]), async () =>
    printOf([JSON.stringify(await masked())]),
  );
  const learntFrom = printOf([teaching, look]);
  const intents = await recall('intents', learntFrom, async () =>
    (await learner()).learnFromMasked(await masked()),
  );
  return { learning: { mending, ...intents }, learntFrom };
}
