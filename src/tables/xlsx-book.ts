import { posix } from 'node:path';
import { refused } from '../sheets/limits.ts';
import { type CellStyle, stylesOf } from '../sheets/xlsx-styles.ts';
import { visitXml } from '../sheets/xml.ts';
import type { ByteSource } from './byte-source.ts';
import { type TextPool, textPool } from './text-pool.ts';
import { xmlReader } from './xml-events.ts';
import { openParts, type ZipParts } from './zip-parts.ts';

/** What an XLSX file holds, before any of its rows is read. */
export type Book = {
  readonly archive: ZipParts;
  /** The parts of its sheets: those that a person sees first, each kind in the order of the tabs. */
  readonly sheets: readonly string[];
  readonly styles: readonly CellStyle[];
  readonly startsIn1904: boolean;
  /** The texts that cells refer to; read when they are first asked for. */
  readonly texts: () => Promise<TextPool>;
};

export async function openBook(source: ByteSource): Promise<Book> {
  const archive = await openParts(source);
  const names = [...archive.parts.keys()];
  if (names.some((name) => /vbaProject\.bin$/i.test(name)))
    throw refused({
      zh: '文件里有宏，出于安全不读取：请另存为不带宏的 .xlsx',
      en: 'the file holds macros: save it as .xlsx without them',
    });
  const workbook = (await targetsOf(archive, '')).find(({ type }) =>
    type.endsWith('/officeDocument'),
  );
  const part = workbook === undefined ? null : await archive.whole(workbook.path);
  if (workbook === undefined || part === null || workbook.path.endsWith('.bin'))
    throw noBook(names);
  const { sheets, startsIn1904 } = workbookOf(part);
  const targets = await targetsOf(archive, workbook.path);
  const pathOf = (ending: string): string =>
    targets.find(({ type }) => type.endsWith(ending))?.path ?? '';
  let pool: TextPool | null = null;
  return {
    archive,
    startsIn1904,
    styles: stylesOf(await archive.whole(pathOf('/styles'))),
    sheets: sheets
      .toSorted((one, other) => Number(one.isHidden) - Number(other.isHidden))
      .flatMap(({ relation }) => targets.find(({ id }) => id === relation)?.path ?? [])
      .filter((path) => archive.parts.has(path)),
    texts: async () => {
      pool ??= await readTexts(archive, pathOf('/sharedStrings'));
      return pool;
    },
  };
}

function noBook(names: readonly string[]) {
  if (names.includes('content.xml'))
    return refused({
      zh: '这是 OpenDocument 表格：请另存为 .xlsx 或 .csv',
      en: 'this is an OpenDocument file: save it as .xlsx or .csv',
    });
  return refused({
    zh: '这个压缩包不是 .xlsx 表格：请用表格软件另存为 .xlsx',
    en: 'this archive is no .xlsx file: save it as .xlsx',
  });
}

type Target = { readonly id: string; readonly type: string; readonly path: string };

/** What a part of the file points at; what lies outside of it is passed over. */
async function targetsOf(archive: ZipParts, path: string): Promise<readonly Target[]> {
  const { dir, base } = posix.parse(path);
  const part = await archive.whole(posix.join(dir, '_rels', `${base}.rels`));
  const targets: Target[] = [];
  if (part === null) return targets;
  visitXml(part, {
    open(name, attribute) {
      if (name !== 'Relationship' || attribute('TargetMode') === 'External') return;
      const target = attribute('Target') ?? '';
      targets.push({
        id: attribute('Id') ?? '',
        type: attribute('Type') ?? '',
        path: target.startsWith('/') ? target.slice(1) : posix.join(dir, target),
      });
    },
  });
  return targets;
}

type SheetEntry = { readonly relation: string; readonly isHidden: boolean };

function workbookOf(part: Buffer) {
  const sheets: SheetEntry[] = [];
  let startsIn1904 = false;
  visitXml(part, {
    open(name, attribute) {
      if (name === 'workbookPr') startsIn1904 = /^(?:1|true)$/.test(attribute('date1904') ?? '');
      if (name === 'sheet')
        sheets.push({
          relation: attribute('id') ?? '',
          isHidden: (attribute('state') ?? 'visible') !== 'visible',
        });
    },
  });
  return { sheets, startsIn1904 };
}

async function readTexts(archive: ZipParts, path: string): Promise<TextPool> {
  const pool = textPool();
  if (!archive.parts.has(path)) return pool;
  let [text, isText, spoken] = ['', false, 0];
  const reader = xmlReader({
    open(name) {
      if (name === 'si') text = '';
      // How a text is pronounced is no part of it.
      if (name === 'rPh') spoken += 1;
      isText = name === 't' && spoken === 0;
    },
    text(more) {
      if (isText) text += more;
    },
    close(name) {
      if (name === 'rPh') spoken -= 1;
      if (name === 't') isText = false;
      if (name === 'si') pool.add(shownText(text));
    },
  });
  await readXml(archive.stream(path), reader);
  return pool;
}

/** Excel writes characters that XML cannot hold as `_x000D_`. */
export function shownText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** Reads a part as XML from its first byte to its last. */
export async function readXml(
  pieces: AsyncIterable<Buffer>,
  reader: ReturnType<typeof xmlReader>,
): Promise<void> {
  const decoder = xmlDecoder();
  for await (const piece of pieces) reader.push(decoder(piece));
  reader.push(decoder(null));
  reader.end();
}

export function xmlDecoder(): (bytes: Buffer | null) => string {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  return (bytes) => {
    try {
      return bytes === null ? decoder.decode() : decoder.decode(bytes, { stream: true });
    } catch (error) {
      throw refused(
        {
          zh: '文件坏了（有一部分不是文本）：请重新保存一次',
          en: 'the file is damaged: a part of it is no text; save it again',
        },
        error,
      );
    }
  };
}
