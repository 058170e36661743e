import { expect, test } from 'vitest';
import { openWorkshop } from '../../../src/desk.ts';
import { FOLDERS, TODAY } from '../../world.ts';

test('an explanation shows what was mended, which words gave what, the scores and the closest examples', async () => {
  const { explain } = await openWorkshop(FOLDERS);
  const why = await explain('合作厅能推存费送鸡吗', TODAY);
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
