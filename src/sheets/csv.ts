import { type Cell, checkCount, checkPlace, createSheet, type Sheet } from './grid.ts';
import { LIMITS, refused } from './limits.ts';

/**
 * Reads comma-separated values as RFC 4180 has them, with line ends of any kind. Where no comma stands in the text,
 * tabs part the fields: that is what spreadsheets call Unicode text. A row's number is the one that a spreadsheet shows,
 * in which a field with line breaks is one cell.
 */
export function readCsv(text: string, name: string): Sheet {
  const separator = text.includes(',') || !text.includes('\t') ? ',' : '\t';
  const cells: Cell[] = [];
  let [row, column, at] = [1, 1, 0];
  while (at < text.length) {
    const field = fieldAt(text, at, separator);
    if (field === null)
      throw refused({
        zh: `第 ${row} 行的引号没有成对：请补上引号，或用表格软件重新另存为 CSV`,
        en: `row ${row} has a quotation mark that is not closed`,
      });
    const value = field.value.trim();
    if (value.length > LIMITS.cellCharacters)
      throw refused({
        zh: `第 ${row} 行有一个单元格超过 ${LIMITS.cellCharacters} 个字：请缩短`,
        en: `row ${row} has more than ${LIMITS.cellCharacters} characters in a cell`,
      });
    if (value !== '') {
      checkPlace(name, { row, column });
      checkCount(name, cells.length);
      cells.push({ row, column, text: value, number: plainNumber(value), flaw: null });
    }
    const ending = text.charAt(field.end);
    at = field.end + 1;
    if (ending === separator) {
      column += 1;
      continue;
    }
    if (ending !== '' && ending !== '\n' && ending !== '\r')
      throw refused({
        zh: `第 ${row} 行的引号后面还有别的字：请用表格软件重新另存为 CSV`,
        en: `row ${row} has something behind a closing quotation mark`,
      });
    if (ending === '\r' && text.charAt(at) === '\n') at += 1;
    row += 1;
    column = 1;
  }
  return createSheet(name, cells);
}

type Field = { readonly value: string; readonly end: number };

/** The field that begins at `from`, and where what ends it stands; null where its quotation mark is never closed. */
function fieldAt(text: string, from: number, separator: string): Field | null {
  if (text.charAt(from) !== '"') {
    let end = from;
    while (end < text.length && !isEnd(text.charAt(end), separator)) end += 1;
    return { value: text.slice(from, end), end };
  }
  let value = '';
  for (let start = from + 1; ; ) {
    const quote = text.indexOf('"', start);
    if (quote < 0) return null;
    value += text.slice(start, quote);
    if (text.charAt(quote + 1) !== '"') return { value, end: quote + 1 };
    value += '"';
    start = quote + 2;
  }
}

function isEnd(character: string, separator: string): boolean {
  return character === separator || character === '\n' || character === '\r';
}

function plainNumber(text: string): number | null {
  return /^-?\d{1,15}(?:\.\d{1,10})?$/.test(text) ? Number(text) : null;
}
