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
/** The ids of all limits, in the order of the law. */
export const LIMITS: readonly string[] = [OURS, ...OF_AUTHORITY, ...OF_AGE];

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
  const said = limitsSaid(plain);
  if (said !== null) return inTalk(talk, said, before);
  // "just fees" after how old a dispute may be
  if (before.some((id) => OF_AGE.includes(id)) && tellsDispute(plain)) return kindsOf(talk);
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

/** Whether words tell how old a matter is or may be. */
export function tellsAge(plain: string): boolean {
  return limitTalkIn(plain).age;
}

/** Whether it is asked how old what is appealed may be. */
export function asksForAge(plain: string): boolean {
  const { age, ageAlone, appeal, authority } = limitTalkIn(plain);
  return (age || ageAlone) && (appeal || authority) && !STEPS.test(plain);
}

/** Whether it is asked how old what is appealed may be, or how long an answer may take; and not what to do. */
export function asksForLimit(plain: string): boolean {
  const { age, ageAlone, appeal, authority, answers, complaint } = limitTalkIn(plain);
  if (STEPS.test(plain)) return false;
  if ((appeal || answers) && TOO_LONG.test(plain)) return true;
  if ((appeal || answers || complaint) && IN_TIME.test(plain)) return true;
  if (appeal && MAY_ALREADY.test(plain)) return true;
  return ((age || ageAlone) && (appeal || authority)) || (answers && LONGEST.test(plain));
}
const STEPS =
  /怎么|步骤|流程|清单|(?<![a-z])(?:steps?|checklist|what (?:do|should|must|can) (?:i|we)|what (?:i|we) (?:do|should|must|can)|how (?:do|should|to)|handle|deal with|procedure)(?![a-z])/;
const MAY_ALREADY =
  /(?<![a-z])(?:may|can|could) (?:he|she|they|the (?:customer|client|user)) (?:already|yet|now|do (?:that|so))(?![a-z])/;
/** "is three weeks too long for a reply"; a transfer that takes too long is what somebody complains of. */
const TOO_LONG = /(?<![a-z])too (?:long|late|old)(?![a-z])/;
/** "are we late", "by what day must she hear from us": it is asked whether something is in time. */
const IN_TIME =
  /(?<![a-z])(?:(?:are|is|am) (?:we|i|it) (?:already |now |too )?(?:late|overdue|over the limit|in time)|out of time|past (?:the|its) (?:appeal )?(?:limit|deadline)|by (?:what|which) (?:day|date)|sit on (?:this|the|a|his|her) (?:complaint|appeal|case|letter|answer|reply)|from when (?:is|may|can)|(?:days|weeks) to (?:respond|reply|answer)|(?:days?|weeks?|months?)(?: [a-z']+){0,8}[.,]? (?:so )?(?:who(?:'s| is)|which of us is) right|time ?frame|(?:an?|the|any) cut[ -]?off(?: point)? (?:for|to)|can (?:he|she|they) (?:still|already) (?:appeal|go)|can (?:he|she|they) (?:still|go over our heads)(?=\W*$))(?![a-z])|还来得及|过期没|晚了吗|超期了?[吗没]/;
const LONGEST =
  /最长|最多几天|最迟|最晚|(?<![a-z])(?:longest|how (?:long|many days|soon|quickly)|deadline|time limit|by when|latest)(?![a-z])/;

/** The limits that a plain text asks for, none for all; null where nothing is said that a limit could be told by. */
export function limitsSaid(plain: string): readonly string[] | null {
  const whole = limitsIn(limitTalkIn(plain));
  if (whole === null || whole.length === 0) return whole;
  const asked = askedInTurn(plain);
  return asked.length > 1 ? asked : whole;
}

/** Where one remark ends and the next begins. */
const REMARK =
  /[?？;；。，,、]|(?:^| )\d[).] |[.] |(?<=[\p{Script=Han}]) (?=[\p{Script=Han}])|(?<![a-z])(?:and|plus|then)(?![a-z])/u;

/**
 * Of a question that asks how long more than once ("how old can a fee dispute be and how many days does the authority then
 * have"), the limits of each remark that asks, in the order of the law; none where less than two ask.
 */
function askedInTurn(plain: string): readonly string[] {
  const whole = limitTalkIn(plain);
  const asking: LimitTalk[] = [];
  let authority = false;
  let appeal = false;
  // 公司答复投诉跟管局答复申诉各有多少天 asks of each what it asks once.
  const isOfEach = OF_EACH.test(plain);
  for (const remark of plain.split(isOfEach ? REMARK_OF_EACH : REMARK)) {
    const talk = limitTalkIn(remark);
    const isOurs = talk.self || talk.complaint;
    authority = talk.authority || (authority && !isOurs);
    appeal = talk.appeal || (appeal && !isOurs);
    // "we have how long, and the authority how long, to answer?": what is done may be said once, at the end.
    const saysDeed = talk.accepts || talk.answers || talk.isAccepted || talk.age;
    const saysKind = talk.noFees || (talk.dispute && talk.fees);
    const { accepts, answers } = saysDeed || saysKind ? talk : whole;
    // "how long to accept, and then to answer?": what is asked for goes on.
    const isOpen = isOfEach && !saysDeed && !saysKind;
    // "how old may it be for the authority to take it": who takes it only says whose age is asked.
    const last = asking.at(-1);
    const goesOn = last !== undefined && !last.age && saysDeed && GOES_ON.test(remark);
    const isAsked = (talk.asks && !isOpen) || (isOfEach && saysDeed) || goesOn;
    if (isAsked) asking.push({ ...talk, authority, appeal, accepts, answers });
  }
  if (asking.length < 2) return [];
  const named = new Set(asking.flatMap((talk) => limitsIn(talk) ?? []));
  return LIMITS.filter((id) => named.has(id));
}

const OF_EACH = /各(?:自|是|有|要|需)?(?:要|有)?(?:多少|几|多久|多长)|分别/;
const REMARK_OF_EACH = new RegExp(`${REMARK.source}|[跟和与]|以及|还有`, 'u');

const GOES_ON =
  /^ *(?:then )?(?:(?:(?:the )?(?:authorit|regulator|ministr|ours|us)[a-z]*(?:'s)? )?(?:for|to) |再|多久|答复|受理)/;

function limitsIn(talk: LimitTalk): readonly string[] | null {
  const { called, whole, noFees, complaint, authority, accepts, answers, self, isAccepted } = talk;
  if (asksForAll(talk)) return [];
  if (talk.all && authority && !complaint && !talk.appeal && !self && !talk.fees)
    return OF_AUTHORITY;
  const isOfficial = authority || talk.appeal || talk.dispute;
  if (whole) return complaint || !isOfficial ? [OURS, ...OF_AUTHORITY] : OF_AUTHORITY;
  if (called === 'five months' && !noFees && !talk.isElse) return [FEES];
  if (called === 'two years') return [OTHERS];
  // "after how many days without our answer may he appeal" asks how long we have.
  if (self && talk.mayAppeal && answers && !accepts) return [OURS];
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
  if (!talk.all || fees || noFees) return false;
  if (complaint && appeal) return true;
  if (dispute) return false;
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
  const isOfAppeal =
    (talk.untilWhen || (appeal && talk.asks && (fees || noFees) && !talk.mayAppeal)) &&
    !accepts &&
    !answers;
  if (!isOld && !isOfKind && !isOfAppeal) return false;
  // "what is the cutoff for answering complaints" is ours to keep.
  const isOurs = !isOfficial && !accepts && !ageAlone && (answers || talk.complaint);
  return !isOurs;
}

/** The customer wants to know whether he may go to the authority: once our time is over. */
function asksWhetherHeMay(talk: LimitTalk): boolean {
  const { turns, mayAppeal, waits, accepts, answers, authority, appeal } = talk;
  if (talk.isAccepted) return false;
  // "if he goes to the authority, how long may they take to accept it"
  if (turns && accepts && talk.authorityDoes && !mayAppeal && !answers) return false;
  const isWaiting = waits && (authority || appeal) && !accepts && !answers;
  if (!turns && !mayAppeal && !isWaiting) return false;
  const isTheirDeed = talk.authorityDoes && !turns && (accepts || answers);
  return !isTheirDeed || talk.ourAnswer;
}

function limitsOfAuthority(talk: LimitTalk): readonly string[] {
  const { self, two, both, answers, asksWhether, isAccepted, accepts, called } = talk;
  if (isAccepted || (called === 'thirty days' && !accepts)) return [ANSWER];
  const theirs = deedsOf(talk);
  // "us first, then the authority, how long each takes"
  const isOursToo = (two && answers && !asksWhether) || (both && !accepts && !answers);
  return self && isOursToo ? [OURS, ...theirs] : theirs;
}

/** What the authority does: it takes the matter, it answers, or both. */
function deedsOf({ accepts, answers, both, two, asksWhether }: LimitTalk): readonly string[] {
  if (accepts === answers && (both || !accepts || (two && !asksWhether))) return OF_AUTHORITY;
  return [accepts && (!answers || asksWhether) ? ACCEPTANCE : ANSWER];
}

const OF_COMPLAINTS =
  /投诉|申诉|争议|纠纷|答复|管局|(?<![a-z])(?:complain|appeal|authorit|regulator|disput|ministry|reply|respond|answer)/;

/** Whether complaints, appeals or their limits are spoken of. */
export function isOfLimits({ plain, words: { limits } }: Findings): boolean {
  return limits.length > 0 || OF_COMPLAINTS.test(plain);
}
