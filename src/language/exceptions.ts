import type { Findings } from './find.ts';
import type { WordMatch } from './words.ts';

/** What leads to something that is left out. */
const EXCEPT =
  /(?<![a-z])(?:except(?: for)?|other than|apart from|excluding|minus|not counting|(?:everywhere|anywhere|(?:all|every)(?: [a-z]+){0,3}) but(?: not)?) (?:(?:the|an?|at|in|for) )*$|除(?:了|去|开)?$/;
/** 除了 alone may add: of the rest something must be said. */
const REST_HAN = /其他|其它|别的|其余|剩下|所有|全部|都|哪/;

/** Whether something that stands at a place is left out: "everywhere except the own hall", 除了自有厅其他网点. */
export function isExcepted(plain: string, { from }: { readonly from: number }): boolean {
  const before = plain.slice(0, from);
  if (!EXCEPT.test(before)) return false;
  return !/除[了去开]?$/.test(before) || REST_HAN.test(plain.slice(from));
}

/**
 * What is left of the ids that are named, or of `all` where everything is meant, without those that are left out; null
 * where nothing is left out.
 */
export function idsLeft(
  { plain }: Pick<Findings, 'plain'>,
  matches: readonly WordMatch[],
  { all, isAllMeant }: { readonly all: readonly string[]; readonly isAllMeant: boolean },
): readonly string[] | null {
  const out = matches.filter((match) => isExcepted(plain, match));
  if (out.length === 0) return null;
  const named = matches.filter((match) => !out.includes(match)).flatMap(({ ids }) => ids);
  const base = named.length > 0 ? all.filter((id) => named.includes(id)) : isAllMeant ? all : null;
  return base?.filter((id) => !out.some(({ ids }) => ids.includes(id))) ?? null;
}
