import { pinyin } from 'pinyin-pro';
import { expect, test } from 'vitest';
import { commonWords, soundTable } from '../../../src/language/dictionaries.ts';
import { soundOf } from '../../../src/language/sounds.ts';

test('characters sound as pinyin-pro has them by themselves, but for 了', async () => {
  const table = await soundTable();
  // Every seventh is enough: the two ways differ by kinds of syllables, not by characters.
  const characters = Array.from(table.first.keys())
    .filter((index) => index % 7 === 0)
    .map((index) => String.fromCharCode(0x4e00 + index));
  const other = characters.filter((character) => {
    const [sound = ''] = pinyin(character, { toneType: 'none', type: 'array', v: true });
    return soundOf(table, character) !== (/^[a-z]+$/.test(sound) ? sound : '');
  });
  expect(other).toEqual([]);
  // Alone it is liao; in a sentence it is le.
  expect(soundOf(table, '了')).toBe('le');
});

test.each([
  ['女', 'nv'],
  ['略', 'lve'],
  ['重', 'zhong'],
  ['a', ''],
  ['㐀', ''],
  ['😀', ''],
])('%s sounds %j', async (character, sound) => {
  expect(soundOf(await soundTable(), character)).toBe(sound);
});

test('common words of English are known, and slips are not', async () => {
  const words = await commonWords();
  expect(words.size).toBeGreaterThan(40_000);
  expect(['football', 'umbrella', 'rarely'].filter((word) => !words.has(word))).toEqual([]);
  expect(words.has('comission')).toBe(false);
});
