import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { emptyFolder } from '../unit/files/overlay.ts';
import { FOLDERS } from '../world.ts';
import { linesOf, run } from './run-command.ts';

const data = join(emptyFolder(), 'data');
const env = { DESK_DATA: data, DESK_TODAY: '2015-02-10', DESK_POLICY_OWNERS: 'U0OLIVIA,U0WANG' };
const desk = (words: readonly string[]) => run(words, { env });
const OLIVIA = ['--by', 'Olivia Grant (U0OLIVIA)'];
const WANG = ['--by', '王主任 (U0WANG)'];

/** A draft made of the files of the first quarter, each changed as a person would. */
function draft(name: string, changes: Readonly<Record<string, readonly [string, string][]>>): void {
  const folder = join(data, 'drafts', name);
  mkdirSync(folder, { recursive: true });
  for (const file of ['campaign.yaml', 'levels.yaml', 'payouts.yaml']) {
    const before = readFileSync(join(FOLDERS.data, 'campaigns/2015-q1', file), 'utf8');
    const text = (changes[file] ?? []).reduce((all, [from, to]) => all.replace(from, to), before);
    writeFileSync(join(folder, file), text);
  }
  const paper = 'file: q.xlsx\npreparedBy: 王主任 (U0WANG)\npreparedOn: 2015-02-09\n';
  writeFileSync(join(folder, 'draft.yaml'), `${paper}reason: null\nfrom: null\ndoubtful: []\n`);
}

async function levelOn(day: string, question: string): Promise<unknown> {
  const { out } = await desk(['ask', question, '--today', day]);
  const [answer] = linesOf(out) as readonly { facts: { cells: readonly { level: string }[] } }[];
  return answer?.facts.cells.map(({ level }) => level).join();
}

const FREE_PHONE = '一般乡镇专营店能推存费送机吗';

beforeAll(() => {
  cpSync(FOLDERS.data, data, { recursive: true });
  draft('2015-q2', {
    'campaign.yaml': [
      ['id: 2015-q1', 'id: 2015-q2'],
      ['starts: 2015-01-01', 'starts: 2015-04-01'],
      ['ends: 2015-03-31', 'ends: 2015-06-30'],
    ],
    'payouts.yaml': [['commission: 10', 'commission: 12']],
  });
  draft('2015-q1.v2', {
    'campaign.yaml': [['version: 1', 'version: 2']],
    'levels.yaml': [['township-store: secondary', 'township-store: main']],
  });
});

describe('a new quarter goes from a draft into force without a programmer', () => {
  test('what it would change is shown, cell by cell and plan by plan', async () => {
    const { code, out, err } = await desk(['policy', 'diff', '2015-q2']);
    expect(code).toBe(0);
    expect(linesOf(out)).toMatchObject([
      { set: '2015-q2', against: '2015-q1', kind: 'days' },
      { kind: 'plan', deposit: 200, before: { commission: 10 }, after: { commission: 12 } },
    ]);
    expect(err).toContain('2015-q2 与 2015-q1 相比：2处变化');
    expect(err).toContain('存200元：佣金 10 → 12');
    const english = await desk(['policy', 'diff', '2015-q2', '--language', 'en']);
    expect(english.err).toContain('Deposit 200: commission 10 → 12');
  });

  test('who has prepared it cannot approve it, and nobody who keeps no policy can', async () => {
    for (const by of [WANG, ['--by', '李 (U0LINA)']]) {
      const { code, out, err } = await desk(['policy', 'approve', '2015-q2', ...by]);
      expect({ code, out }).toEqual({ code: 1, out: '' });
      expect(err).toMatch(/政策负责人/);
    }
    expect(existsSync(join(data, 'campaigns/2015-q2'))).toBe(false);
  });

  test('another policy owner can: who and when is written down, and it is served from its first day on', async () => {
    const { code, out } = await desk(['policy', 'approve', '2015-q2', ...OLIVIA]);
    expect(code).toBe(0);
    expect(linesOf(out)).toEqual([
      {
        approved: '2015-q2',
        set: '2015-q2',
        version: 1,
        from: '2015-04-01',
        by: 'Olivia Grant (U0OLIVIA)',
        on: '2015-02-10',
        reason: null,
      },
    ]);
    expect(existsSync(join(data, 'drafts/2015-q2'))).toBe(false);
    const register = readFileSync(join(data, 'register.yaml'), 'utf8');
    expect(register).toContain('# Came with the program');
    expect(register).toMatch(/set: 2015-q2, version: 1, from: 2015-04-01, by: Olivia Grant/);
    expect((await desk(['data', 'check'])).code).toBe(0);
    expect(await levelOn('2015-03-31', FREE_PHONE)).toBe('secondary');
    const { out: answer } = await desk(['ask', '办12户存200佣金多少', '--today', '2015-04-01']);
    expect(linesOf(answer)).toMatchObject([{ facts: { perHousehold: 12, total: 144 } }]);
    const { out: details } = await desk(['ask', '活动什么时候结束', '--today', '2015-04-01']);
    expect(details).toContain('Olivia Grant复核于2015年2月10日');
  });
});

describe('a correction in the middle of a quarter', () => {
  test('needs a reason, and holds from its day on: the days before stay as they were', async () => {
    const silent = await desk(['policy', 'approve', '2015-q1.v2', ...OLIVIA]);
    expect(silent.code).toBe(1);
    expect(silent.err).toContain('原因');
    const { code } = await desk([
      ...['policy', 'approve', '2015-q1.v2', ...OLIVIA, '--from', '2015-02-20'],
      ...['--reason', '附表印错了'],
    ]);
    expect(code).toBe(0);
    expect(await levelOn('2015-02-19', FREE_PHONE)).toBe('secondary');
    expect(await levelOn('2015-02-20', FREE_PHONE)).toBe('main');
    const { out } = await desk(['ask', `2月15号${FREE_PHONE}`, '--today', '2015-02-25']);
    expect(linesOf(out)).toMatchObject([{ facts: { cells: [{ level: 'secondary' }] } }]);
    expect(out).toContain('今天（2015年2月25日）不同');
  });

  test('is rolled back by one command, from the day on that it names', async () => {
    // A draft of the version that comes back, imported meanwhile by somebody, is not what was approved.
    draft('2015-q1', {
      'levels.yaml': [['township-store: secondary', 'township-store: optional']],
    });
    const back = ['policy', 'rollback', '2015-q1', '--to', '1', '--from', '2015-03-02'];
    expect((await desk([...back, ...WANG])).code).toBe(1);
    expect((await desk([...back, ...WANG, '--reason', '更正本身有误'])).code).toBe(0);
    expect(await levelOn('2015-03-01', FREE_PHONE)).toBe('main');
    expect(await levelOn('2015-03-02', FREE_PHONE)).toBe('secondary');
    rmSync(join(data, 'drafts/2015-q1'), { recursive: true });
  });

  test('every set has a state, and all that was decided about it is there', async () => {
    const { out } = await run(['policy', 'list'], { env: { ...env, DESK_TODAY: '2015-03-05' } });
    const states = (linesOf(out) as readonly { name: string; state: string }[]).map(
      ({ name, state }) => `${name} ${state}`,
    );
    expect(states).toEqual(['2015-q1 in-force', '2015-q1.v2 replaced', '2015-q2 approved']);
  });

  test('a review is written down, and one that is overdue shows', async () => {
    expect((await desk(['policy', 'review', '2015-q1', ...WANG])).code).toBe(0);
    const { out } = await desk(['ask', '自有厅能推什么', '--today', '2015-02-10']);
    expect(out).toContain('王主任复核于2015年2月10日');
    const { out: late } = await desk(['ask', '自有厅4月15号能推什么', '--today', '2015-06-29']);
    expect(late).toContain('🟠 复核已过期（Olivia Grant，2015年2月10日）');
  });
});

describe('the past is never edited', () => {
  test('a changed file of an approved set is refused, with its line of the register', async () => {
    const file = join(data, 'campaigns/2015-q2/payouts.yaml');
    const before = readFileSync(file, 'utf8');
    writeFileSync(file, before.replace('commission: 12', 'commission: 13'));
    const { code, out } = await desk(['data', 'check']);
    expect(code).toBe(1);
    expect(linesOf(out)).toMatchObject([
      { file: 'data/register.yaml', message: expect.stringContaining('make it a new version') },
    ]);
    writeFileSync(file, before);
    expect((await desk(['data', 'check'])).code).toBe(0);
  });

  test('a decision that would leave the data broken is not written down', async () => {
    const register = readFileSync(join(data, 'register.yaml'), 'utf8');
    draft('2015-q3', {
      'campaign.yaml': [
        ['id: 2015-q1', 'id: 2015-q3'],
        ['starts: 2015-01-01', 'starts: 2015-06-30'],
        ['ends: 2015-03-31', 'ends: 2015-09-30'],
      ],
    });
    const { code, err } = await desk(['policy', 'approve', '2015-q3', ...OLIVIA]);
    expect(code).toBe(1);
    expect(err).toContain('its days overlap with campaign 2015-q2');
    expect(readFileSync(join(data, 'register.yaml'), 'utf8')).toBe(register);
    expect(existsSync(join(data, 'drafts/2015-q3'))).toBe(true);
  });

  test('wrong words are wrong usage, and a name is never taken for a path', async () => {
    for (const words of [
      ['diff'],
      ['approve', '2015-q2'],
      ['rollback', '2015-q2', ...OLIVIA],
      ['diff', '../../etc'],
      ['list', 'everything'],
      ['review', '2015-q1', ...OLIVIA, '--reason', 'x'],
    ])
      expect((await desk(['policy', ...words])).code, words.join(' ')).toBe(2);
    expect((await desk(['policy', 'diff', '2019-q9'])).code).toBe(1);
  });
});
