import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Day } from '../../../src/calendar/day.ts';
import { payoutAlt, payoutChart, payoutPage } from '../../../src/charts/payout-chart.ts';
import { yuanText } from '../../../src/policy/money.ts';
import { scheduleOf } from '../../../src/policy/payouts.ts';
import type { MonthlyReturn, PayoutPlan } from '../../../src/policy/policy.ts';
import { holds } from '../../holds.ts';
import { day, TODAY } from '../../world.ts';
import { anyDay } from '../calendar/days.ts';
import { firstQuarter } from '../policy/first-quarter.ts';
import { lettersOf, misplaced, namedBoxes, readDrawing } from './drawn.ts';

const campaign = firstQuarter();
const LANGUAGES = ['zh', 'en'] as const;

function planOf(depositYuan: number): PayoutPlan {
  const plan = campaign.plans.find((one) => one.depositYuan === depositYuan);
  if (plan === undefined) throw new Error(`no plan for ${depositYuan}`);
  return plan;
}

function pictureOf(plan: PayoutPlan, depositedOn: Day, language: 'zh' | 'en' = 'zh') {
  return { campaign, schedule: scheduleOf(plan, depositedOn), language };
}

const monthly = (most: number): fc.Arbitrary<MonthlyReturn> =>
  fc
    .record({
      monthlyFen: fc.integer({ min: 1, max: most * 100 }),
      more: fc.nat(99),
      months: fc.integer({ min: 1, max: 60 }),
      startsAfterMonths: fc.integer({ min: 1, max: 6 }),
      assumed: fc.constant(null),
    })
    .map(({ more, ...part }) => ({ ...part, lastFen: part.monthlyFen + more }));

const sumOf = ({ monthlyFen, months, lastFen }: MonthlyReturn): number =>
  monthlyFen * (months - 1) + lastFen;

/** Any plan that closes, from a few yuan to what no customer would deposit. */
const anyPlan: fc.Arbitrary<PayoutPlan> = fc
  .record({
    first: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 5_000_000 })),
    back: fc.oneof(monthly(20), monthly(5_000)),
    atOnce: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 500_000 })),
    gift: fc.option(fc.oneof(monthly(20), monthly(5_000))),
  })
  .map(({ first, back, atOnce, gift }) => ({
    ...planOf(50),
    depositYuan: Math.ceil((first + sumOf(back)) / 100),
    firstCreditFen: Math.ceil((first + sumOf(back)) / 100) * 100 - sumOf(back),
    depositReturn: back,
    ...(gift === null
      ? {}
      : {
          gift: {
            kind: 'money' as const,
            totalFen: atOnce + sumOf(gift),
            atOnceFen: atOnce,
            monthly: gift,
          },
        }),
  }));

/** What the bars of one series stand for, by when. */
function barsOf(page: ReturnType<typeof payoutPage>, word: string) {
  return namedBoxes(page)
    .map((bar) => ({ ...bar, words: bar.name.split(' ') }))
    .filter(({ words }) => words[1] === word)
    .map(({ words, height }) => ({ when: words[0], yuan: Number(words[2]), height }));
}

describe('the payout timeline', () => {
  test.each(
    campaign.plans.flatMap(({ depositYuan }) =>
      LANGUAGES.map((language) => ({ depositYuan, language })),
    ),
  )('of $depositYuan in $language is what the policy owner has read', async (one) => {
    const picture = pictureOf(planOf(one.depositYuan), TODAY, one.language);
    const { alt } = payoutChart(picture);
    await expect(`${readDrawing(payoutPage(picture))}\n\nalt: ${alt}\n`).toMatchFileSnapshot(
      `golden/payout-${one.depositYuan}.${one.language}.txt`,
    );
  });

  test('draws exactly the credits of the schedule, and ends on its total', () => {
    holds(
      fc.property(anyPlan, anyDay, (plan, depositedOn) => {
        const schedule = scheduleOf(plan, depositedOn);
        const page = payoutPage({ campaign, schedule, language: 'en' });
        const all = [
          {
            month: 'day',
            depositFen: schedule.firstCreditFen,
            giftFen: schedule.giftAtOnceFen,
          },
          ...schedule.credits,
        ];
        const drawn = (word: string) =>
          barsOf(page, word).map(({ when, yuan }) => ({ when, yuan }));
        const due = (part: 'depositFen' | 'giftFen') =>
          all
            .map((credit) => ({ when: credit.month, yuan: credit[part] / 100 }))
            .filter(({ yuan }) => yuan > 0);
        expect(drawn('deposit')).toEqual(due('depositFen'));
        expect(drawn('gift')).toEqual(due('giftFen'));
        const texts = lettersOf(page).map(({ text }) => text);
        expect(texts).toContain(yuanText(schedule.totalFen));
        expect(texts).toContain(`${yuanText(schedule.totalFen)} yuan`);
      }),
      100,
    );
  });

  test('bars of months are as high as what they stand for', () => {
    const page = payoutPage(pictureOf(planOf(200), TODAY));
    for (const { yuan, height } of [...barsOf(page, '预存'), ...barsOf(page, '赠送')]) {
      expect(height / yuan).toBeCloseTo(340 / 54, 5);
    }
  });

  test('nothing stands off the page or over another text, whatever the plan and the day', () => {
    holds(
      fc.property(anyPlan, anyDay, fc.constantFrom(...LANGUAGES), (plan, depositedOn, language) => {
        const picture = pictureOf(plan, depositedOn, language);
        expect(misplaced(payoutPage(picture))).toEqual([]);
        expect(payoutChart(picture).svg).not.toMatch(/NaN|Infinity|undefined/);
      }),
      100,
    );
  });

  test('sixty months stand in several rows, none smaller than can be read', () => {
    const plan = {
      ...planOf(50),
      depositYuan: 6000,
      depositReturn: {
        ...planOf(50).depositReturn,
        monthlyFen: 10_000,
        lastFen: 10_000,
        months: 60,
      },
    };
    const page = payoutPage(pictureOf(plan, TODAY));
    const headings = lettersOf(page).filter(({ text }) => text === '累计到账（元）');
    expect(headings.length).toBeGreaterThan(3);
    expect(Math.min(...lettersOf(page).map(({ size }) => size))).toBeGreaterThanOrEqual(24);
    expect(page.height).toBeLessThan(3000);
  });

  test('a first credit that dwarfs the months is cut, and its number stays', () => {
    const plan = { ...planOf(200), depositYuan: 9150, firstCreditFen: 900_000 };
    const page = payoutPage(pictureOf(plan, TODAY));
    const [first, second] = barsOf(page, '预存');
    expect(first?.yuan).toBe(9000);
    expect((first?.height ?? 0) / (second?.height ?? 1)).toBeLessThan(10);
    expect(page.marks.filter(({ kind }) => kind === 'shape')).toHaveLength(1);
    expect(lettersOf(page).map(({ text }) => text)).toContain('9004');
  });

  test('months in which nothing comes are told, not skipped', () => {
    const back = { ...planOf(50).depositReturn, startsAfterMonths: 4 };
    const picture = pictureOf({ ...planOf(50), depositReturn: back }, day('2015-01-31'));
    const labels = lettersOf(payoutPage(picture)).map(({ text }) => text);
    expect(labels).toEqual(expect.arrayContaining(['2月', '3月', '4月', '5月', '11月']));
    expect(payoutAlt(picture)).toContain('2015年5月至2016年2月每月5元');
  });
});
