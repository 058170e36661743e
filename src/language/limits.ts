import type { Findings } from './find.ts';
import type { WordMatch } from './words.ts';

/** A limit that nobody else has: "last day for us?", 几号之前必须回. */
const OURS =
  /我们|咱们?|我方|[超逾]期|超时|[必得要]须?(?:回|答)|(?<![a-z])(?:we|us|our|reply|respond|revert|answer(?:s|ed|ing)?)(?![a-z])/;
/** Whose answer it is, where only an answer is spoken of. */
const OUR_ANSWER = /我们|咱们?|我方|投诉|(?<![a-z])(?:we|us|our|complain[a-z]*)(?![a-z])/;

/** The topics that words name: a word for one before words that fit several. */
export function topicsNamed(matches: readonly WordMatch[]): readonly string[] {
  // "the authority" alone means either of its limits; beside "accepts the appeal" it says nothing more.
  const precise = matches.filter((match) => match.ids.length === 1);
  return [...new Set((precise.length > 0 ? precise : matches).flatMap((match) => match.ids))];
}

/**
 * The time limits that a question asks for; none where it asks for all. `carried` is what a follow-up leaves out,
 * `before` what the talk about limits was about.
 */
export function limitsNamed(
  { plain, words }: Findings,
  { carried, before }: { readonly carried: readonly string[]; readonly before: readonly string[] },
): readonly string[] {
  const named = topicsNamed(words.limits);
  if (named.length === 0) {
    return carried.length === 0 && OURS.test(plain) ? ['carrier-answer'] : carried;
  }
  if (words.limits.some((match) => match.ids.length === 1)) return withoutAppeal(named);
  // "the authority" and "to answer" are each two limits, and together one.
  const common = named.filter((id) => words.limits.every((match) => match.ids.includes(id)));
  const kept = common.length > 0 ? common : named;
  if (kept.length === 1) return kept;
  // "and to answer?" may be ours or the authority's: that of whom was spoken of.
  const spokenOf = kept.filter((id) => before.some((other) => ownerOf(other) === ownerOf(id)));
  if (spokenOf.length > 0) return spokenOf;
  return kept.includes('carrier-answer') && OUR_ANSWER.test(plain) ? ['carrier-answer'] : kept;
}

/** "can he still appeal about an old bill" asks how old it may be, and not from when on he may appeal. */
function withoutAppeal(named: readonly string[]): readonly string[] {
  const isAboutAge = named.some((id) => id.endsWith('-dispute-limit'));
  return isAboutAge ? named.filter((id) => id !== 'carrier-answer') : named;
}

/** Whose time limit it is: `authority`, `carrier`. */
function ownerOf(id: string): string {
  return id.split('-')[0] ?? id;
}
