import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openApprovals } from './approvals.ts';
import type { Bilingual } from './bilingual.ts';
import type { Day } from './calendar/day.ts';
import type { Folders } from './desk.ts';
import { readDraftPaper } from './files/draft-paper.ts';
import { fingerprintOfFolder } from './files/fingerprint.ts';
import { folderOf } from './files/set-folder.ts';
import { approvalOf } from './policy/approval.ts';
import { importSheet } from './policy-desk.ts';
import { Problem } from './problem.ts';
import type {
  ApproveOutcome,
  DraftNow,
  DroppedSheet,
  MeantDraft,
  Preview,
  SheetOutcome,
} from './slack/policy-ports.ts';

/** Where drafts lie and who may decide. Plain data: it goes to a thread of its own. */
export type DraftRoom = {
  readonly folders: Folders;
  /** Where what is learnt is kept between runs. */
  readonly keep: string | null;
  readonly owners: readonly string[];
};

/** Reads a dropped sheet into a draft, and says what the draft would change or what keeps it from being one. */
export async function importDropped(
  room: DraftRoom,
  sheet: DroppedSheet,
  { by, today }: { readonly by: string; readonly today: Day },
): Promise<SheetOutcome> {
  const wanted = { id: null, version: null, isDryRun: false, by, today };
  try {
    const file = { name: sheet.name, bytes: Buffer.from(sheet.bytes) };
    const { draft, doubtful } = await importSheet(room.folders, file, wanted);
    if (doubtful.length > 0 || draft === null) return { kind: 'doubtful', doubtful };
    const name = draft.slice(draft.lastIndexOf('/') + 1);
    const refusal = await refusalToCome(room, name, today);
    if (refusal !== null) return { kind: 'refused', reason: refusal };
    return { kind: 'draft', preview: await previewOf(room, name) };
  } catch (error) {
    return { kind: 'refused', reason: reasonOf(error) };
  }
}

/** What a draft would change. Throws a Problem where it does not hold together with the rest of the data. */
export async function previewOf(room: DraftRoom, draft: string): Promise<Preview> {
  const { set, before, lines } = await openApprovals(room).difference(draft);
  const { file, preparedBy, from, reason } = paperOf(room, draft);
  return {
    draft,
    print: printOf(room, draft),
    name: set.name,
    version: set.version,
    days: set.days,
    against: before?.name ?? null,
    from,
    reason,
    file,
    preparedBy,
    lines: { zh: lines('zh'), en: lines('en') },
  };
}

/** Puts a draft in force, if it is still the one that was looked at. */
export async function approveDraft(
  room: DraftRoom,
  meant: MeantDraft,
  { by, today }: { readonly by: string; readonly today: Day },
): Promise<ApproveOutcome> {
  const now = draftNow(room, meant);
  if (now.kind === 'stale') return now;
  try {
    const asked = { by, today, from: null, reason: null };
    const decided = await openApprovals(room).approve(meant.draft, asked);
    if (!decided.ok) return { kind: 'refused', reason: decided.refusal };
    const { set, version, from } = decided.value;
    const { preparedBy } = now;
    return { kind: 'approved', set, version: version ?? 1, from, preparedBy };
  } catch (error) {
    return { kind: 'refused', reason: reasonOf(error) };
  }
}

/** Where a draft stands that somebody looked at a while ago. */
export function draftNow({ folders }: DraftRoom, { draft, print }: MeantDraft): DraftNow {
  const isThere = (place: string): boolean => existsSync(join(folders.data, place, draft));
  if (!isThere('drafts')) return { kind: 'stale', why: isThere('campaigns') ? 'approved' : 'gone' };
  if (fingerprintOfFolder(join(folders.data, 'drafts', draft)) !== print)
    return { kind: 'stale', why: 'changed' };
  return { kind: 'open', preparedBy: paperOf({ folders }, draft).preparedBy };
}

/** What a policy owner would be told on approving: better said to the person who can mend the sheet. */
async function refusalToCome(
  room: DraftRoom,
  draft: string,
  today: Day,
): Promise<Bilingual | null> {
  const approvals = openApprovals(room);
  const { register } = await approvals.files();
  const isDecided = register.decisions.some(
    (one) => one.version !== null && folderOf(one.set, one.version) === draft,
  );
  if (isDecided) return APPROVED_BEFORE;
  const { set } = await approvals.difference(draft);
  const { from, reason } = paperOf(room, draft);
  // Whoever decides will be an owner, and another person.
  const by = 'U0OWNER';
  const decided = approvalOf({
    ...{ set, register, by, today, from, reason },
    preparedBy: null,
    owners: [by],
  });
  return decided.ok ? null : decided.refusal;
}

const APPROVED_BEFORE: Bilingual = {
  zh: '这一版已经批准过，不能再改。要更正，请把“版本”加一，写明“更正原因”，再导入一次。',
  en: 'This version has been approved and stays as it is. To correct it, write the next 版本 (version) and the 更正原因 (reason), and drop the sheet again.',
};

function paperOf({ folders }: Pick<DraftRoom, 'folders'>, draft: string) {
  const paper = readDraftPaper(folders.data, draft);
  if (!paper.ok) throw new Problem('data', `the draft ${draft} cannot be read`);
  return paper.value;
}

function printOf({ folders }: DraftRoom, draft: string): string {
  return fingerprintOfFolder(join(folders.data, 'drafts', draft));
}

/** A message on a phone: the first faults are enough to begin with. */
const LINES_TOLD = 8;

/** A Problem in words for whoever gave the file or pressed the button; anything else is thrown on. */
export function reasonOf(error: unknown): Bilingual {
  if (!(error instanceof Problem)) throw error;
  const en = firstLines(error.message);
  const zh = error.zh === null ? en : firstLines(error.zh);
  return error.code === 'file'
    ? { zh: `读不了：${zh}`, en: `It cannot be read: ${en}` }
    : { zh: `与现有的政策合不上：\n${zh}`, en: `It does not fit the policy that is there:\n${en}` };
}

function firstLines(text: string): string {
  const lines = text.split('\n');
  return lines.slice(0, LINES_TOLD).join('\n') + (lines.length > LINES_TOLD ? '\n…' : '');
}
