import type { Level } from '../policy/policy.ts';
import { folded } from './folding.ts';

/** How a sheet writes each level: the trade's sign first, then what looks like it in other fonts, then words. */
const SIGNS: Readonly<Record<Level, readonly string[]>> = {
  main: ['√', '✓', '✔', '☑', '✅', '主推', 'main'],
  optional: ['★', '☆', '⭐', '✩', '可选', 'optional'],
  secondary: ['o', '0', '○', '〇', '◯', '⚪', 'О', 'ο', '非主推', 'secondary'],
};

/** The sign that the trade writes for a level. */
export const SIGN_OF: Readonly<Record<Level, string>> = {
  main: '√',
  optional: '★',
  secondary: 'O',
};

const LEVEL_OF = new Map(
  (['main', 'optional', 'secondary'] as const).flatMap((level) =>
    SIGNS[level].map((sign) => [folded(sign), level] as const),
  ),
);

/** The level that a cell shows, or null. A sign with its word (`√主推`, `★（可选）`) is one where both agree. */
export function levelOf(text: string): Level | null {
  // A picture's variant selector does not change the sign.
  const plain = folded(text).replace(/[\ufe0e\ufe0f()]/g, '');
  const level = LEVEL_OF.get(plain);
  if (level !== undefined) return level;
  const [sign = ''] = plain;
  const [one, other] = [LEVEL_OF.get(sign), LEVEL_OF.get(plain.slice(sign.length))];
  return one !== undefined && one === other ? one : null;
}

/** Whether a text explains the signs (`√主推 ★可选 O非主推`) in place of using them. */
export function isLegend(text: string): boolean {
  const plain = folded(text);
  return (plain.includes('非主推') && plain.includes('可选')) || isLegendLine(plain);
}

/** One sign and its word, `○：可选`: a legend that is written one line a sign. */
export function isLegendLine(plain: string): boolean {
  return plain.length <= 12 && LINE.test(plain);
}

const LINE =
  /^[^\p{L}\p{N}]?[o0]?[^\p{L}\p{N}]{0,3}(?:表示|代表|为|是)?[^\p{L}\p{N}]{0,3}(?:非主推|主推|可选)$/u;
