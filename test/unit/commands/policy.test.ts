import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { type Imported, type PolicyPorts, policyCommand } from '../../../src/commands/policy.ts';
import { Problem } from '../../../src/problem.ts';
import { day } from '../../world.ts';

const SURE: Imported = {
  draft: 'data/drafts/2015-q2',
  campaign: '2015-q2',
  offers: 8,
  plans: 3,
  cells: 48,
  doubtful: [],
};
const CELL = { sheet: '优惠矩阵', cell: 'D7', value: '×' };
const DOUBT = { ...CELL, message: { zh: '“×”不是级别', en: '"×" is no level' } };

/** Runs the verb; what it asked for and printed is in `done`, a line each. */
async function run(args: readonly string[], imported: Imported | Problem = SURE) {
  const done: string[] = [];
  const ports: PolicyPorts = {
    template: async ({ out, from }) => {
      done.push(`template ${out} ${from}`);
      return out ?? 'policy-template.xlsx';
    },
    load: async (file, wanted) => {
      done.push(`load ${file} ${JSON.stringify(wanted)}`);
      if (imported instanceof Problem) throw imported;
      return imported;
    },
    account: () => 'keeper',
    believe: (given) => given ?? day('2015-03-25'),
  };
  const code = await policyCommand(args, ports, {
    input: Readable.from([]),
    out: (line) => done.push(line),
    err: (line) => done.push(`(${line})`),
  });
  return { code, done };
}

describe('desk policy import', () => {
  test('prints one line of JSON and ends with 0 where no cell is in doubt', async () => {
    const { code, done } = await run(['import', 'q2.xlsx', '--id', '2015-q2', '--version', '2']);
    expect(code).toBe(0);
    expect(done).toEqual([
      'load q2.xlsx {"id":"2015-q2","version":2,"isDryRun":false,"by":"keeper","today":"2015-03-25"}',
      JSON.stringify(SURE),
      '(草稿在 data/drafts/2015-q2，还没有对外使用。没有存疑的单元格。)',
    ]);
  });

  test('says who prepares the draft and when, where it is told', async () => {
    const { done } = await run(['import', 'q2.xlsx', '--by', ' 王芳 ', '--today', '2015-03-26']);
    expect(done[0]).toContain('"by":"王芳","today":"2015-03-26"');
  });

  test('names each doubtful cell for people too, and ends with 1', async () => {
    const { code, done } = await run(['import', 'q2.csv'], { ...SURE, doubtful: [DOUBT] });
    expect(code).toBe(1);
    expect(JSON.parse(done[1] ?? '')).toMatchObject({
      doubtful: [{ ...CELL, message: '"×" is no level', zh: '“×”不是级别' }],
    });
    expect(done.slice(2)).toEqual([
      '(优惠矩阵!D7“×”：“×”不是级别)',
      '(草稿在 data/drafts/2015-q2，还没有对外使用。有 1 处存疑：请改好表格再导入。)',
    ]);
  });

  test('says it in English where that is asked for', async () => {
    const imported = { ...SURE, doubtful: [DOUBT, { ...DOUBT, value: '' }] };
    const { done } = await run(['import', 'q2.csv', '--language', 'en'], imported);
    expect(done.slice(2)).toEqual([
      '(优惠矩阵!D7 "×": "×" is no level)',
      '(优惠矩阵!D7: "×" is no level)',
      '(The draft is data/drafts/2015-q2; nothing of it is served. 2 cells are in doubt: mend the sheet and import it again.)',
    ]);
  });

  test('says of a dry run and of a draft without an id that nothing was written', async () => {
    const nowhere = { ...SURE, draft: null };
    expect((await run(['import', 'q2.csv', '--dry-run'], nowhere)).done[2]).toContain('只检查');
    const { done } = await run(['import', 'q2.csv'], {
      ...nowhere,
      campaign: null,
      doubtful: [DOUBT],
    });
    expect(done.at(-1)).toContain('草稿要有活动编号');
  });

  test('a file that cannot be read is a line with the error, and 1', async () => {
    const { code, done } = await run(
      ['import', 'q2.xlsx'],
      new Problem('file', 'the file is empty', { zh: '文件是空的' }),
    );
    expect(code).toBe(1);
    expect(JSON.parse(done[1] ?? '')).toEqual({
      draft: null,
      campaign: null,
      offers: 0,
      plans: 0,
      cells: 0,
      doubtful: [],
      error: 'the file is empty',
      zh: '文件是空的',
    });
    expect(done[2]).toBe('(desk: q2.xlsx: 文件是空的)');
  });
});

describe('desk policy template', () => {
  test('writes the file and prints its name', async () => {
    expect(await run(['template'])).toEqual({
      code: 0,
      done: ['template null null', '{"template":"policy-template.xlsx","from":null}'],
    });
    expect((await run(['template', '--out', 'a.xlsx', '--from', '2015-q1'])).done).toEqual([
      'template a.xlsx 2015-q1',
      '{"template":"a.xlsx","from":"2015-q1"}',
    ]);
  });
});

describe('wrong usage', () => {
  test.each([
    [[]],
    [['forget']],
    [['import']],
    [['import', 'a.csv', 'b.csv']],
    [['import', 'a.csv', '--id', '2015 Q2']],
    [['import', 'a.csv', '--id', '../2015']],
    [['import', 'a.csv', '--version', '0']],
    [['import', 'a.csv', '--out', 'b.xlsx']],
    [['import', 'a.csv', '--by', ' ']],
    [['import', 'a.csv', '--today', '2015-02-30']],
    [['import', 'a.csv', '--colour']],
    [['template', 'a.xlsx']],
    [['template', '--out', 'a.csv']],
    [['template', '--dry-run']],
    [['import', 'a.csv', '--language', 'fr']],
    [['template', '--by', '王芳']],
    [['template', '--language', 'en']],
  ])('%j', async (args) => {
    await expect(run(args)).rejects.toMatchObject({ name: 'Problem', code: 'usage' });
  });
});
