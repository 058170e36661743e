import { randomInt } from 'node:crypto';

/** What was seen of an id before: on which line, and whether that row said the same. */
export type Earlier = { readonly line: number; readonly isSame: boolean };

/** The ids of a file, with a few bytes each: a million texts in a Map would take most of the memory that there is. */
export type SeenIds = {
  /** Notes an id; answers what was noted of it before, or null. */
  readonly note: (id: string, line: number, row: string) => Earlier | null;
  readonly has: (id: string) => boolean;
  readonly size: () => number;
};

const NUMBERS = 4;
/** Beyond this share of places taken, looking for one takes long. */
const FULLEST = 0.6;

/**
 * A table of 64 bits of hash with linear probing. Two ids of a million have the same hash once in some ten million files;
 * the seed is another one each time, so that nobody can write a file in which they do.
 */
export function seenIds(): SeenIds {
  const seed = randomInt(2 ** 32 - 1);
  let places = 1 << 12;
  let table = new Uint32Array(places * NUMBERS);
  let count = 0;

  const find = (high: number, low: number): number => {
    let place = low & (places - 1);
    for (;;) {
      const at = place * NUMBERS;
      const line = table[at + 2] ?? 0;
      if (line === 0 || (table[at] === high && table[at + 1] === low)) return at;
      place = (place + 1) & (places - 1);
    }
  };

  const grow = (): void => {
    const before = table;
    places *= 2;
    table = new Uint32Array(places * NUMBERS);
    for (let at = 0; at < before.length; at += NUMBERS) {
      if (before[at + 2] === 0) continue;
      table.set(before.subarray(at, at + NUMBERS), find(before[at] ?? 0, before[at + 1] ?? 0));
    }
  };

  return {
    note(id, line, row) {
      const [high, low] = [hash(id, seed), hash(id, seed ^ 0x9e3779b9)];
      const says = hash(row, seed);
      const at = find(high, low);
      const before = table[at + 2] ?? 0;
      if (before !== 0) return { line: before, isSame: table[at + 3] === says };
      table.set([high, low, line, says], at);
      count += 1;
      if (count > places * FULLEST) grow();
      return null;
    },
    has: (id) => table[find(hash(id, seed), hash(id, seed ^ 0x9e3779b9)) + 2] !== 0,
    size: () => count,
  };
}

/** MurmurHash3 of the letters of a text, 32 bits. */
function hash(text: string, seed: number): number {
  let h = seed | 0;
  for (let at = 0; at < text.length; at += 1) {
    let k = Math.imul(text.charCodeAt(at), 0xcc9e2d51);
    k = (k << 15) | (k >>> 17);
    h ^= Math.imul(k, 0x1b873593);
    h = (h << 13) | (h >>> 19);
    h = (Math.imul(h, 5) + 0xe6546b64) | 0;
  }
  h ^= text.length;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
