import { describe, expect, test } from 'vitest';
import { FOLDS, foldsOf, isRight, readAt, readHeldOut } from '../../../src/language/held-out.ts';
import { exampleOf } from './examples.ts';

const TEXTS = Array.from({ length: 60 }, (_, number) => `sentence number ${number}`);
const alone = (texts: readonly string[]): readonly (readonly number[])[] =>
  texts.map((_, place) => [place]);

describe('the fold of a sentence', () => {
  test('is its own: a line that is added elsewhere moves no other', () => {
    const before = foldsOf(TEXTS, alone(TEXTS));
    const more = ['a new line', ...TEXTS];
    expect(foldsOf(more, alone(more)).slice(1)).toEqual(before);
    expect(new Set(before)).toEqual(new Set(Array.from({ length: FOLDS }, (_, fold) => fold)));
  });

  test('is that of its paraphrases, in whatever order they stand', () => {
    const [one, other] = [
      foldsOf(['b', 'a', 'c'], [[0, 1, 2]]),
      foldsOf(['c', 'b', 'a'], [[2, 0, 1]]),
    ];
    expect(new Set([...one, ...other]).size).toBe(1);
  });
});

describe('a sentence that is held out', () => {
  const sentences = [
    ...['这里能推什么', '能推什么优惠', '这个厅主推什么', '主推什么'].map((text) =>
      exampleOf('promo.eligibility', text),
    ),
    ...['每个月返多少', '怎么返还', '返还多少钱', '每月怎么返'].map((text) =>
      exampleOf('payout.schedule', text),
    ),
    ...['今天天气怎么样', '明天天气好吗', '帮我订火车票', '订一张火车票'].map((text) =>
      exampleOf('out_of_scope', text),
    ),
    // Nothing but itself could teach that this is about a payout.
    exampleOf('payout.schedule', '天气今天怎么样呢'),
  ];
  const folds = sentences.map((_, at) => at % FOLDS);
  let models = 0;
  const readings = readHeldOut(sentences, folds, () => {
    models += 1;
  });

  test('is read once, in its place, after a model for each fold', () => {
    expect(models).toBe(FOLDS);
    expect(readings.map(({ sentence }) => sentence)).toEqual(sentences);
  });

  test('is read by what the others teach', () => {
    expect(readings.at(-1)).toMatchObject({ readAs: 'out_of_scope' });
    expect(readings.filter(isRight).length).toBeGreaterThan(sentences.length / 2);
  });

  test('leads as long as it is read right, and no longer', () => {
    for (const reading of readings) expect(reading.lead >= 0).toBe(isRight(reading));
  });

  test('is refused where the threshold is higher', () => {
    expect(readAt(0.3, { best: 'help', margin: 0.5 })).toBe('help');
    expect(readAt(0.6, { best: 'help', margin: 0.5 })).toBe('out_of_scope');
  });
});
