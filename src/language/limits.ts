import type { Findings } from './find.ts';
import { type LimitTalk, limitTalkIn } from './limit-words.ts';
import type { TopicScore } from './topics.ts';
import type { WordMatch } from './words.ts';

/** The topics that words name: a word for one before words that fit several. */
export function topicsNamed(matches: readonly WordMatch[]): readonly string[] {
  const precise = matches.filter((match) => match.ids.length === 1);
  return [...new Set((precise.length > 0 ? precise : matches).flatMap((match) => match.ids))];
}

const OURS = 'carrier-answer';
const ACCEPTANCE = 'authority-acceptance';
const ANSWER = 'authority-answer';
const FEES = 'fee-dispute-limit';
const OTHERS = 'other-dispute-limit';
const OF_AUTHORITY = [ACCEPTANCE, ANSWER];
const OF_AGE = [FEES, OTHERS];

/** From here on the examples of a limit are like a question that says nothing of any. */
const LIKE = 0.2;

/** What was spoken of before: the limits that a follow-up goes on from, and those of the last question about limits. */
type Talk = { readonly carried: readonly string[]; readonly before: readonly string[] };

/**
 * The time limits that a question asks for; none where it asks for all. What it says of who acts, what is done and how old
 * the matter is decides; where it says nothing of that, the conversation, and then the examples, which are `learnt`. Of the
 * 599 examples whose limits are told, so much said reads 578 right, the listed words alone 446, both mended by what was
 * learnt from the other examples 506.
 */
export function limitsNamed(
  { plain }: Findings,
  { carried, before, learnt }: Talk & { readonly learnt: readonly TopicScore[] },
): readonly string[] {
  const talk = limitTalkIn(plain);
  const said = limitsIn(talk);
  if (said !== null) return inTalk(talk, said, before);
  if (carried.length > 0) return carried;
  const [likeliest] = learnt;
  return likeliest !== undefined && likeliest.score >= LIKE ? [likeliest.topic] : [OURS];
}

/** "and to answer?" after what the authority does is its answer, "and if it isn't about fees?" after an age is one. */
function inTalk(
  talk: LimitTalk,
  said: readonly string[],
  before: readonly string[],
): readonly string[] {
  const isBare = !talk.authority && !talk.appeal && !talk.self && !talk.complaint;
  if (!isBare || before.length === 0 || talk.all) return said;
  const isOfAuthority = before.every((id) => OF_AUTHORITY.includes(id));
  if (isOfAuthority && said[0] === OURS && talk.answers) return [ANSWER];
  const isOfAge = before.some((id) => OF_AGE.includes(id));
  return isOfAge && (talk.fees || talk.other) && !talk.answers ? kindsOf(talk) : said;
}

/** Whether words tell the kind of a dispute: "and if it isn't about fees". */
export function tellsDispute(plain: string): boolean {
  const { fees, other } = limitTalkIn(plain);
  return fees || other;
}

/** The limits that a plain text asks for, none for all; null where nothing is said that a limit could be told by. */
export function limitsSaid(plain: string): readonly string[] | null {
  return limitsIn(limitTalkIn(plain));
}

function limitsIn(talk: LimitTalk): readonly string[] | null {
  const { called, whole, noFees, complaint, authority, accepts, answers, self, isAccepted } = talk;
  if (asksForAll(talk)) return [];
  if (talk.all && authority && !complaint && !talk.appeal && !self) return OF_AUTHORITY;
  const isOfficial = authority || talk.appeal || talk.dispute;
  if (whole) return complaint || !isOfficial ? [OURS, ...OF_AUTHORITY] : OF_AUTHORITY;
  if (called === 'five months' && !noFees) return [FEES];
  if (called === 'two years') return [OTHERS];
  if (asksAge(talk)) return kindsOf(talk);
  if (asksWhetherHeMay(talk)) return [OURS];
  const isTheirs =
    authority || talk.appeal || isAccepted || (accepts && !self && (!complaint || answers));
  if (isTheirs) return limitsOfAuthority(talk);
  return self || complaint || answers || talk.turns ? [OURS] : null;
}

function asksForAll(talk: LimitTalk): boolean {
  const { fees, noFees, dispute, accepts, answers, authority, appeal, self, complaint } = talk;
  if (talk.limitsAlone) return true;
  if (talk.law && !accepts && !answers && !fees && !complaint) return true;
  if (!talk.all || fees || noFees || dispute) return false;
  return !authority || complaint || appeal || self;
}

/** Disputes about money and others: those that are spoken of, or both. */
function kindsOf({ fees, noFees, other, isElse }: LimitTalk): readonly string[] {
  if (noFees) return fees ? OF_AGE : [OTHERS];
  if (fees) return isElse ? OF_AGE : [FEES];
  return other ? [OTHERS] : OF_AGE;
}

/** How old the matter may be is asked, and not how long somebody takes. */
function asksAge(talk: LimitTalk): boolean {
  const { age, ageAlone, fees, noFees, dispute, accepts, answers, appeal } = talk;
  const isOfficial = talk.authority || appeal || dispute;
  const isOld = age && (isOfficial || fees || noFees || accepts || ageAlone);
  const isOfKind = (dispute || noFees) && !answers && !accepts;
  const isOfAppeal = talk.untilWhen && !accepts && !answers;
  if (!isOld && !isOfKind && !isOfAppeal) return false;
  // "what is the cutoff for answering complaints" is ours to keep.
  const isOurs = !isOfficial && !accepts && !ageAlone && (answers || talk.complaint);
  return !isOurs;
}

/** The customer wants to know whether he may go to the authority: once our time is over. */
function asksWhetherHeMay(talk: LimitTalk): boolean {
  const { turns, mayAppeal, waits, accepts, answers, authority, appeal } = talk;
  if (talk.isAccepted) return false;
  const isWaiting = waits && (authority || appeal) && !accepts && !answers;
  if (!turns && !mayAppeal && !isWaiting) return false;
  const isTheirDeed = talk.authorityDoes && !turns && (accepts || answers);
  return !isTheirDeed || talk.ourAnswer;
}

function limitsOfAuthority(talk: LimitTalk): readonly string[] {
  const { self, two, answers, asksWhether, isAccepted, accepts, called } = talk;
  if (isAccepted || (called === 'thirty days' && !accepts)) return [ANSWER];
  const theirs = deedsOf(talk);
  return self && two && answers && !asksWhether ? [OURS, ...theirs] : theirs;
}

/** What the authority does: it takes the matter, it answers, or both. */
function deedsOf({ accepts, answers, both, two, asksWhether }: LimitTalk): readonly string[] {
  if (accepts === answers && (both || !accepts || (two && !asksWhether))) return OF_AUTHORITY;
  return [accepts && (!answers || asksWhether) ? ACCEPTANCE : ANSWER];
}
