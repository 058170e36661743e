import type { Language } from '../bilingual.ts';
import { type Block, onGround, shifted, sideBySide, stacked } from './blocks.ts';
import { INNER, SMALL, SMALLEST, TEXT } from './chart.ts';
import { paragraph, widthOf, wordsOf } from './lettering.ts';
import { cellOf } from './level-signs.ts';
import type { Group, Matrix, Row } from './matrix-chart.ts';
import { PALETTE } from './palette.ts';

const PADDING = 12;
const BAND = INNER - 2 * PADDING;
const GAP = 8;
const NARROWEST = 96;
const GROUP_GAP = 14;
/** The outlets are named again above a row that would stand too far from their names. */
const FAR = 1400;

type Columns = {
  readonly from: number;
  readonly to: number;
  readonly width: number;
  readonly headingSize: number;
};

/** The matrix as blocks: one where all outlets fit beside each other, else one for each part of them. */
export function gridOf(matrix: Matrix, language: Language): readonly Block[] {
  const { outlets } = matrix;
  const headingSize =
    HEADING_SIZES.find((size) => outlets.length <= columnsAt(outlets, size)) ?? PART_HEADING_SIZE;
  const parts = Math.ceil(outlets.length / columnsAt(outlets, headingSize));
  const inPart = Math.ceil(outlets.length / parts);
  const width = (BAND + GAP) / inPart - GAP;
  return Array.from({ length: parts }, (_, part) => {
    const from = part * inPart;
    const to = Math.min(from + inPart, outlets.length);
    const grid = partOf(matrix, { from, to, width, headingSize });
    if (parts === 1) return grid;
    const which =
      language === 'zh'
        ? `网点 ${from + 1}–${to}（共${outlets.length}类）`
        : `Outlets ${from + 1} to ${to} of ${outlets.length}`;
    return stacked([paragraph(which, { size: TEXT, width: INNER, isBold: true }), grid], 8);
  });
}

const HEADING_SIZES = [30, SMALL, 26, SMALLEST];
const PART_HEADING_SIZE = 26;

/** How many columns leave room for the longest word of a heading. */
function columnsAt(outlets: readonly string[], size: number): number {
  const words = outlets.flatMap(wordsOf).map((word) => widthOf(word.trim(), size));
  // A word that is longer than a fifth of the width is broken, where it must.
  const widest = Math.min(BAND / 5 - GAP, Math.max(NARROWEST, ...words));
  return Math.floor((BAND + GAP) / (widest + GAP));
}

function partOf(matrix: Matrix, columns: Columns): Block {
  const headings = headingsOf(matrix.outlets.slice(columns.from, columns.to), columns);
  const blocks: Block[] = [];
  let sinceHeadings = Number.POSITIVE_INFINITY;
  for (const block of matrix.groups.flatMap((group) => rowsOf(group, matrix.outlets, columns))) {
    if (sinceHeadings + block.height > FAR) {
      blocks.push(stacked([{ height: blocks.length === 0 ? 0 : GROUP_GAP, marks: [] }, headings]));
      sinceHeadings = 0;
    }
    blocks.push(block);
    sinceHeadings += block.height;
  }
  return stacked(blocks);
}

function headingsOf(outlets: readonly string[], { width, headingSize }: Columns): Block {
  const names = outlets.map((name) =>
    paragraph(name, { size: headingSize, width, isCentred: true, isBold: true }),
  );
  // They stand on one line, just above their columns.
  const height = Math.max(0, ...names.map((name) => name.height));
  const standing = names.map((name) => ({
    height,
    marks: shifted(name.marks, 0, height - name.height),
  }));
  const { marks } = sideBySide(standing, width + GAP);
  return { height, marks: shifted(marks, PADDING, 0) };
}

/** The rows of a group, its name over the first one. */
function rowsOf({ name, rows }: Group, outlets: readonly string[], columns: Columns): Block[] {
  const words = paragraph(name, { size: TEXT, width: BAND, isBold: true, colour: PALETTE.onDark });
  const heading = stacked([
    { height: GROUP_GAP, marks: [] },
    onGround(words, { width: INNER, padding: 8, inset: PADDING, fill: PALETTE.ink, round: 8 }),
  ]);
  return rows.map((row, index) => {
    const fill = index % 2 === 0 ? PALETTE.band : PALETTE.ground;
    const cells = onGround(rowOf(row, outlets, columns), { width: INNER, padding: PADDING, fill });
    return index === 0 ? stacked([heading, cells]) : cells;
  });
}

/** The name over its cells: beside them, a long name would leave no room for either. */
function rowOf({ name, verdicts }: Row, outlets: readonly string[], columns: Columns): Block {
  const { from, to, width } = columns;
  const cells = verdicts
    .slice(from, to)
    .map((verdict, index) => cellOf(verdict, width, `${name} · ${outlets[from + index]}`));
  return stacked([paragraph(name, { size: TEXT, width: BAND }), sideBySide(cells, width + GAP)], 4);
}
