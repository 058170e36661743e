import type { Day } from '../calendar/day.ts';
import { activeCampaign, plansMeantOn } from '../policy/campaigns.ts';
import type { Policy } from '../policy/policy.ts';
import { type Amounts, amountsIn, moneyIn } from './amounts.ts';
import { asTyped, type ContractMatch, contractIn } from './contract-word.ts';
import { type DaysMatch, daysIn } from './days.ts';
import { describedFinders } from './described.ts';
import { meansEverything, meansEverywhere } from './everywhere.ts';
import { hasLevelWord, levelPlaces } from './level-words.ts';
import { type Lexicon, WORD_KINDS, type WordKind } from './lexicon.ts';
import { meaningFinder } from './meanings.ts';
import type { Mender } from './mend.ts';
import { namesIn, type PolicyNames, planAmounts, withNames } from './names.ts';
import { normalise } from './normalise.ts';
import { numbersIn } from './numbers.ts';
import { blank, meets, type Place } from './places.ts';
import type { PlanAmounts } from './plan-amounts.ts';
import { SIGNS } from './signs.ts';
import { withoutTakenBack } from './taken-back.ts';
import { type WordEntry, type WordMatch, wordFinders } from './words.ts';

/** Everything that dictionaries and grammars find in a question, before anybody decides what it asks. */
export type Findings = {
  /** The question made plain and mended; places below are places in it. */
  readonly plain: string;
  /** The question made plain, with the slips in it. */
  readonly unmended: string;
  readonly words: Readonly<Record<WordKind, readonly WordMatch[]>>;
  /** What the words mean that name nothing. */
  readonly meanings: readonly string[];
  /** Something of the trade is named or meant. */
  readonly isOfTrade: boolean;
  readonly amounts: Amounts;
  readonly days: readonly DaysMatch[];
  /** The day that the question is about: the first one it names, else today. Its campaign's amounts are meant. */
  readonly day: Day;
  readonly today: Day;
  readonly contract: ContractMatch | null;
  /** All outlets are meant, and none is named. */
  readonly isEverywhere: boolean;
  /** All offers are meant, and none is named. */
  readonly isEverything: boolean;
};

export type Finder = (text: string, today: Day) => Findings;

/** A question before anything is found in it. */
export type Mended = {
  /** As `Findings.unmended`. */
  readonly unmended: string;
  /** The question made plain and mended, a sign in the place of a contract: all else that is found is found in this. */
  readonly text: string;
  readonly contract: ContractMatch | null;
};

/** Makes questions plain and mends them. */
export function createPlainer(mend: Mender): (question: string) => Mended {
  return (question) => {
    const { typed, plain } = normalise(question);
    const contract = contractIn(typed);
    return {
      unmended: plain,
      text: mend(contract === null ? plain : withSign(plain, contract)),
      contract:
        contract === null ? null : { ...contract, typed: asTyped(question, contract.typed) },
    };
  };
}

/** A finder with the words of the lexicon and the amounts of the policy's payout plans. */
export function createFinder(lexicon: FinderWords, policy: Policy, mend: Mender): Finder {
  const plain = createPlainer(mend);
  const find = finderOf({
    lexicon,
    names: namesIn(policy),
    amountsOn: rememberedByPlans(policy),
  });
  return (question, today) => find(plain(question), today);
}

/** A finder that knows of the policy what its things are called, and no day of it. */
export function createFinderOfNames(lexicon: FinderWords, names: PolicyNames): MendedFinder {
  return finderOf({ lexicon, names, amountsOn: () => names.amounts });
}

/** As a `Finder`, of what is mended. */
type MendedFinder = (mended: Mended, today: Day) => Findings;

/** Who names a thing need not describe it; a word for several is narrowed by what is said of them. */
function narrowedBy(
  named: readonly WordMatch[],
  described: readonly WordMatch[],
): readonly WordMatch[] {
  if (named.length === 0) return described;
  const [only, ...others] = named;
  const [one] = described;
  if (only === undefined || others.length > 0 || one === undefined) return named;
  // "both phone offers, free and discount" names them all the same.
  if (NAMES_ALL.test(only.word)) return named;
  const isNarrower =
    one.ids.length < only.ids.length && one.ids.every((id) => only.ids.includes(id));
  return isNarrower ? [{ ...only, ids: one.ids }] : named;
}

const NAMES_ALL = /^(?:both|all|two|the two) |^[两俩]/;

/** What a finder needs of the lexicon. */
export type FinderWords = Pick<Lexicon, 'words' | 'meanings' | 'described'>;

/** Words of these kinds are the trade's. */
const NAMES_TRADE = ['outlets', 'offers', 'checklists', 'limits', 'coaching'] as const;

type FinderParts = {
  readonly lexicon: FinderWords;
  readonly names: PolicyNames;
  /** The amounts that a question about a day can mean. */
  readonly amountsOn: (day: Day) => readonly PlanAmounts[];
};

function finderOf({ lexicon, names, amountsOn }: FinderParts): MendedFinder {
  const meaningsIn = meaningFinder(lexicon.meanings);
  const meaningsOfTrade = new Set(
    lexicon.meanings.flatMap(({ ids, isOfAnybody }) => (isOfAnybody ? [] : ids)),
  );
  const describedIn = describedFinders(lexicon.described);
  const wordsIn = wordFinders(
    Object.fromEntries(
      WORD_KINDS.map((kind) => [kind, withNames(lexicon.words[kind], kind, names)]),
    ) as Record<WordKind, readonly WordEntry[]>,
  );
  /** What is named and not meant is taken out before anything is found. */
  const takenBack = (mended: string, today: Day): string => {
    const withoutNames = (text: string): string => {
      const { offers } = wordsIn(text);
      return blank(text, [...offers, ...daysIn(blank(text, offers), today)]);
    };
    return withoutTakenBack(
      mended,
      [
        // Offers are named by words and by amounts: "not the free phone, the 200 one".
        (text) =>
          [...wordsIn(text).offers, ...moneyIn(withoutNames(text), amountsOn(today))].sort(
            (one, other) => one.from - other.from,
          ),
        (text) => wordsIn(text).outlets,
        (text) => wordsIn(text).checklists,
        // "a dispute not about fees" is one about other matters.
        (text) => wordsIn(text).limits.filter(({ to }) => !NOT_ABOUT.test(text.slice(0, to))),
        (text) => daysIn(blank(text, wordsIn(text).offers), today),
        levelPlaces,
      ],
      (text) => numbersIn(withoutNames(text)),
    );
  };
  return (mended, today) => {
    const { unmended, contract } = mended;
    const text = takenBack(mended.text, today);
    const named = wordsIn(text);
    const described = describedIn(text);
    // Who names a thing need not describe it. A "phone case" is no phone of ours.
    const found = {
      ...named,
      offers: narrowedBy(named.offers, described.offers).filter(
        (offer) => !named.elsewhere.some((other) => other.to > offer.to && meets([other], offer)),
      ),
      outlets: narrowedBy(named.outlets, described.outlets),
    };
    // "存50元送5元": amounts in the name of an offer are no days.
    const withoutOffers = blank(text, found.offers);
    const days = daysIn(withoutOffers, today);
    const outlets = found.outlets.some((outlet) => meets(found.offers, outlet))
      ? wordsIn(withoutOffers).outlets
      : found.outlets;
    const day = days[0]?.span.from ?? today;
    const plans = amountsOn(day);
    const meanings = meaningsIn(blank(withoutOffers, [...days, ...outlets]));
    const others = found.offers.filter(({ ids, word }) => ids.length === 1 && !NUMBERED.test(word));
    const amounts = amountsIn(blank(text, [...days, ...outlets]), plans, others);
    const isNamed = NAMES_TRADE.some((kind) => found[kind].length > 0);
    return {
      plain: text,
      unmended,
      words: {
        ...found,
        outlets,
        // 1月30日 is a day, and not the thirty days of the authority.
        limits: found.limits.filter((limit) => !meets(days.filter(isDay), limit)),
      },
      meanings,
      isOfTrade:
        isNamed ||
        amounts.places.length > 0 ||
        contract !== null ||
        hasLevelWord(text) ||
        meanings.some((meaning) => meaningsOfTrade.has(meaning)),
      amounts,
      days,
      day,
      today,
      contract,
      isEverywhere: meansEverywhere(text),
      isEverything: meansEverything(text),
    };
  };
}

const NOT_ABOUT = /(?<![a-z])not (?:about|over|on|concerning) [a-z' ]{1,20}$/;

/** A deposit gift is named by its amounts. */
const NUMBERED = /\d|[一二三五百两]|hundred|fifty/;

function isDay({ unit }: DaysMatch): boolean {
  return unit === 'day';
}

/** The amounts that a question about a day can mean; made once for each campaign, as every question needs them. */
function rememberedByPlans(policy: Policy): (day: Day) => readonly PlanAmounts[] {
  const known = new Map<string, readonly PlanAmounts[]>();
  return (day) => {
    const key = activeCampaign(policy, day)?.inForce.from ?? '';
    const amounts = known.get(key) ?? planAmounts(plansMeantOn(policy, day));
    known.set(key, amounts);
    return amounts;
  };
}

/** The text with the contract id or phone replaced by its sign: what is a number no grammar takes for another thing. */
function withSign(plain: string, { from, to }: Place): string {
  return `${plain.slice(0, from)}${SIGNS.contract[0]}${plain.slice(to)}`;
}
