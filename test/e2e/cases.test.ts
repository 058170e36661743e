import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { temporaryFolder } from './run-bot.ts';
import { linesOf, run } from './run-command.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let env: Readonly<Record<string, string>>;

beforeAll(async () => {
  folder = await temporaryFolder();
  env = {
    DATABASE_URL: `sqlite:${join(folder.path, 'desk.sqlite')}`,
    DESK_TODAY: '2015-02-10',
  };
});
afterAll(() => folder.remove());

const desk = (...words: readonly string[]) => run(['cases', ...words], { env });

test('a case lives through the end of the program, and its closing is refused with what is missing', async () => {
  const opened = await desk(
    'open',
    'plan-changed-after-transfer',
    '--words',
    '客户13812345678的套餐被改',
    '--outlet',
    'own-hall',
    '--by',
    'Olivia Grant',
  );
  expect(opened).toMatchObject({ code: 0, err: '' });
  const listed = await desk('list');
  expect(linesOf(listed.out)).toMatchObject([
    { id: 'C-2015-0001', checklist: 'plan-changed-after-transfer', legalDueOn: '2015-02-25' },
  ]);
  const closed = await desk('close', 'C-2015-0001', '--outcome', 'explained');
  expect(closed.code).toBe(1);
  expect(linesOf(closed.out)).toMatchObject([{ ok: false, code: 'gaps' }]);
  const history = await desk('history', 'C-2015-0001');
  expect(linesOf(history.out)).toMatchObject([{ seq: 1, kind: 'opened', by: 'Olivia Grant' }]);
  expect(history.out).not.toContain('13812345678');
});

test('wrong words end with 2 and the usage', async () => {
  const wrong = await desk('walk');
  expect(wrong.code).toBe(2);
  expect(wrong.err).toContain('desk cases list');
});
