import { isHan } from './characters.ts';

/** How each Chinese character sounds: pinyin syllables without tones, `ü` as v. Plain data. */
export type SoundTable = {
  readonly syllables: readonly string[];
  /** The place in `syllables` of the first reading of each character from U+4E00 on; 0 where there is none. */
  readonly first: Uint16Array;
};

/** How often characters and pairs of them stand in what people say. Plain data. */
export type CharacterCounts = {
  readonly singles: ReadonlyMap<string, number>;
  readonly pairs: ReadonlyMap<string, number>;
};

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
  return table.syllables[table.first[(character.codePointAt(0) ?? 0) - FIRST_HAN] ?? 0] ?? '';
}

/** The sounds of a text, a character each: its place in the table of syllables, 0 where it has none. */
function heardIn(table: SoundTable, text: string): string {
  let heard = '';
  for (let at = 0; at < text.length; at += 1)
    heard += String.fromCharCode(table.first[text.charCodeAt(at) - FIRST_HAN] ?? 0);
  return heard;
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
      sum += Math.log(UNSEEN + (counts.pairs.get(text.slice(at, at + 2)) ?? 0));
    }
    return sum;
  };
  // At most places no word begins: its first two sounds say how long the words are that do.
  const longest = new Map<string, number>();
  const byHeard = new Map<string, string>();
  for (const word of words.values()) {
    const heard = heardIn(sounds, word);
    const start = heard.slice(0, 2);
    longest.set(start, Math.max(longest.get(start) ?? 0, Math.min(word.length, LONGEST_WORD)));
    byHeard.set(heard, word);
  }
  return (text) =>
    text.replace(HAN_RUN, (run) => {
      const heard = heardIn(sounds, run);
      let mended = '';
      let at = 0;
      while (at < run.length) {
        const word = wordAt(run, heard, at, mended);
        mended += word ?? run.charAt(at);
        at += word?.length ?? 1;
      }
      return mended;
    });

  /** The word of the trade that stands at a place, as it is written or as it sounds. */
  function wordAt(run: string, heard: string, at: number, mended: string): string | undefined {
    const most = longest.get(heard.slice(at, at + 2)) ?? 0;
    for (let length = Math.min(most, run.length - at); length >= 2; length -= 1) {
      const written = run.slice(at, at + length);
      const word = byHeard.get(heard.slice(at, at + length));
      if (word === written) return word;
      // A number is never a slip: 一千二百户 is not 以前二百户.
      if (word === undefined || numeralsIn(word) !== numeralsIn(written)) continue;
      if (pointersIn(word) !== pointersIn(written)) continue;
      const before = mended.slice(-1);
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
  // Counted by number, one code before another: cutting out each pair would take most of the time.
  const counts = new Map<number, Map<number, number>>();
  const add = (before: number, code: number): void => {
    const after = counts.get(before);
    if (after === undefined) counts.set(before, new Map([[code, 1]]));
    else after.set(code, (after.get(code) ?? 0) + 1);
  };
  for (const text of texts) {
    let before = NOTHING;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      const isRun = isHan(code);
      if (isRun) add(NOTHING, code);
      if (isRun && before !== NOTHING) add(before, code);
      before = isRun ? code : NOTHING;
    }
  }
  const singles = new Map<string, number>();
  const pairs = new Map<string, number>();
  for (const [before, after] of counts) {
    for (const [code, count] of after) {
      if (before === NOTHING) singles.set(String.fromCharCode(code), count);
      else pairs.set(String.fromCharCode(before, code), count);
    }
  }
  return { singles, pairs };
}

/** What stands before a character by itself. */
const NOTHING = 0;
