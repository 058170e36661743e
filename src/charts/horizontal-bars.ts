import { type Block, box, type Mark, stacked } from './blocks.ts';
import { INNER, SMALL, TEXT } from './chart.ts';
import { lettering, paragraph, widthOf } from './lettering.ts';
import { type Colour, PALETTE } from './palette.ts';

/** One bar: what it stands for, how long it is in one or two colours, and the number at its end. */
export type BarRow = {
  readonly name: string;
  readonly parts: readonly {
    readonly value: number;
    readonly fill: Colour;
    readonly what: string;
  }[];
  readonly number: string;
};

const BAR_HEIGHT = 40;
const NAMES = 0.38;
const GAP = 16;
/** A value of one among thousands is still seen. */
const THINNEST = 6;

/** Bars under each other with their names at the left, as long as their values compare. */
export function horizontalBars(heading: string, rows: readonly BarRow[]): Block {
  const most = Math.max(1, ...rows.map(({ parts }) => sumOf(parts)));
  const widest = Math.max(...rows.map(({ number }) => widthOf(number, TEXT)), 0);
  const room = INNER * (1 - NAMES) - GAP - widest;
  return stacked(
    [
      paragraph(heading, { size: TEXT, width: INNER, isBold: true }),
      ...rows.map((row) => barRow(row, room / most)),
    ],
    12,
  );
}

function barRow({ name, parts, number }: BarRow, pixelsOfOne: number): Block {
  const label = paragraph(name, { size: SMALL, width: INNER * NAMES - GAP });
  const height = Math.max(label.height, BAR_HEIGHT);
  const marks: Mark[] = label.marks.map((mark) => ({
    ...mark,
    y: mark.y + (height - label.height) / 2,
  }));
  let x = INNER * NAMES;
  for (const { value, fill, what } of parts) {
    if (value === 0) continue;
    const width = Math.max(THINNEST, value * pixelsOfOne);
    const y = (height - BAR_HEIGHT) / 2;
    marks.push(box({ x, y, width, height: BAR_HEIGHT, fill, name: `${name} ${what} ${value}` }));
    x += width;
  }
  const numberAt = { x: x + (x === INNER * NAMES ? 0 : GAP / 2), y: height / 2 + TEXT * 0.36 };
  marks.push(lettering(number, { ...numberAt, size: TEXT, isBold: true, colour: PALETTE.ink }));
  return { height, marks };
}

function sumOf(parts: BarRow['parts']): number {
  return parts.reduce((sum, { value }) => sum + value, 0);
}
