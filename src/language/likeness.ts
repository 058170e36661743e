import type { MaskedSentence } from './classify.ts';

/** Two sentences, by their places in the list, and how much they have in common: 1 is everything. */
export type Pair = { readonly one: number; readonly other: number; readonly likeness: number };

export type Likenesses = {
  readonly between: (one: number, other: number) => number;
  /** Every pair that is at least so much alike. */
  readonly pairsFrom: (least: number) => readonly Pair[];
};

/** What a sentence consists of, the rarest first, with weights that make it of length 1. */
type Looks = { readonly parts: Int32Array; readonly weights: Float64Array };

const TOKEN = /[a-z0-9']+|[\p{Script=Han}\uE000-\uF8FF]/gu;

/**
 * How much masked sentences have in common: the cosine over English words, Chinese characters, neighbours of these and
 * marks, where what few sentences have counts more.
 */
export function likenessesOf(sentences: readonly MaskedSentence[]): Likenesses {
  const looks = looksOf(sentences.map(partsOf));
  const between = (one: number, other: number): number => dot(looks[one], looks[other]);
  return { between, pairsFrom: (least) => pairsFrom(looks, least, between) };
}

function partsOf({ text, marks }: MaskedSentence): ReadonlySet<string> {
  const tokens = ['^', ...(text.match(TOKEN) ?? []), '$'];
  const neighbours = tokens.slice(1).map((token, before) => `${tokens[before]} ${token}`);
  // A sentence of signs alone ("+++") is like another one of signs alone, and like nothing else.
  return new Set([
    ...tokens.slice(1, -1),
    ...neighbours,
    ...marks.map((mark) => `a mark: ${mark}`),
  ]);
}

function looksOf(sentences: readonly ReadonlySet<string>[]): readonly Looks[] {
  const seenIn = new Map<string, number>();
  for (const parts of sentences) {
    for (const part of parts) seenIn.set(part, (seenIn.get(part) ?? 0) + 1);
  }
  const rarestFirst = [...seenIn].sort(([, one], [, other]) => one - other);
  const rankOf = new Map(rarestFirst.map(([part], rank) => [part, rank]));
  const rareness = rarestFirst.map(([, seen]) => Math.log((sentences.length + 1) / seen));
  return sentences.map((parts) => {
    const ranks = Int32Array.from(parts, (part) => rankOf.get(part) ?? 0).sort();
    const length = Math.sqrt(ranks.reduce((sum, rank) => sum + (rareness[rank] ?? 0), 0));
    return {
      parts: ranks,
      weights: Float64Array.from(ranks, (rank) => Math.sqrt(rareness[rank] ?? 0) / length),
    };
  });
}

/**
 * No sentence is compared with all others. Of two that are alike enough, the rarest part that both have stands among
 * the first parts of both: what comes after those is too light to make them alike. Only the first parts are indexed.
 */
function pairsFrom(
  looks: readonly Looks[],
  least: number,
  between: (one: number, other: number) => number,
): readonly Pair[] {
  const having = new Map<number, number[]>();
  const pairs: Pair[] = [];
  for (const [other, { parts, weights }] of looks.entries()) {
    const candidates = new Set<number>();
    let rest = 1;
    for (let at = 0; at < parts.length && rest >= least * least; at += 1) {
      const part = parts[at] ?? 0;
      const earlier = having.get(part) ?? [];
      for (const one of earlier) candidates.add(one);
      having.set(part, earlier);
      earlier.push(other);
      rest -= (weights[at] ?? 0) ** 2;
    }
    for (const one of candidates) {
      const likeness = between(one, other);
      if (likeness >= least) pairs.push({ one, other, likeness });
    }
  }
  return pairs;
}

function dot(one: Looks | undefined, other: Looks | undefined): number {
  if (one === undefined || other === undefined) return 0;
  let sum = 0;
  let at = 0;
  for (const [place, part] of other.parts.entries()) {
    while ((one.parts[at] ?? part) < part) at += 1;
    if (one.parts[at] === part) sum += (one.weights[at] ?? 0) * (other.weights[place] ?? 0);
  }
  return Math.min(1, sum);
}

/** Numbers from 0 on, joined into groups by the pairs: what is like one of a group belongs to it. */
export function groupsOf(count: number, pairs: readonly Pair[]): readonly (readonly number[])[] {
  const parents = Array.from({ length: count }, (_, index) => index);
  const headOf = (index: number): number => {
    let head = index;
    while (parents[head] !== head) {
      // Each look shortens the way of the next one.
      parents[head] = parents[parents[head] ?? head] ?? head;
      head = parents[head] ?? head;
    }
    return head;
  };
  for (const { one, other } of pairs) parents[headOf(one)] = headOf(other);
  return [...Map.groupBy(parents.keys(), headOf).values()];
}
