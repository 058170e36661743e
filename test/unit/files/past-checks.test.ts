import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { exampleLines } from '../../../src/files/example-lines.ts';
import { keepPastChecks, readPastChecks } from '../../../src/files/past-checks.ts';
import type { PastChecks } from '../../../src/language/past-check.ts';
import { day } from '../../world.ts';

const PLACE = mkdtempSync(join(tmpdir(), 'desk-'));
afterAll(() => rmSync(PLACE, { recursive: true, force: true }));
const emptyFolder = (): string => mkdtempSync(join(PLACE, 'of-'));

const PAST: PastChecks = {
  last: {
    day: day('2015-02-10'),
    readings: [{ intent: 'help', text: '谢谢 "there"', readAs: 'out_of_scope', lead: -0.25 }],
  },
  before: null,
};

describe('what a check leaves behind for the next one', () => {
  test('comes back as it was, and nothing lies beside it', () => {
    const keep = join(emptyFolder(), 'var/kept');
    expect(keepPastChecks(keep, PAST)).toBe(true);
    expect(readPastChecks(keep)).toEqual(PAST);
    expect(readdirSync(keep)).toEqual(['train-check.json']);
  });

  test('is nothing where nothing was left, or nothing that can be read', () => {
    const keep = emptyFolder();
    expect(readPastChecks(keep)).toBeNull();
    keepPastChecks(keep, PAST);
    const path = join(keep, 'train-check.json');
    const whole = readFileSync(path, 'utf8');
    for (const broken of [whole.slice(0, 40), '{}', whole.replace('2015-02-10', '2015-02-30')]) {
      writeFileSync(path, broken);
      expect(readPastChecks(keep)).toBeNull();
    }
  });

  test('is given up where nothing can be written', () => {
    const file = join(emptyFolder(), 'kept');
    writeFileSync(file, '');
    expect(keepPastChecks(file, PAST)).toBe(false);
    expect(readPastChecks(file)).toBeNull();
  });
});

describe('where an example stands', () => {
  const root = join(emptyFolder(), 'intents');
  mkdirSync(join(root, 'examples'), { recursive: true });
  writeFileSync(
    join(root, 'examples/help.yaml'),
    '# thanks\nintent: help\nzh:\n  - 谢谢\n\n  - "你好: 在吗"\nen:\n  - thanks\ntopics:\n  - ids: [a]\n    en:\n      - cheers\n',
  );
  const lineOf = exampleLines(root);
  const file = 'intents/examples/help.yaml';

  test.each([
    ['谢谢', 4],
    ['你好: 在吗', 6],
    ['thanks', 8],
    ['cheers', 12],
    ['gone', null],
  ])('%s: line %s', (text, line) => {
    expect(lineOf({ intent: 'help', text })).toEqual({ file, line });
  });

  test('its file alone is named where that cannot be read', () => {
    expect(lineOf({ intent: 'clarify', text: '谢谢' })).toEqual({
      file: 'intents/examples/clarify.yaml',
      line: null,
    });
  });
});
