import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, describe, expect, test } from 'vitest';
import { chartCommand } from '../../../src/commands/chart.ts';
import { TODAY } from '../../world.ts';
import { realPolicy } from '../policy/first-quarter.ts';

const FOLDER = mkdtempSync(join(tmpdir(), 'desk-chart-'));
afterAll(() => rmSync(FOLDER, { recursive: true }));

/** Runs the verb with a renderer that only counts. */
async function run(args: readonly string[]) {
  const lines: string[] = [];
  let rendered = 0;
  const code = await chartCommand(
    args,
    {
      openPolicy: async () => realPolicy(),
      believe: (given) => given ?? TODAY,
      renderPng: async () => {
        rendered += 1;
        return Buffer.from('a picture');
      },
    },
    { input: Readable.from([]), out: (line) => lines.push(line), err: (line) => lines.push(line) },
  );
  return { code, lines, rendered };
}

describe('desk chart', () => {
  test('payout writes an SVG where the name says so, and prints one line', async () => {
    const file = join(FOLDER, 'gift.svg');
    const { code, lines, rendered } = await run(['payout', '--deposit', '200', '--out', file]);
    expect([code, rendered, lines.length]).toEqual([0, 0, 1]);
    const printed: unknown = JSON.parse(lines[0] ?? '');
    expect(printed).toEqual({
      file,
      alt: expect.stringContaining('共到账300元，最后一笔在2016年5月'),
      width: 1080,
      height: expect.any(Number),
    });
    const svg = readFileSync(file, 'utf8');
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="1080"/);
    expect(svg).toContain('<title>存200元送100元，2015年2月10日预存200元');
  });

  test('matrix writes a PNG, in the language that is asked for', async () => {
    const file = join(FOLDER, 'matrix.PNG');
    const { lines, rendered } = await run(['matrix', '--language', 'en', '--out', file]);
    expect(rendered).toBe(1);
    expect(readFileSync(file, 'utf8')).toBe('a picture');
    expect(lines[0]).toContain('8 offers at 6 kinds of outlet');
  });

  test('--day is the day of the deposit, and goes before the day that is believed in', async () => {
    const file = join(FOLDER, 'day.svg');
    const both = ['--today', '2015-02-10', '--day', '2015-01-31', '--out', file];
    const { lines } = await run(['payout', '--deposit', '100', ...both]);
    expect(lines[0]).toContain('2015年1月31日');
  });

  test.each([
    [['payout', '--deposit', '300'], 'no deposit gift of 300 yuan: 2015-q1 has 50, 100, 200'],
    [['matrix', '--day', '2015-04-01'], 'no campaign on 2015-04-01: 2015-q1 ended on 2015-03-31'],
    [['matrix', '--day', '2014-12-31'], 'no campaign on 2014-12-31: 2015-q1 starts on 2015-01-01'],
  ])('%j fails with words that say what there is', async (args, message) => {
    await expect(run(args)).rejects.toMatchObject({ code: 'data', message });
  });

  test('a file that cannot be written is named', async () => {
    const file = join(FOLDER, 'no', 'such', 'folder.svg');
    await expect(run(['matrix', '--out', file])).rejects.toMatchObject({
      code: 'file',
      message: expect.stringContaining(`${file} cannot be written: ENOENT`),
    });
  });

  test.each([
    [[]],
    [['pie']],
    [['matrix', 'twice']],
    [['payout']],
    [['payout', '--deposit', 'abc']],
    [['payout', '--deposit', '-200']],
    [['payout', '--deposit', '1e3']],
    [['matrix', '--deposit', '200']],
    [['matrix', '--day', '2015-02-30']],
    [['matrix', '--language', 'fr']],
    [['matrix', '--out', 'matrix.gif']],
    [['matrix', '--colour', 'red']],
  ])('%j is wrong usage, said before anything is read or written', async (args) => {
    await expect(run(args)).rejects.toMatchObject({ code: 'usage' });
    expect(existsSync('matrix.gif')).toBe(false);
  });
});
