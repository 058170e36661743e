import type { Findings } from './find.ts';
import type { WordMatch } from './words.ts';

/** What leads to something that is left out. */
const EXCEPT =
  /(?<![a-z])(?:except(?: for)?|other than|apart from|excluding|minus|not counting|(?:everywhere|anywhere|(?:all|every)(?: [a-z]+){0,3}) but(?: not)?) (?:(?:the|an?|at|in|for) )*$|除(?:了|去|开)?$/;
/** "which offers besides the 200 one": where all or some others are asked for. */
const BESIDES = /(?<![a-z])(?:besides|aside from) (?:(?:the|an?|at|in|for) )*$/;
const REST = /(?<![a-z])(?:which|what|any|all|every|other|else|rest)(?![a-z])/;
/** 除了 alone may add: of the rest something must be said. */
const REST_HAN = /其他|其它|别的|其余|剩下|所有|全部|都|哪/;

/** Whether something that stands at a place is left out: "everywhere except the own hall", 除了自有厅其他网点. */
function isExcepted(plain: string, { from }: WordMatch): boolean {
  const before = plain.slice(0, from);
  if (BESIDES.test(before) && REST.test(plain)) return true;
  if (!EXCEPT.test(before)) return false;
  return !/除[了去开]?$/.test(before) || REST_HAN.test(plain.slice(from));
}

/** "the own hall and the chain store": what is left out goes on. */
const GOES_ON = /^ ?(?:,|、|和|跟|与|及|或|以及|,? ?(?:and|or|nor))? ?(?:(?:for|the|an?|at|in) )*$/;

/** What is left out: what follows "except", and all that is joined to it. */
function exceptedOf(plain: string, matches: readonly WordMatch[]): readonly WordMatch[] {
  const out: WordMatch[] = [];
  for (const match of matches) {
    const last = out.at(-1);
    const isJoined = last !== undefined && GOES_ON.test(plain.slice(last.to, match.from));
    if (isJoined || isExcepted(plain, match)) out.push(match);
  }
  return out;
}

/**
 * What is left of the ids that are named, or of `all` where none is, without those that are left out; null where nothing
 * is left out.
 */
export function idsLeft(
  { plain }: Pick<Findings, 'plain'>,
  matches: readonly WordMatch[],
  all: readonly string[],
): readonly string[] | null {
  const out = exceptedOf(plain, matches);
  if (out.length === 0) return null;
  const named = matches.filter((match) => !out.includes(match)).flatMap(({ ids }) => ids);
  const base = named.length > 0 ? all.filter((id) => named.includes(id)) : all;
  return base.filter((id) => !out.some(({ ids }) => ids.includes(id)));
}
