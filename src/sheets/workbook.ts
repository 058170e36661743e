import { readCsv } from './csv.ts';
import type { Sheet } from './grid.ts';
import { LIMITS, refused } from './limits.ts';
import { plainText } from './plain-text.ts';
import { readXlsx } from './xlsx.ts';

/** A file as it was given: its name, of which the ending promises what is inside, and its bytes. */
export type SheetFile = { readonly name: string; readonly bytes: Buffer };

/** How files begin that are given in place of a sheet. */
const OTHERS: readonly (readonly [start: string, what: string])[] = [
  ['\x89PNG', 'a PNG picture'],
  ['\xff\xd8\xff', 'a JPEG picture'],
  ['GIF8', 'a GIF picture'],
  ['%PDF', 'a PDF'],
  ['Rar!', 'a RAR archive'],
  ['7z\xbc\xaf', 'a 7z archive'],
  ['\x1f\x8b', 'a gzip archive'],
];

/** The sheets of an XLSX or CSV file. Throws a Problem `file` that says what is wrong with any other. */
export function readWorkbook({ name, bytes }: SheetFile): readonly Sheet[] {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  if (ending !== 'xlsx' && ending !== 'csv')
    throw refused(
      `a file called .xlsx or .csv is needed${ending === 'xls' ? ': save it as .xlsx' : ''}`,
    );
  if (bytes.length === 0) throw refused('the file is empty');
  if (bytes.length > LIMITS.fileBytes)
    throw refused(
      `the file is larger than ${LIMITS.fileBytes / 1_000_000} MB: this is no sheet of policy`,
    );
  const start = bytes.toString('latin1', 0, 8);
  if (start === '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1') throw oldOrLocked(bytes);
  const other = OTHERS.find(([sign]) => start.startsWith(sign));
  if (other !== undefined) throw refused(`this is ${other[1]}, whatever its name says`);
  if (start.startsWith('PK')) return readXlsx(bytes);
  if (ending === 'xlsx')
    throw refused(
      'this is no XLSX file, whatever its name says: save it as .xlsx, or call it .csv',
    );
  return [readCsv(plainText(bytes), name.replace(/\.csv$/i, ''))];
}

/** A file with a password and a file of before 2007 begin alike. The first names its secret part, in UTF-16. */
function oldOrLocked(bytes: Buffer) {
  return bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))
    ? refused('the file is protected by a password: save it without one')
    : refused('this is an old .xls file: save it as .xlsx');
}
