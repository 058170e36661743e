import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { askOwnerQuestions } from '../../../src/owner-questions.ts';
import { FOLDERS, realDesk } from '../../world.ts';
import { emptyFolder } from './overlay.ts';

const desk = await realDesk();
const FILE = 'campaigns/2015-q1/questions.yaml';

/** The real data with these questions instead of its own. */
function dataWith(questions: string): string {
  const folder = join(emptyFolder(), 'data');
  cpSync(FOLDERS.data, folder, { recursive: true });
  writeFileSync(join(folder, FILE), `questions:\n${questions}`);
  return folder;
}

const ask = (folder: string) => askOwnerQuestions(folder, async () => desk);

describe('what the owner of the policy expects', () => {
  test('holds for the questions that lie beside the first quarter', async () => {
    const lines = readFileSync(join(FOLDERS.data, FILE), 'utf8').match(/^ {2}- /gm);
    expect(await ask(FOLDERS.data)).toEqual({ asked: lines?.length, problems: [] });
  });

  test('and is answered otherwise is told with its file, its line and what came instead', async () => {
    const folder = dataWith(
      [
        '  - { ask: 自有厅能推存费送机吗, on: 2015-02-10, level: secondary }',
        '  - { ask: 自有厅能推存费送机吗, on: 2015-04-01, level: main }',
        '  - { ask: 自有厅能推什么, on: 2015-02-10, level: main }',
        '  - { ask: 存200元怎么返, on: 2015-02-10, level: main, facts: { total: 310, bonus: 1 } }',
      ].join('\n'),
    );
    const file = `data/${FILE}`;
    const { problems } = await ask(folder);
    expect(problems).toMatchObject([
      {
        file,
        line: 2,
        path: 'questions[0]',
        message: expect.stringMatching(/the level is main, not secondary$/),
      },
      {
        file,
        line: 3,
        path: 'questions[1]',
        message: expect.stringMatching(/the level is none, not main$/),
      },
      {
        file,
        line: 4,
        path: 'questions[2]',
        message: expect.stringMatching(/the level is main, main, /),
      },
      { line: 5, message: expect.stringMatching(/read as payout\.schedule, which has no level$/) },
      { line: 5, message: expect.stringMatching(/total is 300, not 310$/) },
      { line: 5, message: expect.stringMatching(/bonus is not there, not 1$/) },
    ]);
  });

  test.each([
    [
      '  - { ask: 自有厅能推什么, on: 2015-02-10 }',
      2,
      /nothing is expected: give "level" or "facts"/,
    ],
    ['  - { ask: 自有厅能推什么, on: 2015-02-30, level: main }', 2, /"2015-02-30" is no day/],
    ['  - { ask: 自有厅能推什么, on: 2015-02-10, level: best }', 2, /./],
    ['  - { ask: 自有厅能推什么, on: 2015-02-10, levle: main }', 2, /unknown key "levle"/],
  ])('%s is refused with what is wrong', async (line, number, message) => {
    const { problems } = await ask(dataWith(line));
    expect(problems[0]).toMatchObject({ line: number, message: expect.stringMatching(message) });
  });

  test('a policy without such questions opens no desk', async () => {
    const folder = dataWith('  []');
    const open = async (): Promise<never> => {
      throw new Error('opened');
    };
    expect(await askOwnerQuestions(folder, open)).toEqual({ asked: 0, problems: [] });
  });
});
