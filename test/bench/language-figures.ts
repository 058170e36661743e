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

/** The threshold with the highest sum of both shares, in the middle between the two sentences that it parts. */
export function balancedThreshold(inside: readonly Judged[], outside: readonly number[]): number {
  const sumAt = (threshold: number): number => {
    const { right, recall } = balanceAt(threshold, inside, outside);
    return right + recall;
  };
  const margins = [...inside.map((one) => one.margin), ...outside].sort(
    (one, other) => one - other,
  );
  let best = 0;
  margins.forEach((margin, at) => {
    if (sumAt(margin) > sumAt(margins[best] ?? 0)) best = at;
  });
  const here = margins[best] ?? 0;
  return (here + (margins[best - 1] ?? here)) / 2;
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
