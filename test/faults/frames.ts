/** One WebSocket frame (RFC 6455, section 5.2) with the bytes it came in. */
export type Frame = {
  readonly isFinal: boolean;
  readonly opcode: number;
  /** Unmasked. */
  readonly payload: Buffer;
  readonly bytes: Buffer;
};

const TEXT = 0x1;
const CLOSE = 0x8;
const GOING_AWAY = 1001;
const FINAL_BIT = 0x80;
const MASK_BIT = 0x80;

/** Cuts a stream of bytes into frames. Compression must have been kept out of the handshake. */
export function frameReader(onFrame: (frame: Frame) => void): (chunk: Buffer) => void {
  let rest: Buffer = Buffer.alloc(0);
  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    for (let frame = firstFrame(rest); frame !== undefined; frame = firstFrame(rest)) {
      rest = rest.subarray(frame.bytes.length);
      onFrame(frame);
    }
  };
}

/** The text of a whole text frame; undefined for pings, closes, binary frames and parts. */
export function textOf(frame: Frame): string | undefined {
  return frame.opcode === TEXT && frame.isFinal ? frame.payload.toString('utf8') : undefined;
}

/** A text as a server sends it: in one frame, not masked. */
export function textFrame(text: string): Buffer {
  const payload = Buffer.from(text, 'utf8');
  return Buffer.concat([Buffer.from([FINAL_BIT | TEXT]), lengthBytes(payload.length), payload]);
}

/** A server's farewell. */
export function closeFrame(): Buffer {
  const payload = Buffer.alloc(2);
  payload.writeUInt16BE(GOING_AWAY);
  return Buffer.concat([Buffer.from([FINAL_BIT | CLOSE]), lengthBytes(payload.length), payload]);
}

function lengthBytes(length: number): Buffer {
  if (length < 126) return Buffer.from([length]);
  if (length < 65_536) {
    const bytes = Buffer.from([126, 0, 0]);
    bytes.writeUInt16BE(length, 1);
    return bytes;
  }
  const bytes = Buffer.alloc(9, 127);
  bytes.writeBigUInt64BE(BigInt(length), 1);
  return bytes;
}

function firstFrame(bytes: Buffer): Frame | undefined {
  const [first, second] = bytes;
  if (first === undefined || second === undefined) return undefined;
  const short = second & ~MASK_BIT;
  const extra = short === 126 ? 2 : short === 127 ? 8 : 0;
  const isMasked = (second & MASK_BIT) !== 0;
  const start = 2 + extra + (isMasked ? 4 : 0);
  if (bytes.length < start) return undefined;
  const length =
    extra === 0 ? short : extra === 2 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2));
  if (bytes.length < start + length) return undefined;
  const payload = Buffer.from(bytes.subarray(start, start + length));
  if (isMasked) unmask(payload, bytes.subarray(start - 4, start));
  return {
    isFinal: (first & FINAL_BIT) !== 0,
    opcode: first & 0x0f,
    payload,
    bytes: bytes.subarray(0, start + length),
  };
}

function unmask(payload: Buffer, mask: Buffer): void {
  for (let at = 0; at < payload.length; at += 1) {
    payload[at] = (payload[at] ?? 0) ^ (mask[at % 4] ?? 0);
  }
}
