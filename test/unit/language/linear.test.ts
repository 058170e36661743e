import { expect, test } from 'vitest';
import { scoresOf, trainLinear } from '../../../src/language/linear.ts';

/** One feature a class, and one that all sentences have. */
function sentencesOf(classCount: number) {
  const classes = Array.from({ length: classCount * 4 }, (_, index) => index % classCount);
  const vectors = classes.map((one) => ({ indexes: [classCount, one], values: [0.5, 1] }));
  return { classes, vectors, shape: { classCount, featureCount: classCount + 1 } };
}

test.each([2, 5, 6, 7, 13])('%i classes are told apart by the feature that is theirs', (count) => {
  const { classes, vectors, shape } = sentencesOf(count);
  const model = trainLinear(vectors, classes, shape);
  for (const [at, vector] of vectors.entries()) {
    const scores = [...scoresOf(model, vector)];
    expect(scores).toHaveLength(count);
    expect(scores.indexOf(Math.max(...scores))).toBe(classes[at]);
  }
});

test('a sentence of nothing has the scores that every sentence begins from', () => {
  const { classes, vectors, shape } = sentencesOf(3);
  const scores = scoresOf(trainLinear(vectors, classes, shape), { indexes: [], values: [] });
  expect(scores.every((score) => Number.isFinite(score) && score < 0)).toBe(true);
});
