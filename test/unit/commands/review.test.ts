import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { type Reviewed, type ReviewPorts, reviewCommand } from '../../../src/commands/review.ts';

const OPEN: Reviewed = { id: '1a2b3c4d', text: '合作厅能推啥子嘛', state: 'open' };

/** Runs the verb against a list of questions; what it did and printed is in `done`, a line each. */
async function run(args: readonly string[], questions: readonly Reviewed[] = [OPEN]) {
  const done: string[] = [];
  const ports: ReviewPorts = {
    list: async (all) => questions.filter(({ state }) => all || state === 'open'),
    find: async (id) => questions.find((question) => question.id === id) ?? null,
    learn: async ({ text, intent }) => {
      done.push(`learn ${intent} ${text}`);
      return intent === 'help' ? null : { file: `intents/examples/${intent}.yaml`, line: 7 };
    },
    decide: async ({ id, state, decision }) => {
      done.push(`${state} ${id} ${decision}`);
      return true;
    },
  };
  const code = await reviewCommand(args, ports, {
    input: Readable.from([]),
    out: (line) => done.push(line),
    err: (line) => done.push(`(${line})`),
  });
  return { code, done };
}

describe('desk review', () => {
  test('list prints open questions, a JSON object a line; --all the decided ones too', async () => {
    const dismissed = { ...OPEN, id: 'ffffffff', state: 'dismissed' };
    const questions = [OPEN, dismissed];
    expect((await run(['list'], questions)).done).toEqual([JSON.stringify(OPEN)]);
    expect((await run(['list', '--all'], questions)).done).toHaveLength(2);
  });

  test('accept makes the question an example, then closes it, and says what to do next', async () => {
    const { code, done } = await run(['accept', OPEN.id, 'promo.eligibility']);
    expect(code).toBe(0);
    expect(done).toEqual([
      'learn promo.eligibility 合作厅能推啥子嘛',
      'accepted 1a2b3c4d promo.eligibility',
      '{"accepted":"1a2b3c4d","intent":"promo.eligibility","text":"合作厅能推啥子嘛","file":"intents/examples/promo.eligibility.yaml","line":7}',
      expect.stringContaining('desk train check'),
    ]);
  });

  test('accept takes other words with --text, on one line', async () => {
    const { done } = await run([
      'accept',
      OPEN.id,
      'promo.eligibility',
      '--text',
      ' 合作厅能\n推啥 ',
    ]);
    expect(done[0]).toBe('learn promo.eligibility 合作厅能 推啥');
  });

  test('a question that is an example already is closed without a second line', async () => {
    const { done } = await run(['accept', OPEN.id, 'help']);
    expect(done.at(-1)).toBe('(It was an example of this intent already.)');
  });

  test('dismiss puts it aside, with a reason if one is given', async () => {
    const { done } = await run(['dismiss', OPEN.id, '--because', '闲聊']);
    expect(done).toEqual(['dismissed 1a2b3c4d 闲聊', '{"dismissed":"1a2b3c4d"}']);
  });

  test.each([
    [['accept', 'nobody', 'help'], /no question "nobody"/],
    [['dismiss', 'nobody'], /no question "nobody"/],
    [['accept', 'ffffffff', 'help'], /"ffffffff" is dismissed already/],
    [['accept', OPEN.id], /which question, and for which intent/],
    [['accept', OPEN.id, 'help', 'more'], /"more" is too much/],
    [['accept', OPEN.id, 'help', '--text', ' '], /--text is empty/],
    [['accept', OPEN.id, 'help', '--because', 'x'], /a flag that this action does not know/],
    [['dismiss'], /which question/],
    [['list', 'all'], /"all" is too much/],
    [['learn'], /list, accept or dismiss/],
    [[], /list, accept or dismiss/],
  ])('%j is refused and changes nothing', async (args, message) => {
    const dismissed = { ...OPEN, id: 'ffffffff', state: 'dismissed' };
    await expect(run(args, [OPEN, dismissed])).rejects.toThrow(message);
  });
});
