import type { BatchBook } from '../store/contract-batches.ts';
import type { SeenIds } from './seen-ids.ts';

const PAGE = 2_000;
/** Beyond this many the file was only a part of the branch's contracts: they are counted, not noted one by one. */
export const NOTED = 5_000;

/** Live contracts that a file does not have, page by page of the book. */
export async function* missingFrom(
  seen: SeenIds,
  book: Pick<BatchBook, 'liveIds'>,
  page = PAGE,
): AsyncGenerator<readonly string[]> {
  for (let after = ''; ; ) {
    const ids = await book.liveIds(after, page);
    const last = ids.at(-1);
    if (last === undefined) return;
    after = last;
    yield ids.filter((id) => !seen.has(id));
  }
}

export type Missing = {
  readonly count: number;
  /** The first of them. */
  readonly first: readonly string[];
};

export async function countMissing(
  seen: SeenIds,
  book: Pick<BatchBook, 'liveIds'>,
  pause: () => Promise<void>,
): Promise<Missing> {
  let count = 0;
  const first: string[] = [];
  for await (const ids of missingFrom(seen, book)) {
    count += ids.length;
    first.push(...ids.slice(0, NOTED - first.length));
    await pause();
  }
  return { count, first };
}
