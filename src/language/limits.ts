import type { Findings } from './find.ts';
import type { TopicScore } from './topics.ts';
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

/** From here on the examples of a limit are like a question. */
const LIKE = 0.2;
/** A second limit is meant beside the likeliest one from here on, if it is not this much less like. */
const LIKE_TOO = 0.1;
const LESS_LIKE = 0.5;
/** So like must the examples be that go before a word that is listed for one limit, and so unlike those of its limit. */
const LIKE_AGAINST_WORDS = 0.3;
const UNLIKE_THE_WORDS = -0.5;
/** Of several limits that a word may mean those are meant that are not this much less like than the likeliest. */
const MUCH_LESS_LIKE = 0.8;

/**
 * The time limits that a question asks for; none where it asks for all. What its words say (`limitsOfWords`) is put right
 * by the examples of each limit, which are `learnt`: they choose among several, and go before words that none is like.
 * Of 599 examples left out of learning the words read 442 right, and both together 492.
 */
export function limitsNamed(
  findings: Findings,
  { learnt, ...talk }: Talk & { readonly learnt: readonly TopicScore[] },
): readonly string[] {
  const named = limitsOfWords(findings, talk);
  const { plain, words } = findings;
  const [first] = learnt;
  if (first === undefined || first.score < LIKE) return named;
  // What is denied, and who asks for all, no examples need tell.
  if (SEVERAL.test(plain) || NO_FEES.test(plain)) return named;
  const scoreOf = (id: string): number => learnt.find(({ topic }) => topic === id)?.score ?? 0;
  const isListed = words.limits.some(
    ({ ids: [id, ...others] }) => others.length === 0 && id !== undefined && named.includes(id),
  );
  const most = named
    .map(scoreOf)
    .reduce((one, other) => Math.max(one, other), Number.NEGATIVE_INFINITY);
  const isUnlike = isListed
    ? most < UNLIKE_THE_WORDS && first.score >= LIKE_AGAINST_WORDS
    : most < 0;
  if (isUnlike)
    return learnt
      .filter(({ score }) => score >= LIKE_TOO && score >= first.score - LESS_LIKE)
      .map(({ topic }) => topic);
  // "how long does the regulator have" asks for both of its limits, whatever the examples are like.
  const isOfAuthority = named.every((id) => id.startsWith('authority-'));
  if (isListed || most < LIKE || (isOfAuthority && !speaksOfDeed(plain))) return named;
  return named.filter((id) => scoreOf(id) >= most - MUCH_LESS_LIKE);
}
/** `carried` is what a follow-up leaves out, `before` what the talk about limits was about. */
type Talk = { readonly carried: readonly string[]; readonly before: readonly string[] };

function limitsOfWords(findings: Findings, { carried, before }: Talk): readonly string[] {
  const { plain, words } = findings;
  const limits = words.limits.filter((match) => !isCondition(plain, match, words.limits));
  const named = withoutOurs(topicsNamed(limits), findings);
  // How old the matter is decides alone: whether it is taken is then the whole question.
  const age = OLD.test(plain) && !named.some(isAge) ? ageAsked(plain) : null;
  if (age !== null) return age;
  const isOfAge = AGE.test(plain) || [...named, ...carried].some(isAge);
  if (NO_FEES.test(plain) && isOfAge) return ['other-dispute-limit'];
  if (named.length > 0 && !named.some(isAge) && AGE.test(plain) && ACCEPTED.test(plain))
    return ['fee-dispute-limit', 'other-dispute-limit'];
  if (named.length === 0) {
    if (carried.length > 0) return carried;
    // Where nobody is named but who complained, the answer to him is ours to give.
    return OURS.test(plain) || !(APPEAL.test(plain) || SEVERAL.test(plain))
      ? ['carrier-answer']
      : [];
  }
  if (asksBothOfAuthority(findings)) return BOTH_OF_AUTHORITY;
  if (limits.some((match) => match.ids.length === 1)) return withoutAppeal(named, plain);
  // "the authority" and "to answer" are each two limits, and together one.
  const common = named.filter((id) => limits.every((match) => match.ids.includes(id)));
  const kept = common.length > 0 ? common : named;
  if (kept.length === 1) return kept;
  const deed = deedOfAuthority(kept, plain);
  if (deed !== null) return [deed];
  // Who appeals waits for the authority's answer.
  const isAnswer = kept.every((id) => id.endsWith('-answer'));
  if (isAnswer && APPEAL.test(plain) && !COMPLAINED.test(plain)) return ['authority-answer'];
  // A dispute about money or about service, whatever it is called.
  const [isFee, isOther] = [FEES.test(plain), SERVICE.test(plain)];
  if (kept.every(isAge) && isFee !== isOther)
    return [isFee ? 'fee-dispute-limit' : 'other-dispute-limit'];
  // "and to answer?" may be ours or the authority's: that of whom was spoken of.
  const told = [...before, ...topicsNamed(words.limits.filter((one) => !limits.includes(one)))];
  const spokenOf = kept.filter((id) => told.some((other) => ownerOf(other) === ownerOf(id)));
  if (spokenOf.length > 0) return spokenOf;
  return kept.includes('carrier-answer') && OUR_ANSWER.test(plain) ? ['carrier-answer'] : kept;
}

const BOTH_OF_AUTHORITY = ['authority-acceptance', 'authority-answer'];
const HOW_LONG =
  /多久|几天|几个工作日|期限|时限|(?<![a-z])(?:days|how (?:long|soon|many days)|time limit|deadline)(?![a-z])/g;
const COMPLAINED = /投诉|(?<![a-z])complain/;
const WE = /我们|咱|我方|(?<![a-z])(?:we|us|our|ours)(?![a-z])/;

function namesAuthority({ words }: Findings): boolean {
  return words.limits.some(
    ({ ids }) => ids.length > 1 && ids.every((id) => id.startsWith('authority-')),
  );
}

/** "authority: days to decide on acceptance, and days to answer": how long is asked twice. */
function asksBothOfAuthority(findings: Findings): boolean {
  const { plain } = findings;
  const asked = plain.match(HOW_LONG)?.length ?? 0;
  return (
    namesAuthority(findings) &&
    asked > 1 &&
    TAKES_IT.test(plain) &&
    ANSWERS_IT.test(plain) &&
    !WE.test(plain)
  );
}

/** Where the authority answers and nobody says "we", our limit is not meant. */
function withoutOurs(named: readonly string[], findings: Findings): readonly string[] {
  const isOfAuthority = namesAuthority(findings) && named.includes('authority-answer');
  if (!isOfAuthority || WE.test(findings.plain) || COMPLAINED.test(findings.plain)) return named;
  return named.filter((id) => id !== 'carrier-answer');
}

/** A dispute that is not about fees is of the other kind. */
const NO_FEES =
  /(?:不是|不涉及|不关|除了?|不属于|不算|非)(?:关于|话|电话)?(?:费用?|资费|收费|话费)|(?<![a-z])(?:not?|non|(?:is|are|was|were)n't|other than|besides|except|apart from|nothing to do with)[ -](?:(?:about|an?|the|for|over|on|to|related) )*(?:fees?|bill(?:s|ing)?|charges?)(?![a-z])/;
/** How long ago it was. */
const AGE =
  /(?:\d{1,3}|[一两二三四五六七八九十半几]{1,3})(?:年|个月)(?:前|以前|之前|多前|内|以内|之内)|(?<![a-z])(?:(?:years?|months?)(?: and a half)? (?:ago|old|back)|age (?:limit|of|for)|cut-?off|too late|how (?:old|far back|long ago))(?![a-z])/;
const ACCEPTED =
  /受理|还管|管不管|收不收|(?<![a-z])(?:disputes?|(?:will|would|can|does|do) (?:the )?(?:authority|regulator|they) (?:still )?(?:take|accept|hear|look))(?![a-z])/;

/** Whether the kind of a dispute is told: "and if it isn't about fees". */
export function tellsDispute(plain: string): boolean {
  return NO_FEES.test(plain) || FEES.test(plain) || SERVICE.test(plain);
}

function isAge(id: string): boolean {
  return id.endsWith('-dispute-limit');
}

/** 受理以后多少天答复 asks for the answer, and names the acceptance only to say from when on; who answers is no condition. */
function isCondition(
  plain: string,
  { ids, from, to }: WordMatch,
  all: readonly WordMatch[],
): boolean {
  if (ids.length > 1) return false;
  // "the appeal is in and accepted, when …" says how far it has come.
  const isDone = /accepted$/.test(plain.slice(from, to)) && /^ ?[-–—,;.]/.test(plain.slice(to));
  if (isDone) return all.some((one) => one.from > to);
  const isBeforeAfter = /^[^,，。;；?？]{0,4}(?:以后|之后|过后|后)/.test(plain.slice(to));
  const isAfter = /(?<![a-z])(?:after|once) [^,;?]{0,24}$/.test(plain.slice(0, from));
  const others = all.filter((one) => one.from !== from);
  if (isBeforeAfter) return others.some((one) => one.from > to);
  return (
    isAfter &&
    others.some((one) => one.to < plain.slice(0, from).search(/(?<![a-z])(?:after|once) [^,;?]*$/))
  );
}

/** "can he still appeal about an old bill" asks how old it may be, and not from when on he may appeal. */
function withoutAppeal(named: readonly string[], plain: string): readonly string[] {
  if (!named.some(isAge)) return named;
  // "will they still accept one from three years ago" asks how old it may be, not how long accepting takes.
  const isOld = OLD.test(plain);
  return named.filter((id) => isAge(id) || (id !== 'carrier-answer' && !isOld));
}

const APPEAL =
  /申诉|管局|通管|工信|主管部门|(?<![a-z])(?:appeal[a-z]*|authorit(?:y|ies)|regulators?|ministry|miit)(?![a-z])/;
/** Who asks for all of them says so. */
const SEVERAL =
  /时限(?:有哪些|都|各)|各[种个环]|所有|全部|哪些|(?<![a-z])(?:limits|deadlines|timelines|timeframes|all|each|every|both)(?![a-z])/;

/** Something lies so far back. */
const OLD =
  /(?:\d{1,3}|[一两二三四五六七八九十半]{1,3})(?:年|个月)(?:前|以前|之前)|(?<![a-z])(?:years?|months?)(?: and a half)? (?:ago|old|back)(?![a-z])|(?<![a-z])old (?:[a-z]+ )?(?:fees?|bills?|charges?|disputes?|overcharg[a-z]*)(?![a-z])/;
const FEES =
  /收费|资费|扣费|扣钱|多扣|乱扣|话费|费用|账单|(?<![a-z])(?:fees?|bill(?:s|ed|ing)?|charg(?:e|es|ed|ing)|overcharg[a-z]*|deduct[a-z]*|refund[a-z]*)(?![a-z])/;
const SERVICE =
  /服务|态度|信号|网络|质量|(?<![a-z])(?:service|quality|attitude|signal|coverage|network|rude|behaviour|behavior)(?![a-z])/;

/** What kind of old matter is spoken of, where an appeal is; null where none is, or the words do not tell. */
function ageAsked(plain: string): readonly string[] | null {
  if (!APPEAL.test(plain) && !ACCEPTED.test(plain)) return null;
  if (NO_FEES.test(plain)) return ['other-dispute-limit'];
  const [isFee, isOther] = [FEES.test(plain), SERVICE.test(plain)];
  if (isFee === isOther) return null;
  return [isFee ? 'fee-dispute-limit' : 'other-dispute-limit'];
}

const TAKES_IT =
  /受理|立案|收不收|接不接|(?<![a-z])(?:yes or no|tak(?:e|es|en|ing) (?:it|the case|the appeal|up|on)|taking it|accept[a-z]*|admit[a-z]*)(?![a-z])/;
const ANSWERS_IT =
  /答复|回复|结果|处理完|(?<![a-z])(?:(?:come|get|comes|gets|coming) back|repl(?:y|ies|ied|ying)|answer(?:s|ed|ing)?|respon(?:d|ds|se)|results?|outcome|verdict|final word)(?![a-z])/;

function speaksOfDeed(plain: string): boolean {
  return TAKES_IT.test(plain) || ANSWERS_IT.test(plain);
}

/** Which of the authority's two limits is meant, where only the authority was named. */
function deedOfAuthority(kept: readonly string[], plain: string): string | null {
  if (!kept.every((id) => id.startsWith('authority-'))) return null;
  const [takes, answers] = [TAKES_IT.test(plain), ANSWERS_IT.test(plain)];
  if (takes === answers) return null;
  return takes ? 'authority-acceptance' : 'authority-answer';
}

/** Whose time limit it is: `authority`, `carrier`. */
function ownerOf(id: string): string {
  return id.split('-')[0] ?? id;
}
