import type { PublicSet } from './language-sets.ts';

/** What an engine may learn from. */
export type Lesson = Pick<PublicSet, 'language' | 'train'> & {
  readonly strays: Pick<PublicSet['strays'], 'train'>;
};

/** What an engine makes of a sentence. */
export type Guess = {
  /** The best intent in scope. */
  readonly best: string;
  readonly score: number;
  /** How strongly the sentence is off-topic; 0 where the engine has learnt of no such sentences. */
  readonly out: number;
};

/** Learns, and gives a reader. Peers may take their time to answer. */
export type Engine = (lesson: Lesson) => Promise<(text: string) => Guess | Promise<Guess>>;

export const ENGINES = ['ours', 'nlp.js', 'fasttext'] as const;
export type EngineName = (typeof ENGINES)[number];

/** An engine by its name. A peer's packages are loaded here and not before: they count as its memory. */
export async function engineOf(name: EngineName): Promise<Engine> {
  if (name === 'nlp.js') return (await import('./peers/nlp-js.ts')).learnNlpJs;
  if (name === 'fasttext') return (await import('./peers/fasttext.ts')).learnFastText;
  const { learnOurs } = await import('./language-ours.ts');
  return async (lesson) => learnOurs(lesson);
}
