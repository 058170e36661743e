/** A key of 32 bits that goes on from another one: pieces of text are told apart by keys, and never cut out. */
export function keyAfter(key: number, next: number): number {
  const mixed = Math.imul(key ^ next, 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
}

/** The key of a whole text, beginning from one that says what kind of text it is. */
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
  let size = 0;
  let keys = new Int32Array(Math.max(64, known.length));
  /** For each slot the place plus one, or 0 where it is free; at most half of the slots are taken. */
  let slots = new Int32Array(2 ** Math.ceil(Math.log2(keys.length * 2)));
  const slotOf = (key: number): number => {
    const mask = slots.length - 1;
    let slot = key & mask;
    for (;;) {
      const place = slots[slot] ?? 0;
      if (place === 0 || keys[place - 1] === key) return slot;
      slot = (slot + 1) & mask;
    }
  };
  const put = (key: number, slot: number): number => {
    keys[size] = key;
    size += 1;
    slots[slot] = size;
    return size - 1;
  };
  const grow = (): void => {
    const held = keys;
    keys = new Int32Array(held.length * 2);
    slots = new Int32Array(slots.length * 2);
    size = 0;
    for (const key of held) put(key, slotOf(key));
  };
  for (const key of known) put(key, slotOf(key));
  return {
    placeOf: (key) => (slots[slotOf(key)] ?? 0) - 1,
    add(key) {
      const slot = slotOf(key);
      const place = slots[slot] ?? 0;
      if (place > 0) return place - 1;
      if (size < keys.length) return put(key, slot);
      grow();
      return put(key, slotOf(key));
    },
    keys: () => keys.slice(0, size),
  };
}
