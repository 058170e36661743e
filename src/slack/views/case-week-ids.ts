import { z } from 'zod';
import type { Language } from '../../bilingual.ts';

export const CASE_WEEK_ACTION = 'case-week:picture';

/**
 * Which picture a button asks for. `mine`: of the outlets of who presses it; `all`: of every outlet, in the managers'
 * channel. It carries no figures: they are counted anew.
 */
export type CaseWeekPicture = {
  readonly week: string;
  readonly scope: 'mine' | 'all';
  readonly language: Language;
};

const schema: z.ZodType<CaseWeekPicture> = z.strictObject({
  week: z.string().regex(/^\d{4}-W\d{2}$/),
  scope: z.enum(['mine', 'all']),
  language: z.enum(['zh', 'en']),
});

export function encodeCaseWeek(picture: CaseWeekPicture): string {
  return JSON.stringify(picture);
}

/** Null where it is no button of ours. */
export function decodeCaseWeek(value: string): CaseWeekPicture | null {
  try {
    return schema.safeParse(JSON.parse(value)).data ?? null;
  } catch {
    return null;
  }
}
