import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { copyData } from '../../../src/practice/data-copy.ts';

function place() {
  const root = mkdtempSync(join(tmpdir(), 'desk-copy-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const data = join(root, 'data');
  mkdirSync(join(data, 'campaigns/2015-q1'), { recursive: true });
  mkdirSync(join(data, 'drafts/2015-q2'), { recursive: true });
  writeFileSync(join(data, 'register.yaml'), 'one');
  writeFileSync(join(data, 'campaigns/2015-q1/campaign.yaml'), 'first');
  writeFileSync(join(data, 'drafts/2015-q2/campaign.yaml'), 'draft');
  const practice = join(root, 'practice');
  return { data, practice, copy: copyData(data, practice) };
}

test('the copy has everything but drafts, under the same name, and what is changed in it stays in it', () => {
  const { data, copy } = place();
  expect(copy.folder).toMatch(/practice\/\d+\/data$/);
  expect(readFileSync(join(copy.folder, 'campaigns/2015-q1/campaign.yaml'), 'utf8')).toBe('first');
  expect(existsSync(join(copy.folder, 'drafts'))).toBe(false);
  writeFileSync(join(copy.folder, 'register.yaml'), 'tried');
  copy.follow();
  expect(readFileSync(join(copy.folder, 'register.yaml'), 'utf8')).toBe('tried');
  expect(readFileSync(join(data, 'register.yaml'), 'utf8')).toBe('one');
});

test('what changes, comes or goes in the real folder does so in the copy', () => {
  const { data, copy } = place();
  writeFileSync(join(copy.folder, 'register.yaml'), 'tried');
  writeFileSync(join(data, 'register.yaml'), 'two');
  utimesSync(join(data, 'register.yaml'), 1, 1);
  mkdirSync(join(data, 'campaigns/2015-q2'));
  writeFileSync(join(data, 'campaigns/2015-q2/campaign.yaml'), 'second');
  rmSync(join(data, 'campaigns/2015-q1'), { recursive: true });
  copy.follow();
  expect(readFileSync(join(copy.folder, 'register.yaml'), 'utf8')).toBe('two');
  expect(readFileSync(join(copy.folder, 'campaigns/2015-q2/campaign.yaml'), 'utf8')).toBe('second');
  expect(existsSync(join(copy.folder, 'campaigns/2015-q1/campaign.yaml'))).toBe(false);
});

test('it goes when practice ends, and so do those that killed processes left', () => {
  const { data, practice, copy } = place();
  copy.remove();
  expect(existsSync(copy.folder)).toBe(false);
  // No process has this number: it is above what systems give.
  const left = join(practice, '99999999');
  mkdirSync(left, { recursive: true });
  mkdirSync(join(practice, 'notes'));
  copyData(data, practice).remove();
  expect([existsSync(left), existsSync(join(practice, 'notes'))]).toEqual([false, true]);
});

test('a folder that is not there is left to whoever reads it', () => {
  const { practice } = place();
  expect(copyData('/nowhere/at/all', practice).folder).toBe('/nowhere/at/all');
});
