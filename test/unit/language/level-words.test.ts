import { describe, expect, test } from 'vitest';
import { levelsAsked, levelsNamed, withoutLevels } from '../../../src/language/level-words.ts';

const OFFER = { hasOffer: true, hasOutlet: false };
const OUTLET = { hasOffer: false, hasOutlet: true };
const BOTH = { hasOffer: true, hasOutlet: true };

describe('a question wants the offers or outlets of some levels', () => {
  test.each([
    ['合约惠机在哪些网点主推', OFFER, ['main']],
    ['自有厅主打什么', OUTLET, ['main']],
    ['在自有厅先给客户推什么', OUTLET, ['main']],
    ['核心卖场哪个业务是非主推', OUTLET, ['secondary']],
    ['缴费站不主推哪些', OUTLET, ['secondary']],
    ['自有厅有可选的吗', OUTLET, ['optional']],
    ['own hall, main offers?', OUTLET, ['main']],
    ['which outlets lead with the free phone', OFFER, ['main']],
    ['where is the free phone pushed', OFFER, ['main']],
    ['what should we not lead with at a chain store', OUTLET, ['secondary']],
    ['where is it merely optional', OFFER, ['optional']],
    ['where is that one not a main offer', OFFER, ['optional', 'secondary']],
    ['惠机在哪里不是主推', OFFER, ['optional', 'secondary']],
    ['so which outlets push the free phone?', OFFER, ['main']],
    ['哪儿能把存费送机放第一位推', OFFER, ['main']],
    ['which places may push deposit 50 with the data pack first', OFFER, ['main']],
    ['where is the free phone not a lead', OFFER, ['optional', 'secondary']],
    ['which offer should the core store not put up front', OUTLET, ['optional', 'secondary']],
    ['where exactly is the discount phone o, not lead', OFFER, ['secondary']],
    ['不是主推、可选的有哪些', OUTLET, ['optional']],
    ['连锁核心卖场哪些是o', OUTLET, ['secondary']],
    ['what is the o item in the chain core store', OUTLET, ['secondary']],
    ["anything we shouldn't lead with in the chain core store?", OUTLET, ['optional', 'secondary']],
  ])('%s', (text, named, levels) => {
    expect(levelsAsked(text, named)).toEqual(levels);
  });
});

describe('a question wants all levels', () => {
  test.each([
    ['it names none', '核心乡镇合作厅能推什么', OUTLET],
    ['it names two', 'which of these is main and which optional', OUTLET],
    ['it is about one offer at one outlet', '存送100在自有厅是主推吗', BOTH],
    ['that is so with a wrong premise', 'the free phone is what we lead with there, no?', BOTH],
    ['it asks whether of an offer, not where', '存费送机是主推吗', OFFER],
    ['"push" is to offer', 'what can I push at an own hall', OUTLET],
    ['"may be pushed" is to offer', 'where can the free phone be pushed', OFFER],
    ['推 is to offer', '存费送机哪里能推', OFFER],
    ['"can push" is to offer', 'which outlets can push the free phone', OFFER],
    ['it is another word', 'what is the mainland price, and who is the leader', OUTLET],
  ])('where %s', (_, text, named) => {
    expect(levelsAsked(text, named)).toEqual([]);
  });
});

test('主推 inside 非主推 is no level of its own', () => {
  expect(levelsNamed('非主推')).toEqual(['secondary']);
  expect(levelsNamed('主推还是非主推')).toEqual([]);
  expect(withoutLevels('自有厅非主推的呢').trim()).toBe('自有厅 的呢');
});
