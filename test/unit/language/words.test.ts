import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadLexicon } from '../../../src/files/intent-files.ts';
import { loadPolicy } from '../../../src/files/policy-files.ts';
import { WORD_KINDS } from '../../../src/language/lexicon.ts';
import { normalise } from '../../../src/language/normalise.ts';
import { wordFinder, wordKey } from '../../../src/language/words.ts';
import { holds } from '../../holds.ts';
import { FOLDERS } from '../../world.ts';
import { anyQuestion, anyText, STRANGE } from './texts.ts';

const find = wordFinder([
  { ids: ['own-hall'], words: ['自有厅', 'own hall'] },
  { ids: ['core-township-hall'], words: ['乡镇合作厅', 'township partner hall'] },
  { ids: ['urban-partner-hall', 'core-township-hall'], words: ['合作厅', 'partner hall'] },
  { ids: ['township-store'], words: ['township store'] },
  { ids: ['core-township-hall', 'township-store'], words: ['乡镇', 'township'] },
]);

function idsIn(text: string): readonly string[] {
  return find(normalise(text).plain).map((match) => match.ids.join('+'));
}

describe('of two words at one place the longest is taken', () => {
  test.each<[string, readonly string[]]>([
    ['乡镇合作厅能推什么', ['core-township-hall']],
    ['合作厅能推什么', ['urban-partner-hall+core-township-hall']],
    ['乡镇能推什么', ['core-township-hall+township-store']],
    ['township partner hall', ['core-township-hall']],
    ['a township partner', ['core-township-hall+township-store']],
    ['自有厅和乡镇合作厅', ['own-hall', 'core-township-hall']],
    ['鄉鎮合作廳', ['core-township-hall']],
  ])('%s', (text, ids) => {
    expect(idsIn(text)).toEqual(ids);
  });
});

describe('English words are found as people write them', () => {
  test.each([
    'own hall',
    'Own Hall',
    'own-hall',
    'ownhall',
    'own halls',
    "own hall's",
    'OWN  HALL',
    'at the own hall?',
    '在own hall能推什么',
  ])('%s', (text) => {
    expect(idsIn(text)).toEqual(['own-hall']);
  });

  test.each(['town hall', 'own hallway', 'brown hall', 'own', 'own the hall'])(
    '%s is another word',
    (text) => {
      expect(idsIn(text)).toEqual([]);
    },
  );

  test('a found word says how and where it stands', () => {
    expect(find('at own-halls now')).toEqual([
      { ids: ['own-hall'], word: 'own-halls', from: 3, to: 12 },
    ]);
  });

  test('a space between Chinese characters does not hide a word', () => {
    expect(idsIn('自有 厅')).toEqual(['own-hall']);
  });
});

describe('words are compared without what people put in or leave out', () => {
  test.each([
    ['Own Hall', 'ownhall'],
    ['own-hall', 'ownhall'],
    ['自有 厅', '自有厅'],
  ])('%s is %s', (word, key) => {
    expect(wordKey(word)).toBe(key);
  });

  test('one word of two things names both, once each', () => {
    const both = wordFinder([
      { ids: ['a', 'b'], words: ['word'] },
      { ids: ['b', 'c'], words: ['word'] },
    ]);
    expect(both('word')[0]?.ids).toEqual(['a', 'b', 'c']);
  });

  test('an empty word is never found', () => {
    expect(wordFinder([{ ids: ['a'], words: ['', ' ', '-'] }])('a - b')).toEqual([]);
  });
});

describe('whatever the text', () => {
  test('words found do not overlap, stand in order, and are pieces of the text', () => {
    holds(
      fc.property(fc.oneof(anyText, anyQuestion), (text) => {
        const { plain } = normalise(text);
        let place = 0;
        for (const { word, from, to } of find(plain)) {
          expect(from).toBeGreaterThanOrEqual(place);
          expect(to).toBeGreaterThan(from);
          expect(plain.slice(from, to)).toBe(word);
          place = to;
        }
        expect(place).toBeLessThanOrEqual(plain.length);
      }),
      500,
    );
  });

  test.each(STRANGE)('%s is read without a fault', (_, text) => {
    expect(() => find(text)).not.toThrow();
  });
});

describe('the words that staff use', () => {
  const policy = loadPolicy(FOLDERS.data);
  if (!policy.ok) throw new Error('the data does not hold');
  const lexicon = loadLexicon(FOLDERS.intents, policy.value);
  if (!lexicon.ok) throw new Error('the intents do not hold');
  const { words } = lexicon.value;

  test.each(WORD_KINDS)(
    'every word for %s is found by itself, whole, and names what it lists',
    (kind) => {
      const finder = wordFinder(words[kind]);
      const lost = words[kind].flatMap((entry) =>
        entry.words.filter((word) => {
          const { plain } = normalise(word);
          const [match, ...others] = finder(plain);
          const isWhole = match?.from === 0 && match.to === plain.length && others.length === 0;
          return !isWhole || !entry.ids.every((id) => match?.ids.includes(id));
        }),
      );
      expect(lost).toEqual([]);
    },
  );

  test.each(WORD_KINDS)('no word for %s stands in two entries', (kind) => {
    const keys = words[kind].flatMap((entry) => [...new Set(entry.words.map(wordKey))]);
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });
});
