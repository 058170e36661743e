/** A file that is read in pieces, wherever it lies. */
export type ByteSource = {
  readonly size: number;
  /** So many bytes from a place on; fewer where the file ends. */
  readonly read: (from: number, length: number) => Promise<Buffer>;
};

const PIECE = 128 * 1024;

/** The bytes from `from` up to `to`, piece by piece. */
export async function* piecesOf(
  source: ByteSource,
  from = 0,
  to = source.size,
): AsyncGenerator<Buffer> {
  for (let at = from; at < to; ) {
    const piece = await source.read(at, Math.min(PIECE, to - at));
    if (piece.length === 0) return;
    at += piece.length;
    yield piece;
  }
}

/** A file that is in memory already. */
export function bytesInMemory(bytes: Uint8Array): ByteSource {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return {
    size: buffer.length,
    read: async (from, length) => buffer.subarray(from, from + length),
  };
}
