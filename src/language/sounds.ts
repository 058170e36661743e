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
const LONGEST_WORD = 8;

export function soundOf(table: SoundTable, character: string): string {
  return table.syllables[placeAt(table, character, 0)] ?? '';
}

/** The place in the table of syllables of the character that stands there. */
function placeAt({ first }: SoundTable, text: string, at: number): number {
  const place = text.charCodeAt(at) - FIRST_HAN;
  return place < 0 ? 0 : (first[place] ?? 0);
}

function soundsOf(table: SoundTable, text: string): string {
  return Array.from(text, (character) => soundOf(table, character)).join(' ');
}

const NOT_NUMERALS = /[^零〇一二两三四五六七八九十百千万壹贰叁肆伍陆柒捌玖拾佰仟]/g;
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
  const startAt = (text: string, at: number): number =>
    placeAt(sounds, text, at) * sounds.syllables.length + placeAt(sounds, text, at + 1);
  const hasSounds = (word: string): boolean =>
    Array.from(word, (_, at) => placeAt(sounds, word, at)).every((place) => place > 0);
  // By the sounds of their first two characters, the longest first: at most places of a text no word begins.
  const byStart = Map.groupBy(
    [...words.values()]
      .filter((word) => word.length <= LONGEST_WORD && hasSounds(word))
      .sort((one, other) => other.length - one.length),
    (word) => startAt(word, 0),
  );
  const soundsLike = (word: string, text: string, at: number): boolean => {
    if (at + word.length > text.length) return false;
    for (let place = 0; place < word.length; place += 1) {
      if (placeAt(sounds, word, place) !== placeAt(sounds, text, at + place)) return false;
    }
    return true;
  };
  return (text) => {
    let mended = '';
    let kept = 0;
    for (let at = 0; at + 1 < text.length; ) {
      const start = startAt(text, at);
      // What has no sound, as most that is English, begins no word.
      const words = start < sounds.syllables.length ? undefined : byStart.get(start);
      const word = words?.find(
        (one) =>
          text.startsWith(one, at) ||
          (soundsLike(one, text, at) &&
            isMeant(one, text, at, at > kept ? text.charAt(at - 1) : mended.slice(-1))),
      );
      if (word !== undefined && !text.startsWith(word, at)) {
        mended += text.slice(kept, at) + word;
        kept = at + word.length;
      }
      at += word?.length ?? 1;
    }
    return mended + text.slice(kept);
  };

  /** Whether a word is meant by what stands there, which sounds like it. */
  function isMeant(word: string, text: string, at: number, before: string): boolean {
    const written = text.slice(at, at + word.length);
    // A number is never a slip: 一千二百户 is not 以前二百户.
    if (numeralsIn(word) !== numeralsIn(written)) return false;
    if (pointersIn(word) !== pointersIn(written)) return false;
    // 比一比 is no 比一笔: who says it twice has typed it right.
    if (before !== '' && written === `一${before}`) return false;
    const after = text.charAt(at + word.length);
    const gain = usualness(before + word + after) - usualness(before + written + after);
    return gain >= CLEARLY_MORE_USUAL;
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
