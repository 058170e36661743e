export const OUT_OF_SCOPE = 'out_of_scope';

/** What is measured on this project's own questions. */
export const OWN_ENGINES = {
  reader: 'ours, the whole reader',
  classifier: 'ours, the bare classifier',
  'nlp.js': 'NLP.js',
  nearest: 'nearest example (cosine)',
} as const;
export type OwnEngine = keyof typeof OWN_ENGINES;

/** Shares from 0 to 1, and of how many questions. */
export type OwnMeasured = {
  readonly accuracy: number;
  readonly recall: number;
  readonly inScope: number;
  readonly outOfScope: number;
};
