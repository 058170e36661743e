import { namesDeposit } from './amounts.ts';
import { isHan } from './characters.ts';
import type { MaskedSentence } from './classify.ts';
import type { Findings } from './find.ts';
import { hasLevelWord } from './level-words.ts';
import type { Place } from './places.ts';
import { SIGNS } from './signs.ts';

type Sign = readonly [string, string];
type Signed = Place & { readonly sign: Sign };

/** The sentence with its names replaced, so that one example serves for all outlets, offers and days. */
export function mask(findings: Findings): MaskedSentence {
  const { plain, meanings } = findings;
  return { text: masked(plain, signsIn(findings)), marks: marksOf(findings), meanings };
}

/** What is named, in the order of the text; where names meet, the kind that is listed first comes first. */
function signsIn({ plain, words, amounts, days }: Findings): readonly Signed[] {
  const signs: Signed[] = [];
  const add = (places: readonly Place[], sign: Sign): void => {
    for (const { from, to } of places) signs.push({ from, to, sign });
  };
  const contract = plain.indexOf(SIGNS.contract[0]);
  if (contract >= 0) add([{ from: contract, to: contract + 1 }], SIGNS.contract);
  add(words.offers, SIGNS.offer);
  add(words.outlets, SIGNS.outlet);
  add(days, SIGNS.days);
  add(amounts.places, SIGNS.amount);
  return signs.length < 2 ? signs : signs.sort((one, other) => one.from - other.from);
}

function masked(plain: string, signs: readonly Signed[]): string {
  let text = '';
  let place = 0;
  for (const { from, to, sign } of signs) {
    if (from < place) continue;
    text += plain.slice(place, from) + sign[hasHan(plain, from - 1, to + 1) ? 0 : 1];
    place = to;
  }
  return text + plain.slice(place);
}

/** Whether any of these characters is Chinese. */
function hasHan(text: string, from: number, to: number): boolean {
  for (let at = Math.max(0, from); at < to; at += 1)
    if (isHan(text.codePointAt(at) ?? 0)) return true;
  return false;
}

/** What a question may have in it, and how that is seen. */
const MARKS: readonly (readonly [string, (findings: Findings) => boolean])[] = [
  ['outlet', ({ words }) => words.outlets.length > 0],
  ['offer', ({ words }) => words.offers.length > 0],
  ['checklist', ({ words }) => words.checklists.length > 0],
  ['limit', ({ words }) => words.limits.length > 0],
  ['coaching', ({ words }) => words.coaching.length > 0],
  ['elsewhere', ({ words }) => words.elsewhere.length > 0],
  ['deposit', ({ amounts }) => namesDeposit(amounts)],
  ['households', ({ amounts }) => amounts.households !== null],
  ['day', ({ days }) => days.length > 0 && !hasSpan(days)],
  ['span', ({ days }) => hasSpan(days)],
  ['contract', ({ contract }) => contract !== null],
  ['everywhere', ({ isEverywhere, isEverything }) => isEverywhere || isEverything],
  ['level', ({ plain }) => hasLevelWord(plain)],
];

function hasSpan(days: Findings['days']): boolean {
  return days.some(({ unit }) => unit !== 'day');
}

function marksOf(findings: Findings): readonly string[] {
  return MARKS.filter(([, isIn]) => isIn(findings)).map(([mark]) => mark);
}
