import type PDFDocument from 'pdfkit';
import type { Faces, Weight } from './faces.ts';
import { linesOf } from './lines.ts';

// A4, in points.
const MARGIN = 54;
const FOOT = 30;
/** Print in black and one grey: it is copied, and faxed. */
export const INK = '#14181f';
export const QUIET = '#464d58';
export const RULE = '#c3cad4';
export const BAND = '#f1f4f8';

export type Style = {
  readonly size: number;
  readonly weight: Weight;
  readonly colour: string;
};

/** How far the next line stands below a line: Chinese needs more air than Latin. */
export const LEADING = 1.5;
/** Where letters stand within their line. */
const RISE = 1.08;

/** A pile of pages, written from the top to the bottom. */
export type Sheet = {
  readonly width: number;
  /** Goes on below what was written, at a distance. */
  readonly skip: (distance: number) => void;
  /** How high the rest of the page is. */
  readonly rest: () => number;
  readonly top: () => number;
  readonly isAtTop: () => boolean;
  readonly newPage: () => void;
  readonly linesOf: (text: string, width: number, style: Style) => readonly string[];
  /** Writes one line into the page; what is below stays where it is. */
  readonly write: (
    line: string,
    at: { readonly x: number; readonly y: number },
    style: Style,
  ) => void;
  readonly fill: (area: Area, colour: string) => void;
  readonly rule: (y: number, from?: number, to?: number) => void;
  readonly mark: (title: string) => void;
};

type Area = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

export function openSheet(doc: PDFDocument, faces: Faces): Sheet {
  const page = { size: 'A4', margin: 0 } as const;
  doc.addPage(page);
  const { width, height } = doc.page;
  const bottom = height - MARGIN - FOOT;
  let y = MARGIN;

  return {
    width: width - 2 * MARGIN,
    skip: (distance) => {
      y += distance;
    },
    rest: () => bottom - y,
    top: () => y,
    isAtTop: () => y === MARGIN,
    newPage: () => {
      doc.addPage(page);
      y = MARGIN;
    },
    linesOf: (text, across, style) => linesOf(text, across, (words) => faces.widthOf(words, style)),
    write: (line, at, style) => writeLine(doc, faces, { line, style, x: MARGIN + at.x, y: at.y }),
    fill: (area, colour) => {
      doc.rect(MARGIN + area.x, area.y, area.width, area.height).fill(colour);
    },
    rule: (at, from = 0, to = width - 2 * MARGIN) => {
      doc.lineWidth(0.6).strokeColor(RULE);
      doc
        .moveTo(MARGIN + from, at)
        .lineTo(MARGIN + to, at)
        .stroke();
    },
    mark: (title) => {
      doc.outline.addItem(title);
    },
  };
}

/** Numbers the pages once all of them are there. */
export function writeFeet(
  doc: PDFDocument,
  faces: Faces,
  {
    foot,
    pageWords,
  }: { readonly foot: string; readonly pageWords: (page: number, of: number) => string },
): void {
  const style: Style = { size: 8.5, weight: 'regular', colour: QUIET };
  const { count } = doc.bufferedPageRange();
  for (let index = 0; index < count; index += 1) {
    doc.switchToPage(index);
    const y = doc.page.height - MARGIN - FOOT + 14;
    const number = pageWords(index + 1, count);
    const right = doc.page.width - MARGIN - faces.widthOf(number, style);
    const [line = ''] = linesOf(foot, right - MARGIN - 20, (words) => faces.widthOf(words, style));
    doc.lineWidth(0.6).strokeColor(RULE);
    doc
      .moveTo(MARGIN, y)
      .lineTo(doc.page.width - MARGIN, y)
      .stroke();
    writeLine(doc, faces, { line, style, x: MARGIN, y: y + 4 });
    writeLine(doc, faces, { line: number, style, x: right, y: y + 4 });
  }
}

type Line = {
  readonly line: string;
  readonly style: Style;
  readonly x: number;
  readonly y: number;
};

function writeLine(doc: PDFDocument, faces: Faces, { line, style, x, y }: Line): void {
  let at = x;
  for (const { font, text } of faces.runsOf(line, style.weight)) {
    doc.font(font).fontSize(style.size).fillColor(style.colour);
    doc.text(text, at, y + style.size * RISE, { lineBreak: false, baseline: 'alphabetic' });
    at += faces.widthOf(text, style);
  }
}
