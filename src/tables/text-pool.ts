import { refused } from '../sheets/limits.ts';
import { TABLE_LIMITS } from './limits.ts';

/** Texts by their number, as bytes in a few large blocks: a million JavaScript strings take several times as much. */
export type TextPool = {
  readonly add: (text: string) => void;
  readonly at: (index: number) => string | null;
};

const BLOCK = 1 << 20;

export function textPool(): TextPool {
  const blocks: Buffer[] = [];
  let starts = new Uint32Array(1024);
  let [count, used] = [0, 0];

  const write = (bytes: Buffer): void => {
    for (let done = 0; done < bytes.length; ) {
      const inside = used % BLOCK;
      if (inside === 0) blocks.push(Buffer.allocUnsafeSlow(BLOCK));
      const taken = bytes.copy(blocks[blocks.length - 1] ?? bytes, inside, done);
      done += taken;
      used += taken;
    }
  };

  return {
    add(text) {
      const bytes = Buffer.from(text);
      if (used + bytes.length > TABLE_LIMITS.sharedTextBytes)
        throw refused({
          zh: '文件里的文字太多：请拆成几个文件，或另存为 CSV',
          en: 'the file holds too many texts: split it, or save it as CSV',
        });
      if (count + 2 > starts.length) {
        const more = new Uint32Array(starts.length * 2);
        more.set(starts);
        starts = more;
      }
      write(bytes);
      count += 1;
      starts[count] = used;
    },
    at(index) {
      if (!Number.isInteger(index) || index < 0 || index >= count) return null;
      const [from = 0, to = 0] = [starts[index], starts[index + 1]];
      const block = Math.floor(from / BLOCK);
      const inside = from - block * BLOCK;
      if (inside + to - from <= BLOCK)
        return blocks[block]?.toString('utf8', inside, inside + to - from) ?? '';
      const pieces: Buffer[] = [];
      for (let at = from; at < to; ) {
        const piece = blocks[Math.floor(at / BLOCK)]?.subarray(
          at % BLOCK,
          Math.min(BLOCK, (at % BLOCK) + to - at),
        );
        if (piece === undefined) break;
        pieces.push(piece);
        at += piece.length;
      }
      return Buffer.concat(pieces).toString();
    },
  };
}
