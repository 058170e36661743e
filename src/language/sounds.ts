import { isHan } from './characters.ts';

/** How each Chinese character sounds: pinyin syllables without tones, `ü` as v. Plain data. */
export type SoundTable = {
  readonly syllables: readonly string[];
  /** The place in `syllables` of the first reading of each character from U+4E00 on; 0 where there is none. */
  readonly first: Uint16Array;
};

/** How often characters, by their codes, and pairs of them, by their keys, stand in what people say. Plain data. */
export type CharacterCounts = {
  readonly singles: ReadonlyMap<number, number>;
  readonly pairs: ReadonlyMap<number, number>;
};

/** A pair of characters as one number: cutting pairs out as texts would take most of the time of counting them. */
export function pairKey(before: number, after: number): number {
  return (before << 16) | after;
}

export function pairText(key: number): string {
  return String.fromCharCode(key >>> 16, key & 0xffff);
}

/** What is needed to hear a sentence. Plain data. */
export type Hearing = {
  readonly sounds: SoundTable;
  readonly counts: CharacterCounts;
  /** Words of the trade by their sound: `cun fei song ji` → 存费送机. */
  readonly words: ReadonlyMap<string, string>;
};

const FIRST_HAN = 0x4e00;
const HAN_RUN = /\p{Script=Han}+/gu;
const LONGEST_WORD = 8;

export function soundOf(table: SoundTable, character: string): string {
  return table.syllables[placeAt(table, character, 0)] ?? '';
}

/** The sounds of a text, a character each: its place in the table of syllables, 0 where it has none. */
function heardIn(table: SoundTable, text: string): string {
  let heard = '';
  for (let at = 0; at < text.length; at += 1)
    heard += String.fromCharCode(placeAt(table, text, at));
  return heard;
}

/** The place in the table of syllables of the character that stands there. */
function placeAt({ first }: SoundTable, text: string, at: number): number {
  return first[text.charCodeAt(at) - FIRST_HAN] ?? 0;
}

function soundsOf(table: SoundTable, text: string): string {
  return Array.from(text, (character) => soundOf(table, character)).join(' ');
}

const NOT_NUMERALS = /[^零〇一二两三四五六七八九十百千万]/g;
/** How much more usual (in powers of e) a text must become before a word in it is replaced. */
const CLEARLY_MORE_USUAL = 3;
/** What a pair of characters that was never seen counts. */
const UNSEEN = 0.1;

/**
 * The text with words that sound like a word of the trade but are written otherwise replaced by it: 拥金 is 佣金,
 * 存费送鸡 is 存费送机. The sentence must become clearly more like what staff write by it.
 */
export function homophoneMender({ sounds, counts, words }: Hearing): (text: string) => string {
  const usualness = (text: string): number => {
    let sum = 0;
    for (let at = 0; at + 1 < text.length; at += 1) {
      const key = pairKey(text.charCodeAt(at), text.charCodeAt(at + 1));
      sum += Math.log(UNSEEN + (counts.pairs.get(key) ?? 0));
    }
    return sum;
  };
  // At most places no word begins: its first two sounds say how long the words are that do, a bit for each length.
  const lengths = new Uint16Array(sounds.syllables.length ** 2);
  const startAt = (text: string, at: number): number =>
    placeAt(sounds, text, at) * sounds.syllables.length + placeAt(sounds, text, at + 1);
  const byHeard = new Map<string, string>();
  for (const word of words.values()) {
    const start = startAt(word, 0);
    if (word.length <= LONGEST_WORD) lengths[start] = (lengths[start] ?? 0) | (1 << word.length);
    byHeard.set(heardIn(sounds, word), word);
  }
  return (text) =>
    text.replace(HAN_RUN, (run) => {
      let mended = '';
      let kept = 0;
      for (let at = 0; at + 1 < run.length; ) {
        const known = lengths[startAt(run, at)] ?? 0;
        const word =
          known === 0
            ? undefined
            : wordAt(run, at, known, at > kept ? run.charAt(at - 1) : mended.slice(-1));
        if (word !== undefined && !run.startsWith(word, at)) {
          mended += run.slice(kept, at) + word;
          kept = at + word.length;
        }
        at += word?.length ?? 1;
      }
      return mended + run.slice(kept);
    });

  /** The word of the trade that stands at a place, of one of these lengths, as it is written or as it sounds. */
  function wordAt(run: string, at: number, known: number, before: string): string | undefined {
    for (let length = Math.min(LONGEST_WORD, run.length - at); length >= 2; length -= 1) {
      if ((known & (1 << length)) === 0) continue;
      const written = run.slice(at, at + length);
      const word = byHeard.get(heardIn(sounds, written));
      if (word === written) return word;
      // A number is never a slip: 一千二百户 is not 以前二百户.
      if (word === undefined || numeralsIn(word) !== numeralsIn(written)) continue;
      if (pointersIn(word) !== pointersIn(written)) continue;
      const after = run.charAt(at + length);
      const gain = usualness(before + word + after) - usualness(before + written + after);
      if (gain >= CLEARLY_MORE_USUAL) return word;
    }
    return undefined;
  }
}

function numeralsIn(text: string): string {
  return text.replace(NOT_NUMERALS, '');
}

/** 那 and 哪 sound nearly alike and mean the opposite: which was typed is known, and 那家 is not 哪家. */
function pointersIn(text: string): string {
  return text.replace(/[^那哪]/g, '');
}

/** Words of the trade by their sound; of two that sound alike the more frequent one. */
export function wordsBySound(
  table: SoundTable,
  words: readonly { readonly word: string; readonly count: number }[],
): ReadonlyMap<string, string> {
  const best = new Map<string, { word: string; count: number }>();
  for (const entry of words) {
    const key = soundsOf(table, entry.word);
    if ((best.get(key)?.count ?? -1) < entry.count) best.set(key, entry);
  }
  return new Map([...best].map(([key, { word }]) => [key, word]));
}

/** How often each character and each pair of neighbours stands in these texts. */
export function countCharacters(texts: readonly string[]): CharacterCounts {
  const singles = new Map<number, number>();
  const pairs = new Map<number, number>();
  for (const text of texts) {
    let before = NOTHING;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (!isHan(code)) {
        before = NOTHING;
        continue;
      }
      singles.set(code, (singles.get(code) ?? 0) + 1);
      if (before !== NOTHING) {
        const key = pairKey(before, code);
        pairs.set(key, (pairs.get(key) ?? 0) + 1);
      }
      before = code;
    }
  }
  return { singles, pairs };
}

/** What stands before the first character of a run. */
const NOTHING = 0;
