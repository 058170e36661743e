import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { PUBLISHED_KEYS, publishedAnswer } from '../published.ts';
import { emptyFolder, foretold, withMistakes } from '../unit/files/overlay.ts';
import { FOLDERS, ROOT } from '../world.ts';
import { linesOf, run } from './run-command.ts';

// Each test starts programs, and the first one may have to learn.
vi.setConfig({ testTimeout: 30_000 });

const LONG = '核心乡镇合作厅能推什么'.repeat(4000).slice(0, 40_000);

describe('wrong usage', () => {
  test('is told with the usage on standard error, prints nothing, and ends with 2', async () => {
    const wrong: readonly (readonly [words: readonly string[], said: string])[] = [
      [[], 'what shall I do?'],
      [['tell', 'me'], 'there is no verb "tell me"'],
      [['data'], 'there is no verb "data"'],
      [['ask'], 'what is the question?'],
      [['ask', '自有厅', '能推什么'], 'in quotes'],
      [['ask', '自有厅能推什么', '--tomorrow'], '--tomorrow'],
      [['ask', '自有厅能推什么', '--today', '2015-02-30'], '2015-02-30'],
      [['ask', '自有厅能推什么', '--today'], '--today'],
      [['ask', '--jsonl', '自有厅能推什么'], 'standard input'],
      [['data', 'check', 'data'], '"data" is too much'],
    ];
    const ran = await Promise.all(wrong.map(([words]) => run(words)));
    for (const [at, { code, out, err }] of ran.entries()) {
      const [words, said] = wrong[at] ?? [];
      expect({ words, code, out }).toEqual({ words, code: 2, out: '' });
      expect(err).toMatch(/^desk: .+\n\nUsage: npm run -s desk -- VERB/);
      expect(err.split('\n')[0]).toContain(said);
      expect(err).not.toMatch(/\n\s+at /);
    }
  });

  test('a variable that is wrong is told in one line, and ends with 2 as well', async () => {
    const { code, out, err } = await run(['ask', '你好'], { env: { DESK_TODAY: 'soon' } });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^desk: DESK_TODAY .*\n$/);
  });

  test('who asks for help gets it, and nothing went wrong', async () => {
    const { code, out, err } = await run(['help']);
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(err).toContain('desk data check');
  });
});

describe('desk ask "question"', () => {
  test('prints one line of JSON with exactly the keys of the contract', async () => {
    const { code, out, err } = await run([
      'ask',
      'what can I offer at a township partner hall',
      '--today',
      '2015-02-10',
    ]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const [answer, ...others] = linesOf(out);
    expect(others).toEqual([]);
    expect(Object.keys(answer as object)).toEqual(PUBLISHED_KEYS);
    expect(publishedAnswer.safeParse(answer).error?.issues ?? []).toEqual([]);
    expect(answer).toMatchObject({
      intent: 'promo.eligibility',
      entities: { outlets: ['core-township-hall'], offers: [], date: null },
      facts: { campaign: '2015-q1', active: true, date: '2015-02-10' },
      language: 'en',
    });
  });

  test('believes in DESK_TODAY, and sooner in --today', async () => {
    const env = { DESK_TODAY: '2015-04-01' };
    const [believing, told] = await Promise.all([
      run(['ask', '自有厅能推什么'], { env }),
      run(['ask', '自有厅能推什么', '--today', '2015-03-31'], { env }),
    ]);
    expect(linesOf(believing.out)).toMatchObject([
      { facts: { active: false, date: '2015-04-01' } },
    ]);
    expect(linesOf(told.out)).toMatchObject([{ facts: { active: true, date: '2015-03-31' } }]);
  });
});

describe('a question that mentions porting', () => {
  test('is answered with the keys of the contract, the bans in its text', async () => {
    const asked = { conversation: 'c', today: '2020-02-10' };
    const input = [
      { ...asked, id: 'offer', text: '客户要携号转网，自有厅能推什么', today: '2015-02-10' },
      { ...asked, id: 'follow-up', text: '那缴费站呢' },
      { ...asked, id: 'other', text: '投诉几天之内要答复' },
      { ...asked, id: 'how', text: 'how does porting in work', conversation: 'd' },
    ]
      .map((line) => JSON.stringify(line))
      .join('\n');
    const { code, out, err } = await run(['ask', '--jsonl'], { input });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const answers = linesOf(out);
    for (const answer of answers)
      expect(publishedAnswer.safeParse(answer).error?.issues ?? []).toEqual([]);
    const [offer, followUp, other, how] = answers;
    expect(offer).toMatchObject({
      intent: 'promo.eligibility',
      text: expect.stringMatching(
        /6\. 为携号转网用户设置专项资费方案和营销方案\n.*2019年12月1日起/s,
      ),
    });
    expect(followUp).toMatchObject({ text: expect.stringContaining('涉及携号转网，不得：') });
    expect(other).toMatchObject({ text: expect.not.stringContaining('携号转网') });
    expect(how).toMatchObject({
      intent: 'out_of_scope',
      facts: {},
      text: expect.stringMatching(/On porting, never:.*Art\. 9/s),
    });
  });
});

describe('desk ask --jsonl', () => {
  test('answers each line in its order, whatever stands in the others', async () => {
    const lines = [
      { id: 'first', text: '自有厅能推什么', conversation: 'a' },
      { id: 'later', text: '自有厅能推什么', today: '2015-04-01' },
      { id: 'long', text: LONG },
      { id: 'emoji', text: '👍🏽 自有厅能推什么 😀' },
      { id: 'marks', text: '\u202e自有厅\u200f能推什么\u202c\u0000' },
      { id: 'everybody', text: '<!channel> 自有厅能推什么' },
      { id: 'half a pair', text: '\ud83d自有厅能推什么' },
      'not JSON',
      { id: 'follow-up', text: '那一般乡镇专营店呢', conversation: 'a' },
      { id: 'alone', text: '你好' },
    ];
    const input = lines
      .map((line) => (typeof line === 'string' ? line : JSON.stringify(line)))
      .join('\n');
    // The last line has no end: what a person's editor leaves is answered too.
    const { code, out, err } = await run(['ask', '--jsonl', '--today', '2015-02-10'], { input });
    expect({ code, err }).toEqual({ code: 1, err: '' });
    const answers = linesOf(out);
    expect(answers).toHaveLength(lines.length);
    expect(answers[7]).toEqual({ line: 8, error: expect.stringContaining('no JSON') });
    for (const [at, line] of lines.entries()) {
      if (typeof line === 'string') continue;
      expect(answers[at]).toMatchObject({ id: line.id });
      expect(publishedAnswer.safeParse(answers[at]).error?.issues ?? [], line.id).toEqual([]);
    }
    const ownHall = { intent: 'promo.eligibility', entities: { outlets: ['own-hall'] } };
    expect(answers[0]).toMatchObject({ ...ownHall, facts: { active: true, date: '2015-02-10' } });
    expect(answers[1]).toMatchObject({ ...ownHall, facts: { active: false, date: '2015-04-01' } });
    for (const at of [3, 4, 5, 6]) expect(answers[at]).toMatchObject(ownHall);
    expect(answers[8]).toMatchObject({ entities: { outlets: ['township-store'] } });
  });

  test('with nothing wrong ends with 0, also for a thousand lines', async () => {
    const input = Array.from(
      { length: 1000 },
      (_, at) => `{"id":${at},"text":"自有厅能推什么"}\n`,
    ).join('');
    const { code, out } = await run(['ask', '--jsonl'], { input });
    expect(code).toBe(0);
    expect(linesOf(out).map((answer) => (answer as { id: unknown }).id)).toEqual(
      Array.from({ length: 1000 }, (_, at) => at),
    );
  });
});

describe('desk data check', () => {
  test('asks what the owner of the policy expects', async () => {
    const data = join(emptyFolder(), 'data');
    cpSync(FOLDERS.data, data, { recursive: true });
    const levels = join(data, 'campaigns/2015-q1/levels.yaml');
    const [head = '', row = ''] = readFileSync(levels, 'utf8').split(
      /(?=- offer: renewal-free-phone)/,
    );
    writeFileSync(levels, head + row.replace('township-store: secondary', 'township-store: main'));
    const { code, out } = await run(['data', 'check', '--dir', data]);
    expect(code).toBe(1);
    expect(linesOf(out)).toEqual([
      {
        file: 'data/campaigns/2015-q1/questions.yaml',
        line: 5,
        path: 'questions[0]',
        message: '"一般乡镇专营店能推存费送机吗" on 2015-02-10: the level is main, not secondary',
      },
      expect.objectContaining({ path: 'questions[1]' }),
    ]);
  });

  test('counts what the folders hold', async () => {
    // On a day whose next year is published there is nothing to warn of.
    const { code, out, err } = await run(['data', 'check'], { env: { DESK_TODAY: '2015-02-10' } });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(linesOf(out)).toEqual([
      {
        ok: true,
        campaigns: 1,
        outlets: 6,
        offers: 8,
        plans: 3,
        checklists: 4,
        intents: 12,
        examples: expect.any(Number),
        questions: 12,
      },
    ]);
  });

  test('prints one line a problem, and ends with 1', async () => {
    const mistakes = ['wrong-level-word', 'checklist-is-not-its-file'];
    const { data } = withMistakes(mistakes);
    const { code, out, err } = await run(['data', 'check', '--dir', data]);
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(linesOf(out)).toEqual(mistakes.flatMap(foretold));
    expect(Object.keys(linesOf(out)[0] as object)).toEqual(['file', 'line', 'path', 'message']);
  });

  test('takes the folder of the environment where none is given', async () => {
    const { data } = withMistakes(['negative-yuan']);
    const { code, out } = await run(['data', 'check'], { env: { DESK_DATA: data } });
    expect(code).toBe(1);
    expect(linesOf(out)).toEqual(foretold('negative-yuan'));
  });

  test('says of a folder that is not there that it is not, once', async () => {
    const { code, out, err } = await run(['data', 'check', '--dir', 'no-such-folder']);
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(linesOf(out)).toEqual([
      { file: 'no-such-folder', line: 1, path: '', message: 'cannot be read: it does not exist' },
    ]);
  });
});

describe('data that does not hold', () => {
  test('is not answered from: what is wrong is told on standard error, without a trace of the program', async () => {
    const { data } = withMistakes(['gift-does-not-close']);
    const [broken, missing] = await Promise.all([
      run(['ask', '你好'], { env: { DESK_DATA: data } }),
      run(['ask', '--jsonl'], { env: { DESK_DATA: 'no-such-folder' }, input: '{"text":"你好"}\n' }),
    ]);
    expect([broken.code, broken.out]).toEqual([1, '']);
    expect(broken.err).toMatch(
      /^desk: .*payouts\.yaml:3 plans\[0\] the plan does not close: .*\n$/,
    );
    expect([missing.code, missing.out]).toEqual([1, '']);
    expect(missing.err).toMatch(/^desk: [^\n]*\n?[^\n]*no-such-folder.* it does not exist\n$/);
    expect(broken.err + missing.err).not.toMatch(/\n\s+at /);
  });

  test('is answered from again as soon as it holds: what was learnt is kept per data', async () => {
    const intents = join(emptyFolder(), 'intents');
    mkdirSync(intents);
    writeFileSync(join(intents, 'intents.yaml'), 'intents: []\n');
    const broken = await run(['ask', '你好'], { env: { DESK_INTENTS: intents } });
    expect([broken.code, broken.out]).toEqual([1, '']);
    const whole = await run(['ask', '你好'], { env: { DESK_INTENTS: join(ROOT, 'intents') } });
    expect([whole.code, linesOf(whole.out)]).toMatchObject([0, [{ intent: 'help' }]]);
  });
});
