import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { Problem } from '../problem.ts';
import { type BatchBook, batchBook } from '../store/contract-batches.ts';
import { takeBack } from '../store/contract-undo.ts';
import type { Store } from '../store/schema.ts';

/** Names this process among those that write to the database. */
export const WRITER = [hostname(), process.pid, randomBytes(6).toString('hex')].join(' ');

/** Whoever has not said for so long that he writes does not write any more. */
const SILENT_MS = 60_000;

type Ports = { readonly now: () => number; readonly pause: () => Promise<void> };

/**
 * Takes back what broke off: a process that was killed in the middle of a batch. Done before contracts are read or
 * written, so that nobody sees half a batch.
 */
export async function takeBackBroken(
  store: Pick<Store, 'db'>,
  { now, pause }: Ports,
): Promise<readonly number[]> {
  const broken = (await batchBook(store).open()).filter((one) => !isAlive(one, now()));
  for (const { id, who, origin } of broken)
    await takeBack(store, { batch: id, by: { who, origin }, what: 'take back', now: now(), pause });
  return broken.map(({ id }) => id);
}

/** Two files at once would each hold what they say against a book that changes under them. */
export async function refuseSecondWriter(book: Pick<BatchBook, 'open'>): Promise<void> {
  const [other] = await book.open();
  if (other === undefined) return;
  throw new Problem(
    'store',
    `batch ${other.id} is being written by ${other.who}: wait until it is done`,
    {
      zh: `${other.who} 正在导入第 ${other.id} 批：请等它完成`,
    },
  );
}

type Writing = { readonly writer: string; readonly aliveAt: number };

function isAlive({ writer, aliveAt }: Writing, now: number): boolean {
  const [host, pid] = writer.split(' ');
  // A process of our own number that is not us was one before us.
  const isOurs = writer === WRITER || Number(pid) !== process.pid;
  if (host === hostname() && !(isOurs && isRunning(Number(pid)))) return false;
  return now - aliveAt < SILENT_MS;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
