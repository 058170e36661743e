import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type CasesExportPorts, casesExportCommand } from '../../../src/commands/cases-export.ts';
import { Problem } from '../../../src/problem.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'export-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function exported(words: readonly string[]) {
  const asked: unknown[] = [];
  const said: string[] = [];
  const report: CasesExportPorts['report'] = async (id, wanted) => {
    asked.push([id, wanted]);
    if (id !== 'C-2015-0001') throw new Problem('data', `there is no case ${id}`);
    return { name: `${id}-zh.${wanted.format}`, bytes: Buffer.from('bytes'), language: 'zh' };
  };
  const streams = {
    input: Readable.from([]),
    out: (line: string) => said.push(line),
    err: () => undefined,
  };
  const code = await casesExportCommand(words, { account: () => 'root', report }, streams);
  return { code, asked, said: said.map((line) => JSON.parse(line) as unknown) };
}

describe('desk cases export', () => {
  test.each([
    ['case.pdf', [], 'pdf'],
    ['case.md', [], 'md'],
    ['case.md', ['--format', 'md'], 'md'],
  ] as const)('%s %s is written as %s', async (name, more, format) => {
    const file = join(folder, name);
    const { asked, said } = await exported(['C-2015-0001', '--out', file, ...more]);
    expect(readFileSync(file, 'utf8')).toBe('bytes');
    expect(said).toEqual([{ case: 'C-2015-0001', file, format, language: 'zh', bytes: 5 }]);
    expect(asked).toEqual([['C-2015-0001', { format, language: null, who: 'root' }]]);
  });

  test('who has it made, and in which language, may be named', async () => {
    const words = [
      'C-2015-0001',
      '--out',
      join(folder, 'a.md'),
      '--by',
      '赵敏',
      '--language',
      'en',
    ];
    const { asked } = await exported(words);
    expect(asked).toEqual([['C-2015-0001', { format: 'md', language: 'en', who: '赵敏' }]]);
  });

  test.each([
    [[], /which case/],
    [['C-1', 'C-2'], /too much/],
    [['C-1', '--format', 'docx'], /there are pdf and md/],
    [['C-1', '--out', 'a.txt'], /ends in .pdf or .md/],
    [['C-1', '--out', 'a.md', '--format', 'pdf'], /no file of/],
    [['C-1', '--language', 'fr'], /there are zh and en/],
    [['C-2015-0009'], /there is no case/],
  ])('%s is refused', async (words, message) => {
    await expect(exported(words)).rejects.toThrow(message);
  });
});
