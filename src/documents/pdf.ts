import PDFDocument from 'pdfkit';
import type { Language } from '../bilingual.ts';
import type { Paper, Part } from '../paper.ts';
import { embedFaces } from './faces.ts';
import { writablePaper } from './letters.ts';
import {
  BAND,
  INK,
  LEADING,
  openSheet,
  QUIET,
  type Sheet,
  type Style,
  writeFeet,
} from './sheet.ts';
import { writeTable } from './table.ts';
import { wordsIn } from './words-in.ts';

const TITLE: Style = { size: 19, weight: 'bold', colour: INK };
const HEADINGS: Readonly<Record<1 | 2, Style>> = {
  1: { size: 13.5, weight: 'bold', colour: INK },
  2: { size: 11, weight: 'bold', colour: INK },
};
const BODY: Style = { size: 10, weight: 'regular', colour: INK };
const SMALL: Style = { size: 8.5, weight: 'regular', colour: QUIET };
const GAP = 6;
const INDENT = 14;

const PAGE: Readonly<Record<Language, (page: number, of: number) => string>> = {
  zh: (page, of) => `第${page}页，共${of}页`,
  en: (page, of) => `Page ${page} of ${of}`,
};
/** The licence asks for its name where the face is passed on. */
const COLOPHON: Readonly<Record<Language, string>> = {
  zh: '字体：思源黑体（Noto Sans SC），SIL开放字体许可证1.1（OFL 1.1），已嵌入所用字符。',
  en: 'Typeface: Noto Sans SC, SIL Open Font License 1.1 (OFL 1.1); the characters used are embedded.',
};

/** The paper as PDF: A4, every letter embedded, text that can be searched and copied. */
export async function pdfOf(given: Paper): Promise<Uint8Array> {
  const paper = writablePaper(given);
  const { title, language, foot, madeAt } = paper;
  const doc = new PDFDocument({
    ...{ size: 'A4', margin: 0, bufferPages: true, autoFirstPage: false },
    ...{ displayTitle: true, pdfVersion: '1.7', lang: language === 'zh' ? 'zh-CN' : 'en' },
    info: {
      ...{ Title: title, Creator: 'Retention Desk', Producer: 'Retention Desk (PDFKit)' },
      ...{ CreationDate: new Date(madeAt), ModDate: new Date(madeAt) },
    },
  });
  const bytes = bytesOf(doc);
  const written = [COLOPHON[language], PAGE[language](1_234_567_890, 1), ...wordsIn(paper)];
  const faces = await embedFaces(doc, written.join(''));
  const sheet = openSheet(doc, faces);
  writeText(sheet, title, TITLE);
  sheet.skip(GAP);
  for (const part of paper.parts) writePart(sheet, part);
  sheet.skip(GAP * 2);
  writeText(sheet, COLOPHON[language], SMALL);
  writeFeet(doc, faces, { foot, pageWords: PAGE[language] });
  doc.end();
  return bytes;
}

function writePart(sheet: Sheet, part: Part): void {
  if (part.kind === 'page') {
    if (!sheet.isAtTop()) sheet.newPage();
    return;
  }
  if (part.kind === 'heading') {
    writeHeading(sheet, part);
    return;
  }
  if (part.kind === 'text') writeText(sheet, part.text, part.isQuiet === true ? SMALL : BODY);
  if (part.kind === 'quote') writeQuote(sheet, part.text);
  if (part.kind === 'list') for (const item of part.items) writeItem(sheet, item);
  if (part.kind === 'pairs') writeTable(sheet, { head: null, rows: part.pairs, shares: [28, 72] });
  if (part.kind === 'table') writeTable(sheet, part);
  sheet.skip(GAP);
}

/** A heading never stands alone at the foot of a page. */
const WITH_HEADING = 4 * LEADING * 10;

function writeHeading(sheet: Sheet, { level, text }: Extract<Part, { kind: 'heading' }>): void {
  const style = HEADINGS[level];
  const lines = sheet.linesOf(text, sheet.width, style);
  if (!sheet.isAtTop()) sheet.skip(level === 1 ? GAP * 2 : GAP);
  if (sheet.rest() < lines.length * style.size * LEADING + WITH_HEADING && !sheet.isAtTop())
    sheet.newPage();
  if (level === 1) sheet.mark(text);
  writeText(sheet, text, style);
  if (level === 1) sheet.rule(sheet.top() + 1);
  sheet.skip(GAP * 0.8);
}

function writeText(sheet: Sheet, text: string, style: Style, indent = 0): void {
  const height = style.size * LEADING;
  for (const line of sheet.linesOf(text, sheet.width - indent, style)) {
    if (sheet.rest() < height) sheet.newPage();
    sheet.write(line, { x: indent, y: sheet.top() }, style);
    sheet.skip(height);
  }
}

function writeItem(sheet: Sheet, item: string): void {
  if (sheet.rest() < BODY.size * LEADING) sheet.newPage();
  sheet.write('·', { x: INDENT / 3, y: sheet.top() }, { ...BODY, weight: 'bold' });
  writeText(sheet, item, BODY, INDENT);
}

/** On a band, with a bar at its left: these are somebody's words. */
function writeQuote(sheet: Sheet, text: string): void {
  const height = BODY.size * LEADING;
  const band = (high: number): void => {
    const y = sheet.top();
    sheet.fill({ x: 0, y, width: sheet.width, height: high }, BAND);
    sheet.fill({ x: 0, y, width: 3, height: high }, QUIET);
  };
  const lines = sheet.linesOf(text, sheet.width - 2 * INDENT, BODY);
  for (let at = 0; at < lines.length; ) {
    if (sheet.rest() < height + GAP) sheet.newPage();
    const onPage = lines.slice(at, at + Math.floor((sheet.rest() - GAP) / height));
    band(onPage.length * height + GAP);
    sheet.skip(GAP / 2);
    for (const line of onPage) {
      sheet.write(line, { x: INDENT, y: sheet.top() }, BODY);
      sheet.skip(height);
    }
    sheet.skip(GAP / 2);
    at += onPage.length;
  }
}

async function bytesOf(doc: PDFDocument): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of doc) chunks.push(chunk);
  return Buffer.concat(chunks);
}
