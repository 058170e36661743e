import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textOf } from '../../../src/answers/answer.ts';
import { paidUntil } from '../../../src/answers/payout-until.ts';
import { addMonths } from '../../../src/calendar/day.ts';
import { scheduleOf } from '../../../src/policy/payouts.ts';
import { day, realDesk, TODAY } from '../../world.ts';

const desk = await realDesk();
const plans = desk.policyOn(TODAY).campaigns.flatMap((campaign) => campaign.plans);

test('what has come and what has not is always all of it, and never less than a month before', () => {
  fc.assert(
    fc.property(fc.constantFrom(...plans), fc.integer({ min: 0, max: 40 }), (plan, months) => {
      const schedule = scheduleOf(plan, TODAY);
      const now = paidUntil(schedule, addMonths(TODAY, months));
      const next = paidUntil(schedule, addMonths(TODAY, months + 1));
      expect((now?.paidFen ?? 0) + (now?.outstandingFen ?? 0)).toBe(schedule.totalFen);
      expect(next?.paidFen).toBe((now?.paidFen ?? 0) + (now?.inThatMonthFen ?? 0));
    }),
  );
});

test('before the deposit nothing can be said', () => {
  for (const plan of plans)
    expect(paidUntil(scheduleOf(plan, TODAY), addMonths(TODAY, -1))).toBeNull();
});

function leavingOn(today: string, text: string) {
  return desk.ask({ text, today: day(today), context: null }).answer;
}

describe('a customer who leaves', () => {
  test('after a campaign that has ended, with the day of the deposit: by the plan of that day, and nothing of today', () => {
    const { facts, words } = leavingOn('2015-07-20', '1月10号存的200，6月销户，返了多少');
    expect(facts).toMatchObject({ date: '2015-01-10', paid: 126, outstanding: 174 });
    expect(textOf(words)).not.toContain('今天');
  });

  test('after a campaign that has ended, without it: a line for each month of deposit', () => {
    const { facts, words } = leavingOn(
      '2015-05-20',
      'what if he leaves in June after a 200 deposit',
    );
    expect(facts).toMatchObject({
      deposit: 200,
      months: [],
      until: '2015-06-01',
      times: [
        { from: '2015-01-01', to: '2015-01-31', paid: 126, outstanding: 174 },
        { from: '2015-02-01', to: '2015-02-28', paid: 108, outstanding: 192 },
        { from: '2015-03-01', to: '2015-03-31', paid: 90, outstanding: 210 },
      ],
    });
    expect(words.sections[0]?.lines).toHaveLength(3);
    expect(words.lead).toContain('depends on the month of the deposit');
  });

  test('before today, while the campaign runs: he paid in before, and not today', () => {
    const { facts } = leavingOn('2015-03-20', '存200的客户2月销户了，返了多少');
    expect(facts.times).toEqual([
      { from: '2015-01-01', to: '2015-01-31', paid: 54, outstanding: 246 },
      { from: '2015-02-01', to: '2015-02-28', paid: 54, outstanding: 246 },
    ]);
  });

  test('after the last credit of every month: all of it has come', () => {
    const { words } = leavingOn('2016-12-20', '存200的2016年12月销户，返了多少');
    expect(words.lead).toBe('存200元，2016年12月离网：无论哪个月存的，都已经全部到账。');
    expect([words.sections, words.notes.join().includes('未定')]).toEqual([[], false]);
  });

  test('in the last month of one and after that of another', () => {
    const { words } = leavingOn('2016-12-20', '存200的2016年5月销户了，返了多少');
    expect(words.sections[0]?.lines).toEqual([
      '更早存的：已经全部到账',
      '2015年2月存的：2016年5月之前已到账290元，还有10元没有到账',
      '2015年3月存的：2016年5月之前已到账280元，还有20元没有到账',
    ]);
  });

  test('before the deposit: one of the days is wrong, and that is said', () => {
    for (const [text, said] of [
      ['1月10号存的200，1月5号销户返多少', '早于存款日'],
      [
        '200 deposit on 10 January, he cancelled on 5 January, how much came back',
        'before the deposit',
      ],
    ] as const)
      expect(leavingOn('2015-02-10', text).words.notes[0]).toContain(said);
  });

  test('before any campaign: there is nothing to promise', () => {
    const { words } = leavingOn('2016-02-10', '存200的客户2014年10月销户了，返了多少');
    expect(words.lead).toContain('没有生效的活动政策');
  });

  test('on a day that nobody says: by the plan, and what becomes of the rest is not decided', () => {
    const { facts, words } = leavingOn('2015-02-10', '存200的客户要销户了，返多少');
    expect(facts).toMatchObject({ deposit: 200, date: '2015-02-10', total: 300 });
    expect(Object.keys(facts)).not.toContain('until');
    expect(words.notes[0]).toContain('未定');
  });

  test('in the month of the deposit has what came on the day', () => {
    expect(leavingOn('2015-02-10', '1月10号存的200，1月25号销户，返了多少').words.lead).toBe(
      '2015年1月10日存200元，到2015年1月25日已到账54元，还有246元没有到账。',
    );
  });
});
