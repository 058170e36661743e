import { setImmediate as nextTurn } from 'node:timers/promises';
import { deserialize, serialize } from 'node:v8';
import type { Learnt } from '../desk.ts';
import type { Print } from '../files/kept.ts';
import type { Learning } from '../language/learn.ts';

type Files = Omit<Learnt, 'learning'>;

/** What a worker hands over, in pieces: what was read and what was learnt from it, by name. Null: it is known. */
export type HandedOver = {
  readonly files: Uint8Array;
  readonly learning: Readonly<Record<string, Uint8Array>> | null;
};

/** Packed in the worker. A learning of the print `known` the bot has already: five megabytes that it need not take. */
export function packed({ learning, ...files }: Learnt, known: Print): HandedOver {
  const isKnown = files.learntFrom !== null && files.learntFrom === known;
  const pieces = Object.entries(learning).map(([name, piece]) => [name, serialize(piece)] as const);
  return { files: serialize(files), learning: isKnown ? null : Object.fromEntries(pieces) };
}

/** Unpacked in the bot's own thread, a piece at a time: unpacking all of it at once would hold up the answers. */
export async function unpacked(handed: HandedOver, known: Learning | null): Promise<Learnt> {
  const files = unpack<Files>(handed.files);
  await othersFirst();
  if (handed.learning === null) {
    if (known === null) throw new Error('the worker handed over no learning');
    return { ...files, learning: known };
  }
  const pieces: [string, unknown][] = [];
  for (const [name, bytes] of Object.entries(handed.learning)) {
    pieces.push([name, unpack(bytes)]);
    await othersFirst();
  }
  // Packed above from a Learning of the same code.
  return { ...files, learning: Object.fromEntries(pieces) as Learning };
}

/** Lets everything go first that waits by now. The first turn after a message comes before it, the second behind it. */
export async function othersFirst(): Promise<void> {
  await nextTurn();
  await nextTurn();
}

function unpack<T>(bytes: Uint8Array): T {
  return deserialize(bytes) as T;
}
