import { type Block, shifted, stacked } from './blocks.ts';
import { paragraph, widthOf } from './lettering.ts';
import { PALETTE } from './palette.ts';
import { type Page, svgOf } from './svg.ts';

/** A picture, and what it says for those who do not see it. Sizes in pixels. */
export type Chart = {
  readonly svg: string;
  readonly alt: string;
  readonly width: number;
  readonly height: number;
};

/** The width of a phone's screen in its own pixels. Letters below 24 would be too small to read there. */
export const WIDTH = 1080;
export const MARGIN = 40;
/** The width between the margins. */
export const INNER = WIDTH - 2 * MARGIN;
export const TITLE = 52;
export const TEXT = 34;
export const SMALL = 28;
export const SMALLEST = 24;

/** The blocks under each other on a page, with a title above and small print below. */
export function pageOf(blocks: readonly Block[]): Page {
  const { height, marks } = stacked(blocks, 28);
  return {
    width: WIDTH,
    height: Math.ceil(height + 2 * MARGIN),
    marks: shifted(marks, MARGIN, MARGIN),
  };
}

export function headOf(title: string, under: string): Block {
  return stacked(
    [
      paragraph(asHeading(title), { size: TITLE, width: INNER, isBold: true }),
      paragraph(under, { size: TEXT, width: INNER }),
    ],
    6,
  );
}

/** Names are written as they stand within a sentence; here they stand alone. */
export function asHeading(name: string): string {
  const [first = '', ...rest] = name;
  return first.toUpperCase() + rest.join('');
}

/** Signs with their words, in as many lines as they need. */
export function legendOf(
  entries: readonly { readonly sign: Block; readonly signWidth: number; readonly words: string }[],
): Block {
  const lines: Block[] = [];
  let [line, right]: [Block, number] = [{ height: 0, marks: [] }, 0];
  for (const { sign, signWidth, words } of entries) {
    const indent = signWidth + 16;
    const text = paragraph(words, { size: TEXT, width: INNER - indent });
    const width = indent + Math.min(widthOf(words, TEXT), INNER - indent);
    if (right > 0 && right + width > INNER) {
      lines.push(line);
      [line, right] = [{ height: 0, marks: [] }, 0];
    }
    const height = Math.max(sign.height, text.height);
    const entry = [
      ...shifted(sign.marks, 0, (height - sign.height) / 2),
      ...shifted(text.marks, indent, (height - text.height) / 2),
    ];
    line = {
      height: Math.max(line.height, height),
      marks: [...line.marks, ...shifted(entry, right, 0)],
    };
    right += width + 40;
  }
  return stacked([...lines, line], 10);
}

export function smallPrint(lines: readonly string[]): Block {
  return stacked(
    lines.map((line) => paragraph(line, { size: SMALL, width: INNER, colour: PALETTE.quiet })),
    8,
  );
}

export function chartOf(page: Page, alt: string): Chart {
  return { svg: svgOf(page, alt), alt, width: page.width, height: page.height };
}
