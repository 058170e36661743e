import { z } from 'zod';
import type { Day } from '../calendar/day.ts';
import type { Doubt } from '../sheets/draft.ts';
import { openFolder } from './folder.ts';
import type { Loaded } from './policy-files.ts';
import { both, day, text } from './policy-schemas.ts';

export const DRAFT_PAPER = 'draft.yaml';

/** What a draft says of itself beside the campaign: where it comes from, what it corrects, what is still in doubt. */
export type DraftPaper = {
  /** The name of the sheet that was read. */
  readonly file: string;
  readonly preparedBy: string;
  readonly preparedOn: Day;
  /** Why an earlier version is corrected; null where the sheet says nothing of it. */
  readonly reason: string | null;
  /** The day from which on the correction holds; null where the sheet says nothing of it. */
  readonly from: Day | null;
  /** While anything stands here, the draft cannot be approved. */
  readonly doubtful: readonly Doubt[];
};

const doubt: z.ZodType<Doubt> = z.strictObject({
  sheet: z.string(),
  cell: z.string(),
  value: z.string(),
  message: both,
});

export const draftPaperSchema: z.ZodType<DraftPaper> = z.strictObject({
  file: text,
  preparedBy: text,
  preparedOn: day,
  reason: text.nullable(),
  from: day.nullable(),
  doubtful: z.array(doubt),
});

/** The paper of the draft that lies in `drafts/<name>` of the data folder, or what is wrong with it. */
export function readDraftPaper(dataFolder: string, name: string): Loaded<DraftPaper> {
  const folder = openFolder(dataFolder);
  const located = folder.read(`drafts/${name}/${DRAFT_PAPER}`, draftPaperSchema);
  return located === null
    ? { ok: false, problems: folder.problems() }
    : { ok: true, value: located.value };
}
