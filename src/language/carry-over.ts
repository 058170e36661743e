import { addDays, type Day, dayOf, dayOfMonth, monthNumber, yearNumber } from '../calendar/day.ts';
import { monthSpanFrom, type Span, weekSpan } from '../calendar/span.ts';
import { plansMeantOn } from '../policy/campaigns.ts';
import type { Policy } from '../policy/policy.ts';
import { isBareDay } from './days.ts';
import { depositsAsked } from './deposits-asked.ts';
import type { Findings } from './find.ts';
import type { Understood } from './follow-up.ts';
import { numbersIn } from './numbers.ts';
import { asksWhichOffers, BARE_DAYS, NEXT_SPAN, pointsAtOutlet } from './pointing.ts';
import { type Entities, NO_ENTITIES, subjectOf } from './reading.ts';

/** A question as it was understood and what it names itself. */
export type FollowUp = {
  readonly understood: Understood;
  readonly findings: Findings;
  readonly named: Entities;
  readonly today: Day;
};

const ALL = /所有|全部|每[一个]?档|各档|[两三四五]档|都|(?<![a-z])(?:all|every|each|any)(?![a-z])/;

/** What a question names, and of what the conversation named before as much as belongs to it. */
export function carryOver(
  { understood: { intent, carries }, findings, named, today }: FollowUp,
  policy: Policy,
): Entities {
  const before = carries?.entities ?? NO_ENTITIES;
  // One contract is asked about by its name alone: the days and outlets of a list are not meant.
  if (intent === 'renewal.status' && named.contract !== null) return named;
  // How to make the call is asked of no contract, and of no days of a list.
  if (intent === 'renewal.coaching' && carries !== null && subjectOf(carries) !== intent)
    return named;
  const plans = plansMeantOn(policy, named.date ?? before.date ?? today);
  const isPayout = intent.startsWith('payout.');
  const [offer, ...others] = before.offers;
  // An offer becomes its deposit, and a deposit its offer.
  const deposit =
    others.length > 0 ? null : (plans.find((plan) => plan.offer === offer)?.depositYuan ?? null);
  const promoOffer = plans.find((plan) => plan.depositYuan === before.deposit)?.offer;
  const isPromo = intent.startsWith('promo.');
  // "on all those deposit gifts", "and the 50 and the 100?" leave the one of before.
  const meansAllPlans =
    depositsAsked(findings, policy).length > 1 ||
    (ALL.test(findings.plain) && findings.words.offers.some((match) => match.ids.length > 1));
  const isRenewal = intent.startsWith('renewal.');
  // "where is it pushed" asks about all outlets again; "which offers" about all offers.
  const keepsOutlets =
    (isPromo ||
      isRenewal ||
      isSameComplaint({ intent, carries }) ||
      keepsEarner({ intent, carries }, findings)) &&
    !findings.isEverywhere;
  // 哪些是非主推 after "where is it pushed" asks for outlets: without the offer nothing would be left to ask about.
  const hasOutlets = named.outlets.length > 0 || before.outlets.length > 0;
  const asksForOffers =
    intent === 'promo.eligibility' && hasOutlets && asksWhichOffers(findings.plain);
  const keepsOffers = isPromo && !findings.isEverything && !asksForOffers;
  const moved = isRenewal ? movedWindow(findings, before.window, today) : null;
  return carry(
    {
      outlets: keepsOutlets ? before.outlets : [],
      offers: !keepsOffers
        ? []
        : before.offers.length > 0 || promoOffer === undefined
          ? before.offers
          : [promoOffer],
      deposit: isPayout && !meansAllPlans ? (before.deposit ?? deposit) : null,
      households: intent === 'payout.commission' ? before.households : null,
      date: isNextDay(findings) && before.date !== null ? addDays(before.date, 1) : before.date,
      window: isRenewal ? before.window : null,
      contract: isRenewal && intent !== 'renewal.list' ? before.contract : null,
      checklist: intent === 'complaint.checklist' ? before.checklist : null,
    },
    {
      ...named,
      offers: amongThose(named.offers, before.offers, findings),
      date: inMonthOf(before, named.date, findings),
      ...(moved === null ? {} : { window: moved, date: null }),
    },
  );
}

/** 我只问合约续约里的那个, after 存费送费, is the one of those that is a renewal. */
function amongThose(
  named: readonly string[],
  before: readonly string[],
  { plain }: Findings,
): readonly string[] {
  const both = named.filter((id) => before.includes(id));
  const isAmong = named.length > 1 && both.length > 0 && AMONG.test(plain);
  return isAmong ? both : named;
}
const AMONG =
  /(?:里面?|里头|中|其中)?的?(?:那|这)[个种款档]|(?<![a-z])(?:the|only) one (?:of|among|in|from) (?:the|those|these)(?![a-z])/;

/** "and on the 2nd" after a day of March is the 2nd of March, whatever month it is today. */
function inMonthOf(
  before: Pick<Entities, 'date' | 'window'>,
  date: Day | null,
  { plain, days }: Findings,
): Day | null {
  const [only, ...others] = days;
  const spokenOf = before.date ?? before.window?.from ?? null;
  if (date === null || spokenOf === null || only === undefined || others.length > 0) return date;
  if (!isBareDay(plain, only)) return date;
  return dayOf(yearNumber(spokenOf), monthNumber(spokenOf), dayOfMonth(date)) ?? date;
}

/** "and the day after?" */
function isNextDay({ plain }: Findings): boolean {
  return NEXT_SPAN.exec(plain)?.groups?.unit === 'day';
}

/** Where a complaint came in stays so while it is spoken of. */
function isSameComplaint({ intent, carries }: Pick<Understood, 'intent' | 'carries'>): boolean {
  return intent.startsWith('complaint.') && carries !== null && subjectOf(carries) === intent;
}

/** Who earns is kept from one question about commission to the next, and where "there" points at it. */
function keepsEarner(
  { intent, carries }: Pick<Understood, 'intent' | 'carries'>,
  findings: Findings,
): boolean {
  if (intent !== 'payout.commission' || carries === null) return false;
  return subjectOf(carries) === intent || pointsAtOutlet(findings);
}

/** What was named before, replaced by what is named now. */
export function carry(before: Entities, now: Entities): Entities {
  return {
    outlets: now.outlets.length > 0 ? now.outlets : before.outlets,
    offers: now.offers.length > 0 ? now.offers : before.offers,
    deposit: now.deposit ?? before.deposit,
    households: now.households ?? before.households,
    date: now.date ?? (now.window === null ? before.date : null),
    window: now.window ?? (now.date === null ? before.window : null),
    contract: now.contract ?? before.contract,
    checklist: now.checklist ?? before.checklist,
  };
}

/**
 * The days that a follow-up moves to: "and the week after that" is the one behind the days spoken of, 20天 another
 * number of days from today. Null where it says no such thing.
 */
export function movedWindow({ plain }: Findings, window: Span | null, today: Day): Span | null {
  const { unit, then } = NEXT_SPAN.exec(plain)?.groups ?? {};
  if (window === null || unit === 'day') return null;
  if ((unit ?? then) === undefined) {
    const count = numbersIn(BARE_DAYS.exec(plain)?.groups?.n ?? '')[0]?.value;
    return count === undefined ? null : { from: today, to: addDays(today, count) };
  }
  const next = addDays(window.to, 1);
  return unit === 'month' || then === '月' ? monthSpanFrom(next, 0) : weekSpan(next);
}
