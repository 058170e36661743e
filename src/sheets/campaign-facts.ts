import type { PolicySet } from '../policy/policy.ts';
import type { Doubts } from './doubts.ts';
import type { Facts } from './facts.ts';
import { wholeNumber } from './figures.ts';
import { folded } from './folding.ts';
import { isId } from './names.ts';

/** The id of the campaign; null where the sheet has none, or none that can be one. */
export function idOf(facts: Facts, doubts: Doubts): string | null {
  const fact = facts.one('id');
  if (fact === null || isId(folded(fact.text))) return fact === null ? null : folded(fact.text);
  doubts.add(
    fact.sheet,
    fact.cell,
    `"${fact.text}" is no id: small letters and digits with hyphens between, such as 2015-q2`,
  );
  return null;
}

/** The version of the campaign; null where the sheet has none. */
export function versionOf(facts: Facts, doubts: Doubts): number | null {
  const fact = facts.one('version');
  if (fact === null) return null;
  const version = wholeNumber({ ...fact.cell, text: fact.text.replace(/[第版]/g, '') });
  if (version !== null && version >= 1) return version;
  doubts.add(fact.sheet, fact.cell, `"${fact.text}" is no version: write 1, 2, …`);
  return null;
}

/** The campaigns that it is meant to run beside, by their ids. */
export function besideOf(
  facts: Facts,
  campaigns: readonly PolicySet[],
  doubts: Doubts,
): readonly string[] {
  const fact = facts.one('beside');
  if (fact === null) return [];
  return fact.text
    .split(/[\s,，、;；]+/)
    .map(folded)
    .filter((id) => id !== '')
    .filter((id) => {
      if (campaigns.some((one) => one.id === id)) return true;
      doubts.add(fact.sheet, fact.cell, `there is no campaign "${id}" to run beside`);
      return false;
    });
}

/** How many days a review counts; null where the sheet does not say. */
export function reviewDaysOf(facts: Facts, doubts: Doubts): number | null {
  const fact = facts.one('reviewEveryDays');
  if (fact === null) return null;
  const days = wholeNumber({ ...fact.cell, text: fact.text.replace(/[天日]/g, '') });
  if (days !== null && days >= 1 && days <= 366) return days;
  doubts.add(fact.sheet, fact.cell, `"${fact.text}" is no number of days from 1 to 366`);
  return null;
}
