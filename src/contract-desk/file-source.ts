import { open, stat } from 'node:fs/promises';
import { Problem } from '../problem.ts';
import type { ByteSource } from '../tables/byte-source.ts';

export type OpenFile = ByteSource & { readonly close: () => Promise<void> };

/** Opens a file to be read in pieces. Throws a Problem `file` where there is none, or it is none. */
export async function openFile(path: string): Promise<OpenFile> {
  try {
    const facts = await stat(path);
    if (!facts.isFile())
      throw Object.assign(new Error('no file'), { code: facts.isDirectory() ? 'EISDIR' : 'ENXIO' });
    const file = await open(path, 'r');
    return {
      size: facts.size,
      read: async (from, length) => {
        const bytes = Buffer.allocUnsafe(length);
        const { bytesRead } = await file.read(bytes, 0, length, from);
        return bytes.subarray(0, bytesRead);
      },
      close: () => file.close(),
    };
  } catch (error) {
    throw unreadable(error);
  }
}

function unreadable(error: unknown): Problem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  const { zh, en } = REASONS[code] ?? {
    zh: `打不开（${code}）`,
    en: `it cannot be opened (${code})`,
  };
  return new Problem('file', `the file cannot be read: ${en}`, {
    zh: `文件读不了：${zh}`,
    cause: error,
  });
}

const REASONS: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  ENOENT: { zh: '没有这个文件', en: 'it does not exist' },
  EISDIR: { zh: '这是一个文件夹', en: 'it is a folder' },
  ENXIO: { zh: '这不是文件', en: 'it is no ordinary file' },
  EACCES: { zh: '没有权限', en: 'no permission' },
  ENOTDIR: { zh: '没有这个文件', en: 'it does not exist' },
  ENAMETOOLONG: { zh: '没有这个文件', en: 'it does not exist' },
};
