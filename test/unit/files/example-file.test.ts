import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parse } from 'yaml';
import { addExample } from '../../../src/files/example-file.ts';
import { FOLDERS } from '../../world.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'intents-'));
  mkdirSync(join(folder, 'examples'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const pathOf = (intent: string): string => join(folder, 'examples', `${intent}.yaml`);
const linesOf = (intent: string): string[] => readFileSync(pathOf(intent), 'utf8').split('\n');

test('a sentence is written behind the last one of its language, and no other line changes', () => {
  cpSync(join(FOLDERS.intents, 'examples'), join(folder, 'examples'), { recursive: true });
  const before = linesOf('promo.eligibility');
  const { line } = addExample(folder, {
    intent: 'promo.eligibility',
    language: 'zh',
    text: '咱这旮旯能整啥优惠',
  });
  const after = linesOf('promo.eligibility');
  expect(after[line - 1]).toBe('  - 咱这旮旯能整啥优惠');
  expect(after.toSpliced(line - 1, 1)).toEqual(before);
  expect(after[line]).toBe('en:');
});

test('any sentence is read back as it was given', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (typed) => {
      const text = typed.replace(/\s+/g, ' ').trim();
      fc.pre(text !== '');
      writeFileSync(pathOf('help'), 'intent: help\nzh:\n  - 你好 # a greeting\nen:\n- hello\n');
      addExample(folder, { intent: 'help', language: 'zh', text });
      addExample(folder, { intent: 'help', language: 'en', text });
      expect(parse(readFileSync(pathOf('help'), 'utf8'))).toEqual({
        intent: 'help',
        zh: ['你好', text],
        en: ['hello', text],
      });
    }),
  );
});

test('a file that is not as expected stays as it is, and the fault says which', () => {
  writeFileSync(pathOf('help'), 'intent: help\nzh: [你好]\nen:\n  - hello\n');
  expect(() => addExample(folder, { intent: 'help', language: 'zh', text: '您好' })).toThrow(
    /examples\/help\.yaml has no list "zh"/,
  );
  expect(linesOf('help')[1]).toBe('zh: [你好]');
});
