/** The commonest surnames: some nine in ten people in mainland China have one of them. */
const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金贾韦夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤';
const TITLES = '先生|女士|小姐|太太|师傅|大爷|大妈|大叔|大姐|大哥|阿姨|叔叔|老板|老师';

const DIGIT = '[0-9０-９]';
const EMAIL = /[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}/g;
/** Six digits and more, alone or behind the letters of an id; groups as phones and bank cards are written. */
const NUMBER = new RegExp(
  `(?:[A-Za-z]{1,6}[-_]?)?(?:${DIGIT}{3,4}(?:[ .-]${DIGIT}{4}){2,4}|${DIGIT}{3,5}[A-Za-z]{1,2}${DIGIT}{1,6}|${DIGIT}{6,}[Xx]?|${DIGIT}{3,5}(?:[-_]${DIGIT}{1,6}){1,3})`,
  'g',
);
const WRITTEN_DAY = /^(?:19|20)\d{2}(?:-?(?:0?[1-9]|1[0-2])(?:-?(?:0?[1-9]|[12]\d|3[01]))?)$/;
const PHONE_START = /^[1１][3-9３-９][0-9０-９]/;
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
  return withoutNames(text.replace(EMAIL, 'x@x.x').replace(NUMBER, nameless));
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
  const digits = number.match(/[0-9０-９]/g)?.length ?? 0;
  if (digits < 6 || WRITTEN_DAY.test(number)) return number;
  const kept = digits === PHONE_DIGITS && PHONE_START.test(number) ? 3 : 0;
  return (
    number.slice(0, kept) +
    number
      .slice(kept)
      .replace(/[0-9０-９]/g, '0')
      .replace(/[Xx]$/, '0')
  );
}
