import type { Bilingual } from '../bilingual.ts';
import { Problem } from '../problem.ts';

/**
 * What a sheet of policy may hold. A real one has some tens of rows; what goes far beyond is a mistake or an attack,
 * and is refused before it costs memory or time.
 */
export const LIMITS = {
  fileBytes: 10_000_000,
  /** Of all parts that are read, unpacked. */
  unpackedBytes: 50_000_000,
  /** A sheet packs to a tenth or a twentieth; a zip bomb packs to a thousandth. */
  packedRatio: 100,
  /** Below this, a ratio says nothing: a nearly empty sheet packs well. */
  ratioFromBytes: 1_000_000,
  parts: 2_000,
  sheets: 50,
  rows: 10_000,
  columns: 256,
  /** That show something, in all sheets together; each place of a merged cell counts. */
  cells: 50_000,
  merges: 10_000,
  cellCharacters: 4_000,
} as const;

/** A file that cannot be read, with the reason for the person who gave it. */
export function refused({ zh, en }: Bilingual, cause?: unknown): Problem {
  return new Problem('file', en, cause === undefined ? { zh } : { zh, cause });
}

/** A file of which a part is not as it should be. */
export function damaged({ zh, en }: Bilingual, cause?: unknown): Problem {
  return refused(
    {
      zh: `文件坏了（${zh}）：请用表格软件打开，重新保存一次`,
      en: `the file is damaged: ${en}; save it again`,
    },
    cause,
  );
}

/** Looked at before a file is read, and again where it comes from elsewhere. */
export function checkSize(bytes: number): void {
  const most = LIMITS.fileBytes / 1_000_000;
  if (bytes > LIMITS.fileBytes)
    throw refused({
      zh: `文件超过 ${most} MB，不像是政策表格：请去掉图片等无关内容，另存后再试`,
      en: `the file is larger than ${most} MB: this is no sheet of policy`,
    });
}
