import { z } from 'zod';
import type { Bilingual } from '../bilingual.ts';
import { type Day, parseDay } from '../calendar/day.ts';
import { type Fen, fenOf } from '../policy/money.ts';
import {
  type Business,
  type CoachingTopic,
  LEVELS,
  type Limit,
  type MonthlyReturn,
  type Offer,
  type OfferLevels,
  type Outlet,
  type PayoutPlan,
  REVIEW_EVERY_DAYS,
} from '../policy/policy.ts';

// The types stand in `policy` and `checklists`; a schema that no longer yields its type does not compile.

export const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is lower-case letters and digits with hyphens between');
export const text = z.string().trim().min(1, 'this text is empty');
/** The two texts, for a value that has more beside them. */
export const bothShape = { zh: text, en: text } as const;
export const both: z.ZodType<Bilingual> = z.strictObject(bothShape);
const MOST_YUAN = 1_000_000;
const wholeYuan = z.int('whole yuan').min(1).max(MOST_YUAN);
/** Written in yuan, counted in fen. */
const money: z.ZodType<Fen> = z
  .number('an amount in yuan')
  .min(0, 'cannot be negative')
  .max(MOST_YUAN)
  .transform((yuan, context) => {
    const fen = fenOf(yuan);
    if (fen !== null) return fen;
    context.addIssue({ code: 'custom', message: 'yuan with at most two decimals, such as 8.33' });
    return z.NEVER;
  });
const count = z.int('a whole number').min(1).max(1200);
export const clause = both;
export const version = z.int().min(1);

/** A day as it is written in every file. */
export const day: z.ZodType<Day> = z
  .string('a day is written 2015-02-10')
  .transform((value, context) => {
    const parsed = parseDay(value);
    if (parsed !== undefined) return parsed;
    context.addIssue({ code: 'custom', message: `"${value}" is no day: write it as 2015-02-10` });
    return z.NEVER;
  });

export const outletsSchema: z.ZodType<readonly Outlet[]> = z
  .strictObject({
    source: z.strictObject({ document: both, clause }),
    outlets: z.array(z.strictObject({ id, name: both })).min(1),
  })
  .transform(({ outlets }) => outlets);

export type CampaignHead = {
  readonly id: string;
  readonly version: number;
  readonly name: Bilingual;
  readonly purpose: Bilingual;
  readonly starts: Day;
  readonly ends: Day;
  readonly beside: readonly string[];
  readonly reviewEveryDays: number;
  readonly document: Bilingual;
  readonly clause: Bilingual;
  readonly businesses: readonly Business[];
  readonly offers: readonly Offer[];
};

export const campaignSchema: z.ZodType<CampaignHead> = z
  .strictObject({
    id,
    version,
    name: both,
    purpose: both,
    starts: day,
    ends: day,
    beside: z.array(id).default([]),
    reviewEveryDays: z.int().min(1).max(366).default(REVIEW_EVERY_DAYS),
    document: both,
    clause,
    businesses: z.array(z.strictObject({ id, name: both })).min(1),
    offers: z
      .array(
        z.strictObject({
          id,
          business: id,
          name: both,
          onlyFor: z
            .literal('port-users', '"port-users", or left out where the offer is for all')
            .optional(),
          clause,
        }),
      )
      .min(1),
  })
  .transform((head) => ({
    ...head,
    offers: head.offers.map(({ clause: of, onlyFor, ...offer }) => ({
      ...offer,
      onlyFor: onlyFor ?? null,
      source: { document: head.document, clause: of },
    })),
  }));

export const levelsSchema: z.ZodType<readonly OfferLevels[]> = z
  .strictObject({
    document: both,
    levels: z
      .array(
        z.strictObject({
          offer: id,
          clause,
          at: z.record(id, z.enum(LEVELS, `a level is one of ${LEVELS.join(', ')}`)),
        }),
      )
      .min(1),
  })
  .transform(({ document, levels }) =>
    levels.map(({ clause: of, ...row }) => ({ ...row, source: { document, clause: of } })),
  );

const monthlyReturn = {
  monthly: money,
  last: money.optional(),
  months: count,
  startsAfterMonths: z.int().min(1).max(24),
  assumed: both.optional(),
};

const giftSchema = z.union([
  z.strictObject({ pack: money, name: both }),
  z.strictObject({ total: money, atOnce: money, ...monthlyReturn }),
]);

export const payoutsSchema: z.ZodType<readonly PayoutPlan[]> = z
  .strictObject({
    document: both,
    plans: z.array(
      z.strictObject({
        offer: id,
        clause,
        deposit: wholeYuan,
        firstCredit: money,
        depositReturn: z.strictObject(monthlyReturn),
        gift: giftSchema,
        commission: money,
      }),
    ),
  })
  .transform(({ document, plans }) =>
    plans.map((plan) => ({
      offer: plan.offer,
      source: { document, clause: plan.clause },
      depositYuan: plan.deposit,
      firstCreditFen: plan.firstCredit,
      depositReturn: returnOf(plan.depositReturn),
      gift: giftOf(plan.gift),
      commissionFen: plan.commission,
    })),
  );

type ReturnRow = z.infer<z.ZodObject<typeof monthlyReturn>>;

function returnOf(row: ReturnRow): MonthlyReturn {
  return {
    monthlyFen: row.monthly,
    lastFen: row.last ?? row.monthly,
    months: row.months,
    startsAfterMonths: row.startsAfterMonths,
    assumed: row.assumed === undefined ? null : { reason: row.assumed },
  };
}

function giftOf(row: z.infer<typeof giftSchema>): PayoutPlan['gift'] {
  return 'pack' in row
    ? { kind: 'pack', worthFen: row.pack, name: row.name }
    : { kind: 'money', totalFen: row.total, atOnceFen: row.atOnce, monthly: returnOf(row) };
}

export const limitsSchema: z.ZodType<readonly Limit[]> = z
  .strictObject({
    document: both,
    limits: z
      .array(
        z.strictObject({
          id,
          number: count,
          unit: z.enum(['days', 'working-days', 'months', 'years']),
          about: both,
          inForceFrom: day,
          clause,
        }),
      )
      .min(1),
  })
  .transform(({ document, limits }) =>
    limits.map(({ clause: of, ...limit }) => ({ ...limit, source: { document, clause: of } })),
  );

export const coachingSchema: z.ZodType<CoachingTopic> = z
  .strictObject({
    id,
    title: both,
    document: both,
    clause,
    advice: z.array(both).min(1),
    say: z.array(both),
  })
  .transform(({ document, clause: of, ...topic }) => ({
    ...topic,
    source: { document, clause: of },
  }));
