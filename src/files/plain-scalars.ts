/** What a plain file holds: nothing that YAML could not also say in JSON. */
export type PlainValue =
  | string
  | number
  | boolean
  | null
  | readonly PlainValue[]
  | { readonly [key: string]: PlainValue };

const KEY = /^(?!(?:null|true|false)$)[a-z][\w.-]{0,63}$/i;
const SAID = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
]);
const NUMBER = /^(?:0|-?[1-9]\d{0,8})(?:\.\d{1,6})?$/;
/** A text of such characters may be a number to YAML: 007, 1e3, 0x1f. A day is none. */
const LIKE_A_NUMBER = /^\d[-+.\da-fox_]*$/i;
const DAY = /^\d{4}-\d\d-\d\d$/;
/** Everything that begins in another way, or looks like true, false or null, is no text without quotes. */
const TEXT = /^(?!(?:null|true|false)$)[a-z<(\d\u00a1-\u{10ffff}]/iu;
const MARKS = /:(?: |$)| #| $/;
const QUOTED = /"([^"\\]*(?:\\["\\][^"\\]*)*)"|'([^']*(?:''[^']*)*)'/y;

const keysSeen = new Map<string, boolean>();
/** Keys are a few words that are repeated thousands of times. */
const KEYS_REMEMBERED = 500;

/** Whether this is a key of letters and digits, which YAML reads as it stands there. */
export function isPlainKey(written: string): boolean {
  const seen = keysSeen.get(written);
  if (seen !== undefined) return seen;
  const isKey = KEY.test(written);
  if (keysSeen.size < KEYS_REMEMBERED) keysSeen.set(written, isKey);
  return isKey;
}

/** What YAML reads where this stands without quotes; undefined where that takes more than a look to say. */
export function plainScalar(written: string): string | number | boolean | null | undefined {
  if (NUMBER.test(written)) return Number(written);
  if (!TEXT.test(written) || MARKS.test(written)) return SAID.get(written);
  return LIKE_A_NUMBER.test(written) && !DAY.test(written) ? undefined : written;
}

/** The text in quotes that begins at a place, and where it ends; undefined where a mark in it has another meaning. */
export function quotedAt(
  line: string,
  at: number,
): { readonly text: string; readonly end: number } | undefined {
  QUOTED.lastIndex = at;
  const [whole, double, single] = QUOTED.exec(line) ?? [];
  if (whole === undefined) return undefined;
  const text = double?.replace(/\\(.)/g, '$1') ?? single?.replaceAll("''", "'") ?? '';
  return { text, end: at + whole.length };
}
