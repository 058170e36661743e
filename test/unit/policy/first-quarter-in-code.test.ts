import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { loadLexicon } from '../../../src/files/intent-files.ts';
import { loadPolicy } from '../../../src/files/policy-files.ts';
import { FOLDERS, ROOT } from '../../world.ts';
import { firstQuarter, realPolicy } from './first-quarter.ts';

/** Where the code may speak of the first quarter, and why. */
type Allowed = { readonly file: RegExp; readonly found: RegExp; readonly why: string };
const ALLOWED: readonly Allowed[] = [
  {
    file: /^src\/practice\//,
    found: /./,
    why: 'the practice workspace is a branch in the first quarter, with people and channels of its own',
  },
  {
    file: /./,
    found: /^2015-\d\d-\d\d$/,
    why: 'the day of the practice workspace; messages that refuse a day show how one is written',
  },
  {
    file: /^src\/sheets\//,
    found: /^2015$/,
    why: 'messages that refuse a period or an id show how one is written',
  },
  {
    file: /^src\/contracts\/read-row\.ts$/,
    found: /^2015$/,
    why: 'a message that refuses a day shows how one is written',
  },
  {
    file: /^src\/sheets\/template\.ts$/,
    found: /./,
    why: 'the template of a sheet tells its reader how rows are written',
  },
  {
    file: /^src\/commands\//,
    found: /^(?:deposit 200|2015)$/,
    why: 'messages about wrong usage show how an option is written',
  },
  {
    file: /./,
    found: /^deposit gift$/,
    why: 'a word of the trade in any quarter, as deposit and gift are',
  },
];

/** 200, 100 and 50 where a deposit or a gift is spoken of, and the year. */
const AMOUNTS =
  /(?:存|充|交|送|赠|deposit(?: of)?|get) ?(?:200|100|50)(?!\d)|(?<!\d)(?:200|100|50) ?(?:元|块|yuan|送|deposit)|(?:yuan|deposit)\w*['"]?\W{1,6}(?:200|100|50)(?!\d)/g;
const YEAR = /(?<!\d)2015(?:-\d\d-\d\d)?(?!\d)/g;

/** Every id and name of the first quarter, and every word that staff have for its outlets and offers. */
function termsOfTheQuarter(): readonly string[] {
  const { id, name, businesses, offers } = firstQuarter();
  const things = [{ id, name }, ...businesses, ...offers, ...realPolicy().outlets];
  const files = loadPolicy(FOLDERS.data);
  const lexicon = loadLexicon(FOLDERS.intents, files.ok ? files.value : null);
  if (!lexicon.ok) throw new Error(JSON.stringify(lexicon.problems));
  const { outlets, offers: offerWords } = lexicon.value.words;
  const words = [...outlets, ...offerWords]
    .flatMap((entry) => entry.words)
    // One or two English words ("own outlet") may mean anything.
    .filter((word) => /^\p{Script=Han}{2,}$/u.test(word) || word.split(' ').length > 2);
  return [...new Set([...things.flatMap((one) => [one.id, one.name.zh, one.name.en]), ...words])];
}

/** What a file's code says of the first quarter; its comments may, as examples. */
function foundIn(file: string, terms: readonly string[]): readonly string[] {
  const code = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/ .*$/gm, '');
  const plain = code.toLowerCase();
  const named = terms.filter((term) => plain.includes(term.toLowerCase()));
  return [...named, ...(plain.match(AMOUNTS) ?? []), ...(plain.match(YEAR) ?? [])];
}

test('no code knows the first quarter: its ids, names, words, amounts and year are data', () => {
  const terms = termsOfTheQuarter();
  const files = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.[jt]s$/.test(file))
    .map((file) => join(ROOT, 'src', file));
  const known = files.flatMap((path) => {
    const file = relative(ROOT, path).replaceAll('\\', '/');
    const allowed = ALLOWED.filter((one) => one.file.test(file));
    return foundIn(path, terms)
      .filter((found) => !allowed.some((one) => one.found.test(found)))
      .map((found) => `${file}: ${found}`);
  });
  expect(known, 'take it from the policy, or say in ALLOWED why the code must know it').toEqual([]);
});

test('what it looks for is found where it stands', () => {
  const terms = termsOfTheQuarter();
  expect(terms).toEqual(expect.arrayContaining(['deposit-200-get-100', 'own-hall', '核心乡镇']));
  const words = foundIn(join(ROOT, 'src/practice/welcome.ts'), terms);
  expect(words).toEqual(expect.arrayContaining(['核心乡镇合作厅', '存200']));
  expect(foundIn(join(ROOT, 'src/main.ts'), terms)).toContain('2015-02-10');
  for (const line of ['depositYuan === 200', 'deposit: 50', 'gives 100 yuan', '存50', '100送50']) {
    expect(line.match(AMOUNTS), line).not.toBeNull();
  }
});
