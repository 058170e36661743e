import { activeCampaign, plansMeantOn } from '../policy/campaigns.ts';
import type { PayoutPlan, Policy } from '../policy/policy.ts';
import { complaintKind } from './complaint-kind.ts';
import { dayMeant, daysToldOf, singleDay, spanIn } from './day-meant.ts';
import { daysMeant } from './days-meant.ts';
import { idsLeft } from './exceptions.ts';
import type { Findings } from './find.ts';
import { spanFrom, spanUntil } from './open-spans.ts';
import { meets } from './places.ts';
import type { AmbiguousWord, Entities, Intent } from './reading.ts';
import type { TopicsOf } from './topics.ts';
import type { WordMatch } from './words.ts';

/** The entities that an intent reads from what was found; what does not belong to it is left out. */
export function entitiesOf(
  intent: Intent,
  findings: Findings,
  { policy, topicsOf }: { readonly policy: Policy; readonly topicsOf: TopicsOf },
): Entities {
  const { amounts } = findings;
  const days = daysMeant(intent, findings, policy);
  const isPromo = intent.startsWith('promo.');
  const isPayout = intent.startsWith('payout.');
  const isRenewal = intent.startsWith('renewal.');
  // In 存50送50的 the gift of another plan is named, and that one is not meant.
  const offers = amounts.wrongGift === null ? narrowedOffers(findings, policy) : [];
  // What they earn is asked of all deposits that are named: "does the 200 pay more than the 50".
  const isOfSeveral =
    amounts.isOfSeveral || (intent === 'payout.commission' && amounts.deposits.length > 1);
  const [only, ...more] = days;
  const open =
    intent === 'renewal.list' && only !== undefined && more.length === 0
      ? (spanUntil(findings.plain, only, findings.today) ??
        spanFrom(findings.plain, only, findings.today))
      : null;
  return {
    outlets: outletsOf(findings, policy),
    offers: isPromo ? offers : intent === 'renewal.coaching' ? offersByName(findings) : [],
    deposit:
      isPayout && !isOfSeveral
        ? (amounts.deposit ?? depositOf(offers, plansMeantOn(policy, findings.day)))
        : null,
    households: isPayout || (isPromo && countsPeople(findings)) ? amounts.households : null,
    date: isRenewal
      ? open === null
        ? singleDay(days)
        : null
      : dayMeant(intent, daysToldOf(intent, days, findings), { policy, findings }),
    window: isRenewal ? (open ?? spanIn(days)?.span ?? null) : null,
    contract: isRenewal ? (findings.contract?.typed ?? null) : null,
    checklist:
      intent === 'complaint.checklist'
        ? complaintKind(findings.words.checklists, topicsOf(intent), findings)
        : null,
  };
}

/** "two customers at the kiosk want the 200": one of them is rather a word for anybody. */
function countsPeople({ plain, amounts }: Findings): boolean {
  return (amounts.households ?? 0) > 1 && PEOPLE.test(plain);
}
const PEOPLE = /户|(?<![a-z])(?:households|customers|clients|families|people)(?![a-z])/;

/** What is to be offered on the telephone, where it is named: "the renewal offer" is any. */
function offersByName({ words }: Findings): readonly string[] {
  const named = words.offers.filter(
    ({ ids, isDescribed }) => ids.length === 1 && isDescribed !== true,
  );
  return [...new Set(named.flatMap(({ ids }) => ids))];
}

/** The words that name several things and that nothing else in the question narrows. */
export function ambiguousWords({ plain, words }: Findings): readonly AmbiguousWord[] {
  return joined(plain, words.outlets)
    .filter((match) => match.ids.length > 1)
    .map((match) => ({ word: match.word, ids: match.ids }));
}

/** Every id that the words name, each once, in the order of the policy. */
function idsOf(matches: readonly WordMatch[], order: readonly string[]): readonly string[] {
  const named = new Set(matches.flatMap((match) => match.ids));
  return order.filter((id) => named.has(id));
}

/** The outlets named, in the order of the policy. */
function outletsOf(findings: Findings, policy: Policy): readonly string[] {
  const { plain, words } = findings;
  const order = policy.outlets.map((outlet) => outlet.id);
  return idsLeft(findings, words.outlets, order) ?? idsOf(joined(plain, words.outlets), order);
}

/** The offers named; an amount narrows a word for several (存费送费200那档) and names a deposit gift by itself. */
function narrowedOffers(findings: Findings, policy: Policy): readonly string[] {
  const { plain, words, amounts: found, day } = findings;
  // "he has a 12 month plan, what can I offer him": of offers it says nothing.
  const amounts = found.isByReturn ? { ...found, deposit: null, isOfSeveral: false } : found;
  const order = [
    ...new Set(policy.campaigns.flatMap((campaign) => campaign.offers.map((offer) => offer.id))),
  ];
  const inForce = activeCampaign(policy, day)?.offers.map((offer) => offer.id) ?? [];
  const offers = idsOf(joined(plain, words.offers).map(ofCampaign(inForce)), order);
  const plan = plansMeantOn(policy, day).find((one) => one.depositYuan === amounts.deposit);
  const left = idsLeft(findings, offersNamed(findings, plan), inForce);
  if (left !== null) return left;
  // Of "the 100/50 deposit gift" the second number is no deposit, though "50 deposit" is a name.
  const isInPair =
    amounts.places.length > 1 && words.offers.every((match) => meets(amounts.places, match));
  if (plan !== undefined && offers.length === 1 && isInPair) return [plan.offer];
  // "both the 100 and the 50 deposit deals"
  if (amounts.isOfSeveral) {
    const meant = plansMeantOn(policy, day)
      .filter(({ depositYuan }) => amounts.deposits.includes(depositYuan))
      .map(({ offer }) => offer);
    if (meant.length > 1) return order.filter((id) => meant.includes(id));
  }
  if (plan === undefined || words.offers.some((match) => match.ids.length === 1)) return offers;
  return offers.length === 0 || offers.includes(plan.offer) ? [plan.offer] : offers;
}

/** The offers by their words, and the one that is named by its deposit where that stands apart. */
function offersNamed(
  { words, amounts }: Findings,
  plan: PayoutPlan | undefined,
): readonly WordMatch[] {
  const apart = amounts.places.find((place) => !meets(words.offers, place));
  if (plan === undefined || apart === undefined) return words.offers;
  return [...words.offers, { ids: [plan.offer], word: '', ...apart }];
}

const AND = /和|与|跟|及|、|,|，|还有|或|(?<![a-z])(?:and|or|vs|versus)(?![a-z])|\+|&|\//;

/** A comma alone adds nothing: "the renewal one, bonus credit". */
const ADDS = /和|与|跟|及|、|还有|或|(?<![a-z])(?:and|or|vs|versus|nor|plus)(?![a-z])|\+|&|\//;

/**
 * Two ambiguous words that stand together narrow each other (合约续约里的存费送费); joined by "and" they name all of
 * what they name.
 */
function joined(text: string, matches: readonly WordMatch[]): readonly WordMatch[] {
  const kept: WordMatch[] = [];
  for (const match of matches) {
    const last = kept.at(-1);
    const both = match.ids.filter((id) => last?.ids.includes(id));
    const between = last === undefined ? '' : text.slice(last.to, match.from);
    const isNarrowed =
      last !== undefined && last.ids.length > 1 && match.ids.length > 1 && !AND.test(between);
    // 合约续约里的存费送机 is that phone alone: the business only says where it belongs.
    const isWithin =
      last !== undefined &&
      last.ids.length !== match.ids.length &&
      both.length === Math.min(last.ids.length, match.ids.length) &&
      !ADDS.test(between);
    if (last !== undefined && both.length > 0 && (isNarrowed || isWithin))
      kept[kept.length - 1] = { ...match, ids: both, from: last.from };
    else kept.push(match);
  }
  return kept;
}

/**
 * The offers that a question about money is about, where no payout plan is for any of them and no deposit is named: those
 * it names, else those `before` it in its conversation.
 */
export function unpaidOffers(
  intent: Intent,
  findings: Findings,
  { policy, before }: { readonly policy: Policy; readonly before: readonly string[] },
): readonly string[] {
  if (!intent.startsWith('payout.') || findings.amounts.deposit !== null) return [];
  const named = narrowedOffers(findings, policy);
  const offers = named.length > 0 ? named : before;
  const isPaid = plansMeantOn(policy, findings.day).some((plan) => offers.includes(plan.offer));
  return isPaid ? [] : offers;
}

/** The offers without a payout plan that are named beside a deposit: "3 discount phones and 2 of the 200". */
export function unpaidBeside(findings: Findings, policy: Policy): readonly string[] {
  const plans = plansMeantOn(policy, findings.day);
  return offersByName(findings).filter((id) => plans.every((plan) => plan.offer !== id));
}

/** The deposit of the one payout plan among these offers, or null. */
function depositOf(offers: readonly string[], plans: readonly PayoutPlan[]): number | null {
  const deposits = new Set(
    plans.flatMap((plan) => (offers.includes(plan.offer) ? [plan.depositYuan] : [])),
  );
  const [only] = deposits;
  return deposits.size === 1 && only !== undefined ? only : null;
}

/** A word that names offers of several campaigns means those of the campaign asked about, where it has any. */
function ofCampaign(offers: readonly string[]): (match: WordMatch) => WordMatch {
  return (match) => {
    const ids = match.ids.filter((id) => offers.includes(id));
    return ids.length === 0 ? match : { ...match, ids };
  };
}
