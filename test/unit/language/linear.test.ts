import { expect, test } from 'vitest';
import { scorerOf, trainLinear } from '../../../src/language/linear.ts';

/** Four sentences a class: one feature that is the class's, and one that all sentences have. */
function sentencesOf(classCount: number) {
  const classes = Array.from({ length: classCount * 4 }, (_, index) => index % classCount);
  const vectors = classes.map((one) => ({ indexes: [classCount, one], values: [0.5, 1] }));
  const rows = {
    starts: Int32Array.from({ length: classes.length + 1 }, (_, at) => at * 2),
    indexes: Int32Array.from(vectors.flatMap(({ indexes }) => indexes)),
    values: Float32Array.from(vectors.flatMap(({ values }) => values)),
  };
  const signs = Int8Array.from(
    classes.flatMap((own) =>
      Array.from({ length: classCount }, (_, one) => (one === own ? 1 : -1)),
    ),
  );
  return { classes, vectors, rows, signs, shape: { classCount, featureCount: classCount + 1 } };
}

test.each([2, 6, 7, 8, 15])('%i classes are told apart by the feature that is theirs', (count) => {
  const { classes, vectors, rows, signs, shape } = sentencesOf(count);
  const scoresOf = scorerOf(trainLinear(rows, signs, shape));
  for (const [at, vector] of vectors.entries()) {
    const scores = [...scoresOf(vector)];
    expect(scores).toHaveLength(count);
    expect(scores.indexOf(Math.max(...scores))).toBe(classes[at]);
  }
});

test('a sentence of nothing has the scores that every sentence begins from', () => {
  const { rows, signs, shape } = sentencesOf(3);
  const scores = scorerOf(trainLinear(rows, signs, shape))({ indexes: [], values: [] });
  expect(scores.every((score) => Number.isFinite(score) && score < 0)).toBe(true);
});

test('a class learns nothing from sentences that say nothing of it', () => {
  const { vectors, rows, signs, shape } = sentencesOf(3);
  const silent = signs.map((sign, at) => (at % 3 === 2 ? 0 : sign));
  const scoresOf = scorerOf(trainLinear(rows, silent, shape));
  expect(vectors.map((vector) => scoresOf(vector)[2])).toEqual(vectors.map(() => 0));
});

test('a sentence may have any number of features', () => {
  const { rows, signs, shape } = sentencesOf(3);
  const many = Array.from({ length: 1000 }, (_, at) => at % 3);
  const scores = scorerOf(trainLinear(rows, signs, shape))({
    indexes: many,
    values: many.map(() => 0.01),
  });
  expect(scores.every(Number.isFinite)).toBe(true);
});
