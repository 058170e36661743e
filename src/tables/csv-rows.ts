import type { Bilingual } from '../bilingual.ts';
import { refused } from '../sheets/limits.ts';
import { TABLE_LIMITS } from './limits.ts';
import type { TableRow } from './table.ts';

/** Takes a text piece by piece, and gives the rows that are whole. */
export type CsvReader = {
  readonly push: (text: string) => readonly TableRow[];
  /** What is left when the text is over. */
  readonly end: () => readonly TableRow[];
};

/**
 * Separated values as RFC 4180 has them, with line ends of any kind. A quotation mark inside a field that does not
 * begin with one is a letter like others; one that is never closed makes the file unreadable.
 */
export function csvReader(separator: string): CsvReader {
  let rest = '';
  let line = 1;

  const take = (text: string, isLast: boolean): TableRow[] => {
    const rows: TableRow[] = [];
    let at = 0;
    const next = { feed: -2, back: -2, quote: -2 };
    const find = (key: keyof typeof next, sign: string): number => {
      if (next[key] !== -1 && next[key] < at) next[key] = text.indexOf(sign, at);
      return next[key] < 0 ? text.length : next[key];
    };
    while (at < text.length) {
      const end = Math.min(find('feed', '\n'), find('back', '\r'));
      if (find('quote', '"') < end) {
        const record = quotedRecord(text, { at, separator, line });
        // At the very end of a piece nobody knows whether a line feed follows.
        if (record === null || (!isLast && record.next >= text.length)) {
          if (isLast) throw unclosed(line);
          break;
        }
        rows.push({ line, cells: record.cells, flaw: record.flaw });
        line += record.lines;
        at = record.next;
        continue;
      }
      if (end >= text.length - 1 && !isLast) break;
      rows.push({ line, cells: text.slice(at, end).split(separator), flaw: null });
      line += 1;
      at = end + (text.startsWith('\r\n', end) ? 2 : 1);
    }
    rest = text.slice(at);
    if (rest.length > TABLE_LIMITS.rowCharacters) throw tooLong(line);
    return rows;
  };

  return {
    push: (text) => take(rest + text, false),
    end: () => (rest === '' ? [] : take(rest, true)),
  };
}

type From = { readonly at: number; readonly separator: string; readonly line: number };
type QuotedRecord = {
  readonly cells: readonly string[];
  readonly flaw: Bilingual | null;
  readonly next: number;
  readonly lines: number;
};

/** A row with quotation marks in it; null where it is not whole. */
function quotedRecord(text: string, { at: from, separator, line }: From): QuotedRecord | null {
  const cells: string[] = [];
  let isBroken = false;
  for (let at = from; ; ) {
    let value = '';
    const isQuoted = text[at] === '"';
    if (isQuoted) {
      const field = quotedField(text, at + 1);
      if (field === null) return null;
      value = field.value;
      at = field.end;
    }
    const end = plainEnd(text, at, separator);
    isBroken ||= isQuoted && end > at;
    cells.push(value + text.slice(at, end));
    if (text[end] === separator) {
      at = end + 1;
      continue;
    }
    const next = end + (text.startsWith('\r\n', end) ? 2 : 1);
    const lines = linesIn(text, from, end) + 1;
    return { cells, next, lines, flaw: isBroken ? outOfPlace(line, lines) : null };
  }
}

function quotedField(text: string, from: number): { value: string; end: number } | null {
  let value = '';
  for (let at = from; ; ) {
    const quote = text.indexOf('"', at);
    // At the very end it may be the first of two.
    if (quote < 0) return null;
    value += text.slice(at, quote);
    if (text[quote + 1] !== '"') return { value, end: quote + 1 };
    value += '"';
    at = quote + 2;
  }
}

function plainEnd(text: string, from: number, separator: string): number {
  let end = from;
  while (end < text.length) {
    const sign = text[end];
    if (sign === separator || sign === '\n' || sign === '\r') break;
    end += 1;
  }
  return end;
}

/** Line ends of any kind; \r\n is one. */
function linesIn(text: string, from: number, to: number): number {
  let lines = 0;
  for (let at = from; at < to; at += 1) {
    const sign = text.charCodeAt(at);
    if (sign === 10 || (sign === 13 && text.charCodeAt(at + 1) !== 10)) lines += 1;
  }
  return lines;
}

function outOfPlace(line: number, lines: number): Bilingual {
  const last = line + lines - 1;
  return lines === 1
    ? { zh: '引号后面还有别的字', en: 'has something behind a closing quotation mark' }
    : {
        zh: `引号位置不对，第 ${line} 到 ${last} 行被读成了一行`,
        en: `has a quotation mark out of place: lines ${line} to ${last} were read as one row`,
      };
}

function unclosed(line: number) {
  return refused({
    zh: `第 ${line} 行的引号没有成对：请补上引号，或用表格软件重新另存为 CSV`,
    en: `line ${line} has a quotation mark that is not closed`,
  });
}

function tooLong(line: number) {
  return refused({
    zh: `第 ${line} 行太长：可能少了一个引号`,
    en: `the row that begins on line ${line} is too long: is a quotation mark missing?`,
  });
}
