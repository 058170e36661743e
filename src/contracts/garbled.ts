/** Letters that GBK makes of the first two bytes of a Chinese letter in UTF-8: 寮, 鏉, 淇… Names hardly ever begin so. */
let bytesOf: ReadonlyMap<string, number> | null = null;

/** The bytes of each letter of GBK that begins with E3 to E9 or ends such a letter; made when it is first needed. */
function gbkBytes(): ReadonlyMap<string, number> {
  if (bytesOf !== null) return bytesOf;
  const made = new Map<string, number>();
  const decoder = new TextDecoder('gbk', { fatal: true });
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let tail = 0x40; tail <= 0xfe; tail += 1) {
      try {
        const letter = decoder.decode(Uint8Array.of(lead, tail));
        if (letter.length === 1) made.set(letter, (lead << 8) | tail);
      } catch {
        // No letter has these bytes.
      }
    }
  }
  bytesOf = made;
  return made;
}

/**
 * What a text was before somebody read its UTF-8 as GBK and saved that (张伟 became 寮犱紵); null where it is no such
 * text. All its letters must give back whole Chinese letters, which hardly any name does by chance.
 */
export function ungarbled(text: string): string | null {
  const foreign = text.replace(/[\0-\x7f]/g, '');
  if (foreign.length < 3 || !/^[\u4e00-\u9fff\ue000-\uf8ff]/.test(foreign)) return null;
  const known = gbkBytes();
  const lead = (known.get(foreign.charAt(0)) ?? 0) >> 8;
  if (lead < 0xe3 || lead > 0xe9) return null;
  const bytes: number[] = [];
  for (const letter of foreign) {
    const pair = known.get(letter);
    if (pair === undefined) return null;
    bytes.push(pair >> 8, pair & 0xff);
  }
  try {
    const was = new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes));
    return /^\p{Script=Han}+$/u.test(was) ? was : null;
  } catch {
    return null;
  }
}
