import { deserialize, serialize } from 'node:v8';
import { describe, expect, test } from 'vitest';
import {
  classifierOf,
  learnIntents,
  MARGIN_THRESHOLD,
  type TrainingSentence,
} from '../../../src/language/classify.ts';
import type { Intent } from '../../../src/language/reading.ts';
import { STRANGE } from './texts.ts';

function sentences(intent: Intent, texts: readonly string[]): readonly TrainingSentence[] {
  return texts.map((text) => ({ intent, text, marks: [] }));
}

const EXAMPLES = [
  ...sentences('promo.eligibility', [
    'what can i offer at a hall',
    'what may we push here',
    'what do we lead with at this store',
    '这里能推什么',
    '能推什么优惠',
    '这个厅主推什么',
  ]),
  ...sentences('payout.schedule', [
    'how does the money come back',
    'how much is returned each month',
    'when does the gift arrive',
    '每个月返多少',
    '怎么返还',
    '钱什么时候到账',
  ]),
  ...sentences('complaint.checklist', [
    'a customer complains what do i do',
    'the customer is angry how do i handle it',
    '客户投诉怎么处理',
    '投诉了怎么办',
  ]),
  ...sentences('out_of_scope', [
    'what is the weather today',
    'who won the match',
    'book me a train',
    '今天天气怎么样',
    '帮我订火车票',
    '讲个笑话',
  ]),
];
const classify = classifierOf(learnIntents(EXAMPLES));

describe('a sentence belongs to the intent whose examples it is like', () => {
  test.each<[string, Intent]>([
    ['what may i offer here', 'promo.eligibility'],
    ['主推什么优惠', 'promo.eligibility'],
    ['how much money comes back each month', 'payout.schedule'],
    ['每月返还多少', 'payout.schedule'],
    ['an angry customer complains', 'complaint.checklist'],
    ['客户投诉了', 'complaint.checklist'],
  ])('%s is %s', (text, intent) => {
    const found = classify({ text, marks: [] });
    expect(found.best).toBe(intent);
    expect(found.scores[0]?.intent).toBe(intent);
    expect(found.margin).toBeGreaterThan(MARGIN_THRESHOLD);
  });

  test('every example is found in its own intent', () => {
    for (const { text, marks, intent } of EXAMPLES) {
      const found = classify({ text, marks });
      if (intent === 'out_of_scope') expect(found.margin, text).toBeLessThan(MARGIN_THRESHOLD);
      else expect(found.best, text).toBe(intent);
    }
  });

  test.each(['what is the weather tomorrow', '明天天气怎么样', '订一张火车票'])(
    '%s is out of scope',
    (text) => {
      expect(classify({ text, marks: [] }).margin).toBeLessThan(MARGIN_THRESHOLD);
    },
  );

  test('what was found in a sentence counts beside its letters', () => {
    const taught = classifierOf(
      learnIntents([
        ...EXAMPLES.map((one) => ({
          ...one,
          marks: one.intent === 'payout.schedule' ? ['deposit'] : [],
        })),
      ]),
    );
    const bare = taught({ text: 'and this', marks: [] });
    const marked = taught({ text: 'and this', marks: ['deposit'] });
    expect(marked.best).toBe('payout.schedule');
    expect(marked.margin).toBeGreaterThan(bare.margin);
  });
});

test('a fragment is told from questions, and counts for no intent', () => {
  const fragments = ['and there', 'and at the other hall', '那边呢', '那个厅呢'];
  const taught = classifierOf(
    learnIntents(
      EXAMPLES,
      fragments.map((text) => ({ text, marks: [] })),
    ),
  );
  expect(taught({ text: 'and at the hall', marks: [] }).fragment).toBeGreaterThan(0);
  expect(taught({ text: '客户投诉怎么处理', marks: [] }).fragment).toBeLessThan(0);
});

describe('how sure the reader is', () => {
  test('is between 0 and 1, and one half at the threshold', () => {
    for (const { text, marks } of EXAMPLES) {
      const { margin, confidence } = classify({ text, marks });
      expect(confidence > 0 && confidence < 1).toBe(true);
      expect(confidence > 0.5).toBe(margin > MARGIN_THRESHOLD);
    }
  });

  test('grows with the margin', () => {
    const found = EXAMPLES.map(classify).sort((one, other) => one.margin - other.margin);
    const confidences = found.map((one) => one.confidence);
    expect(confidences).toEqual([...confidences].sort((one, other) => one - other));
  });
});

describe('learning depends on the sentences alone', () => {
  test('twice the same sentences give the same model to the last bit', () => {
    expect(learnIntents(EXAMPLES)).toEqual(learnIntents(EXAMPLES));
  });

  test('a model that was kept classifies as before', () => {
    const kept = classifierOf(deserialize(serialize(learnIntents(EXAMPLES))));
    for (const one of EXAMPLES)
      expect(kept(one)).toEqual({ ...classify(one), topicsOf: expect.any(Function) });
  });

  test('of one intent nothing can be told apart', () => {
    const alone = classifierOf(learnIntents(sentences('help', ['hello', '你好'])));
    expect(() => alone({ text: 'hello', marks: [] })).toThrow(RangeError);
  });

  test.each(STRANGE)('%s is classified without a fault', (_, text) => {
    const { confidence, margin } = classify({ text: text.slice(0, 2000), marks: [] });
    expect([Number.isFinite(confidence), Number.isFinite(margin)]).toEqual([true, true]);
  });
});
