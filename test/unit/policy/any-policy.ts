import fc from 'fast-check';
import type { Bilingual } from '../../../src/bilingual.ts';
import { addDays, type Day } from '../../../src/calendar/day.ts';
import { inForce } from '../../../src/policy/in-force.ts';
import type {
  Campaign,
  Decision,
  Level,
  MonthlyReturn,
  OfferLevels,
  PayoutPlan,
  Policy,
  PolicySet,
} from '../../../src/policy/policy.ts';
import { LEVELS } from '../../../src/policy/policy.ts';
import type { PortingRules } from '../../../src/policy/porting.ts';
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

/** Rules that ban nothing: what a policy says of porting plays no part in what it says of offers. */
const NO_PORTING_RULES: PortingRules = {
  inForceFrom: day('2019-12-01'),
  bans: [],
  check: { text: both('check'), source },
  conditions: both('conditions'),
  source,
};

/** Whole yuan and odd fen. */
const fen = fc.oneof(
  fc.integer({ min: 0, max: 1000 }).map((yuan) => yuan * 100),
  fc.integer({ min: 0, max: 100_000 }),
);
const monthly: fc.Arbitrary<MonthlyReturn> = fc
  .record({
    monthlyFen: fen,
    lastFen: fc.option(fen, { nil: null }),
    months: fc.integer({ min: 1, max: 72 }),
    startsAfterMonths: fc.integer({ min: 1, max: 24 }),
    assumed: fc.constantFrom(null, { reason: both('the third month is assumed') }),
  })
  .map(({ lastFen, ...part }) => ({
    ...part,
    lastFen: lastFen === null || part.months === 1 ? part.monthlyFen : lastFen,
  }));
/** Month by month, so that it is not the sum that is tested. */
const sumOf = ({ months, monthlyFen, lastFen }: MonthlyReturn): number =>
  Array.from({ length: months }, (_, at) => (at === months - 1 ? lastFen : monthlyFen)).reduce(
    (sum, credit) => sum + credit,
    0,
  );

/** Whole yuan are deposited: the first credit takes what is missing. */
function wholeDeposit(plan: Pick<PayoutPlan, 'firstCreditFen' | 'depositReturn'>) {
  const returned = plan.firstCreditFen + sumOf(plan.depositReturn);
  const depositYuan = Math.ceil(returned / 100);
  return { depositYuan, firstCreditFen: plan.firstCreditFen + depositYuan * 100 - returned };
}

/** Any plan that closes: what comes back is made up first, and the sums follow from it. */
export const closingPlan: fc.Arbitrary<PayoutPlan> = fc
  .record({
    firstCreditFen: fen,
    depositReturn: monthly,
    gift: fc.option(fc.record({ atOnceFen: fen, monthly }), { nil: null }),
    commissionFen: fen,
  })
  .map(({ gift, ...plan }) => ({ ...plan, gift, ...wholeDeposit(plan) }))
  .map(({ gift, ...plan }) => ({
    ...plan,
    offer: 'gift',
    source,
    gift:
      gift === null
        ? { kind: 'pack', worthFen: 500, name: both('data pack') }
        : { kind: 'money', ...gift, totalFen: gift.atOnceFen + sumOf(gift.monthly) },
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
    campaigns: parts.map((_, index) => standing(campaignOf(from, parts.slice(0, index + 1)))),
    waiting: [],
    limits: [],
    coaching: [],
    porting: NO_PORTING_RULES,
  }));

type Part = {
  readonly gap: number;
  readonly length: number;
  readonly levels: readonly OfferLevels[];
};

/** The campaign of the last part; those before it take their days first. */
function campaignOf(from: Day, parts: readonly Part[]): PolicySet {
  const last = parts.at(-1);
  const days = parts.reduce((sum, { gap, length }) => sum + gap + length, 0);
  const levels = last?.levels ?? [];
  return {
    id: `c${parts.length}`,
    version: 1,
    name: both(`campaign ${parts.length}`),
    purpose: both('purpose'),
    days: { from: addDays(from, days - (last?.length ?? 0)), to: addDays(from, days - 1) },
    beside: [],
    reviewEveryDays: 90,
    source,
    businesses: [{ id: 'business', name: both('business') }],
    offers: levels.map(({ offer: id }) => ({
      id,
      business: 'business',
      name: both(id),
      onlyFor: null,
      source,
    })),
    levels,
    plans: [],
    panel: null,
  };
}

/** Any policy set of thirty days. */
export const anyPolicySet: fc.Arbitrary<PolicySet> = matrix.map((levels) =>
  campaignOf(day('2020-01-01'), [{ gap: 0, length: 30, levels }]),
);

/** A policy set as it is in force on its days and no other set is. */
export function standing(set: PolicySet): Campaign {
  const register = { decisions: [approval(set)], reviews: [] };
  const [campaign] = inForce([set], register, null);
  if (campaign === undefined) throw new Error(`${set.id} has no days`);
  return campaign;
}

/** The decision that puts a set in force from its first day on, as for one that came with the program. */
export function approval({ id, version, days }: PolicySet): Decision {
  return { set: id, version, from: days.from, decided: null, reason: null, fingerprint: null };
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
