import { namesDeposit } from './amounts.ts';
import type { Classifier } from './classify.ts';
import { MARGIN_THRESHOLD } from './classify.ts';
import type { Findings } from './find.ts';
import { mask } from './mask.ts';
import { normalise } from './normalise.ts';
import { familyOf, type Intent, isAnswer } from './reading.ts';

/** What stands between a question that is taken back as a whole and the one that is asked instead. */
const SCRAPS =
  /(?<![a-z])(?:(?:no,? )?wait|scrap (?:that|it)|scratch that|forget (?:that|it)|strike that|never ?mind(?: that)?|actually,? no|wrong question)(?![a-z])[-,.!:; ]*(?:(?:no|i mean|i meant|rather|actually|instead)[,:]? )*|(?:不对|算了|问错了|不是这个)[，,。.;； ]*(?:我是?(?:想|要)?问的?是?)?/i;

/** "I'm not asking about the commission, but how it is paid back" */
const NOT_ASKED =
  /^(?:(?:我)?(?:不是|没)(?:在|想|要)?问[^，,。;；]{1,12}[，,。;；]|(?:no,? )?(?:i'm not|i am not|i wasn't|i was not) asking (?:about |for )?[^,.;]{1,40}[,.;])/i;
const ASKED =
  /^ ?(?:我?(?:是|想|要)?(?:想|要)?问(?:的是)?|(?:but |rather )?(?:i'm asking|i am asking|i was asking|i want to know|i mean))[,: ]*/i;

/** What is asked behind what is not; null where nothing is so said. */
function askedBehind(question: string): string | null {
  const not = NOT_ASKED.exec(question);
  if (not === null) return null;
  const rest = question.slice(not[0].length);
  const lead = ASKED.exec(rest)?.[0] ?? '';
  return lead === '' ? null : rest.slice(lead.length);
}

/**
 * What is found in a question: of a message that asks one thing and then, instead of it, another one ("complaint deadline? no wait, what do I say when
 * she refuses"), only what is found in the second.
 */
export function findAsked(
  question: string,
  { find, classify }: { readonly find: (part: string) => Findings; readonly classify: Classifier },
): Findings {
  const { typed } = normalise(question);
  // 我不是问佣金，是问客户的钱怎么返: what is not asked is no part of it.
  const said = askedBehind(typed);
  if (said !== null) return find(said);
  const whole = find(question);
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
  if (!isAsked(before) || !asksByItself || before?.best === after?.best) return whole;
  return isKin(before?.best, after?.best) ? withNamesOf(first, rest) : rest;
}

function isKin(one: Intent | undefined, other: Intent | undefined): boolean {
  return one !== undefined && other !== undefined && familyOf(one) === familyOf(other);
}

/** "commission for the 200 - forget it, how is the customer paid back?" is about the 200 still. */
function withNamesOf(first: Findings, rest: Findings): Findings {
  const { outlets, offers } = rest.words;
  return {
    ...rest,
    amounts: namesDeposit(rest.amounts) ? rest.amounts : { ...first.amounts, places: [] },
    words: {
      ...rest.words,
      outlets: outlets.length > 0 ? outlets : first.words.outlets,
      offers: offers.length > 0 ? offers : first.words.offers,
    },
  };
}
