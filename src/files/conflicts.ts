import { isDeepStrictEqual } from 'node:util';
import type { PolicySet } from '../policy/policy.ts';
import type { FolderReader } from './folder.ts';
import type { PlacedSet } from './policy-files.ts';

/**
 * Reports what two campaigns that have days in common leave open: which of them goes before, and which of two plans a
 * deposit is for. `placed` is in the order of the first days.
 */
export function reportConflicts(folder: FolderReader, placed: readonly PlacedSet[]): void {
  placed.forEach((later, index) => {
    for (const earlier of placed.slice(0, index)) {
      if (later.set.id !== earlier.set.id && overlap(later.set, earlier.set))
        reportPair(folder, earlier, later);
    }
  });
}

function overlap({ days: one }: PolicySet, { days: other }: PolicySet): boolean {
  return one.from <= other.to && other.from <= one.to;
}

function reportPair(folder: FolderReader, earlier: PlacedSet, later: PlacedSet): void {
  const [first, second] = [earlier.set, later.set];
  const isOver = second.beside.includes(first.id);
  if (first.beside.includes(second.id)) {
    folder.report(
      earlier.head.problemAt(
        ['beside'],
        isOver
          ? `campaign ${second.id} names this one too: only one of them can go before the other`
          : `campaign ${second.id} starts later: let it name ${first.id} in "beside"`,
      ),
    );
    return;
  }
  if (!isOver) {
    folder.report(
      later.head.problemAt(
        ['starts'],
        `its days overlap with campaign ${first.id}, which ends on ${first.days.to}; where both are meant, write beside: [${first.id}]`,
      ),
    );
    return;
  }
  for (const plan of second.plans) {
    const other = first.plans.find((one) => one.depositYuan === plan.depositYuan);
    if (other === undefined || other.offer === plan.offer || isDeepStrictEqual(plan, other))
      continue;
    folder.report(
      later.head.problemAt(
        ['beside'],
        `a deposit of ${plan.depositYuan} is ${other.offer} in ${first.id} and ${plan.offer} here: on the same day it can be one of them only`,
      ),
    );
  }
}
