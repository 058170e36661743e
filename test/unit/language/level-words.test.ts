import { describe, expect, test } from 'vitest';
import { levelAsked, levelsIn, withoutLevels } from '../../../src/language/level-words.ts';

describe('a question wants the offers or outlets of one level', () => {
  test.each([
    ['合约惠机在哪些网点主推', 'main'],
    ['自有厅主打什么', 'main'],
    ['核心卖场哪个业务是非主推', 'secondary'],
    ['缴费站不主推哪些', 'secondary'],
    ['自有厅有什么是可选的', 'optional'],
    ['which outlets lead with the free phone', 'main'],
    ['where is the free phone pushed', 'main'],
    ['what should we not lead with at a chain store', 'secondary'],
    ['where is it merely optional', 'optional'],
  ])('%s: %s', (text, level) => {
    expect(levelAsked(text)).toBe(level);
  });
});

describe('a question wants all levels', () => {
  test.each([
    ['it names none', '核心乡镇合作厅能推什么'],
    ['it names two', 'which of these is main and which optional'],
    ['it asks whether, not which', '存送100在自有厅是主推吗'],
    ['"push" is to offer', 'what can I push at an own hall'],
    ['"may be pushed" is to offer', 'where can the free phone be pushed'],
    ['推 is to offer', '存费送机哪里能推'],
    ['it is another word', 'what is the mainland price, and who is the leader'],
  ])('where %s', (_, text) => {
    expect(levelAsked(text)).toBeNull();
  });
});

test('主推 inside 非主推 is no level of its own', () => {
  expect(levelsIn('非主推')).toEqual(['secondary']);
  expect(levelsIn('主推还是非主推')).toEqual(['secondary', 'main']);
  expect(withoutLevels('自有厅非主推的呢').trim()).toBe('自有厅 的呢');
});
