import fc from 'fast-check';
import type { Bilingual } from '../../../src/bilingual.ts';
import { addDays, type Day } from '../../../src/calendar/day.ts';
import type {
  Campaign,
  Level,
  MonthlyReturn,
  OfferLevels,
  PayoutPlan,
  Policy,
} from '../../../src/policy/policy.ts';
import { LEVELS } from '../../../src/policy/policy.ts';
import type { Source } from '../../../src/source.ts';
import { day } from '../../world.ts';
import { anyDay } from '../calendar/days.ts';

const both = (text: string): Bilingual => ({ zh: `${text}（中）`, en: text });
const source: Source = { document: both('paper'), clause: both('clause') };

/** Any day, the awkward ones often: ends of months of every length, leap days, the turn of the year. */
export const anyDepositDay: fc.Arbitrary<Day> = fc.oneof(
  anyDay,
  fc.constantFrom(
    ...['2000-02-29', '2015-02-28', '2016-02-29', '2020-02-29', '2100-02-28'].map(day),
    ...['2015-01-29', '2015-01-30', '2015-01-31', '2015-08-31', '2015-10-31'].map(day),
    ...['2015-12-30', '2015-12-31', '2016-01-01'].map(day),
  ),
);

const yuan = fc.integer({ min: 0, max: 1000 });
const monthly: fc.Arbitrary<MonthlyReturn> = fc.record({
  monthlyYuan: yuan,
  months: fc.integer({ min: 1, max: 72 }),
  startsAfterMonths: fc.integer({ min: 1, max: 24 }),
  assumed: fc.constantFrom(null, { reason: both('the third month is assumed') }),
});
const sumOf = (part: MonthlyReturn): number => part.monthlyYuan * part.months;

/** Any plan that closes: what comes back is made up first, and the sums follow from it. */
export const closingPlan: fc.Arbitrary<PayoutPlan> = fc
  .record({
    firstCreditYuan: yuan,
    depositReturn: monthly,
    gift: fc.option(fc.record({ atOnceYuan: yuan, monthly }), { nil: null }),
    commissionYuan: yuan,
  })
  .map(({ gift, ...plan }) => ({
    ...plan,
    offer: 'gift',
    source,
    depositYuan: plan.firstCreditYuan + sumOf(plan.depositReturn),
    gift:
      gift === null
        ? { kind: 'pack', worthYuan: 5, name: both('data pack') }
        : { kind: 'money', ...gift, totalYuan: gift.atOnceYuan + sumOf(gift.monthly) },
  }));

/** The ids that a made-up campaign may name, and two that none names. */
export const SHOPS = ['s1', 's2', 's3', 's4', 's5', 's6', 's7'];
export const OFFERS = ['o1', 'o2', 'o3', 'o4', 'o5', 'o6'];
export const STRANGERS = ['nowhere', 'nothing'];

const levelsOf = (offer: string): fc.Arbitrary<OfferLevels> =>
  fc
    .tuple(
      fc.shuffledSubarray(SHOPS, { minLength: 1 }),
      fc.array(fc.constantFrom<Level>(...LEVELS), {
        minLength: SHOPS.length,
        maxLength: SHOPS.length,
      }),
    )
    .map(([shops, levels]) => ({
      offer,
      source,
      at: Object.fromEntries(shops.map((shop, index) => [shop, levels[index] ?? 'main'])),
    }));

const matrix: fc.Arbitrary<readonly OfferLevels[]> = fc
  .shuffledSubarray(OFFERS, { minLength: 1 })
  .chain((offers) => fc.tuple(...offers.map(levelsOf)));

/** A policy of up to five campaigns, some with a gap before them, in the order of their days as it is loaded. */
export const anyPolicy: fc.Arbitrary<Policy> = fc
  .record({
    from: anyDay,
    parts: fc.array(
      fc.record({
        gap: fc.integer({ min: 0, max: 45 }),
        length: fc.integer({ min: 1, max: 100 }),
        levels: matrix,
      }),
      { minLength: 1, maxLength: 5 },
    ),
  })
  .map(({ from, parts }) => ({
    outlets: SHOPS.map((id) => ({ id, name: both(id) })),
    campaigns: parts.map((_, index) => campaignOf(from, parts.slice(0, index + 1))),
    limits: [],
    coaching: [],
  }));

type Part = {
  readonly gap: number;
  readonly length: number;
  readonly levels: readonly OfferLevels[];
};

/** The campaign of the last part; those before it take their days first. */
function campaignOf(from: Day, parts: readonly Part[]): Campaign {
  const last = parts.at(-1);
  const days = parts.reduce((sum, { gap, length }) => sum + gap + length, 0);
  const levels = last?.levels ?? [];
  return {
    id: `c${parts.length}`,
    version: 1,
    name: both(`campaign ${parts.length}`),
    purpose: both('purpose'),
    days: { from: addDays(from, days - (last?.length ?? 0)), to: addDays(from, days - 1) },
    source,
    businesses: [{ id: 'business', name: both('business') }],
    offers: levels.map(({ offer: id }) => ({ id, business: 'business', name: both(id), source })),
    levels,
    plans: [],
    panel: null,
  };
}

/** A policy and a day in it, shortly before it or shortly after it; the borders of its campaigns often. */
export const policyAndDay: fc.Arbitrary<{ readonly policy: Policy; readonly day: Day }> =
  anyPolicy.chain((policy) => {
    const borders = policy.campaigns.flatMap(({ days }) => [days.from, days.to]);
    const near = fc
      .record({ border: fc.constantFrom(...borders), by: fc.integer({ min: -60, max: 60 }) })
      .map(({ border, by }) => addDays(border, by));
    const atBorder = fc
      .record({ border: fc.constantFrom(...borders), by: fc.integer({ min: -1, max: 1 }) })
      .map(({ border, by }) => addDays(border, by));
    return fc.oneof(near, atBorder).map((found) => ({ policy, day: found }));
  });

/** What somebody asks for: any ids, known or not, in any order, some of them twice; none means all. */
export const anyIds = (known: readonly string[]): fc.Arbitrary<readonly string[]> =>
  fc.array(fc.constantFrom(...known, ...STRANGERS), { maxLength: 6 });
