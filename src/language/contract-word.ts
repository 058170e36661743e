/** A contract id or a phone number in a question, as typed. */
export type ContractMatch = { readonly typed: string; readonly from: number; readonly to: number };

/** 11 digits that start with 13 to 19, also in groups: 138 0000 1234, 138.0000.1234. */
const PHONE = /(?<!\d)(?<!\d\.)(?:\+?86[ .-]?)?1[3-9]\d(?:[ .-]?\d{4}){2}(?!\d)/;
/** What people write close to a number that is money or a year: rmb200, get100, cun200, Feb2015. */
const NO_CONTRACT =
  '(?:rmb|cny|yuan|cun|chong|song|get|gets|give|gives|pay|pays|plan|for|the|d(?=\\d{2,3}(?!\\d))|dep|depo|deposit|save|put|tier|gift|offer|jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec|q[1-4])';
/** Letters and a number, also with a run number behind: HT2014001, C-1001, HY20140815-03, HT2015A07. */
const CONTRACT_ID = new RegExp(
  `(?<![a-z0-9])(?!${NO_CONTRACT}[-_]?(?:\\d{2,4})?(?!\\d))[a-z]{1,6}[-_]?\\d{3,}(?:[-_]\\d+|[a-z]{1,2}\\d+)*(?![a-z0-9])`,
  'i',
);
/**
 * "HT 2015 0112", "ht.2015.0120", "HT - 2015 - 0143": letters, a year and a number, however they are set
 * apart. The number has four digits at the least: "paid 2015 200" ends with money.
 */
const SPACED_ID = new RegExp(
  `(?<![a-z0-9])(?!(?:${NO_CONTRACT}|in|of|on|by|to|at|and|or|until|till|since|from|may|year)(?![a-z]))[a-z]{1,4}(?: ?[-_.] ?| )?(?:19|20)\\d\\d(?: ?[-_.] ?| )\\d{4,6}(?![\\da-z])`,
  'i',
);
/** A bare number counts only beside the word. */
const NUMBERED =
  /(?:合约|合同|协议|编号|contract|agreement|no\.?|number|#)[^0-9A-Za-z]{0,6}(?<id>\d{4,}(?:[-_]\d+)*|(?<=(?:合约|合同|contract)[^0-9A-Za-z]{0,6})[A-Za-z]{1,2}-\d{2,})(?![\d年月.])/i;

/** "not HT-2014-0100, HT-2014-0101": the first one is not meant. */
const TAKES_BACK =
  /(?<![a-z])(?:not|no|nope|sorry|wait|oops|meant?|correction|scratch|strike|forget|ignore|instead|rather|actually|typo|make (?:it|that))(?![a-z])|不|错|錯|改成|更正/i;

const DENIED_BEFORE =
  /(?:不是|并非|(?<![a-z])(?:and not|but not|rather than|instead of|not))(?: the)?(?: contract)?[ :：]*$/i;

/** A contract id or phone as the question has it: digits of full width stay what they are. */
export function asTyped(question: string, folded: string): string {
  if (question.includes(folded)) return folded;
  const characters = Array.from(question);
  const from = characters
    .map((one) => one.normalize('NFKC'))
    .join('')
    .indexOf(folded);
  // Where folding made one character of two, their places differ.
  const isOneByOne = characters.every((one) => one.normalize('NFKC').length === 1);
  return from < 0 || !isOneByOne ? folded : characters.slice(from, from + folded.length).join('');
}

/** The first contract id or phone of a text that is not taken back, or null. A phone masked with stars is none. */
export function contractIn(typed: string): ContractMatch | null {
  // Neither is there without three digits in a row: most questions have none.
  if (!/\d{3}|[a-z]-\d\d/i.test(typed)) return null;
  const whole = wholeIn(typed);
  if (whole !== null) {
    const rest = typed.slice(whole.index + whole[0].length);
    const next = TAKES_BACK.test(typed) ? wholeIn(rest) : null;
    // "查合约HT5020，不是HT2050": the second one is not meant.
    const isDenied = next !== null && DENIED_BEFORE.test(rest.slice(0, next.index));
    if (next === null || isDenied) return at(whole[0], whole.index);
    return at(next[0], typed.length - rest.length + next.index);
  }
  const numbered = NUMBERED.exec(typed);
  const id = numbered?.groups?.id;
  if (numbered === null || id === undefined) return null;
  return at(id, numbered.index + numbered[0].lastIndexOf(id));
}

function wholeIn(text: string): RegExpExecArray | null {
  return PHONE.exec(text) ?? SPACED_ID.exec(text) ?? CONTRACT_ID.exec(text);
}

function at(typed: string, from: number): ContractMatch {
  return { typed, from, to: from + typed.length };
}
