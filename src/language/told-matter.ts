import { isOfService } from './complaint-kind.ts';
import type { Findings } from './find.ts';
import { blank } from './places.ts';
import type { Intent } from './reading.ts';

/** What says that there is a complaint and that one wants to know what to do, and nothing of what it is about. */
const EMPTY_HAN =
  /投诉|举报|客户|客人|用户|顾客|人家|怎么|如何|怎样|咋|处理|应对|应付|办理?|步骤|流程|清单|程序|规范|标准|第一步|第一|首先|先|接到|收到|遇到|碰到|来了?|我们?|咱们?|他|她|的话?|了|要|该|应该|需要|得|做|弄|搞|整|什么|干[嘛啥]|啥|吗|呢|吧|啊|呀|有|一下|一个|一张|一封|信|个|人|被|去|在|是|和|跟|给|按|走|请问|麻烦|谢谢|大家|知道|哪些|哪|几|都|就|很|今天|昨天|刚才?|现场|柜台|店里?|厅里?|网点|门店|同事|发给|列|说|讲|这|那|里|上|下|到|把|会|能|可以|一般|通常|正常/g;
const EMPTY_ENGLISH = new Set(
  `a about again all am an and angry answer any anybody anyone are as at be been being but by call came can case checklist client clients
  come comes complain complainant complained complaining complains complaint complaints could counter customer customers day days deal
  dealing did do does doing done drill else ever every first fix folks for from furious get gets give giving go goes going got guide
  guy had handle handled handles handling has have having he hello help helping her here hey hi him his how i if in inside into is it
  its just kind kindly know lady last list look made make man manage matter may me mine more must my need needed needs new next no not
  now of off ok on once one ones or order our out over people person please pls point procedure process properly protocol put quick
  quickly raise raised raises react receive received right run say says she should show so solve somebody someone something staff
  stages standard start step steps still stuff take taking tell than thank thanks that the their them then there these they thing
  things this those through thru to today treat treatment unhappy upset up us user users usual very walk want wants was way we well
  went were what whats when where which while who whole whom with woman would yes yesterday you your`.split(
    /\s+/,
  ),
);

/** Whether a question about a complaint tells what it is about: "rude staff", 信号差; "how do I handle a complaint" does not. */
export function tellsMatter({ plain, words, days }: Findings): boolean {
  const rest = blank(plain, [...words.outlets, ...days]);
  const told = (rest.match(/[a-z][a-z']+/g) ?? []).filter(
    (word) => !EMPTY_ENGLISH.has(word.split("'", 1)[0] ?? ''),
  );
  const han = rest.replace(EMPTY_HAN, '').match(/\p{Script=Han}/gu)?.length ?? 0;
  return told.length > 0 || han > 1;
}

/** "and somebody who is just moaning about the queue?": after one complaint another one, of no special kind. */
export function tellsOther(findings: Findings): boolean {
  const isOther = isOfService(findings.plain) || ANOTHER.test(findings.plain);
  return isOther && tellsMatter(findings);
}
/** "third one, somebody opened a sim …", 还有一个说没让他签字: another customer's story. */
const ANOTHER =
  /还有一?[个位](?!问题)|又来了?一?[个位]|另外?一?[个位](?!问题)|下一?[个位](?!月|星期|礼拜|周|季|问题)|第[二三四][个位](?!月|星期|问题)|(?<![a-z])(?:another|an other|second|third|fourth|next) (?:one|case|customer|client|caller|guy|lady|man|woman)(?![a-z])/;

/** "wrong file: this complaint is about a clerk who signed for the customer": the kind is told anew, whatever it was before. */
export function tellsAnew({ intent }: { readonly intent: Intent }, findings: Findings): boolean {
  const isAnew = IS_ABOUT.test(findings.plain) || ANOTHER.test(findings.plain);
  return intent === 'complaint.checklist' && isAnew && tellsMatter(findings);
}
const IS_ABOUT =
  /投诉(?:的)?是(?!不是)|(?<![a-z])(?:complaint|case|this one|that one|it)(?:'s| is| was) (?:about|that|because)(?![a-z])/;
