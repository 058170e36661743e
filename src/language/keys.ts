/** A key of 32 bits that goes on from another one: pieces of text are told apart by keys, and never cut out. */
export function keyAfter(key: number, next: number): number {
  const mixed = Math.imul(key ^ next, 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
}

/** The key of a whole text, beginning from one that says what kind of text it is: itself the key of a word for that. */
export function keyOf(start: number, text: string): number {
  let key = start;
  for (let at = 0; at < text.length; at += 1) key = keyAfter(key, text.charCodeAt(at));
  return key;
}

/** Keys in the order in which they came, each with its place. */
export type KeyTable = {
  /** The place of a key, or −1 where it never came. */
  readonly placeOf: (key: number) => number;
  /** The place of a key, a new one where it never came. */
  readonly add: (key: number) => number;
  readonly keys: () => Int32Array;
};

/** A table with open addressing: a Map of numbers takes five times as long, and learning is mostly this. */
export function keyTable(known: Int32Array = new Int32Array(0)): KeyTable {
  const keys: number[] = Array.from(known);
  /** Two numbers a slot, side by side: a key, and its place plus one or 0 where the slot is free. */
  let slots = emptySlots(Math.max(64, known.length));
  const slotOf = (key: number): number => {
    const last = slots.length - 1;
    let slot = (key << 1) & last;
    while (slots[slot + 1] !== 0 && slots[slot] !== key) slot = (slot + 2) & last;
    return slot;
  };
  const put = (key: number, place: number): void => {
    const slot = slotOf(key);
    slots[slot] = key;
    slots[slot + 1] = place + 1;
  };
  const table: KeyTable = {
    placeOf: (key) => (slots[slotOf(key) + 1] ?? 0) - 1,
    add(key) {
      const slot = slotOf(key);
      const known = slots[slot + 1] ?? 0;
      if (known > 0) return known - 1;
      slots[slot] = key;
      slots[slot + 1] = keys.push(key);
      if (keys.length * 4 > slots.length) {
        slots = emptySlots(keys.length * 2);
        keys.forEach(put);
      }
      return keys.length - 1;
    },
    keys: () => Int32Array.from(keys),
  };
  // Known keys differ: none need be looked for before it is put.
  known.forEach(put);
  return table;
}

/** At most half of the slots are ever taken; their number is a power of two. */
function emptySlots(count: number): Int32Array {
  return new Int32Array(2 ** Math.ceil(Math.log2(count * 2)) * 2);
}
