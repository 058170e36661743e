import type { TopicScore } from './topics.ts';
import type { WordMatch } from './words.ts';

/** The checklist for any complaint that is of no special kind. */
export const GENERAL_CHECKLIST = 'general-complaint';
/** A form without a signature is part of the other kinds: they go before it. */
const IMPROPER_CHECKLIST = 'improper-handling';
const CHANGED_CHECKLIST = 'plan-changed-after-transfer';
/**
 * Without a word of plans, owners or passwords that are known a "transfer" is that of a call or of papers, unless the story is
 * surely like those of a changed plan.
 */
const OF_OWNERS =
  /套餐|机主|密码|密马|免填单|网厅|过户|转户|taocan|mima|guo ?hu|(?<![a-z])(?:plans?|packag[a-z]*|tarif[a-z]*|bundles?|subscri[a-z]*|no-?fill|owners?|ownership|holders?|previous|former|ex|web hall|online|(?<!(?:lost|forgot|forgotten) (?:his|her|the|my) (?:service )?)pass(?:word|code)s?|pins?|pw|pwd|code|numbers?)(?![a-z])/;

const SURE_OF_CHANGE = 0.15;

/** From here on a story that no listed word names is of the kind that the examples say. */
const SURE = -0.1;
/** So sure are the examples at the least that go before a listed word, which itself must be this unlike. */
const SURE_AGAINST_WORDS = 0.5;
const UNLIKE = 0;
const PLAN_OR_PASSWORD =
  /套餐|密码|密马|taocan|(?<![a-z])(?:plans?|packag[a-z]*|tarif[a-z]*|bundles?|pass(?:word|code)s?|code|pin)(?![a-z])/;
/** Bad service breaks no rule for business; a story of it must be this like one that does. */
const IMPROPER_BY_LIKENESS = 0.4;
const OF_SERVICE =
  /信号|网速|排队|态度|空调|手续太?(?:多|烦|麻烦)|(?<![a-z])(?:(?:takes?|took|taking) (?:too long|so long|ages|forever)|paperwork|signal|coverage|reception|network|queue[a-z]*|rude[a-z]*|slow|hotline|voicemail|on hold|waited|waiting|air ?con[a-z]*|battery|charger|messages?|(?:bad|poor|slow|lousy) service)(?![a-z])/;

/**
 * The kind of complaint that is spoken of, an id of a checklist: by the words that are listed for it, else by what the
 * examples of each kind are like, else by what is told together (a number that changed hands and a plan that changed). Null
 * where the complaint is of no special kind and is not called a general one.
 */
export function complaintKind(
  matches: readonly WordMatch[],
  learnt: readonly TopicScore[],
  {
    meanings = [],
    plain = '',
  }: { readonly meanings?: readonly string[]; readonly plain?: string } = {},
): string | null {
  const isService = isOfService(plain) && !meanings.includes('improper');
  const floor = isService ? IMPROPER_BY_LIKENESS : Number.NEGATIVE_INFINITY;
  const denied = new Set([
    ...matches.filter((one) => isDenied(plain, one)).flatMap(({ ids }) => ids),
    ...DID_NOT_HAPPEN.flatMap(([says, kind]) => (says.test(plain) ? [kind] : [])),
  ]);
  const improper = learnt.find(({ topic }) => topic === IMPROPER_CHECKLIST)?.score ?? floor;
  const isSlow = ({ ids }: WordMatch): boolean =>
    ids.length === 1 && ids[0] === IMPROPER_CHECKLIST && improper < floor;
  const likeliest = kindOf(
    matches.filter((match) => !match.ids.some((id) => denied.has(id)) && !isSlow(match)),
    learnt.filter(
      ({ topic, score }) =>
        topic === GENERAL_CHECKLIST ||
        (!denied.has(topic) && (topic !== IMPROPER_CHECKLIST || score >= floor)),
    ),
  );
  const isChanged = meanings.includes('plan changed') || PLAN_OR_PASSWORD.test(plain);
  const changed = learnt.find(({ topic }) => topic === CHANGED_CHECKLIST)?.score ?? 0;
  const isOther =
    likeliest === CHANGED_CHECKLIST &&
    plain !== '' &&
    ((!OF_OWNERS.test(plain) && changed < SURE_OF_CHANGE) || (isOfService(plain) && !isChanged));
  const kind = isOther ? GENERAL_CHECKLIST : likeliest;
  const isSpecial = kind !== null && kind !== GENERAL_CHECKLIST && kind !== IMPROPER_CHECKLIST;
  const meant = kindMeant(meanings);
  return isSpecial || (meant !== null && denied.has(meant)) ? kind : (meant ?? kind);
}

/** 不是业务违规, "nothing to do with a transfer": the kind that it is not. */
function isDenied(plain: string, { ids, from }: WordMatch): boolean {
  return ids.length === 1 && DENIES.test(plain.slice(0, from));
}
const DENIES =
  /(?<!是)(?:不是|并非)(?:业务|什么)?$|(?<![a-z])(?:not|isn't|nothing to do with|rather than)(?: (?:an?|about|the|any))* $/;

const CUT =
  '(?:cut[ -]?offs?|cut (?:him|her|them|anybody|anyone|it) off|disconnect[a-z]*|terminat[a-z]*)';
const ENDED = '(?:cut|closed|shut|stopped|disconnected)';
const PLAN = '(?:plan|tariff|package|bundle)s?';
const WAS = '(?:was|were|is|got|has been|had been)';
/**
 * "nobody disconnected anything; …", "no line was cut, no plan changed", 机没拆: what is told as not having happened. A line
 * that was cut when its contract was over was not cut within it.
 */
const DID_NOT_HAPPEN: readonly (readonly [RegExp, string])[] = [
  [
    new RegExp(
      `(?<![a-z])(?:(?:no|nobody|no one|never|wasn't|isn't|not|n't)(?: (?:was|got|has been|been|have|a|even|ever|about|any))* ${CUT}(?! (?:notice|warning|form|request|slip|without|by))|(?:no|nothing|none)(?: (?:line|number|account|service|sim|phone)s?)?(?: ${WAS})? ${ENDED}(?![a-z])|(?:line|number|service) (?:is|was|works?)(?: (?:still|all|just))* (?:fine|alive|working|ok|okay|intact)(?![a-z])|contract (?:(?:was|is|had) (?:long|already|well) (?:been )?(?:over|finished|up|ended|expired)|(?:ended|expired|finished|was over) (?:long|ages|months|years|a year) ago)(?![a-z]))|(?:没有?|未|并未|不是)被?(?:拆机?|停机|断网|销户|销号)(?!单|协议|手续)|[线号机](?:还|都)?好好的|合约早(?:就|已)?(?:到期|完|满|过)`,
    ),
    'disconnection-in-contract',
  ],
  // Who is barred for what he owes, and tells of no contract, was not cut within one.
  [
    /^(?!.*(?:合约|协议|存费|预存|(?<![a-z])(?:contract|agreement|deposit|term)(?![a-z]))).*(?:欠费|没交费|交(?:了|清)(?:费|钱|话费)?.{0,4}(?:还|仍).{0,3}停|(?<![a-z])(?:unpaid|arrears|overdue|(?:he|she|they) (?:owed?|owes)(?! nothing)|paid (?:too )?late|late pay(?:ment|er)s?)(?![a-z]))/,
    'disconnection-in-contract',
  ],
  [
    new RegExp(
      `(?<![a-z])(?:(?:no|not a|nobody|never)(?: [a-z]+)? transfer[a-z]*(?! (?:form|slip|notice))|no ${PLAN}(?: ${WAS})? (?:changed|touched|switched)|(?:nobody|no one|never)(?: (?:has|had|ever))? (?:touched|changed|switched) (?:the|his|her|their|any|a) ${PLAN}|${PLAN} (?:is|was|stayed|stays|remains) (?:as it (?:was|is)|the same|unchanged|untouched)|number (?:has )?never changed (?:owner|hands))(?![a-z])|(?:没有?|未|不是)过户|(?:^|[,，。;；])没有?(?:改|动|换|变更)过?套餐|套餐也?没(?:变|改|动|换)`,
    ),
    CHANGED_CHECKLIST,
  ],
  [
    /(?<![a-z])(?:no (?:rules?|regulations?|law) (?:was |were |is )?(?:broken|breach[a-z]*|violat[a-z]*)|papers (?:are |were )?all in order)(?![a-z])|(?:没有?|未|不是)违规|手续都?齐/,
    IMPROPER_CHECKLIST,
  ],
];

/** What makes a kind of complaint where it is told together, whatever the words. */
const TOLD_TOGETHER: readonly (readonly [readonly string[], string])[] = [
  [['transfer', 'plan changed'], 'plan-changed-after-transfer'],
  [['disconnect', 'contract'], 'disconnection-in-contract'],
  [['improper'], IMPROPER_CHECKLIST],
];

function kindMeant(meanings: readonly string[]): string | null {
  const told = TOLD_TOGETHER.find(([all]) => all.every((one) => meanings.includes(one)));
  return told?.[1] ?? null;
}

function kindOf(matches: readonly WordMatch[], learnt: readonly TopicScore[]): string | null {
  const listed = checklistOf(matches);
  const likeliest = likeliestKind(learnt);
  if (listed === null || listed === GENERAL_CHECKLIST)
    return likeliest !== null && likeliest.score >= SURE ? likeliest.topic : listed;
  const against = likeliest ?? learnt[0];
  const own = learnt.find(({ topic }) => topic === listed)?.score ?? 0;
  const isOther = against !== undefined && against.score >= SURE_AGAINST_WORDS && own < UNLIKE;
  return isOther ? against.topic : listed;
}

/** The kind of complaint that listed words name, a special one before the general; null where none or several are named. */
export function checklistOf(matches: readonly WordMatch[]): string | null {
  const named = matches.flatMap(({ ids }) => (ids.length === 1 ? ids : []));
  const special = named.filter((id) => id !== GENERAL_CHECKLIST);
  return special.find((id) => id !== IMPROPER_CHECKLIST) ?? special[0] ?? named[0] ?? null;
}

/** The special kind that a story is most like, or null where it is rather like any complaint. */
function likeliestKind(learnt: readonly TopicScore[]): TopicScore | null {
  const [first] = learnt;
  if (first === undefined || first.topic === GENERAL_CHECKLIST) return null;
  if (first.topic !== IMPROPER_CHECKLIST) return first;
  const other = learnt.find(
    ({ topic }) => ![IMPROPER_CHECKLIST, GENERAL_CHECKLIST].includes(topic),
  );
  return other !== undefined && other.score >= UNLIKE ? other : first;
}

/** Whether bad service is told: a queue, the signal, somebody rude. */
export function isOfService(plain: string): boolean {
  return OF_SERVICE.test(plain);
}
