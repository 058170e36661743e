import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Bilingual } from '../bilingual.ts';
import type { Day } from '../calendar/day.ts';
import type { DraftRoom } from '../policy-drafts.ts';
import { Problem } from '../problem.ts';
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
  | { readonly ok: false; readonly problem: Pick<Problem, 'code' | 'message' | 'zh'> };

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
    if (!answered.ok) throw problemOf(answered.problem);
    return answered.value;
  } catch (error) {
    throw isTooMuch(error)
      ? new Problem('file', TOO_MUCH.en, { zh: TOO_MUCH.zh, cause: error })
      : error;
  } finally {
    await worker.terminate();
  }
}

function isTooMuch(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const isOutOfMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return isOutOfMemory || error.name === 'AbortError';
}

function problemOf({ code, message, zh }: Pick<Problem, 'code' | 'message' | 'zh'>): Problem {
  return new Problem(code, message, zh === null ? {} : { zh });
}

const TOO_MUCH: Bilingual = {
  zh: '内容太多，一分钟内处理不完',
  en: 'there is too much in it to be worked on within a minute',
};
