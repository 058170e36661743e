import { describe, expect, test } from 'vitest';
import { realDesk, TODAY } from '../../world.ts';
import { askedLast } from './conversation.ts';

const desk = await realDesk();
function readingOf(...texts: readonly string[]) {
  return askedLast(desk, texts);
}

describe('a payout question for what the customer receives and what the outlet earns', () => {
  test.each([
    ['存200送100客户能拿多少我们佣金多少，12户', 200, 12],
    ['what does the customer get and what do we earn on the 200, 12 households', 200, 12],
    ['存100客户拿多少，我们提成多少', 100, null],
    ['客户得多少，网点得多少，存200', 200, null],
    ['200那档怎么返，佣金多少', 200, null],
    ['how does the 100 deposit come back and what do we earn', 100, null],
    ['双方各拿多少 存200', 200, null],
    ['payout and commission of the 200 deposit for 12 households', 200, 12],
    ['佣金和返还都说一下，存200，12户', 200, 12],
  ])('%s', (text, deposit, households) => {
    expect(readingOf(text)?.reading).toMatchObject({
      bothSides: true,
      entities: { deposit, households },
    });
  });

  test.each([
    '客户存200，佣金多少',
    '12户客户存200佣金多少',
    '客户存100 店里拿多少',
    '佣金怎么返',
    'commission for 12 households on the 100 deposit',
    'the customer gets 8 a month, what is our commission',
    'how does the 200 deposit come back',
    '客户存200能拿回多少',
    '自有厅客户能拿什么，能推什么',
  ])('%s: one side alone', (text) => {
    expect(readingOf(text)?.reading.bothSides).toBe(false);
  });

  test('a follow-up that names no side goes on with both, one that names a side does not', () => {
    const first = '存200客户能拿多少我们佣金多少，12户';
    expect(readingOf(first, '那100呢')?.answer.facts).toMatchObject({
      deposit: 100,
      households: 12,
      customer: { total: 150 },
    });
    expect(readingOf(first, '佣金呢')?.reading.bothSides).toBe(false);
    expect(readingOf('how does it come back and what do we earn', 'the 50')?.answer.facts).toEqual(
      expect.objectContaining({
        total: 50,
        commission: { perHousehold: 10, households: 1, total: 10 },
      }),
    );
  });
});

describe('the facts of an answer to both', () => {
  test('are those of its intent, and the other side beside them', () => {
    const { answer } = readingOf('存200客户能拿多少我们佣金多少，12户') ?? {};
    expect(answer?.facts).toMatchObject({
      perHousehold: 10,
      households: 12,
      total: 120,
      deposit: 200,
      customer: { deposit: 200, date: TODAY, firstCredit: 50, giftAtOnce: 4, total: 300 },
    });
  });

  test('have nothing beside them where one side was asked for', () => {
    const keys = (text: string) => Object.keys(readingOf(text)?.answer.facts ?? {});
    expect(keys('存200佣金多少，12户')).toEqual(['perHousehold', 'households', 'total', 'deposit']);
    expect(keys('存200怎么返')).not.toContain('commission');
  });

  test('are those of the commission alone where no deposit is named; the words have each deposit', () => {
    const { answer } = readingOf('客户拿多少我们佣金多少') ?? {};
    expect(answer?.facts).toEqual({ perHousehold: 10, households: 1, total: 10, deposit: null });
    expect(answer?.words.sections[0]?.lines.map((line) => line.slice(0, 6))).toEqual([
      '预存50元：',
      '预存100元',
      '预存200元',
    ]);
  });

  test('on a day without a campaign promise nothing to either side', () => {
    const { answer } = readingOf('4月1日存200客户能拿多少我们佣金多少') ?? {};
    expect(answer?.facts).toEqual({
      perHousehold: null,
      households: 1,
      total: null,
      deposit: 200,
    });
    expect(answer?.words.lead).toContain('没有生效的活动政策');
  });
});

test('the commission of a deposit that no plan has is asked back, not that of the others', () => {
  for (const text of ['办12户存300佣金多少', 'commission for 12 households on the 300 deposit']) {
    const { answer } = readingOf(text) ?? {};
    expect(answer?.facts).toEqual({ missing: 'deposit', options: [50, 100, 200] });
    expect(answer?.words.notes[0]).toContain('300');
  }
});
