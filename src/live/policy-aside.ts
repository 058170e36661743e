import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Day } from '../calendar/day.ts';
import type { DraftRoom } from '../policy-drafts.ts';
import { Problem, type ProblemCode } from '../problem.ts';
import type {
  ApproveOutcome,
  DroppedSheet,
  MeantDraft,
  Preview,
  SheetOutcome,
} from '../slack/policy-ports.ts';
import type { PolicyTask, PolicyWork } from './policy-worker.ts';

/** Who does something, and on which day. */
export type ByWhom = { readonly by: string; readonly today: Day };

/** What may be done with drafts, each in a thread of its own that ends with it. */
export type PolicyAside = {
  readonly importSheet: (sheet: DroppedSheet, who: ByWhom) => Promise<SheetOutcome>;
  readonly preview: (draft: string) => Promise<Preview>;
  readonly approve: (meant: MeantDraft, who: ByWhom) => Promise<ApproveOutcome>;
};

/** A real sheet takes a second; what takes a minute, or this much memory, is none. */
const WITHIN_MS = 60_000;
const MEGABYTES = 512;

export function policyAside(room: DraftRoom): PolicyAside {
  return {
    importSheet: (sheet, who) => workOn(room, { kind: 'sheet', sheet, ...who }),
    preview: (draft) => workOn(room, { kind: 'preview', draft }),
    approve: (meant, who) => workOn(room, { kind: 'approve', meant, ...who }),
  };
}

type Answered<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: readonly [code: ProblemCode, message: string] };

/** Rejects with the Problem of the thread, and with one where it was too much for it. */
async function workOn<T>(room: DraftRoom, work: PolicyWork): Promise<T> {
  const workerData: PolicyTask = { room, work };
  const worker = new Worker(new URL('./policy-worker.ts', import.meta.url), {
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: MEGABYTES },
  });
  try {
    const signal = AbortSignal.timeout(WITHIN_MS);
    const [answered]: readonly Answered<T>[] = await once(worker, 'message', { signal });
    if (answered === undefined) throw new Error('the worker said nothing');
    if (!answered.ok) throw new Problem(...answered.problem);
    return answered.value;
  } catch (error) {
    throw isTooMuch(error) ? new Problem('file', TOO_MUCH, { cause: error }) : error;
  } finally {
    await worker.terminate();
  }
}

function isTooMuch(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const isOutOfMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return isOutOfMemory || error.name === 'AbortError';
}

const TOO_MUCH = '这份表格太大，处理不了。 · The sheet is too much to work on.';
