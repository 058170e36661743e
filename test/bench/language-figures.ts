/** The share of these that it is so for, from 0 to 1. */
export function share<T>(all: readonly T[], isSo: (one: T) => boolean): number {
  return all.filter(isSo).length / Math.max(1, all.length);
}

/** How often a sentence in scope has a higher margin than one out of scope; a tie counts half. */
export function auroc(inside: readonly number[], outside: readonly number[]): number {
  const sorted = [...outside].sort((one, other) => one - other);
  const below = (margin: number, isTieBelow: boolean): number => {
    let from = 0;
    let to = sorted.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      const value = sorted[middle] ?? 0;
      if (value < margin || (isTieBelow && value === margin)) from = middle + 1;
      else to = middle;
    }
    return from;
  };
  const pairs = inside.reduce((sum, one) => sum + (below(one, false) + below(one, true)) / 2, 0);
  return pairs / (inside.length * outside.length);
}

/** A sentence in scope: whether the best intent is its own, and how far it stands above out of scope. */
export type Judged = { readonly isRight: boolean; readonly margin: number };

/** Of the sentences in scope: read as their own intent and not refused. Of the others: refused. */
export type Balance = { readonly right: number; readonly recall: number };

export function balanceAt(
  threshold: number,
  inside: readonly Judged[],
  outside: readonly number[],
): Balance {
  return {
    right: share(inside, (one) => one.isRight && one.margin >= threshold),
    recall: share(outside, (margin) => margin < threshold),
  };
}

/**
 * The threshold with the highest sum of both shares. Few validation sentences make a jagged curve, of which the peak is
 * chance: every threshold whose sum is within one standard error of the peak is as good, and the middle of them is taken.
 */
export function balancedThreshold(inside: readonly Judged[], outside: readonly number[]): number {
  const margins = [...inside.map((one) => one.margin), ...outside].sort(
    (one, other) => one - other,
  );
  const sums = margins.map((margin) => {
    const { right, recall } = balanceAt(margin, inside, outside);
    return { margin, right, recall };
  });
  const best = sums.reduce((best, one) =>
    one.right + one.recall > best.right + best.recall ? one : best,
  );
  const error = Math.sqrt(
    (best.right * (1 - best.right)) / inside.length +
      (best.recall * (1 - best.recall)) / outside.length,
  );
  const asGood = sums.filter(
    ({ right, recall }) => right + recall >= best.right + best.recall - error,
  );
  return ((asGood[0]?.margin ?? 0) + (asGood.at(-1)?.margin ?? 0)) / 2;
}

/** The highest share read rightly where at least so many of the others are recognised: no threshold is chosen before. */
export function rightAtRecall(
  recall: number,
  inside: readonly Judged[],
  outside: readonly number[],
): number {
  const sorted = [...outside].sort((one, other) => one - other);
  const last = sorted[Math.ceil(recall * sorted.length) - 1] ?? Number.NEGATIVE_INFINITY;
  return share(inside, (one) => one.isRight && one.margin > last);
}
