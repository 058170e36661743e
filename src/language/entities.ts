import type { Day } from '../calendar/day.ts';
import { isWithin } from '../calendar/span.ts';
import type { Campaign, Policy } from '../policy/policy.ts';
import type { DaysMatch } from './days.ts';
import type { Findings } from './find.ts';
import type { AmbiguousWord, Entities, Intent } from './reading.ts';
import type { WordMatch } from './words.ts';

/** The checklist for any complaint that is of no special kind. */
export const GENERAL_CHECKLIST = 'general-complaint';

/** The entities that an intent reads from what was found; what does not belong to it is left out. */
export function entitiesOf(intent: Intent, findings: Findings, policy: Policy): Entities {
  const { words, amounts, days } = findings;
  const isPromo = intent.startsWith('promo.');
  const isPayout = intent.startsWith('payout.');
  const isRenewal = intent.startsWith('renewal.');
  const offers = narrowedOffers(findings, policy);
  return {
    outlets: idsOf(
      words.outlets,
      policy.outlets.map((outlet) => outlet.id),
    ),
    offers: isPromo ? offers : [],
    deposit: isPayout ? (amounts.deposit ?? depositOf(offers, policy)) : null,
    households: isPayout ? amounts.households : null,
    date: isRenewal ? singleDay(days) : dayMeant(days, policy),
    window: isRenewal ? (spanIn(days)?.span ?? null) : null,
    contract: isRenewal ? (findings.contract?.typed ?? null) : null,
    checklist: intent === 'complaint.checklist' ? checklistOf(words.checklists) : null,
  };
}

/** The words that name several things and that nothing else in the question narrows. */
export function ambiguousWords(findings: Findings): readonly AmbiguousWord[] {
  return findings.words.outlets
    .filter((match) => match.ids.length > 1)
    .map((match) => ({ word: match.word, ids: match.ids }));
}

/** Every id that the words name, each once, in the order of the policy. */
function idsOf(matches: readonly WordMatch[], order: readonly string[]): readonly string[] {
  const named = new Set(matches.flatMap((match) => match.ids));
  return order.filter((id) => named.has(id));
}

/** The offers named; an amount narrows a word for several (存费送费200那档) and names a deposit gift by itself. */
function narrowedOffers(findings: Findings, policy: Policy): readonly string[] {
  const order = [
    ...new Set(policy.campaigns.flatMap((campaign) => campaign.offers.map((offer) => offer.id))),
  ];
  const offers = idsOf(findings.words.offers, order);
  const plan = plansOf(policy).find((one) => one.depositYuan === findings.amounts.deposit);
  if (plan === undefined) return offers;
  return offers.length === 0 || offers.includes(plan.offer) ? [plan.offer] : offers;
}

/** The deposit of the one payout plan among these offers, or null. */
function depositOf(offers: readonly string[], policy: Policy): number | null {
  const deposits = new Set(
    plansOf(policy).flatMap((plan) => (offers.includes(plan.offer) ? [plan.depositYuan] : [])),
  );
  const [only] = deposits;
  return deposits.size === 1 && only !== undefined ? only : null;
}

function plansOf(policy: Policy): Campaign['plans'] {
  return policy.campaigns.flatMap((campaign) => campaign.plans);
}

/** The kind of complaint that is named, or null: a word for complaints at large names none. */
function checklistOf(matches: readonly WordMatch[]): string | null {
  return matches.flatMap((match) => match.ids).find((id) => id !== GENERAL_CHECKLIST) ?? null;
}

function singleDay(days: readonly DaysMatch[]): Day | null {
  if (spanIn(days) !== undefined) return null;
  return days[0]?.span.from ?? null;
}

function spanIn(days: readonly DaysMatch[]): DaysMatch | undefined {
  return days.find((match) => match.unit !== 'day');
}

/** A day as it is; of a month or quarter its first day inside the campaign, else its first day. */
function dayMeant(days: readonly DaysMatch[], policy: Policy): Day | null {
  const match = days.find((one) => one.unit === 'day') ?? days[0];
  if (match === undefined) return null;
  const { span } = match;
  const inside = policy.campaigns
    .map((campaign) => campaign.days.from)
    .find((from) => isWithin(from, span));
  const covers = policy.campaigns.some((campaign) => isWithin(span.from, campaign.days));
  return covers ? span.from : (inside ?? span.from);
}
