/** What must not be kept, and was found in a text. */
export type Found = 'identity-number' | 'password' | 'bank-card' | 'phone';

export type Screened = {
  readonly found: readonly Found[];
  /** The text without it, which may be kept: phones as 138****1234, the rest as ***. */
  readonly masked: string;
  /** Whether it is to be refused, and its message deleted: all but a phone. */
  readonly isRefused: boolean;
};

type Hit = { readonly kind: Found; readonly from: number; readonly to: number };

/**
 * What a text gives away of a customer. Numbers of forms, tickets and recordings, serial numbers, days and amounts pass:
 * a case is worth nothing without them. `isNumberField`: the text stands where a form number is asked for.
 */
export function screened(text: string, { isNumberField = false } = {}): Screened {
  const plain = plainDigits(text);
  const hits = [
    ...passwordsIn(plain),
    ...identitiesIn(plain, isNumberField),
    ...cardsIn(plain, isNumberField),
    ...phonesIn(plain, isNumberField),
  ].filter(isFirst);
  return {
    found: [...new Set(hits.map(({ kind }) => kind))],
    masked: masked(text, plain, hits),
    isRefused: hits.some(({ kind }) => kind !== 'phone'),
  };
}

/** Full-width digits, letters and what sets them apart as narrow ones; every character keeps its place. */
function plainDigits(text: string): string {
  return text
    .replace(/[０-９Ａ-Ｚａ-ｚ：＝－．]/g, (wide) =>
      String.fromCharCode(wide.charCodeAt(0) - 0xfee0),
    )
    .replaceAll('\u3000', ' ');
}

/** What was found first covers what lies over it: a password of eleven digits is no phone. */
function isFirst(hit: Hit, index: number, hits: readonly Hit[]): boolean {
  return !hits.slice(0, index).some(({ from, to }) => from < hit.to && hit.from < to);
}

function masked(text: string, plain: string, hits: readonly Hit[]): string {
  let shown = '';
  let at = 0;
  for (const { kind, from, to } of hits.toSorted((one, other) => one.from - other.from)) {
    const digits = plain.slice(from, to).replace(/\D/g, '');
    shown += text.slice(at, from);
    shown += kind === 'phone' ? `${digits.slice(0, 3)}****${digits.slice(-4)}` : '***';
    at = to;
  }
  return shown + text.slice(at);
}

/** A word for a password, up to nine characters between, and something with a digit in it. */
const PASSWORD =
  /(?:密码|口令|验证码|mima|password|passcode|passwd|\bpwd|\bpin|verification code|service code)(?:\s{0,3}(?:就是|改成|改为|设为|设成|是|为|叫|is|was|to|:|=|,|，|“|"|'|`)){0,3}\s{0,3}(?=[A-Za-z]{0,15}\d)([A-Za-z0-9@#$!_.]{4,20})(?![A-Za-z0-9])/giu;
const PASSWORD_BEHIND =
  /(?<![A-Za-z0-9])(\d{6,8})\s{0,3}(?:就是|是|is)\s{0,3}(?:我|他|她|客户|机主|用户|原机主|his|her|the|my|customer'?s?|'s|\s){0,3}的?(?:service\s|服务|查询)?\s{0,3}(?:密码|口令|password|passcode)/giu;
const HAN_PASSWORD = /(?:密码|口令)(?:就是|是|为|:|：)?([零〇幺一二三四五六七八九]{6})/gu;
/** A day is no password: "the password was changed on 2015-01-12". */
const DAY = /^(?:19|20)\d{2}[-/.年]\d/;

function passwordsIn(plain: string): readonly Hit[] {
  return [PASSWORD, PASSWORD_BEHIND, HAN_PASSWORD].flatMap((pattern) =>
    hitsOf('password', plain, pattern).filter(({ from }) => !DAY.test(plain.slice(from))),
  );
}

const IDENTITY =
  /(?:(?<=(?:^|[^A-Za-z])(?:id|sfz|sfzh))|(?<![A-Za-z0-9-]))\d{6}[ -]?\d{4}[ -]?\d{4}[ -]?\d{3}[\dXx](?![A-Za-z0-9])/gi;
const OLD_IDENTITY = /(?<![A-Za-z0-9-])\d{15}(?![A-Za-z0-9])/g;
const PASSPORT = /(?<![A-Za-z0-9-])(?:[EGDSPHM]\d{8}|E[A-Z]\d{7})(?![A-Za-z0-9])/gi;
const NEAR = 14;
const IDENTITY_WORD =
  /(?:身份证|证件|护照|通行证|身份号|(?<![A-Za-z])id|sfzh?|identity|passport)[^\d。；;]{0,12}$/iu;
const SERIAL_WORD =
  /(?:流水|单号|工单|编号|受理|订单|录音|票据|凭证号|回执|form|ticket|serial|order|receipt|recording|reference|\bref\b)[^\d。；;]{0,12}$/iu;
/** A recorder names its files by the phone: "recording" alone does not make a serial number of one. */
const PHONE_LIKE_SERIAL =
  /(?:流水|单号|工单|编号|受理|订单|票据|凭证号|回执|form|ticket|serial|order|receipt|reference|\bref\b)[^\d。；;]{0,12}$/iu;
const CARD_WORD = /(?:银行卡|卡号|信用卡|储蓄卡|账号|\bcard|account)[^\d。；;]{0,12}$/iu;

function identitiesIn(plain: string, isNumberField: boolean): readonly Hit[] {
  const before = (from: number): string => plain.slice(Math.max(0, from - NEAR), from);
  const isNamed = ({ from }: Hit): boolean => IDENTITY_WORD.test(before(from));
  const isSerial = ({ from }: Hit): boolean => isNumberField || SERIAL_WORD.test(before(from));
  return [
    ...hitsOf('identity-number', plain, IDENTITY).filter((hit) => {
      const number = plain.slice(hit.from, hit.to).replace(/[ -]/g, '').toUpperCase();
      if (isNamed(hit)) return true;
      // A serial number may hold a place and a day, too; that its last digit fits as well is one in eleven.
      return hasPlaceAndBirth(number) && (hasCheckDigit(number) || !isSerial(hit));
    }),
    ...hitsOf('identity-number', plain, OLD_IDENTITY).filter(isNamed),
    ...hitsOf('identity-number', plain, PASSPORT).filter((hit) => isNamed(hit)),
  ];
}

/** GB 11643: place, day of birth, order, check digit. */
function hasPlaceAndBirth(number: string): boolean {
  const province = Number(number.slice(0, 2));
  const year = Number(number.slice(6, 10));
  const month = Number(number.slice(10, 12));
  const day = Number(number.slice(12, 14));
  const isPlace = (province >= 11 && province <= 65) || [71, 81, 82, 83].includes(province);
  return (
    isPlace && year >= 1900 && year <= 2099 && month >= 1 && month <= 12 && day >= 1 && day <= 31
  );
}

function hasCheckDigit(number: string): boolean {
  const sum = [...number.slice(0, 17)].reduce(
    (so, digit, index) => so + Number(digit) * 2 ** (17 - index),
    0,
  );
  return '10X98765432'[sum % 11] === number[17];
}

const CARD =
  /(?<![A-Za-z0-9-])(?:\d{4}[ -]){3}\d{1,7}(?![A-Za-z0-9])|(?<![A-Za-z0-9-])\d{16,19}(?![A-Za-z0-9])/g;
/** UnionPay, Visa, Mastercard, American Express and JCB. */
const ISSUER = /^(?:62|4|5[1-5]|3[457])/;

function cardsIn(plain: string, isNumberField: boolean): readonly Hit[] {
  return hitsOf('bank-card', plain, CARD).filter(({ from, to }) => {
    const number = plain.slice(from, to).replace(/\D/g, '');
    const before = plain.slice(Math.max(0, from - NEAR), from);
    if (number.length < 15 || number.length > 19) return false;
    if (CARD_WORD.test(before)) return true;
    if (isNumberField || SERIAL_WORD.test(before)) return false;
    return ISSUER.test(number) && passesLuhn(number);
  });
}

function passesLuhn(number: string): boolean {
  const sum = [...number].reverse().reduce((so, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return so + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

const MOBILE =
  /(?:(?<=(?:^|[^A-Za-z])(?:tel|phone|mobile|call|dh|sj|sjh))|(?<![A-Za-z0-9*-]))(?:(?:\+|00)86[ -]?)?(1[3-9]\d(?:\d{8}|[ .-]\d{4}[ .-]\d{4}))(?![A-Za-z0-9])/gi;
const LANDLINE = /(?<![A-Za-z0-9-])(0[1-9]\d{1,2}[ -]?\d{7,8})(?![A-Za-z0-9-])/g;

function phonesIn(plain: string, isNumberField: boolean): readonly Hit[] {
  return (isNumberField ? [MOBILE] : [MOBILE, LANDLINE])
    .flatMap((pattern) => hitsOf('phone', plain, pattern))
    .filter(({ from }) => !PHONE_LIKE_SERIAL.test(plain.slice(Math.max(0, from - NEAR), from)));
}

function hitsOf(kind: Found, plain: string, pattern: RegExp): readonly Hit[] {
  return [...plain.matchAll(pattern)].map((match) => {
    const part = match[1] ?? match[0];
    const from = match.index + match[0].lastIndexOf(part);
    return { kind, from, to: from + part.length };
  });
}
