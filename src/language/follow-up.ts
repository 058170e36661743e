import type { Findings } from './find.ts';
import { mask } from './find.ts';
import type { Entities, Reading } from './reading.ts';

/** Words that carry no meaning of their own in "and at a township store?" or 那便利渠道呢. */
const FILLERS_EN = new Set(
  "and what how about at in for the a an of on to also then ok okay so i meant mean no not sorry actually instead rather make it that please or is with by same one ones type kind there too if we them those this but hm hmm well yes yeah just say let's i'm it's you do does from our my we're going was should be".split(
    ' ',
  ),
);
const FILLERS_ZH =
  /那么|那个|那|呢|吗|啊|吧|呀|哦|嗯|的话|的|在|到|和|跟|还有|也|是|我|说|问|换成|换|成|不对|不是|不|对|应该|改成|改|算|了|如果|要是|再|又|就|看看|看|这个|这|或者|还是|一样|同样|哪|上面|你|搞错|错|更正|更|抱歉|问的|想/g;
const OPENS_EN =
  /^(?:and|what about|how about|also|or|but|then|no,?|sorry,?|actually|i mean|i meant|ok|same)(?![a-z])/;
const OPENS_ZH = /^(?:那|还有|不是|不对|我是说|我问的是|换成|如果|要是|另外|也|再)|呢[？?]?$/;

/** How much a question leans on the one before: `all` of it is left out, it `opens` like a follow-up, or neither. */
export function leaningOf(findings: Findings): 'all' | 'opens' | 'none' {
  const masked = mask(findings).text;
  const rest = masked
    .replace(/x(?:outlet|offer|amount|days|contract)(?![a-z])|[\uE000-\uE004]/g, ' ')
    .replace(FILLERS_ZH, ' ');
  const words = (rest.match(/[a-z']+/g) ?? []).filter((word) => !FILLERS_EN.has(word));
  const han = rest.match(/\p{Script=Han}/gu) ?? [];
  if (words.length === 0 && han.length === 0) return 'all';
  const { plain } = findings;
  return OPENS_EN.test(plain) || OPENS_ZH.test(plain) ? 'opens' : 'none';
}

/** What was named before, replaced by what is named now. */
export function carry(before: Entities, now: Entities): Entities {
  return {
    outlets: now.outlets.length > 0 ? now.outlets : before.outlets,
    offers: now.offers.length > 0 ? now.offers : before.offers,
    deposit: now.deposit ?? before.deposit,
    households: now.households ?? before.households,
    date: now.date ?? (now.window === null ? before.date : null),
    window: now.window ?? (now.date === null ? before.window : null),
    contract: now.contract ?? before.contract,
    checklist: now.checklist ?? before.checklist,
  };
}

/** Whether the question names anything that a follow-up could change. */
export function namesSomething(findings: Findings): boolean {
  const { words, amounts, days, contract } = findings;
  return (
    words.outlets.length > 0 ||
    words.offers.length > 0 ||
    amounts.places.length > 0 ||
    days.length > 0 ||
    contract !== null
  );
}

/** The intent that the conversation was about: that of the last answer, or what was wanted when it asked back. */
export function subjectOf(last: Reading): Reading['intent'] {
  return last.intent === 'clarify' ? (last.wanted ?? 'clarify') : last.intent;
}
