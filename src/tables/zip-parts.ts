import { crc32, createInflateRaw } from 'node:zlib';
import { damaged, refused } from '../sheets/limits.ts';
import { LOCKED } from '../sheets/zip.ts';
import { type ByteSource, piecesOf } from './byte-source.ts';
import { TABLE_LIMITS } from './limits.ts';

// APPNOTE.TXT of PKWARE, without ZIP64, encryption and several volumes: below 4 GB no spreadsheet needs them.
const [ENTRY, DIRECTORY, END] = [0x04034b50, 0x02014b50, 0x06054b50];
const [END_SIZE, DIRECTORY_SIZE, ENTRY_SIZE] = [22, 46, 30];
const LONGEST_COMMENT = 65_535;
const [STORED, DEFLATED] = [0, 8];
const LARGEST_DIRECTORY = 16_000_000;

export type Part = {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly at: number;
};

/** The parts of an archive by their names. A name is a key and nothing else: no file is ever written by it. */
export type ZipParts = {
  readonly parts: ReadonlyMap<string, Part>;
  /** The bytes of a part, piece by piece. Throws a Problem `file` where it is damaged or unpacks to too much. */
  readonly stream: (name: string) => AsyncIterable<Buffer>;
  /** A small part as a whole; null where there is none of this name. */
  readonly whole: (name: string) => Promise<Buffer | null>;
};

export async function openParts(source: ByteSource): Promise<ZipParts> {
  const parts = await directoryOf(source);
  const stream = (name: string): AsyncIterable<Buffer> => {
    const part = parts.get(name);
    if (part === undefined) throw damaged({ zh: `缺少 ${name}`, en: `it has no ${name}` });
    return unpacked(source, part);
  };
  return {
    parts,
    stream,
    async whole(name) {
      const part = parts.get(name);
      if (part === undefined) return null;
      if (part.unpacked > TABLE_LIMITS.wholePartBytes) throw tooMuch();
      const pieces: Buffer[] = [];
      for await (const piece of stream(name)) pieces.push(piece);
      return Buffer.concat(pieces);
    },
  };
}

async function directoryOf(source: ByteSource): Promise<ReadonlyMap<string, Part>> {
  const tailFrom = Math.max(0, source.size - END_SIZE - LONGEST_COMMENT);
  const tail = await source.read(tailFrom, source.size - tailFrom);
  const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + END_SIZE > tail.length || tail.readUInt32LE(end) !== END)
    throw damaged({
      zh: '缺少目录，可能没有下载完',
      en: 'its list of parts is missing: it may be cut off',
    });
  const count = tail.readUInt16LE(end + 10);
  const size = tail.readUInt32LE(end + 12);
  const from = tail.readUInt32LE(end + 16);
  if (count > TABLE_LIMITS.parts || size > LARGEST_DIRECTORY || from === 0xffffffff)
    throw refused({
      zh: `文件里有 ${count} 个部分，不像是表格`,
      en: `the file has ${count} parts: this is no sheet`,
    });
  const list = await source.read(from, size);
  const parts = new Map<string, Part>();
  let at = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + DIRECTORY_SIZE > list.length || list.readUInt32LE(at) !== DIRECTORY)
      throw damaged({ zh: '目录不完整', en: 'its list of parts is broken' });
    if ((list.readUInt16LE(at + 8) & 1) === 1) throw refused(LOCKED);
    const nameLength = list.readUInt16LE(at + 28);
    const name = list.toString('utf8', at + DIRECTORY_SIZE, at + DIRECTORY_SIZE + nameLength);
    if (parts.has(name))
      throw damaged({ zh: '有两个同名的部分', en: 'two of its parts have one name' });
    parts.set(name, {
      name,
      method: list.readUInt16LE(at + 10),
      crc: list.readUInt32LE(at + 16),
      packed: list.readUInt32LE(at + 20),
      unpacked: list.readUInt32LE(at + 24),
      at: list.readUInt32LE(at + 42),
    });
    at += DIRECTORY_SIZE + nameLength + list.readUInt16LE(at + 30) + list.readUInt16LE(at + 32);
  }
  return parts;
}

async function* unpacked(source: ByteSource, part: Part): AsyncGenerator<Buffer> {
  const head = await source.read(part.at, ENTRY_SIZE);
  if (head.length < ENTRY_SIZE || head.readUInt32LE(0) !== ENTRY)
    throw damaged({ zh: '有一部分位置不对', en: 'a part is not where it should be' });
  const from = part.at + ENTRY_SIZE + head.readUInt16LE(26) + head.readUInt16LE(28);
  const to = from + part.packed;
  if (to > source.size) throw damaged({ zh: '有一部分被截断', en: 'a part is cut off' });
  // What the list says of its size may be a lie: it is counted while it is unpacked.
  const most = Math.min(
    TABLE_LIMITS.unpackedBytes,
    Math.max(TABLE_LIMITS.ratioFromBytes, part.packed * TABLE_LIMITS.packedRatio),
  );
  if (part.unpacked > most) throw tooMuch();
  let [length, crc] = [0, 0];
  for await (const piece of plainPieces(source, part, { from, to })) {
    length += piece.length;
    if (length > most) throw tooMuch();
    crc = crc32(piece, crc);
    yield piece;
  }
  if (length !== part.unpacked || crc !== part.crc)
    throw damaged({ zh: '校验不符', en: 'a part is not what its checksum says' });
}

type Bounds = { readonly from: number; readonly to: number };

async function* plainPieces(
  source: ByteSource,
  { method }: Part,
  { from, to }: Bounds,
): AsyncGenerator<Buffer> {
  if (method === STORED) {
    yield* piecesOf(source, from, to);
    return;
  }
  if (method !== DEFLATED)
    throw refused({
      zh: '文件的压缩方式不是表格用的：请用表格软件另存为 .xlsx',
      en: 'the file is packed in a way that no spreadsheet uses',
    });
  const inflate = createInflateRaw({ chunkSize: 128 * 1024 });
  // A failure is met where the pieces are read; meanwhile nobody may be left with an unheard one.
  const feeding = feed(source, { from, to }, inflate).catch((error: unknown) => {
    inflate.destroy(error instanceof Error ? error : new Error(String(error)));
  });
  try {
    for await (const piece of inflate) yield piece as Buffer;
  } catch (error) {
    throw damaged({ zh: '有一部分无法解压', en: 'a part cannot be unpacked' }, error);
  } finally {
    inflate.destroy();
    await feeding;
  }
}

async function feed(
  source: ByteSource,
  { from, to }: Bounds,
  inflate: ReturnType<typeof createInflateRaw>,
): Promise<void> {
  for await (const piece of piecesOf(source, from, to)) {
    if (inflate.destroyed) return;
    if (!inflate.write(piece)) {
      await new Promise<void>((go) => {
        const on = (): void => {
          inflate.off('drain', on);
          inflate.off('close', on);
          go();
        };
        inflate.on('drain', on);
        inflate.on('close', on);
      });
    }
  }
  if (!inflate.destroyed) inflate.end();
}

function tooMuch() {
  return refused({
    zh: '文件解压后大得不像表格，出于安全不读取：请另存为新的 .xlsx 再试',
    en: 'the file unpacks to far more than a sheet holds: save it anew',
  });
}
