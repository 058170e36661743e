import { visitXml } from './xml.ts';

export type Font = { readonly name: string; readonly isStruck: boolean };

/** How a cell is drawn, as far as it changes what a person reads in it. */
export type CellStyle = { readonly shows: 'number' | 'day' | 'percent'; readonly font: Font };

export const PLAIN_FONT: Font = { name: '', isStruck: false };
export const PLAIN_STYLE: CellStyle = { shows: 'number', font: PLAIN_FONT };

/** The formats that are not written down in the file (ECMA-376 part 1, 18.8.30, with those of Chinese). */
const BUILT_IN_DATES: readonly number[] = [
  14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58,
];
const BUILT_IN_PERCENTS: readonly number[] = [9, 10];

/** The styles of a workbook, by the number by which its cells name them. */
export function stylesOf(part: Buffer | null): readonly CellStyle[] {
  if (part === null) return [];
  const shows = new Map<number, CellStyle['shows']>([
    ...BUILT_IN_DATES.map((format) => [format, 'day'] as const),
    ...BUILT_IN_PERCENTS.map((format) => [format, 'percent'] as const),
  ]);
  const fonts: Font[] = [];
  const styles: CellStyle[] = [];
  let list: string | null = null;
  visitXml(part, {
    open(name, attribute) {
      if (name === 'fonts' || name === 'cellXfs') list = name;
      if (name === 'numFmt')
        shows.set(Number(attribute('numFmtId')), shownBy(attribute('formatCode') ?? ''));
      if (list === 'fonts' && name === 'font') fonts.push(PLAIN_FONT);
      if (list === 'fonts' && fonts.length > 0)
        fonts.push(fontWith(fonts.pop() ?? PLAIN_FONT, name, attribute('val')));
      if (list === 'cellXfs' && name === 'xf')
        styles.push({
          shows: shows.get(Number(attribute('numFmtId') ?? 0)) ?? 'number',
          font: fonts[Number(attribute('fontId') ?? 0)] ?? PLAIN_FONT,
        });
    },
    close(name) {
      if (name === list) list = null;
    },
  });
  return styles;
}

/** A font with what one element inside of it says; it is called `name` in a style and `rFont` in a text. */
export function fontWith(font: Font, element: string, value: string | null): Font {
  if (element === 'name' || element === 'rFont') return { ...font, name: value ?? '' };
  return element === 'strike'
    ? { ...font, isStruck: value === null || value === '1' || value === 'true' }
    : font;
}

/** What a number format shows: what stands in quotes or brackets is no part of it. */
function shownBy(code: string): CellStyle['shows'] {
  const bare = code.replace(/"[^"]*"|\[[^[\]]*\]|\\./g, '');
  if (bare.includes('%')) return 'percent';
  return /[yd]/i.test(bare) ? 'day' : 'number';
}
