import type { PanelPartName } from '../policy/panel.ts';

/** Words that are written to be sent. The text of a poster or of the policy is no message. */
const TEXT =
  /短信|彩信|文案|话术|群发|朋友圈|微信|模[板版]|文字|转发|转给|复制|告知书|发给?(?:客户|顾客|用户|他|她|人家)|duanxin|huashu|(?<![a-z])(?:sms|(?<!(?:poster|policy|full) )texts?|messages?|wechat|scripts?|templates?|forward|copy|(?:to|can|may|could|should|do i|do we|we) send|send (?:to|out|on|him|her|them|customers?))(?![a-z])/;

const CUSTOMER = '(?:客户|顾客|用户|客人?|人家|[他她](?!们)|对方|机主|kehu)';
const SAY = '(?:说|讲|宣传|承诺|许诺|答应|应承|保证|告诉|chengnuo)';
/** 能不能说 asks, and denies nothing; 级别 and 区别 forbid nothing. */
const DENY =
  '(?:(?<!能)不能|(?<!可)不可以?|不许|不准|不得|(?<!要)不要|(?<!该)不该|不应|不好|(?<![级区分特类个差])别|勿|禁|忌|避免|唔可以|唔好|bu neng)';
const NEVER_SAY_ZH = new RegExp(`${DENY}.{0,12}${SAY}|(?:话|承诺).{0,4}${DENY}|红线|夸大|禁语`);
const NEVER_EN =
  /(?<![a-z])(?:(?:must|may|can|could|should|shall)(?: i| we| you| one| staff)? (?:not|never)|mustn't|shouldn't|(?:what|which|things|words|promises|claims)(?: \w+)? (?:can't|cannot)|never|not (?:to|be|allowed|supposed)|forbidden|avoid|off limits)(?![a-z])/;
const SAY_EN =
  /(?<![a-z])(?:say|says|said|saying|tell|told|telling|promise|promises|promised|mention|claims?|claim|guarantee|words)(?![a-z])/;
const NEVER_SAY_EN = /(?<![a-z])(?:red lines?|don'ts|unsaid|exaggerated)(?![a-z])/;

const MUST_ZH = /要|必|得|需|应|该|务|一定|哪[些几]|什么|啥|咩/;
const SAY_TO = new RegExp(
  `(?:[跟和对向同给与]|gen ?)${CUSTOMER}.{0,5}(?:说|讲|交代|提醒|告知|shuo)|(?:告知|告诉|提醒|叮嘱|交代)${CUSTOMER}|${CUSTOMER}(?:面前)?.{0,3}(?:必须?|该|得|要)(?:告知|说|讲|交代)|必须?[讲说]|要[讲说][清明]|告知(?:义务|事项)|必须告知`,
);
/** How to say it, or what to answer, asks for an explanation, not for what must be said. */
const HOW_ZH = /怎么(?:跟|和|对|向|给|说|讲|解释|介绍)|一句话|大白话/;
const MUST_EN =
  /(?<![a-z])(?:must|should|have to|has to|had better|need to|needs to|obliged|required|mandatory|(?:do|can|to) (?:i |we )?(?:tell|say|remind|warn))(?![a-z])/;
const SAY_TO_EN =
  /(?<![a-z])(?:say|said|tell|told|mention|mentioned|remind|explain|explained|heard|inform|informed|warn|disclosed|make (?:it )?clear|points)(?! (?:me|us)(?![a-z]))(?![a-z])/;
const HOW_EN = /(?<![a-z])(?:who asks|asks (?:what|how|why|when|if))(?![a-z])/;
const MUST_SAY_EN = /(?<![a-z])(?:disclosures?|must[- ]say|i owe the customer)(?![a-z])/;

const CONDITIONS =
  /条件|要求|资格|门槛|限制|(?<![a-z])(?:conditions?|requirements?|restrictions?|terms|limits)(?![a-z])/;

/**
 * The part of an offer's panel that a question for details wants: 不能跟客户说什么, "the text I can send"; null where all
 * of it is meant.
 */
export function partAsked(plain: string): PanelPartName | null {
  if (TEXT.test(plain)) return 'customerText';
  if (forbidsSaying(plain)) return 'neverSay';
  if (asksWhatToSay(plain)) return 'mustSay';
  return CONDITIONS.test(plain) ? 'conditions' : null;
}

function forbidsSaying(plain: string): boolean {
  return (
    NEVER_SAY_ZH.test(plain) ||
    NEVER_SAY_EN.test(plain) ||
    (NEVER_EN.test(plain) && SAY_EN.test(plain))
  );
}

function asksWhatToSay(plain: string): boolean {
  return (
    (MUST_ZH.test(plain) && SAY_TO.test(plain) && !HOW_ZH.test(plain)) ||
    MUST_SAY_EN.test(plain) ||
    (MUST_EN.test(plain) && SAY_TO_EN.test(plain) && !HOW_EN.test(plain))
  );
}
