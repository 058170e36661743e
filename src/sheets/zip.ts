import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Bilingual } from '../bilingual.ts';
import { damaged, LIMITS, refused } from './limits.ts';

// The archive that an XLSX file is: APPNOTE.TXT of PKWARE, without ZIP64, encryption and several volumes, which no
// spreadsheet of a sane size needs.
const [ENTRY, DIRECTORY, END] = [0x04034b50, 0x02014b50, 0x06054b50];
const [END_SIZE, DIRECTORY_SIZE, ENTRY_SIZE] = [22, 46, 30];
const [STORED, DEFLATED] = [0, 8];
const UTF8_NAMES = 0x0800;

export const LOCKED: Bilingual = {
  zh: '文件有密码：请去掉密码后另存',
  en: 'the file is protected by a password: save it without one',
};

type Entry = {
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly at: number;
};

/** The parts of an archive. */
export type Archive = {
  readonly names: readonly string[];
  /** The bytes of a part, or null where there is none of this name. */
  readonly read: (name: string) => Buffer | null;
};

/** Opens an archive; a part is unpacked when it is asked for, and never further than the limits. */
export function openZip(bytes: Buffer): Archive {
  const entries = directoryOf(bytes);
  let left: number = LIMITS.unpackedBytes;
  return {
    names: [...entries.keys()],
    read(name) {
      const entry = entries.get(name);
      if (entry === undefined) return null;
      const part = unpack(bytes, entry, left);
      left -= part.length;
      return part;
    },
  };
}

function directoryOf(bytes: Buffer): ReadonlyMap<string, Entry> {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + END_SIZE > bytes.length || bytes.readUInt32LE(end) !== END)
    throw damaged({ zh: '缺少目录', en: 'its list of parts is missing' });
  const count = bytes.readUInt16LE(end + 10);
  if (count > LIMITS.parts)
    throw refused({
      zh: `文件里有 ${count} 个部分，不像是表格`,
      en: `the file has ${count} parts: this is no sheet`,
    });
  const entries = new Map<string, Entry>();
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (at + DIRECTORY_SIZE > bytes.length || bytes.readUInt32LE(at) !== DIRECTORY)
      throw damaged({ zh: '目录不完整', en: 'its list of parts is broken' });
    if ((bytes.readUInt16LE(at + 8) & 1) === 1) throw refused(LOCKED);
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + DIRECTORY_SIZE, at + DIRECTORY_SIZE + nameLength);
    entries.set(name, {
      method: bytes.readUInt16LE(at + 10),
      crc: bytes.readUInt32LE(at + 16),
      packed: bytes.readUInt32LE(at + 20),
      unpacked: bytes.readUInt32LE(at + 24),
      at: bytes.readUInt32LE(at + 42),
    });
    at += DIRECTORY_SIZE + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function unpack(bytes: Buffer, entry: Entry, left: number): Buffer {
  if (entry.at + ENTRY_SIZE > bytes.length || bytes.readUInt32LE(entry.at) !== ENTRY)
    throw damaged({ zh: '有一部分位置不对', en: 'a part is not where it should be' });
  const names = bytes.readUInt16LE(entry.at + 26) + bytes.readUInt16LE(entry.at + 28);
  const from = entry.at + ENTRY_SIZE + names;
  if (from + entry.packed > bytes.length)
    throw damaged({ zh: '有一部分被截断', en: 'a part is cut off' });
  const ratioLimit = Math.max(LIMITS.ratioFromBytes, entry.packed * LIMITS.packedRatio);
  if (entry.unpacked > Math.min(left, ratioLimit)) throw tooMuch();
  const part = inflated(
    bytes.subarray(from, from + entry.packed),
    entry.method,
    // What the list of parts says of its size may be a lie.
    Math.max(1, Math.min(left, ratioLimit)),
  );
  if (part.length !== entry.unpacked || crc32(part) !== entry.crc)
    throw damaged({ zh: '校验不符', en: 'a part is not what its checksum says' });
  return part;
}

function inflated(packed: Buffer, method: number, maxOutputLength: number): Buffer {
  if (method === STORED) return packed;
  if (method !== DEFLATED)
    throw refused({
      zh: '文件的压缩方式不是表格用的：请用表格软件另存为 .xlsx',
      en: 'the file is packed in a way that no spreadsheet uses',
    });
  try {
    return inflateRawSync(packed, { maxOutputLength });
  } catch (error) {
    const isTooMuch =
      error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    throw isTooMuch
      ? tooMuch()
      : damaged({ zh: '有一部分无法解压', en: 'a part cannot be unpacked' }, error);
  }
}

function tooMuch() {
  return refused({
    zh: '文件解压后大得不像政策表格，出于安全不读取：请另存为新的 .xlsx 再试',
    en: 'the file unpacks to far more than a sheet of policy holds',
  });
}

/** An archive of these parts. It has no dates in it: the same parts give the same bytes. */
export function writeZip(parts: Readonly<Record<string, string>>): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, text] of Object.entries(parts)) {
    const plain = Buffer.from(text);
    const packed = deflateRawSync(plain);
    const nameBytes = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(UTF8_NAMES, 2);
    common.writeUInt16LE(DEFLATED, 4);
    // The first day that the format knows: 1980-01-01.
    common.writeUInt16LE(0x21, 8);
    common.writeUInt32LE(crc32(plain), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(plain.length, 18);
    common.writeUInt16LE(nameBytes.length, 22);
    const body = Buffer.concat([signed(ENTRY), common, nameBytes, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    directory.push(
      Buffer.concat([signed(DIRECTORY), Buffer.from([20, 0]), common, tail, nameBytes]),
    );
    bodies.push(body);
    at += body.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(END_SIZE);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, list, end]);
}

function signed(signature: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(signature);
  return bytes;
}
