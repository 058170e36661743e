import type { Day } from '../calendar/day.ts';
import { isWithin, type Span } from '../calendar/span.ts';
import type { PolicySet } from '../policy/policy.ts';
import type { Doubts } from './doubts.ts';
import type { Facts } from './facts.ts';
import { wholeNumber } from './figures.ts';
import { folded, tidy } from './folding.ts';
import { isId } from './names.ts';
import { dayIn } from './periods.ts';
import { noDay } from './periods-in-sheets.ts';

/** The id of the campaign; null where the sheet has none, or none that can be one. */
export function idOf(facts: Facts, doubts: Doubts): string | null {
  const fact = facts.one('id');
  if (fact === null || isId(folded(fact.text))) return fact === null ? null : folded(fact.text);
  doubts.add(fact.sheet, fact.cell, {
    zh: `“${fact.text}”不能作编号：请用小写字母和数字，中间用连字符，例如 2015-q2`,
    en: `"${fact.text}" is no id: small letters and digits with hyphens between, such as 2015-q2`,
  });
  return null;
}

/** The version of the campaign; null where the sheet has none. */
export function versionOf(facts: Facts, doubts: Doubts): number | null {
  const fact = facts.one('version');
  if (fact === null) return null;
  const version = wholeNumber({ ...fact.cell, text: fact.text.replace(/[第版v]/gi, '') });
  if (version !== null && version >= 1) return version;
  doubts.add(fact.sheet, fact.cell, {
    zh: `“${fact.text}”不是版本号：请填 1、2 这样的整数`,
    en: `"${fact.text}" is no version: write 1, 2, …`,
  });
  return null;
}

/** Why an earlier version is corrected; null where the sheet does not say. */
export function reasonOf(facts: Facts, doubts: Doubts): string | null {
  const fact = facts.one('reason');
  if (fact === null) return null;
  const reason = tidy(fact.text);
  if (reason.length <= REASON_CHARACTERS) return reason;
  doubts.add(fact.sheet, fact.cell, {
    zh: `更正原因超过 ${REASON_CHARACTERS} 个字：请写短一些`,
    en: `the reason has more than ${REASON_CHARACTERS} characters: say it shorter`,
  });
  return null;
}

/** More than this the register takes no reason in. */
const REASON_CHARACTERS = 300;

/** The day from which on a correction holds; null where the sheet does not say, or says a day of no use. */
export function fromOf(facts: Facts, days: Span | null, doubts: Doubts): Day | null {
  const fact = facts.one('holdsFrom');
  if (fact === null) return null;
  const day = dayIn(fact.text);
  if (day !== null && (days === null || isWithin(day, days))) return day;
  doubts.add(
    fact.sheet,
    fact.cell,
    day === null || days === null
      ? noDay(fact.text)
      : {
          zh: `${day} 不在活动时间内（${days.from} 至 ${days.to}）：更正生效日请填活动时间内的一天`,
          en: `${day} is no day of the campaign, which runs from ${days.from} to ${days.to}`,
        },
  );
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
      doubts.add(fact.sheet, fact.cell, {
        zh: `没有编号为“${id}”的活动：并行活动请填已有活动的编号，没有就空着`,
        en: `there is no campaign "${id}" to run beside: write the id of one that is there, or nothing`,
      });
      return false;
    });
}

/** How many days a review counts; null where the sheet does not say. */
export function reviewDaysOf(facts: Facts, doubts: Doubts): number | null {
  const fact = facts.one('reviewEveryDays');
  if (fact === null) return null;
  const days = wholeNumber({ ...fact.cell, text: fact.text.replace(/[天日]/g, '') });
  if (days !== null && days >= 1 && days <= 366) return days;
  doubts.add(fact.sheet, fact.cell, {
    zh: `“${fact.text}”不是 1 到 366 之间的天数：请填整数，例如 90`,
    en: `"${fact.text}" is no number of days from 1 to 366`,
  });
  return null;
}
