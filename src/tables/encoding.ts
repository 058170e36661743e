import { isUtf8 } from 'node:buffer';
import { refused } from '../sheets/limits.ts';
import { type ByteSource, piecesOf } from './byte-source.ts';

export type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';

/**
 * The encoding of a text. UTF-8 comes first, because bytes of GBK are hardly ever UTF-8, while UTF-8 read as GBK gives
 * nonsense in silence: a file that is UTF-8 but for some broken bytes is refused, not read as GBK.
 */
export async function encodingOf(source: ByteSource): Promise<Encoding> {
  const start = await source.read(0, 4096);
  const utf16 = utf16Of(start);
  if (utf16 !== null) return utf16;
  const broken = await firstBroken(source);
  if (broken === null) return 'utf-8';
  if (await isMostlyUtf8(source)) throw brokenText(broken.line, 'UTF-8');
  return 'gb18030';
}

/** A text that is valid UTF-8 and can all the same be GBK: all its letters are of two bytes, and few are (联通). */
export async function mayBeGbk(source: ByteSource): Promise<boolean> {
  const start = await source.read(0, 65_536);
  const { wide, narrow } = lettersIn(start);
  return wide === 0 && narrow > 0;
}

/** Texts of a file; throws a Problem `file` at the first byte that its encoding does not know. */
export async function* textsOf(source: ByteSource, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let line = 1;
  const decoded = (bytes: Buffer | null): string => {
    try {
      return bytes === null ? decoder.decode() : decoder.decode(bytes, { stream: true });
    } catch {
      throw brokenText(line, encoding === 'gb18030' ? 'GBK' : encoding.toUpperCase());
    }
  };
  for await (const piece of piecesOf(source)) {
    const text = decoded(piece);
    yield text;
    line += linesIn(piece);
  }
  const rest = decoded(null);
  if (rest !== '') yield rest;
}

/** Where a spreadsheet writes UTF-16 it puts a mark first; some programs leave it out, and every second byte is 0. */
function utf16Of(start: Buffer): Encoding | null {
  const mark = start.length >= 2 ? start.readUInt16BE(0) : 0;
  if (mark === 0xfffe && start.length >= 4 && start.readUInt16BE(2) === 0) throw utf32();
  if (mark === 0 && start.length >= 4 && start.readUInt16BE(2) === 0xfeff) throw utf32();
  if (mark === 0xfffe) return 'utf-16le';
  if (mark === 0xfeff) return 'utf-16be';
  const pairs = Math.min(start.length >> 1, 500);
  let [even, odd] = [0, 0];
  for (let at = 0; at < pairs * 2; at += 2) {
    if (start[at] === 0) even += 1;
    if (start[at + 1] === 0) odd += 1;
  }
  if (pairs < 10 || even + odd < pairs / 4) return null;
  if (even === 0) return 'utf-16le';
  return odd === 0 ? 'utf-16be' : null;
}

function utf32() {
  return refused({
    zh: '文件的编码是 UTF-32：请另存为“CSV UTF-8”',
    en: 'the file is in UTF-32: save it as "CSV UTF-8"',
  });
}

function brokenText(line: number, encoding: string) {
  return refused({
    zh: `第 ${line} 行附近有不属于 ${encoding} 的字节：文件坏了，或混了两种编码，请另存为“CSV UTF-8”`,
    en: `about line ${line} there are bytes that are not ${encoding}: the file is damaged, or mixes two encodings; save it as "CSV UTF-8"`,
  });
}

type Broken = { readonly line: number };

async function firstBroken(source: ByteSource): Promise<Broken | null> {
  let rest: Buffer = Buffer.alloc(0);
  let line = 1;
  for await (const piece of piecesOf(source)) {
    const bytes = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
    const whole = wholeLetters(bytes);
    const checked = bytes.subarray(0, whole);
    if (!isUtf8(checked)) return { line: line + goodLines(checked) };
    line += linesIn(checked);
    rest = Buffer.from(bytes.subarray(whole));
  }
  return isUtf8(rest) ? null : { line };
}

/** How many whole lines come before the first one that is not UTF-8. */
function goodLines(bytes: Buffer): number {
  let [lines, from] = [0, 0];
  for (let to = bytes.indexOf(10); to >= 0; to = bytes.indexOf(10, from)) {
    if (!isUtf8(bytes.subarray(from, to))) return lines;
    lines += 1;
    from = to + 1;
  }
  return lines;
}

/** How many bytes do not end within a letter. */
function wholeLetters(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) {
      const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return needed > back ? bytes.length - back : bytes.length;
    }
  }
  return bytes.length;
}

async function isMostlyUtf8(source: ByteSource): Promise<boolean> {
  let [letters, others] = [0, 0];
  for await (const piece of piecesOf(source)) {
    const { wide, high } = lettersIn(piece);
    letters += wide * 3;
    others += high;
  }
  // In GBK, hardly any Chinese text has even one pair of letters whose bytes look so.
  return letters * 5 > others;
}

/** Chinese letters as UTF-8 writes them, letters of two bytes, and bytes that are not ASCII. */
function lettersIn(bytes: Buffer): { wide: number; narrow: number; high: number } {
  let [wide, narrow, high] = [0, 0, 0];
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) continue;
    high += 1;
    const [second = 0, third = 0] = [bytes[at + 1], bytes[at + 2]];
    if (byte >= 0xe3 && byte <= 0xe9 && isTail(second) && isTail(third)) {
      wide += 1;
      high += 2;
      at += 2;
    } else if (byte >= 0xc2 && byte <= 0xdf && isTail(second)) narrow += 1;
  }
  return { wide, narrow, high };
}

function isTail(byte: number): boolean {
  return (byte & 0xc0) === 0x80;
}

function linesIn(bytes: Buffer): number {
  let lines = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) lines += 1;
  return lines;
}
