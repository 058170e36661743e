import type { Reading } from '../language/reading.ts';
import { inTurn } from './wording.ts';

/** Asked whether an offer may be had twice, or which phone it is: that the policy may not say it stands before what it says. */
export function withNotStated({ unsaid, language }: Reading, lead: string): string {
  if (!unsaid.isCondition) return lead;
  const notStated =
    language === 'zh'
      ? '下面没有写的，政策就没有规定：请问政策负责人，先不要答应客户。'
      : 'If it is not written below, the policy does not say: ask the policy owner, promise nothing.';
  return inTurn([notStated, lead], language);
}
