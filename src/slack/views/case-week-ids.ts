import { z } from 'zod';
import type { Language } from '../../bilingual.ts';

/**
 * Which picture a button asks for: of every outlet (`all`, in the managers' channel), or of the outlets of a manager by
 * his id, as they are when it is pressed. It carries no figures: they are counted anew.
 */
export type CaseWeekPicture = {
  readonly kind: 'case-week';
  readonly week: string;
  readonly of: string;
  readonly language: Language;
};

export const caseWeekSchema = z.strictObject({
  kind: z.literal('case-week'),
  week: z.string().regex(/^\d{4}-W\d{2}$/),
  of: z.string().regex(/^(?:all|[UW][A-Z0-9]{2,})$/),
  language: z.enum(['zh', 'en']),
});
