import type { Policy } from '../policy/policy.ts';
import type { Findings } from './find.ts';
import { numbersIn } from './numbers.ts';
import { type Reading, subjectOf } from './reading.ts';
import type { WordMatch } from './words.ts';

/** The findings with what a part of a name picks among the things last spoken of or asked for. */
export function narrowed(found: Findings, last: Reading, policy: Policy): Findings {
  const findings = subjectOf(last) === 'payout.commission' ? withBareNumber(found) : found;
  return withOfferPicked(withOutletPicked(findings, last, policy), last, policy);
}

/** 续约那个 after 存费送费, which names four offers: those of that business or name, when the message is the part alone. */
function withOfferPicked(findings: Findings, last: Reading, policy: Policy): Findings {
  const open = last.entities.offers;
  if (open.length < 2 || findings.words.offers.length > 0) return findings;
  const offers = policy.campaigns.flatMap((campaign) =>
    campaign.offers
      .filter(({ id }) => open.includes(id))
      .map(({ id, name, business }) => {
        const kind = campaign.businesses.find((one) => one.id === business)?.name;
        return { id, zh: name.zh + (kind?.zh ?? ''), en: `${name.en} ${kind?.en ?? ''}` };
      }),
  );
  for (const part of partsOf(findings.plain)) {
    if (!isBare(findings.plain, part)) continue;
    const named = offers.filter(({ zh, en }) => zh.includes(part) || hasWord(en, part));
    const ids = [...new Set(named.map(({ id }) => id))];
    if (ids.length === 0 || ids.length === open.length) continue;
    return { ...findings, words: { ...findings.words, offers: [picked(findings, part, ids)] } };
  }
  return findings;
}

function picked({ plain }: Findings, part: string, ids: readonly string[]): WordMatch {
  const from = plain.indexOf(part);
  return { ids, word: part, from, to: from + part.length };
}

function partsOf(plain: string): readonly string[] {
  return plain.match(/[a-z]{4,}|\p{Script=Han}{2}/gu) ?? [];
}

/** "the urban one" after "partner hall", 城区的. */
function withOutletPicked(findings: Findings, last: Reading, policy: Policy): Findings {
  const open =
    last.missing === 'outlet' ? policy.outlets.map((outlet) => outlet.id) : last.entities.outlets;
  if (findings.words.outlets.length > 0) return withOutletCommon(findings, open);
  for (const part of partsOf(findings.plain)) {
    const isAlone = isBare(findings.plain, part);
    // One outlet leaves nothing to pick from, unless the message is the part alone: 一般的呢 after 核心的.
    if (!isAlone && (open.length < 2 || ANY_OUTLET.test(part))) continue;
    const among = open.length < 2 ? policy.outlets.map((outlet) => outlet.id) : open;
    const ids = policy.outlets
      .filter(
        ({ id, name }) => among.includes(id) && (name.zh.includes(part) || hasWord(name.en, part)),
      )
      .map(({ id }) => id);
    if (ids.length === 0 || ids.length === among.length) continue;
    if (open.length < 2 && ids.length > 1) continue;
    return { ...findings, words: { ...findings.words, outlets: [picked(findings, part, ids)] } };
  }
  return findings;
}

/** "the township one" after "partner hall": a word for two, of which one was spoken of. */
function withOutletCommon(findings: Findings, open: readonly string[]): Findings {
  const { plain, words } = findings;
  const [only, ...others] = words.outlets;
  if (only === undefined || others.length > 0 || open.length < 2) return findings;
  const both = only.ids.filter((id) => open.includes(id));
  const picks = PICKS.test(plain) && isBare(plain, only.word);
  return both.length === 0 || both.length === only.ids.length || !picks
    ? findings
    : { ...findings, words: { ...words, outlets: [{ ...only, ids: both }] } };
}
/** 乡镇呢 may be a new question; "the township one" picks. */
const PICKS = /(?<![a-z])(?:ones?|kind|type|sort)(?![a-z])|那[个家种]/;
/** 一般的呢 names nothing else: there the part is meant as a name. */
function isBare(plain: string, part: string): boolean {
  const rest = plain.replace(part, '').replace(/\p{P}/gu, ' ');
  return /^(?:[那个的呢种吗嘛呀 ]|(?<![a-z])(?:the|that|one|ones|kind|type|sort|and|about|what|no|sorry|i|mean|meant)(?![a-z]))*$/.test(
    rest,
  );
}

/** Parts of names that fit any outlet, or are everyday words: "at my outlet" picks none. */
const ANY_OUTLET = /^(?:outlets?|halls?|stores?|business|general|一般|缴费|渠道)$/;

/** "and 30?" after a commission counts households, unless the number is a deposit. */
function withBareNumber(findings: Findings): Findings {
  const { amounts, plain } = findings;
  // "that one" and 一样 count nothing.
  const [number, ...others] = numbersIn(
    plain.replace(COUNTS_NOTHING, (words) => ' '.repeat(words.length)),
  );
  const isTaken = amounts.deposit !== null || amounts.households !== null;
  if (number === undefined || others.length > 0 || isTaken || findings.days.length > 0)
    return findings;
  const places = [...amounts.places, number];
  return { ...findings, amounts: { ...amounts, households: number.value, places } };
}

const COUNTS_NOTHING =
  /(?<![a-z])(?:that|this|the|which) one(?![a-z])|一(?=样|下|起|般|定|直|些|点|会|共|律|致|回事)/g;

function hasWord(name: string, word: string): boolean {
  return name
    .toLowerCase()
    .split(/[^a-z]+/)
    .includes(word);
}
