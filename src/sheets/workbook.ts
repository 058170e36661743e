import type { Bilingual } from '../bilingual.ts';
import { readCsv } from './csv.ts';
import type { Sheet } from './grid.ts';
import { checkSize, refused } from './limits.ts';
import { OTHER_FILES } from './other-files.ts';
import { plainText } from './plain-text.ts';
import { readXlsx } from './xlsx.ts';
import { LOCKED } from './zip.ts';

/** A file as it was given: its name, of which the ending promises what is inside, and its bytes. */
export type SheetFile = { readonly name: string; readonly bytes: Buffer };

/** The sheets of an XLSX or CSV file. Throws a Problem `file` that says what is wrong with any other. */
export function readWorkbook({ name, bytes }: SheetFile): readonly Sheet[] {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  if (ending !== 'xlsx' && ending !== 'csv')
    throw refused({
      zh: `只能读取 .xlsx 或 .csv 文件：${ending === '' ? '文件名没有扩展名，' : ''}请另存为 .xlsx`,
      en: `a file called .xlsx or .csv is needed${ending === 'xls' ? ': save it as .xlsx' : ''}`,
    });
  if (bytes.length === 0)
    throw refused({ zh: '文件是空的：请重新保存后再试', en: 'the file is empty' });
  checkSize(bytes.length);
  const start = bytes.toString('latin1', 0, 8);
  if (start === '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1') throw oldOrLocked(bytes);
  const other = OTHER_FILES.find(([sign]) => start.startsWith(sign));
  if (other !== undefined) throw refused(notWhatItIsCalled(other[1]));
  if (start.startsWith('PK')) return readXlsx(bytes);
  if (ending === 'xlsx')
    throw refused({
      zh: '文件名是 .xlsx，内容却不是：请用表格软件另存为 .xlsx；如果是文本，请把文件名改成 .csv',
      en: 'this is no XLSX file, whatever its name says: save it as .xlsx, or call it .csv',
    });
  return [readCsv(plainText(bytes), name.replace(/\.csv$/i, ''))];
}

/** A file with a password and a file of before 2007 begin alike. The first names its secret part, in UTF-16. */
function oldOrLocked(bytes: Buffer) {
  return bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))
    ? refused(LOCKED)
    : refused({
        zh: '这是旧版 .xls 文件：请另存为 .xlsx',
        en: 'this is an old .xls file: save it as .xlsx',
      });
}

function notWhatItIsCalled({ zh, en }: Bilingual): Bilingual {
  return {
    zh: `这其实是 ${zh}，不是表格：请发 .xlsx 或 .csv 文件`,
    en: `this is ${en}, whatever its name says`,
  };
}
