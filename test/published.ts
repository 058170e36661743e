import { z } from 'zod';

// The published JSON of an answer, written from the contract of the command line and not from the code.

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const outlet = z.enum([
  'own-hall',
  'chain-core-store',
  'urban-partner-hall',
  'core-township-hall',
  'township-store',
  'convenience-point',
]);
const offer = z.enum([
  'deposit-200-get-100',
  'deposit-100-get-50',
  'deposit-50-get-data',
  'renewal-free-phone',
  'renewal-discount-phone',
  'renewal-bonus-credit',
  'renewal-bonus-service',
  'data-pack-bogo',
]);
const deposit = z.literal([50, 100, 200]);
const checklist = z.enum([
  'disconnection-in-contract',
  'plan-changed-after-transfer',
  'improper-handling',
  'general-complaint',
]);
const yuan = z.int().min(0);

const set = <T extends z.ZodType>(of: T): z.ZodType<readonly z.infer<T>[]> =>
  z.array(of).refine((items) => new Set(items).size === items.length, 'each once');

const entities = z.strictObject({
  outlets: set(outlet),
  offers: set(offer),
  deposit: deposit.nullable(),
  households: z.int().min(1).nullable(),
  date: day.nullable(),
  window: z
    .strictObject({ from: day, to: day })
    .refine(({ from, to }) => from <= to, 'it ends before it starts')
    .nullable(),
  contract: z.string().min(1).nullable(),
  checklist: checklist.nullable(),
});

const cells = z.array(
  z.strictObject({ outlet, offer, level: z.enum(['main', 'optional', 'secondary']) }),
);
const month = z.strictObject({
  month: z.string().regex(/^\d{4}-\d{2}$/),
  deposit: yuan,
  gift: yuan,
});
const schedule = {
  deposit,
  date: day,
  months: z.array(month).min(1),
  firstCredit: yuan,
  giftAtOnce: yuan,
  giftPack: yuan.nullable(),
  total: yuan,
};
/** Beside what the contract says: how far it has come, where that is asked. */
const howFar = { until: day.optional(), paid: yuan.optional(), outstanding: yuan.optional() };
/** How far it has come, by the days on which the deposit may have been made. */
const times = z.strictObject({ from: day, to: day, paid: yuan, outstanding: yuan });
/** Beside what the contract says: what the outlet earns, where both sides are asked. */
const commission = z.strictObject({ perHousehold: yuan, households: z.int().min(1), total: yuan });
const nothing = {
  date: day,
  months: z.array(month).max(0),
  firstCredit: z.null(),
  giftAtOnce: z.null(),
  giftPack: z.null(),
  total: z.null(),
};
const closes = ({
  months,
  firstCredit,
  giftAtOnce,
  total,
}: {
  readonly months: readonly z.infer<typeof month>[];
  readonly firstCredit: number;
  readonly giftAtOnce: number;
  readonly total: number;
}): boolean =>
  months.reduce((sum, one) => sum + one.deposit + one.gift, firstCredit + giftAtOnce) === total;
const limit = z.union([
  z.strictObject({ rule: z.literal('carrier-answer'), days: z.literal(15) }),
  z.strictObject({ rule: z.literal('authority-acceptance'), days: z.literal(5) }),
  z.strictObject({ rule: z.literal('authority-answer'), days: z.literal(30) }),
  z.strictObject({ rule: z.literal('fee-dispute-limit'), days: z.literal(5) }),
  z.strictObject({ rule: z.literal('other-dispute-limit'), days: z.literal(2) }),
]);

const FACTS = {
  'promo.eligibility': z
    .strictObject({ campaign: z.literal('2015-q1'), active: z.boolean(), date: day, cells })
    .refine((facts) => facts.active || facts.cells.length === 0, 'no campaign, and yet a cell'),
  'promo.details': z.strictObject({
    campaign: z.literal('2015-q1'),
    starts: z.literal('2015-01-01'),
    ends: z.literal('2015-03-31'),
    offers: z.array(offer).min(1),
  }),
  'payout.schedule': z.union([
    z
      .strictObject({ ...schedule, ...howFar, commission: commission.optional() })
      .refine(closes, 'the sums do not close')
      .refine(
        ({ paid, outstanding, total }) => paid === undefined || paid + (outstanding ?? 0) === total,
        'what has come and what has not is not all',
      ),
    // On a day without a campaign nothing comes back.
    z.strictObject({
      ...nothing,
      deposit,
      until: day.optional(),
      times: z.array(times).optional(),
    }),
    // Of several deposits on a day without a campaign nothing comes back either.
    z.strictObject({ ...nothing, deposit: z.null() }),
    // Of several deposits each has its own.
    z.strictObject({
      ...nothing,
      deposit: z.null(),
      plans: z
        .array(
          z
            .strictObject({ ...schedule, ...howFar, commission: commission.optional() })
            .refine(closes, 'the sums do not close'),
        )
        .min(2),
    }),
  ]),
  'payout.commission': z.union([
    z
      .strictObject({
        perHousehold: yuan,
        households: z.int().min(1),
        total: yuan,
        deposit: deposit.nullable(),
        // Beside what the contract says: the customer's side, where both are asked.
        customer: z.strictObject(schedule).optional(),
      })
      .refine((facts) => facts.total === facts.perHousehold * facts.households, 'the sum is wrong'),
    z.strictObject({
      perHousehold: z.null(),
      households: z.int().min(1),
      total: z.null(),
      deposit: deposit.nullable(),
    }),
  ]),
  'complaint.checklist': z.strictObject({ checklist, steps: z.int().min(1) }),
  'complaint.deadline': z.strictObject({ rules: z.array(limit).min(1) }),
  'renewal.list': z.strictObject({
    from: day,
    to: day,
    outlets: set(outlet),
    total: z.int().min(0),
    contracts: z.array(z.string()).max(50),
  }),
  'renewal.status': z.union([
    z.strictObject({ contract: z.string().min(1), ends: day, daysLeft: z.int() }),
    z.strictObject({ contract: z.null() }),
  ]),
  'renewal.coaching': z.strictObject({ topic: z.string().min(1) }),
  help: z.strictObject({}),
  clarify: z.strictObject({
    missing: z.string().min(1),
    options: z.array(z.union([z.string(), z.number()])),
  }),
  out_of_scope: z.strictObject({}),
} as const;

type Intent = keyof typeof FACTS;

const answerOf = <I extends Intent>(intent: I) =>
  z.strictObject({
    id: z.unknown().optional(),
    intent: z.literal(intent),
    confidence: z.number().min(0).max(1),
    entities,
    facts: FACTS[intent],
    text: z.string().min(1),
    language: z.enum(['zh', 'en']),
  });

/** One answer as it is published: exactly the keys of the contract, and the facts of its intent with the few that were added. */
export const publishedAnswer = z.discriminatedUnion('intent', [
  answerOf('promo.eligibility'),
  answerOf('promo.details'),
  answerOf('payout.schedule'),
  answerOf('payout.commission'),
  answerOf('complaint.checklist'),
  answerOf('complaint.deadline'),
  answerOf('renewal.list'),
  answerOf('renewal.status'),
  answerOf('renewal.coaching'),
  answerOf('help'),
  answerOf('clarify'),
  answerOf('out_of_scope'),
]);

export type PublishedAnswer = z.infer<typeof publishedAnswer>;

/** The keys of an answer, in the order in which they are published. */
export const PUBLISHED_KEYS = [
  'intent',
  'confidence',
  'entities',
  'facts',
  'text',
  'language',
] as const;
