import { parentPort, workerData } from 'node:worker_threads';
import type { Day } from '../calendar/day.ts';
import { approveDraft, type DraftRoom, importDropped, previewOf } from '../policy-drafts.ts';
import { Problem } from '../problem.ts';
import type { DroppedSheet, MeantDraft } from '../slack/policy-ports.ts';

// A sheet is somebody's file, and a decision tries the whole policy: neither may hold up answers.
const { room, work }: PolicyTask = workerData;
try {
  parentPort?.postMessage({ ok: true, value: await done(work) });
} catch (error) {
  if (!(error instanceof Problem)) throw error;
  const { code, message, zh } = error;
  parentPort?.postMessage({ ok: false, problem: { code, message, zh } });
}

async function done(wanted: PolicyWork): Promise<unknown> {
  switch (wanted.kind) {
    case 'sheet':
      return importDropped(room, wanted.sheet, wanted);
    case 'preview':
      return previewOf(room, wanted.draft);
    case 'approve':
      return approveDraft(room, wanted.meant, wanted);
  }
}

export type PolicyWork =
  | {
      readonly kind: 'sheet';
      readonly sheet: DroppedSheet;
      readonly by: string;
      readonly today: Day;
    }
  | { readonly kind: 'preview'; readonly draft: string }
  | {
      readonly kind: 'approve';
      readonly meant: MeantDraft;
      readonly by: string;
      readonly today: Day;
    };
export type PolicyTask = { readonly room: DraftRoom; readonly work: PolicyWork };
