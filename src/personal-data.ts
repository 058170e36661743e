/** The commonest surnames: some nine in ten people in mainland China have one of them. */
const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金贾韦夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤';
const TITLES = '先生|女士|小姐|太太|师傅|大爷|大妈|大叔|大姐|大哥|阿姨|叔叔|老板|老师';

const EMAIL = /[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}/g;
/** Phones, alone or in groups; six digits and more, alone or behind the letters of an id; groups as bank cards are written. */
const NUMBER = new RegExp(
  [
    '(?<!\\d)1[3-9]\\d(?:[ .-]?\\d{4}){2}(?!\\d)',
    // HT 2015 0112, ht.2015.0120
    '(?<![A-Za-z])[A-Za-z]{1,4}(?: ?[-_.] ?| )(?:19|20)\\d\\d(?: ?[-_.] ?| )\\d{4,6}(?!\\d)',
    // HT2015A07
    '[A-Za-z]{1,6}[-_]?\\d{3,}(?:[A-Za-z]{1,2}\\d{1,6})+',
    '(?:[A-Za-z]{1,6}[-_]?)?(?:\\d{3,4}(?:[ .-]\\d{4}){2,4}|\\d{6,}[Xx]?|\\d{3,5}(?:[-_]\\d{1,6}){1,3})',
  ].join('|'),
  'g',
);
const WRITTEN_DAY = /^(?:19|20)\d{2}(?:-?(?:0?[1-9]|1[0-2])(?:-?(?:0?[1-9]|[12]\d|3[01]))?)$/;
const PHONE_START = /^1[3-9]\d/;
const PHONE_DIGITS = 11;
const TITLED = new RegExp(`[${SURNAMES}](?=(?:${TITLES}))`, 'g');
const NAMED = new RegExp(
  `((?:姓名|名字|客户|用户|机主|户主)(?:是|为|叫|：|:)|叫)\\s?[${SURNAMES}]\\p{Script=Han}{1,2}(?!\\p{Script=Han}{0,1}(?:费|机|厅|店))`,
  'gu',
);
const ENGLISH_TITLED = /\b(Mr|Mrs|Ms|Miss)(\.? )[A-Z][a-z]{1,20}(?: [A-Z][a-z]{1,20})?/g;

/**
 * A question without what tells who a customer is: phones, ids, card numbers, contract ids, passwords, addresses of
 * mail, and names beside a title or "客户叫". What stays has the same shape, so that it can be read and learnt from
 * like the question itself: 13812345678 becomes 13800000000. A name that stands alone is not recognised.
 */
export function withoutPersonalData(text: string): string {
  return withoutNames(withoutNumbers(text.replace(EMAIL, 'x@x.x')));
}

/** Numbers are found in whatever digits and separators they are typed: １３８．１２３４．５６７８ is one as 138.1234.5678 is. */
function withoutNumbers(text: string): string {
  const characters = Array.from(text);
  const folded = characters.map(foldedOne).join('');
  for (const { 0: number, index } of folded.matchAll(NUMBER)) {
    for (const [at, kept] of Array.from(nameless(number)).entries())
      if (kept !== number[at]) characters[index + at] = kept;
  }
  return characters.join('');
}

/** A character as plain as it gets, and always one: where it stands must stay the same. */
function foldedOne(character: string): string {
  const plain = character.normalize('NFKC');
  return plain.length === 1 ? plain : character.length === 1 ? character : '\uFFFD';
}

/** A text without names and addresses of mail; its numbers stay. */
export function withoutNames(text: string): string {
  return text
    .replace(EMAIL, 'x@x.x')
    .replace(TITLED, '某')
    .replace(NAMED, '$1某某')
    .replace(ENGLISH_TITLED, '$1$2X');
}

/** The same number with zeros; the first three digits of a phone tell the carrier alone, and stay. */
function nameless(number: string): string {
  const digits = number.match(/\d/g)?.length ?? 0;
  if (digits < 6 || WRITTEN_DAY.test(number)) return number;
  const kept = digits === PHONE_DIGITS && PHONE_START.test(number) ? 3 : 0;
  return number.slice(0, kept) + number.slice(kept).replace(/\d/g, '0').replace(/[Xx]$/, '0');
}
