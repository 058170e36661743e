import { namesDeposit } from './amounts.ts';
import {
  asksPayout,
  COMES_BACK,
  COMMISSION,
  namesOfferAndOutlet,
  OFFERS_WHAT,
  tellsOurStory,
} from './asked-with.ts';
import { asksCondition } from './conditions-asked.ts';
import type { Findings } from './find.ts';
import { asksAbilities, greetsFrom, hasGreeting, isOnlyThanks } from './greetings.ts';
import { asksForAge, asksForLimit, isOfLimits } from './limits.ts';
import {
  asksHours,
  asksPenalty,
  asksWhatOthersDo,
  isAmongFriends,
  isKeptElsewhere,
  isOfAccount,
  isOfBill,
  isOfCareer,
  isOfHiring,
  isOfMyFamily,
  isOfNewTariff,
  isOfOtherCall,
  isOfOtherCarrier,
  isOfOtherCourt,
  isOfOtherOffer,
  isOfOwnContract,
  isOfWages,
  isOurs,
  mayBeTold,
  winsCustomers,
} from './not-ours.ts';
import {
  asksCampaignDays,
  asksDepositBack,
  asksIfLedWith,
  asksIfStillOffered,
  asksRankOrPlace,
  asksReturn,
  asksWhereToPush,
  earnsNothing,
  wantsMoneyTold,
} from './offer-talk.ts';
import { isOrder } from './orders.ts';
import { earnsOnOther } from './other-sale.ts';
import {
  complainsOfFamily,
  isNotice,
  isOfColleagues,
  isOfOtherBusiness,
  isOfOwnFault,
} from './others-complaints.ts';
import { asksWhere } from './pointing.ts';
import type { Intent } from './reading.ts';
import {
  asksForRenewals,
  asksOneEnd,
  asksOneEndOnly,
  asksWhichEnd,
  callsInVain,
  fearsCalls,
  refusesToRenew,
  repliesToRefusal,
  speaksOfOneContract,
  tiresOfCalls,
  wantsScript,
  wantsScriptForCall,
} from './renewal-talk.ts';
import {
  complainsToUs,
  isOfComplaint,
  leavesInContract,
  tellsOfImproper,
  tellsOfOneLine,
  tellsOfService,
  tellsOfUpset,
  tellsOfUpsetCustomer,
  wantsSteps,
} from './told-complaints.ts';

/** What is read instead, and when. */
type Rule = readonly [Intent, (findings: Findings) => boolean];

const NOT_OF_MONEY: readonly Rule[] = [
  ['out_of_scope', isOfOtherCarrier],
  ['out_of_scope', isOfCareer],
  ['out_of_scope', isOfOtherOffer],
  ['payout.commission', ({ plain }) => COMMISSION.test(plain)],
  ['payout.schedule', asksPayout],
  ['payout.schedule', asksDepositBack],
];
const ASKS_WHERE: Rule = [
  'promo.eligibility',
  ({ plain, words }) => asksWhere(plain) && words.offers.length > 0,
];
/** "everything at every outlet in March pls" */
const ALL_OF_IT: Rule = [
  'promo.eligibility',
  (findings) => findings.isEverywhere && findings.isEverything && isOurs(findings),
];

/** For each intent what speaks against it in the sentence itself, and what is meant then; the first rule that fits. */
const RULES: Readonly<Partial<Record<Intent, readonly Rule[]>>> = {
  'renewal.list': [
    ['out_of_scope', isOfOwnContract],
    ['renewal.coaching', wantsScript],
    ['renewal.status', speaksOfOneContract],
    ['complaint.checklist', tellsOfOneLine],
  ],
  'renewal.status': [['out_of_scope', isOfAccount]],
  'renewal.coaching': [
    ['renewal.list', asksWhichEnd],
    ['renewal.status', asksOneEndOnly],
    ['out_of_scope', isOfMyFamily],
    ['out_of_scope', asksWhatOthersDo],
    ['out_of_scope', winsCustomers],
    ['out_of_scope', isOfOtherCall],
    ['out_of_scope', asksHours],
    ['complaint.checklist', tellsOfUpset],
    ['complaint.checklist', complainsToUs],
    ['complaint.checklist', leavesInContract],
  ],
  'complaint.checklist': [
    ['help', ({ plain }) => isOnlyThanks(plain)],
    ['out_of_scope', isOfOtherCarrier],
    ['out_of_scope', isOfNewTariff],
    ['out_of_scope', isOfColleagues],
    ['out_of_scope', isOfOtherBusiness],
    ['out_of_scope', isNotice],
    ['out_of_scope', complainsOfFamily],
    ['out_of_scope', isOfOwnFault],
    ['out_of_scope', isOfHiring],
    ['out_of_scope', asksPenalty],
    ['payout.schedule', wantsMoneyTold],
    ['renewal.coaching', tiresOfCalls],
    ['renewal.coaching', repliesToRefusal],
    ['renewal.list', (findings) => asksWhichEnd(findings) && !isOfComplaint(findings)],
    ['renewal.status', (findings) => asksOneEnd(findings) && !isOfComplaint(findings)],
    ['complaint.deadline', ({ plain }) => asksForLimit(plain)],
  ],
  'complaint.deadline': [
    ['payout.schedule', (findings) => namesDeposit(findings.amounts) && !isOfLimits(findings)],
    ['out_of_scope', isOfBill],
    ['out_of_scope', isOfOtherCarrier],
    ['out_of_scope', isOfOtherCourt],
  ],
  'payout.schedule': [
    ['out_of_scope', isOfOtherCarrier],
    ['out_of_scope', isAmongFriends],
    ['out_of_scope', isKeptElsewhere],
    ['out_of_scope', (findings) => isOfWages(findings) && !namesDeposit(findings.amounts)],
    ['promo.details', asksCampaignDays],
    ['promo.eligibility', asksIfStillOffered],
    ['promo.eligibility', asksRankOrPlace],
    ['promo.eligibility', asksWhereToPush],
  ],
  'payout.commission': [
    ['out_of_scope', isOfWages],
    ['out_of_scope', earnsOnOther],
    ['promo.eligibility', asksForStrangeDeposit],
    ['out_of_scope', isOfOtherCarrier],
    ['payout.schedule', asksReturn],
    ['promo.eligibility', (findings) => earnsNothing(findings) && OFFERS_WHAT.test(findings.plain)],
    ['clarify', earnsNothing],
  ],
  'promo.eligibility': [
    ['help', ({ plain }) => greetsFrom(plain)],
    ['out_of_scope', asksHours],
    ...NOT_OF_MONEY,
    ['promo.details', asksCampaignDays],
    ['complaint.checklist', tellsOfImproper],
  ],
  'promo.details': [...NOT_OF_MONEY, ASKS_WHERE, ['promo.eligibility', asksIfLedWith]],
  clarify: [
    ['out_of_scope', isOfCareer],
    ['out_of_scope', isOfWages],
    ['complaint.checklist', (findings) => complainsToUs(findings) && !isOfMoney(findings)],
    ['renewal.status', asksOneEndOnly],
    ['payout.schedule', asksPayout],
    [
      'promo.eligibility',
      (findings) => namesOfferAndOutlet(findings) || OFFERS_WHAT.test(findings.plain),
    ],
    [
      'payout.schedule',
      ({ plain, amounts }) => amounts.unknownDeposit !== null && COMES_BACK.test(plain),
    ],
    ASKS_WHERE,
    ALL_OF_IT,
    [
      'promo.details',
      (findings) => findings.words.offers.length > 0 && asksCondition('promo.details', findings),
    ],
  ],
  help: [
    [
      'out_of_scope',
      ({ plain, words, isOfTrade }) =>
        words.elsewhere.length > 0 && !hasGreeting(plain) && !asksAbilities(plain, isOfTrade),
    ],
    ['promo.eligibility', ({ plain, words }) => words.outlets.length > 0 && !hasGreeting(plain)],
  ],
  out_of_scope: [
    [
      'complaint.deadline',
      (findings) => isOurs(findings) && isOfComplaint(findings) && asksForLimit(findings.plain),
    ],
    ['complaint.checklist', ({ plain, meanings }) => tellsOurStory(meanings) && !isOrder(plain)],
    ['complaint.checklist', tellsOfImproper],
    [
      'complaint.checklist',
      (findings) =>
        (isOurs(findings) ||
          wantsSteps(findings) ||
          (tellsOfUpsetCustomer(findings) && mayBeTold(findings))) &&
        complainsToUs(findings) &&
        !isOfColleagues(findings),
    ],
    ['payout.schedule', (findings) => isOurs(findings) && asksDepositBack(findings)],
    ALL_OF_IT,
    ['renewal.list', (findings) => isOurs(findings) && asksForRenewals(findings)],
    ['renewal.coaching', (findings) => isOurs(findings) && callsInVain(findings)],
    ['renewal.coaching', (findings) => isOurs(findings) && fearsCalls(findings)],
    ['renewal.coaching', refusesToRenew],
    ['renewal.coaching', wantsScriptForCall],
    ['renewal.list', (findings) => asksWhichEnd(findings) && findings.words.outlets.length > 0],
    ['renewal.status', (findings) => isOurs(findings) && asksOneEnd(findings)],
    ['promo.eligibility', (findings) => isOurs(findings) && namesOfferAndOutlet(findings)],
    ['complaint.deadline', (findings) => isOurs(findings) && asksForAge(findings.plain)],
    ['promo.eligibility', asksIfLedWith],
    ['help', ({ plain }) => isOnlyThanks(plain)],
    ['complaint.checklist', tellsOfService],
  ],
};

/** "customer grumbles the 200 is too much, what else is there": an offer or its money is spoken of. */
function isOfMoney({ words, amounts }: Findings): boolean {
  return words.offers.length > 0 || namesDeposit(amounts);
}

/** "can we make it 300 get 150 at the chain store": nothing is earned. */
function asksForStrangeDeposit({ plain, amounts, words }: Findings): boolean {
  return amounts.unknownDeposit !== null && words.outlets.length > 0 && !COMMISSION.test(plain);
}

/** What a sentence means instead of what its examples say; null where nothing in it speaks against them. */
export function insteadOf(intent: Intent, findings: Findings): Intent | null {
  const rule = (RULES[intent] ?? []).find(([, isMeant]) => isMeant(findings));
  return rule?.[0] ?? null;
}
