import { withoutAll } from './everywhere.ts';
import type { Findings } from './find.ts';
import { hasLevelWord, withoutLevels } from './level-words.ts';
import { mask } from './mask.ts';
import { BARE_DAYS, NEXT_SPAN } from './pointing.ts';
import { familyOf, type Intent } from './reading.ts';

/** Words that carry no meaning of their own in "and at a township store?" or 那便利渠道呢. */
const FILLERS_EN = new Set(
  "'s huh lol haha ah oh er um right great cool fine good thing things plan tier only just show ask asked asking and about at in for the a an of on to also then ok okay so i meant mean no not sorry actually instead rather make it that please or is with by same one ones type kind there too if we them those this but hm hmm well yes yeah just say let's i'm it's you do does from our my we're going was should be oops wrong scratch typo mistake wait nope nah that's meaning still rest across now any some else yuan rmb thanks thx thank ta cheers particular particularly specifically especially surely correct presumably definitely certainly probably perhaps maybe obviously".split(
    ' ',
  ),
);
const FILLERS_ZH =
  /谢谢|多谢|谢了|辛苦了?|里面|里头|里|那天|当天|那种|这种|那类|这类|那款|这款|那么|那个|那|呢|吗|啊|吧|呀|哦|嗯|的话|的|在|到|和|跟|还有|也|是|我|说|问|换成|换|成|不对|不是|不|对|应该|改成|改|算|了|如果|要是|再|又|就|看看|看|这个|这|或者|还是|一样|同样|哪|上面|你|打错|说错|搞错|错|更正|更|抱歉|问的|想|只|打|得|么|没|字|还|嘛|喃|咧|噢|诶|哎|喔|咁|系|唔|先|都|一下|吖|咯|哈|尼|总|肯定|指/g;
/**
 * Verbs that say nothing new within their own matter, and everything outside of it: "can I offer the free phone?" after
 * a payout is another question.
 */
const VERBS_EN: Readonly<Record<string, RegExp>> = {
  promo:
    /(?<![a-z])(?:can|could|may|push|offers?|sell|would|be|renewals?|deals?|option|as well|data|packs?)(?![a-z])/g,
  payout:
    /(?<![a-z])(?:gives?|giving|gifts?|gets?|back|as|free|deposit(?:ed)?|which|who|customers?)(?![a-z])/g,
  complaint:
    /(?<![a-z])(?:came|comes?|arrived?|arrives|received?|got|filed|lodged|complained|he|she|they|fees?|bills?)(?![a-z])/g,
};
const VERBS_ZH: Readonly<Record<string, RegExp>> = {
  promo: /能不能|可不可以|行不行|推唔推得|可以|能|行|推|卖|办理|办/g,
  payout: /存|充|交/g,
};
/** With one of these a question says itself what it wants to know. */
const ASKS_BY_ITSELF =
  /(?<![a-z])(?:what|which|where|when|how|who)(?![a-z])|什么|啥|哪|怎么|咋|多少|几/;
const OPENS_EN =
  /^(?:(?:huh|hm+|lol|haha|ah|oh|er|um|right|great|cool|fine|good|okay)[ ,.!]+){0,3}(?:and|what about|how about|also|or|but|then|no,?|sorry,?|actually|i mean|i meant|ok|same)(?![a-z])/;
const OPENS_ZH = /^(?:那|还有|不是|不对|我是说|我问的是|换成|如果|要是|另外|也|再)|呢[？?]?$/;

/** "urban partner hall how" asks how about it; "what if it came in on the 3rd" asks the same of another day. */
const HOW_ABOUT =
  /(?<![a-z])(?:(?:what|how) about(?![a-z])|what if(?![a-z])|how many (?:is|are|would) (?:that|those|it)(?: be)?(?![a-z])|怎么样(?=[?？吗呢呀啊 ]*$)|how(?: ah| leh)?(?=\W{0,3}$))/g;
const NOTHING = /(?!)/g;

/** Whether a question says itself what it wants to know: "how", 多少. */
export function asksByItself(plain: string): boolean {
  return ASKS_BY_ITSELF.test(plain);
}

/** How much a question leans on the one before: `all` of it is left out, it `opens` like a follow-up, or neither. */
export function leaningOf(findings: Findings, subject: Intent): 'all' | 'opens' | 'none' {
  const masked = mask(findings).text.replace(HOW_ABOUT, ' ');
  const isPromo = familyOf(subject) === 'promo';
  const rest = withoutAll(isPromo ? withoutLevels(masked) : masked)
    .replace(/x(?:outlet|offer|amount|days|contract)(?![a-z])|[\uE000-\uE004]/g, ' ')
    .replace(VERBS_EN[familyOf(subject)] ?? NOTHING, ' ')
    .replace(VERBS_ZH[familyOf(subject)] ?? NOTHING, ' ')
    .replace(NEXT_SPAN, ' ')
    .replace(BARE_DAYS, ' ')
    .replace(FILLERS_ZH, ' ');
  const words = (rest.match(/[a-z']+/g) ?? []).filter((word) => !FILLERS_EN.has(word));
  const han = rest.match(/\p{Script=Han}/gu) ?? [];
  if (words.length === 0 && han.length === 0 && !asksByItself(masked)) return 'all';
  const { plain } = findings;
  return OPENS_EN.test(plain) || OPENS_ZH.test(plain) ? 'opens' : 'none';
}

/** Whether the question names anything that a follow-up could change. */
export function namesSomething(findings: Findings): boolean {
  const { plain, words, amounts, days, contract, isEverywhere, isEverything } = findings;
  return (
    isEverywhere ||
    isEverything ||
    NEXT_SPAN.test(plain) ||
    hasLevelWord(plain) ||
    BARE_DAYS.test(plain) ||
    words.outlets.length > 0 ||
    words.offers.length > 0 ||
    amounts.places.length > 0 ||
    days.length > 0 ||
    contract !== null
  );
}
