import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadFiles } from '../../../src/desk.ts';
import { BROKEN, foretold, withMistakes } from './overlay.ts';

const MISTAKES = readdirSync(BROKEN);

async function problemsOf(mistakes: readonly string[]): Promise<readonly unknown[]> {
  const loaded = await loadFiles(withMistakes(mistakes));
  return loaded.ok ? [] : loaded.problems;
}

// A folder holds the files with the mistake and, in expected.jsonl, what must be said about it: nothing more.
describe('a mistake is found, with its file, its line, its place and what to do', () => {
  test.each(MISTAKES)('%s', async (mistake) => {
    expect(await problemsOf([mistake])).toEqual(foretold(mistake));
  });
});

describe('all mistakes are told at once', () => {
  // They lie in different files, so that one can be laid over another.
  test.each<readonly [string, readonly string[]]>([
    [
      'of the data',
      [
        'unknown-key',
        'wrong-level-word',
        'no-such-day',
        'checklist-is-not-its-file',
        'coaching-is-not-its-file',
        'limit-of-unknown-unit',
      ],
    ],
    ['of one campaign', ['outlet-missing-in-row', 'gift-does-not-close', 'campaigns-overlap']],
    [
      'of the intents',
      ['intent-missing-in-register', 'sentence-is-a-number', 'word-of-unknown-id'],
    ],
  ])('%s', async (_, mistakes) => {
    const told = (problems: readonly unknown[]): readonly string[] =>
      problems.map((problem) => JSON.stringify(problem)).sort();
    expect(told(await problemsOf(mistakes))).toEqual(told(mistakes.flatMap(foretold)));
  });
});
