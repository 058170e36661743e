import type { Policy } from '../policy/policy.ts';
import type { Findings } from './find.ts';
import { numbersIn } from './numbers.ts';
import { type Reading, subjectOf } from './reading.ts';

/**
 * The findings with the outlet that a part of a name picks among those last spoken of or asked for: "the urban one"
 * after "partner hall", 城区的.
 */
export function narrowed(found: Findings, last: Reading, policy: Policy): Findings {
  const findings = subjectOf(last) === 'payout.commission' ? withBareNumber(found) : found;
  if (findings.words.outlets.length > 0) return findings;
  const open =
    last.missing === 'outlet' ? policy.outlets.map((outlet) => outlet.id) : last.entities.outlets;
  const parts = findings.plain.match(/[a-z]{4,}|\p{Script=Han}{2}/gu) ?? [];
  for (const part of parts) {
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
    const from = findings.plain.indexOf(part);
    const match = { ids, word: part, from, to: from + part.length };
    return { ...findings, words: { ...findings.words, outlets: [match] } };
  }
  return findings;
}

/** 一般的呢 names nothing else: there the part is meant as a name. */
function isBare(plain: string, part: string): boolean {
  return /^[那个的呢种吗嘛呀]*$/.test(plain.replace(part, '').replace(/\p{P}/gu, ''));
}

/** Parts of names that fit any outlet, or are everyday words: "at my outlet" picks none. */
const ANY_OUTLET = /^(?:outlets?|halls?|stores?|business|general|一般|缴费|渠道)$/;

/** "and 30?" after a commission counts households, unless the number is a deposit. */
function withBareNumber(findings: Findings): Findings {
  const { amounts, plain } = findings;
  const [number, ...others] = numbersIn(plain);
  const isTaken = amounts.deposit !== null || amounts.households !== null;
  if (number === undefined || others.length > 0 || isTaken || findings.days.length > 0)
    return findings;
  const places = [...amounts.places, number];
  return { ...findings, amounts: { ...amounts, households: number.value, places } };
}

function hasWord(name: string, word: string): boolean {
  return name
    .toLowerCase()
    .split(/[^a-z]+/)
    .includes(word);
}
