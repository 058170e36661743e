import { describe, expect, test } from 'vitest';
import type { Context } from '../../../src/language/reading.ts';
import { realDesk, TODAY } from '../../world.ts';

const desk = await realDesk();
function asked(...texts: readonly string[]) {
  let context: Context | null = null;
  let last: ReturnType<typeof desk.ask> | null = null;
  for (const text of texts) {
    last = desk.ask({ text, today: TODAY, context });
    context = last.context;
  }
  if (last === null) throw new Error('nothing was asked');
  return last;
}

describe('a picture is wished for by a word that names one', () => {
  test.each([
    ['存200元怎么返，看图', 'payout.schedule'],
    ['存200怎么返 发个图', 'payout.schedule'],
    ['画出来 存200怎么返', 'payout.schedule'],
    ['存200怎么返，给我来张图表', 'payout.schedule'],
    ['how does the 200 deposit come back, as a picture', 'payout.schedule'],
    ['draw the payout of the 200 deposit', 'payout.schedule'],
    ['chart of the 100 deposit', 'payout.schedule'],
    ['show me the payout of the 200', 'payout.schedule'],
    ['自有厅能推什么，发图', 'promo.eligibility'],
    ['what can I offer at an own hall, show me as a chart', 'promo.eligibility'],
  ])('%s', (text, intent) => {
    const { answer } = asked(text);
    expect(answer).toMatchObject({ intent, wantsPicture: true });
  });

  test.each([
    'show me the offers',
    'show me the offers at own halls',
    'show me the contracts ending in March',
    'show me how the 200 deposit comes back',
    'customer deposits 100 tomorrow, show me the months',
    '存200怎么返',
    '自有厅能推图书卡吗',
    '北京的基站覆盖图有没有',
    '截图',
  ])('%s is no such wish', (text) => {
    expect(asked(text).answer.wantsPicture).toBe(false);
  });
});

describe('alone, it asks for a picture of the answer before', () => {
  const PAYOUT = 'how does the 200 deposit come back';
  const OFFERS = '自有厅能推什么';

  test.each([
    '看图',
    '发个图',
    '画出来',
    '来张图',
    '图表',
    '能给我看图吗',
    '请发张图片',
    'show me',
    'show me please',
    'draw it',
    'chart',
    'as a picture please',
    'picture please',
    'can you draw it?',
    'send me a picture',
    'show me the payout',
    'show me the timeline please',
  ])('%s after a payout', (wish) => {
    const { answer, reading } = asked(PAYOUT, wish);
    expect(answer).toMatchObject({
      intent: 'payout.schedule',
      wantsPicture: true,
      facts: { deposit: 200, date: TODAY, total: 300 },
    });
    expect(reading.entities).toEqual(asked(PAYOUT).reading.entities);
  });

  test.each(['看图', '发个图', 'show me', 'draw it', 'show me the matrix', 'show me the levels'])(
    '%s after what may be offered',
    (wish) => {
      const { answer } = asked(OFFERS, wish);
      expect(answer).toMatchObject({ intent: 'promo.eligibility', wantsPicture: true });
      expect(answer.facts).toEqual(asked(OFFERS).answer.facts);
    },
  );

  test.each([
    ['看图', '办12户佣金多少'],
    ['show me', 'how long do we have to answer a complaint'],
    ['draw it', 'what is the discount phone'],
    ['show me the matrix', PAYOUT],
    ['show me the payout', OFFERS],
  ])('%s after another answer, or after one of the other kind, is none', (wish, before) => {
    expect(asked(before, wish).answer.wantsPicture).toBe(false);
    expect(asked(wish).answer.wantsPicture).toBe(false);
  });

  test.each(['请', '能吗', '谢谢', '一下', 'please', 'now'])('%s is none', (text) => {
    expect(asked(PAYOUT, text).answer.wantsPicture).toBe(false);
  });

  test('it is about the same day and the same customer who leaves', () => {
    const first = '1月10号存的200，6月要销户，返了多少';
    expect(asked(first, '看图').answer.facts).toEqual(asked(first).answer.facts);
    const assumed = 'what if he leaves in June after a 200 deposit';
    expect(asked(assumed, 'show me').answer.facts).toEqual(asked(assumed).answer.facts);
  });
});

test('the wish is kept while the bot asks which deposit or outlet, and forgotten after the answer', () => {
  const asksBack = asked('发个图，预存怎么返');
  expect(asksBack.answer).toMatchObject({ intent: 'clarify', wantsPicture: false });
  expect(asked('发个图，预存怎么返', '200').answer).toMatchObject({
    intent: 'payout.schedule',
    wantsPicture: true,
  });
  expect(asked('发个图，预存怎么返', '200', '那100呢').answer.wantsPicture).toBe(false);
});

test('a follow-up about a customer who leaves is about him too, and how it comes back is about his deposit', () => {
  const first = 'what if he leaves in June after a 200 deposit';
  expect(asked(first, 'and the 100?').answer.facts).toMatchObject({
    deposit: 100,
    date: TODAY,
    until: '2015-06-01',
  });
  expect(asked(first, 'and how does it come back?').answer.facts).toMatchObject({
    deposit: 200,
    date: TODAY,
    total: 300,
  });
});
