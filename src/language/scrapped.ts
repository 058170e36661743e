import type { Classifier } from './classify.ts';
import { MARGIN_THRESHOLD } from './classify.ts';
import type { Findings } from './find.ts';
import { mask } from './mask.ts';
import { normalise } from './normalise.ts';
import { isAnswer } from './reading.ts';

/** What stands between a question that is taken back as a whole and the one that is asked instead. */
const SCRAPS =
  /(?<![a-z])(?:(?:no,? )?wait|scrap (?:that|it)|scratch that|forget (?:that|it)|strike that|never ?mind(?: that)?|actually,? no|wrong question)(?![a-z])[-,.!:; ]*(?:(?:no|i mean|i meant|rather|actually|instead)[,:]? )*|(?:不对|算了|问错了|不是这个)[，,。.;； ]*(?:我是?(?:想|要)?问的?是?)?/i;

/**
 * What is found in a question: of a message that asks one thing and then, instead of it, another one ("complaint deadline? no wait, what do I say when
 * she refuses"), only what is found in the second.
 */
export function findAsked(
  question: string,
  { find, classify }: { readonly find: (part: string) => Findings; readonly classify: Classifier },
): Findings {
  const whole = find(question);
  const { typed } = normalise(question);
  const match = SCRAPS.exec(typed);
  if (match === null) return whole;
  const [first, rest] = [
    typed.slice(0, match.index),
    typed.slice(match.index + match[0].length),
  ].map(find);
  if (first === undefined || rest === undefined) return whole;
  const [before, after] = [first, rest].map((part) => classify(mask(part)));
  const isAsked = (one: typeof before): boolean =>
    one !== undefined && isAnswer(one.best) && one.margin >= MARGIN_THRESHOLD;
  // A correction of a name or a number is a fragment, and asks nothing by itself.
  const asksByItself = isAsked(after) && (after?.fragment ?? 0) < 0;
  return isAsked(before) && asksByItself && before?.best !== after?.best ? rest : whole;
}
