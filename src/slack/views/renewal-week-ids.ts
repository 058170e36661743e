import { z } from 'zod';
import type { Language } from '../../bilingual.ts';

export const RENEWAL_WEEK_ACTION = 'renewal-week:picture';

/**
 * Which picture a button asks for: `mine` of the outlets of who presses it, `all` of every outlet, in the managers'
 * channel. It carries no figures: they are counted anew, for whoever may see them.
 */
export type RenewalWeekButton = {
  readonly week: string;
  readonly scope: 'mine' | 'all';
  readonly language: Language;
};

const schema = z.tuple([
  z.string().regex(/^\d{4}-W\d{2}$/),
  z.enum(['mine', 'all']),
  z.enum(['zh', 'en']),
]);

export function encodeRenewalWeek({ week, scope, language }: RenewalWeekButton): string {
  return JSON.stringify([week, scope, language]);
}

/** Null where it is no button of ours. */
export function decodeRenewalWeek(value: string): RenewalWeekButton | null {
  try {
    const [week, scope, language] = schema.parse(JSON.parse(value));
    return { week, scope, language };
  } catch {
    return null;
  }
}
