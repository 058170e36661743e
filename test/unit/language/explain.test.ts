import { expect, test } from 'vitest';
import type { Context } from '../../../src/language/reading.ts';
import { realDesk, TODAY } from '../../world.ts';

const desk = await realDesk();

test('an explanation shows what was mended, which words gave what, the scores and the closest examples', async () => {
  const why = await desk.explain({ text: '合作厅能推存费送鸡吗', today: TODAY, context: null });
  expect(why.mended).toBe('合作厅能推存费送机吗');
  expect(why.words).toEqual([
    { kind: 'outlets', word: '合作厅', ids: ['urban-partner-hall', 'core-township-hall'] },
    { kind: 'offers', word: '存费送机', ids: ['renewal-free-phone'] },
  ]);
  expect(why.scores[0]?.intent).toBe('promo.eligibility');
  expect(why.scores).toHaveLength(12);
  expect(why.margin).toBeGreaterThan(why.threshold);
  expect(why.closest).toHaveLength(5);
  expect(why.closest[0]?.likeness).toBeGreaterThan(why.closest[4]?.likeness ?? 1);
});

test('it says what decided: the examples, a wish to change data, or the conversation', async () => {
  const explain = (text: string, context: Context | null = null) =>
    desk.explain({ text, today: TODAY, context });
  expect((await explain('存200元怎么返')).decidedBy).toBe('examples');
  expect(await explain('heyyy team')).toMatchObject({ decidedBy: 'words', intent: 'help' });
  expect(await explain('把存200的首次到账改成80')).toMatchObject({
    decidedBy: 'order',
    intent: 'out_of_scope',
  });
  const { context } = desk.ask({ text: '存200元怎么返', today: TODAY, context: null });
  const follow = await explain('那明天呢', context);
  expect(follow).toMatchObject({ decidedBy: 'conversation', intent: 'payout.schedule' });
});

test('it says which entities came from the conversation', async () => {
  const { context } = desk.ask({ text: '核心乡镇合作厅能推什么', today: TODAY, context: null });
  const why = await desk.explain({ text: '存费送机呢', today: TODAY, context });
  expect(why.carried).toEqual(['outlets']);
  expect(why.words).toEqual([{ kind: 'offers', word: '存费送机', ids: ['renewal-free-phone'] }]);
});

test('of a time limit it says which limits the words tell, and then no example', async () => {
  const why = await desk.explain({
    text: 'how long does the regulator take to accept an appeal',
    today: TODAY,
    context: null,
  });
  expect(why).toMatchObject({ limits: ['authority-acceptance'], topics: [] });
});
