import type { Block, Lettering } from './blocks.ts';
import { PALETTE } from './palette.ts';

/** How wide letters are, in hundredths of their size, rounded up: another face than ours may be a little wider. */
const WIDTHS: readonly (readonly [string, number])[] = [
  [" \u00a0',.:;ij|", 28],
  ['!()I[]fl{}', 33],
  ['-rt', 38],
  ['"/\\', 43],
  ['*?sxz', 48],
  ['Yckvy', 53],
  ['#$+0123456789<=>FJLVX^_aeg~', 57],
  ['&BCK', 67],
  ['DGHNU', 72],
  ['OQw', 77],
  ['MW', 88],
  ['%@m', 93],
];
const OF_LETTER = new Map(
  WIDTHS.flatMap(([letters, width]) => [...letters].map((letter) => [letter, width] as const)),
);
const OTHER_ASCII = 62;
/** A Chinese character is as wide as it is high; whatever else there is, is no wider. */
const WIDE = 100;

export function widthOf(text: string, size: number): number {
  let hundredths = 0;
  for (const letter of text) {
    const isAscii = letter.charCodeAt(0) < 0x80;
    hundredths += OF_LETTER.get(letter) ?? (isAscii ? OTHER_ASCII : WIDE);
  }
  return (hundredths * size) / 100;
}

export type Style = {
  readonly size: number;
  readonly width: number;
  readonly colour?: Lettering['colour'];
  readonly isBold?: boolean;
  readonly isCentred?: boolean;
};

const LINE_HEIGHT = 1.35;
/** Where a line of text stands, below its top. */
const RISE = 1.02;

/** The text as a block of lines that fit into a width. */
export function paragraph(text: string, style: Style): Block {
  const { size, width, isCentred = false } = style;
  const lines = isCentred ? evenLines(text, size, width) : linesOf(text, size, width);
  return {
    height: lines.length * size * LINE_HEIGHT,
    marks: lines.map((line, index) =>
      lettering(line, {
        ...style,
        x: isCentred ? width / 2 : 0,
        y: (index * LINE_HEIGHT + RISE) * size,
      }),
    ),
  };
}

/** One line, made smaller where it would be wider than its place. */
export function oneLine(text: string, style: Style): Block {
  if (text === '') return { height: style.size * LINE_HEIGHT, marks: [] };
  const size = fittingSize(text, style);
  return {
    height: style.size * LINE_HEIGHT,
    marks: [
      lettering(text, {
        ...style,
        size,
        x: style.isCentred === true ? style.width / 2 : 0,
        y: RISE * style.size,
      }),
    ],
  };
}

function fittingSize(text: string, { size, width }: Style): number {
  return Math.min(size, Math.floor((10 * width) / Math.max(widthOf(text, 1), 1)) / 10);
}

export function lettering(
  text: string,
  { x, y, size, colour, isBold, isCentred }: Omit<Style, 'width'> & { x: number; y: number },
): Lettering {
  return {
    kind: 'text',
    x,
    y,
    text,
    size,
    colour: colour ?? PALETTE.ink,
    isBold: isBold ?? false,
    isCentred: isCentred ?? false,
  };
}

/** As few lines as fit, filled from the first. */
export function linesOf(text: string, size: number, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of piecesOf(text, size, width)) {
    if (line.trim() !== '' && widthOf((line + piece).trim(), size) > width) {
      lines.push(line.trim());
      line = '';
    }
    line += piece;
  }
  return [...lines, line.trim()].filter((one) => one !== '');
}

/** As few lines as fit, about equally long: a heading of one long line and one lone letter reads badly. */
function evenLines(text: string, size: number, width: number): readonly string[] {
  const fewest = linesOf(text, size, width);
  let best = fewest;
  const longestWord = Math.max(...wordsOf(text).map((word) => widthOf(word.trim(), size)));
  for (let narrower = width - size / 2; narrower >= longestWord; narrower -= size / 2) {
    const lines = linesOf(text, size, narrower);
    if (lines.length > fewest.length) break;
    best = lines;
  }
  return best;
}

const WORDS = new Intl.Segmenter('zh', { granularity: 'word' });
const CLINGS_TO_WHAT_IS_BEFORE = /^[\u00a0,.;:!?)\]}%，。；：！？、）》」』】·…]/;
/** Numbers keep their unit (200元, 第1版). */
const CLINGS_TO_WHAT_COMES = /[\u00a0([{（《「『【\d第]$/;

/** The words of a text, Chinese ones too, each with the marks that may not stand apart from it. */
export function wordsOf(text: string): readonly string[] {
  const words: string[] = [];
  for (const { segment } of WORDS.segment(text)) {
    const before = words.at(-1);
    const clings =
      before !== undefined &&
      (CLINGS_TO_WHAT_IS_BEFORE.test(segment) || CLINGS_TO_WHAT_COMES.test(before));
    if (clings) words[words.length - 1] = before + segment;
    else words.push(segment);
  }
  return words;
}

/** A word that is wider than the line is broken anywhere. */
function piecesOf(text: string, size: number, width: number): readonly string[] {
  return wordsOf(text).flatMap((word) => (widthOf(word, size) > width ? [...word] : [word]));
}
