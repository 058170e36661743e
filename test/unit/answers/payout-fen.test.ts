import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { textOf } from '../../../src/answers/answer.ts';
import { findAnswer } from '../../../src/answers/find-answer.ts';
import { payoutAlt } from '../../../src/charts/payout-chart.ts';
import type { Intent } from '../../../src/language/reading.ts';
import { closingFaults, scheduleOf } from '../../../src/policy/payouts.ts';
import type { Campaign, PayoutPlan, Policy } from '../../../src/policy/policy.ts';
import { day, ROOT, TODAY } from '../../world.ts';
import { firstQuarter, realPolicy } from '../policy/first-quarter.ts';
import { readingOf } from './reading-of.ts';

/** A hundred yuan in twelve months, fifty as a gift, and a commission: nothing of it divides into whole yuan. */
const part = { startsAfterMonths: 1, assumed: null };
const plan: PayoutPlan = {
  ...(firstQuarter().plans[1] as PayoutPlan),
  firstCreditFen: 0,
  depositReturn: { ...part, monthlyFen: 833, months: 12, lastFen: 837 },
  gift: {
    kind: 'money',
    totalFen: 5000,
    atOnceFen: 250,
    monthly: { ...part, monthlyFen: 792, months: 6, lastFen: 790 },
  },
  commissionFen: 850,
};
// What is said of the quarter's own plans does not hold for this one.
const parts = firstQuarter().parts.map((one) => ({ ...one, panel: null }));
const campaign: Campaign = { ...firstQuarter(), parts, plans: [plan] };
const policy: Policy = { ...realPolicy(), campaigns: [campaign] };

test('what has come before a customer leaves is told to the fen', () => {
  const reading = readingOf('payout.schedule', {
    entities: { deposit: 100 },
    leaving: { depositedOn: TODAY, until: day('2015-09-15'), isForGood: true },
  });
  const { facts, words } = findAnswer(reading, {
    policy,
    checklists: [],
    intents: [],
    today: TODAY,
  });
  expect(facts).toMatchObject({ paid: 99.98, outstanding: 50.02 });
  expect(words.lead).toContain('before September 2015, 99.98 yuan have come; 50.02 have not');
  expect(words.notes[0]).toContain('8.33 are due in September 2015');
});

function answerTo(intent: Intent, language: 'zh' | 'en', more: object = {}) {
  const reading = readingOf(intent, { language, entities: { deposit: 100, ...more } });
  return findAnswer(reading, { policy, checklists: [], intents: [], today: TODAY });
}

describe('amounts that are no whole yuan', () => {
  test('the plan closes', () => {
    expect(closingFaults(plan)).toEqual([]);
  });

  test('are numbers of yuan in the facts, with no more than two decimals', () => {
    const { facts } = answerTo('payout.schedule', 'en');
    expect(facts).toMatchObject({ deposit: 100, firstCredit: 0, giftAtOnce: 2.5, total: 150 });
    const months = facts.months as readonly { deposit: number; gift: number }[];
    expect(months.map(({ deposit }) => deposit)).toEqual([...Array(11).fill(8.33), 8.37]);
    expect(months.map(({ gift }) => gift).slice(0, 7)).toEqual([...Array(5).fill(7.92), 7.9, 0]);
    expect(JSON.stringify(facts)).not.toMatch(/\.\d{3}/);
    expect(answerTo('payout.commission', 'en', { households: 3 }).facts).toEqual({
      perHousehold: 8.5,
      households: 3,
      total: 25.5,
      deposit: 100,
    });
  });

  test.each(['zh', 'en'] as const)('are said as people write them, in %s', async (language) => {
    const asked = [
      ['payout.schedule', {}],
      ['payout.commission', { households: 3 }],
      ['promo.details', { offers: [plan.offer], deposit: null }],
    ] as const;
    const texts = asked.map(([intent, more]) => textOf(answerTo(intent, language, more).words));
    const alt = payoutAlt({ campaign, schedule: scheduleOf(plan, TODAY), language });
    await expect(`${[...texts, alt].join('\n\n')}\n`).toMatchFileSnapshot(
      join(ROOT, 'test/golden/answers', `fen.${language}.txt`),
    );
  });
});
