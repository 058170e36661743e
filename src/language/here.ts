import type { Bilingual } from '../bilingual.ts';
import { normalise } from './normalise.ts';

// 店长 and 厅员 are people; "here you go" and "here is" are no places.
const ZH =
  /(?:我们|咱们|我|本|这个?)(?:自己)?(?:的)?(?:营业厅|网点|门店|厅|店)(?![长员]|主(?!推))|(?:我们|咱们|我)?(?:这里|这儿|这边)|(?:我们|咱们)这(?!个|些|种|样|次|月)|此处/;
const EN_HALL = /\b(?:our|my|this) (?:own )?(?:hall|store|shop|outlet|place|counter|sales point)\b/;
const EN_HERE = /\bhere\b(?!'s| you| is| are| it| we)/;

/**
 * A question in which somebody says "here" or "our hall", with the name of his outlet in place of that; null where he does
 * not say so. The name is in the language of the words that it stands for.
 */
export function withOutletFor(text: string, outlet: Bilingual): string | null {
  const { typed, plain } = normalise(text);
  const put = (found: RegExpExecArray, words: string): string =>
    typed.slice(0, found.index) + words + typed.slice(found.index + found[0].length);
  const zh = ZH.exec(plain);
  if (zh !== null) return put(zh, outlet.zh);
  const hall = EN_HALL.exec(plain);
  if (hall !== null) return put(hall, `a ${outlet.en}`);
  const here = EN_HERE.exec(plain);
  return here === null ? null : put(here, `at a ${outlet.en}`);
}
