import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { askCommand } from '../../../src/commands/ask.ts';
import { PUBLISHED_KEYS, publishedAnswer } from '../../published.ts';
import { dialoguesOf, questionsOf } from '../../questions/questions.ts';
import { realDesk, TODAY } from '../../world.ts';
import { STRANGE } from '../language/texts.ts';

const desk = await realDesk();

/** What the verb prints for lines of standard input, run inside this process. */
async function answersTo(lines: readonly string[]): Promise<readonly unknown[]> {
  const printed: unknown[] = [];
  await askCommand(
    ['--jsonl'],
    {
      openDesk: async () => desk,
      believe: (given) => given ?? TODAY,
    },
    {
      input: Readable.from([lines.map((line) => `${line}\n`).join('')]),
      out: (line) => {
        printed.push(JSON.parse(line));
      },
      err: (line) => {
        throw new Error(line);
      },
    },
  );
  return printed;
}

describe('what is published is what the contract says, to the key', () => {
  test.each([
    [
      'every question that is held apart',
      questionsOf().map(({ text, today }) => ({ text, today })),
    ],
    [
      'every turn of every dialogue',
      dialoguesOf().flatMap(({ id, turns }) =>
        turns.map(({ text, today }) => ({ text, today, conversation: id })),
      ),
    ],
    ['every strange text', STRANGE.map(([, text]) => ({ text, today: TODAY }))],
    [
      'every question on days without a campaign',
      questionsOf().map(({ text }, at) => ({
        text,
        today: at % 2 === 0 ? '2014-12-31' : '2015-04-01',
      })),
    ],
  ])('for %s', async (_, questions) => {
    const answers = await answersTo(questions.map((question) => JSON.stringify(question)));
    expect(answers).toHaveLength(questions.length);
    for (const [at, answer] of answers.entries()) {
      const { error } = publishedAnswer.safeParse(answer);
      expect(error?.issues ?? [], JSON.stringify(questions[at])).toEqual([]);
      expect(Object.keys(answer as object)).toEqual(PUBLISHED_KEYS);
    }
  });

  test('an id of any kind comes back first, as it was given', async () => {
    for (const id of ['q1', 7, null, { part: [1] }, '']) {
      const [answer] = await answersTo([JSON.stringify({ text: '你好', id })]);
      expect(answer).toMatchObject({ id, intent: 'help' });
      expect(Object.keys(answer as object)).toEqual(['id', ...PUBLISHED_KEYS]);
    }
  });
});

describe('a picture that is wished for', () => {
  test('changes nothing but the text, which has the command that draws it', async () => {
    const [plain, wished, levels, none] = await answersTo(
      [
        '存200怎么返',
        '存200怎么返，看图',
        'what can I offer at an own hall, as a chart',
        '办12户佣金多少，看图',
      ].map((text) => JSON.stringify({ text, today: '2015-02-10' })),
    );
    const { text, ...rest } = plain as { readonly text: string };
    expect(wished).toEqual({
      ...rest,
      text: `${text}\n画图：desk chart payout --deposit 200 --day 2015-02-10 --language zh`,
    });
    expect(levels).toMatchObject({
      text: expect.stringMatching(/\nPicture: desk chart matrix --day 2015-02-10 --language en$/),
    });
    expect(JSON.stringify(none)).not.toContain('desk chart');
  });
});

describe('a line that is no question is told by its number, and the rest is answered', () => {
  test.each([
    ['no JSON', '{"text": "自有厅', /^no JSON: /],
    ['a text', '"自有厅能推什么"', /^no JSON object$/],
    ['a list', '["自有厅能推什么"]', /^no JSON object$/],
    ['null', 'null', /^no JSON object$/],
    ['no text', '{"question": "自有厅"}', /^"text" is missing, or no text$/],
    ['a text that is a number', '{"text": 200}', /^"text" is missing, or no text$/],
    [
      'a conversation that is a number',
      '{"text": "你好", "conversation": 1}',
      /^"conversation" is no text$/,
    ],
    ['a day that is none', '{"text": "你好", "today": "2015-02-30"}', /^"today" is no day/],
    ['a day that is a number', '{"text": "你好", "today": 20150210}', /^"today" is no day/],
  ])('%s', async (_, line, error) => {
    const answers = await answersTo(['{"text": "你好"}', '', line, '{"text": "谢谢"}']);
    expect(answers).toHaveLength(3);
    expect(answers[1]).toEqual({ line: 3, error: expect.stringMatching(error) });
    expect([answers[0], answers[2]]).toMatchObject([{ intent: 'help' }, { intent: 'help' }]);
  });

  test('its id comes back where it has one', async () => {
    expect(await answersTo(['{"id": "q9", "text": null}'])).toEqual([
      { id: 'q9', line: 1, error: '"text" is missing, or no text' },
    ]);
  });

  test('nothing asked, nothing answered', async () => {
    expect(await answersTo([])).toEqual([]);
    expect(await answersTo(['', '   '])).toEqual([]);
  });

  test('a byte-order mark and the line ends of Windows are no fault', async () => {
    expect(await answersTo(['\ufeff{"text": "你好"}\r', '{"text": "谢谢"}\r'])).toMatchObject([
      { intent: 'help' },
      { intent: 'help' },
    ]);
  });
});

describe('lines of one conversation share what it is about, and others do not', () => {
  test('in their order, also where conversations are mixed', async () => {
    const ask = (text: string, conversation?: string): string =>
      JSON.stringify({ text, conversation });
    const answers = await answersTo([
      ask('what can I offer at an own hall', 'a'),
      ask('存200送100怎么返', 'b'),
      ask('and at a township store?', 'a'),
      ask('那100的呢', 'b'),
      ask('and at a township store?'),
      ask('and at a township store?', 'c'),
    ]);
    expect(answers).toMatchObject([
      { intent: 'promo.eligibility', entities: { outlets: ['own-hall'] } },
      { intent: 'payout.schedule', entities: { deposit: 200 } },
      { intent: 'promo.eligibility', entities: { outlets: ['township-store'] } },
      { intent: 'payout.schedule', entities: { deposit: 100 } },
      {},
      {},
    ]);
    // Without a conversation nothing was said before; the same line alone reads the same in a new one.
    expect(answers[4]).toEqual(answers[5]);
    expect(answers[4]).not.toMatchObject({
      facts: { cells: expect.anything(), outlets: ['own-hall'] },
    });
  });

  test('a follow-up without its conversation does not know what it follows', async () => {
    const [, after] = await answersTo([
      JSON.stringify({ text: '存200送100怎么返' }),
      JSON.stringify({ text: '如果是三月存呢' }),
    ]);
    expect(after).not.toMatchObject({ entities: { deposit: 200 } });
  });

  test('a broken line does not break its conversation', async () => {
    const answers = await answersTo([
      '{"text": "what can I offer at an own hall", "conversation": "a"}',
      '{"text": 1, "conversation": "a"}',
      '{"text": "and at a township store?", "conversation": "a"}',
    ]);
    expect(answers[2]).toMatchObject({
      intent: 'promo.eligibility',
      entities: { outlets: ['township-store'] },
    });
  });
});
