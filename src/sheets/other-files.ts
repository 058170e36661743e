import type { Bilingual } from '../bilingual.ts';

/** How files begin that are given in place of a table. */
export const OTHER_FILES: readonly (readonly [start: string, what: Bilingual])[] = [
  ['\x89PNG', { zh: 'PNG 图片', en: 'a PNG picture' }],
  ['\xff\xd8\xff', { zh: 'JPEG 图片', en: 'a JPEG picture' }],
  ['GIF8', { zh: 'GIF 图片', en: 'a GIF picture' }],
  ['%PDF', { zh: 'PDF 文件', en: 'a PDF' }],
  ['Rar!', { zh: 'RAR 压缩包', en: 'a RAR archive' }],
  ['7z\xbc\xaf', { zh: '7z 压缩包', en: 'a 7z archive' }],
  ['\x1f\x8b', { zh: 'gzip 压缩包', en: 'a gzip archive' }],
  ['SQLite format 3', { zh: '数据库', en: 'a database' }],
];
