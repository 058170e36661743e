import { describe, expect, test } from 'vitest';
import { type Answer, textOf } from '../../../src/answers/answer.ts';
import type { Context, Missed } from '../../../src/language/reading.ts';
import { publishedAnswer } from '../../published.ts';
import { day, realDesk, TODAY } from '../../world.ts';

const desk = await realDesk();
/** The last of some messages of one conversation, on a day of the practice workspace or another one. */
function asked(texts: readonly string[], today = TODAY) {
  let context: Context | null = null;
  let last: ReturnType<typeof desk.ask> | null = null;
  for (const text of texts) {
    last = desk.ask({ text, today, context });
    context = last.context;
  }
  if (last === null) throw new Error('nothing was asked');
  return last;
}
const missedIn = (...texts: readonly string[]): Missed | null => asked(texts).reading.missed;

describe('a credit that has not come is asked for by its month', () => {
  test.each([
    ['the March credit is missing', '2015-03'],
    ['三月的返还没到账', '2015-03'],
    ['三月返还没到账', '2015-03'],
    ['存100三月没到账', '2015-03'],
    ['这个月赠送没到', '2015-02'],
    ['上个月的返费没到账', '2015-01'],
    ["customer says he didn't get April's 18", '2015-04'],
    ['客户说4月的18块没到账', '2015-04'],
    ['存200的客户说三月没返钱', '2015-03'],
    ['the gift for this month has not arrived', '2015-02'],
    ["customer's deposit credit for May never came", '2015-05'],
    ['where is the March credit for a 200 deposit', '2015-03'],
    ['返还没到账怎么办', '2015-02'],
  ])('%s', (text, month) => {
    expect(missedIn(text)).toEqual({ month, depositedIn: null });
  });

  test.each([
    ['客户1月存的200，三月的钱没到', '2015-03', '2015-01-01', '2015-01-31'],
    ['三月返还没到账，1月10号存的200', '2015-03', '2015-01-10', '2015-01-10'],
    ['上个月存的100，这会儿客户说没返', '2015-02', '2015-01-01', '2015-01-31'],
    [
      'the January deposit of 100: the February credit never came',
      '2015-02',
      '2015-01-01',
      '2015-01-31',
    ],
    [
      'deposit of 200 made on 10 January, nothing has come in March',
      '2015-03',
      '2015-01-10',
      '2015-01-10',
    ],
    [
      'where is the March credit for a 200 deposit made in January',
      '2015-03',
      '2015-01-01',
      '2015-01-31',
    ],
    ['3月存的200钱没返', '2015-03', '2015-03-01', '2015-03-31'],
  ])('%s: the day of the deposit is told from it', (text, month, from, to) => {
    expect(missedIn(text)).toEqual({ month, depositedIn: { from, to } });
  });

  test.each([
    '存200怎么返',
    '已经返了五个月 还有多少没返',
    '上个月存的100，这会儿客户说没返，帮我看看怎么个返法',
    'how much of the 200 has not come back yet',
    '他存了两百块后面每个月退多少给他',
    '到月底客户一共收到多少返还',
    '4月的预存返还什么时候到账',
  ])('%s: nothing is missing', (text) => {
    expect(missedIn(text)).toBeNull();
  });

  test('a month that is still to come is that of last year, where there was a policy and no year is named', () => {
    const on = day('2016-01-10');
    expect(asked(['存200的客户说12月的没到账'], on).reading.missed?.month).toBe('2015-12');
    expect(asked(['存200的客户说2016年12月的没到账'], on).reading.missed?.month).toBe('2016-12');
    expect(missedIn('存200的客户说12月的没到账')?.month).toBe('2015-12');
  });
});

describe('never taken from another intent', () => {
  test.each([
    'customer complains that his credit did not arrive',
    '投诉赠费没到账',
    '客户投诉返还没到账怎么处理',
  ])('%s is a complaint', (text) => {
    expect(asked([text]).answer.intent).toBe('complaint.checklist');
  });

  test.each(['工资还没到账', '快递没到', 'my salary has not arrived this month', '短信没收到'])(
    '%s is none of ours',
    (text) => {
      const { reading, answer } = asked([text]);
      expect(reading.missed).toBeNull();
      expect(['out_of_scope', 'help']).toContain(answer.intent);
    },
  );
});

describe('a conversation about a missing credit', () => {
  test('knows the deposit that was spoken of, and asks for it where none was', () => {
    expect(asked(['存200怎么返', '这个月的没到账']).reading).toMatchObject({
      entities: { deposit: 200 },
      missed: { month: '2015-02' },
    });
    expect(asked(['the March credit is missing']).answer.facts).toEqual({
      missing: 'deposit',
      options: [50, 100, 200],
    });
    expect(asked(['the March credit is missing', '200']).reading).toMatchObject({
      entities: { deposit: 200 },
      missed: { month: '2015-03' },
    });
  });

  test('takes the day of the deposit from an answer before, or from the next message', () => {
    const known = { from: '2015-01-10', to: '2015-01-10' };
    expect(missedIn('1月10号存200怎么返', '三月的没到账')).toEqual({
      month: '2015-03',
      depositedIn: known,
    });
    expect(missedIn('the March credit is missing on the 200', '10 January')).toEqual({
      month: '2015-03',
      depositedIn: known,
    });
    expect(missedIn('1月10号存200怎么返', '三月的没到账', '四月的呢')).toEqual({
      month: '2015-04',
      depositedIn: known,
    });
  });

  test('goes on to how it comes back with the day of the deposit, not with the month that was missing', () => {
    const next = asked(['1月10号存200怎么返', '三月的没到账', '怎么返']);
    expect(next.answer.facts).toMatchObject({ deposit: 200, date: '2015-01-10' });
    expect(next.reading.missed).toBeNull();
    const { reading } = asked(['存200的客户说三月没返钱', '自有厅能推吗']);
    expect(reading).toMatchObject({ intent: 'promo.eligibility', entities: { date: null } });
  });
});

/** As `desk ask` prints it. */
function published({ intent, confidence, entities, facts, words, language }: Answer) {
  return { intent, confidence, entities, facts, text: textOf(words), language };
}

describe('the answer', () => {
  test('gives what was due for each month of deposit, and the way to a complaint', () => {
    const { answer } = asked(['存200的客户说三月没返钱'], day('2015-03-20'));
    expect(answer.words.sections.flatMap(({ lines }) => lines)).toEqual([
      '2015年1月至2015年2月存的：18元（预存 10 + 赠送 8）',
      '2015年3月存的：当天54元（预存 50 + 赠送 4），每月返还从2015年4月开始',
    ]);
    expect(publishedAnswer.safeParse(published(answer)).error?.issues ?? []).toEqual([]);
    expect(answer.words.choices?.options.map(({ label }) => label)).toEqual(['投诉处理步骤']);
    expect(answer.words.notes.join()).not.toContain('还没到：');
  });

  test.each(['zh', 'en'] as const)(
    'its choice is a question about any complaint, in %s',
    (language) => {
      const first =
        language === 'zh' ? '存200三月没返钱' : 'the March credit of the 200 is missing';
      const { answer, context } = asked([first]);
      const says = answer.words.choices?.options[0]?.says ?? '';
      const next = desk.ask({ text: says, today: TODAY, context });
      expect(next.answer).toMatchObject({
        intent: 'complaint.checklist',
        language,
        facts: { checklist: 'general-complaint' },
      });
    },
  );

  test('with the day of the deposit known says what should have come before as well', () => {
    const { words } = asked([
      'deposit of 200 made on 10 January, nothing has come in March',
    ]).answer;
    expect(words.lead).toContain('18 yuan (deposit 10, gift 8) are due in March 2015');
    expect(words.notes).toContain('Before that, 72 yuan should have come.');
    const first = asked(['1月10号存的200，1月的钱没到账'], day('2015-01-20')).answer.words;
    expect(first.lead).toContain('当天54元');
    expect(first.notes.join()).not.toContain('此前');
  });

  test('of a deposit made when no campaign was in force promises nothing', () => {
    const { answer } = asked(['客户2014年12月存的200，三月没返']);
    expect(answer.facts).toMatchObject({ months: [], total: null });
    expect(answer.words.lead).toContain('没有生效的活动政策');
  });

  test('of a month before any campaign, or after the last credit, says that nothing is due', () => {
    expect(asked(['存200的客户说2014年12月的返还没到账']).answer.words.lead).toContain(
      '没有应到的款',
    );
    const late = asked(['1月存200的客户说2016年7月没返钱']).answer.words;
    expect(late.lead).toBe(
      '2015年1月存200元：2016年7月没有应到的款，每月返还从2015年2月到2016年4月。',
    );
    expect(late.notes.join()).not.toContain('未定');
  });
});
