import { refused } from './limits.ts';

/**
 * The text of a file in UTF-8, with or without a mark at its start, in UTF-16 with its mark, or in GB18030, which holds
 * GBK. UTF-8 comes first, because bytes of GBK are hardly ever UTF-8, while UTF-8 read as GBK gives nonsense in silence.
 */
export function plainText(bytes: Buffer): string {
  const isUtf16 =
    bytes.length >= 2 && (bytes.readUInt16LE() === 0xfeff || bytes.readUInt16LE() === 0xfffe);
  const encodings = isUtf16 ? [bytes[0] === 0xff ? 'utf-16le' : 'utf-16be'] : ['utf-8', 'gb18030'];
  const text = encodings.map((encoding) => decoded(bytes, encoding)).find((one) => one !== null);
  if (text === undefined || text === null)
    throw refused({
      zh: '文件的编码不是 UTF-8 也不是 GBK：请另存为“CSV UTF-8”',
      en: 'the file is neither UTF-8 nor GBK: save it as "CSV UTF-8"',
    });
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what tells a picture from a text
  if (/[\0-\x08\x0e-\x1f]/.test(text))
    throw refused({
      zh: '这不是文本：请发 CSV 或 XLSX 文件',
      en: 'this is no text: a CSV file or an XLSX file is needed',
    });
  return text;
}

function decoded(bytes: Buffer, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
