import type { Hearing } from './sounds.ts';
import { soundOf } from './sounds.ts';
import { isEnglish, type SpellingBook } from './spelling.ts';

const LATIN_RUN = /[a-z]+(?:[ ']+[a-z]+)*/g;
/** A word of at least this many letters that is no English one makes a run of words pinyin. */
const TELLING = 4;
/** Or so many words of one syllable, at least half of them no English. */
const MANY = 4;
/** What a pair of characters that was never seen counts beside how frequent its second one is. */
const UNSEEN_PAIR = 0.02;
const LONGEST_SYLLABLE = 6;

/**
 * The text with pinyin written out as the characters that staff would have typed: `yongjin duoshao` is 佣金多少.
 * English stays as it is: a run of words is pinyin only when all of them are, and one of them is no English word.
 */
export function pinyinReader(
  { sounds, counts }: Hearing,
  book: SpellingBook,
): (text: string) => string {
  const bySound = new Map<string, string[]>();
  for (const character of counts.singles.keys()) {
    const sound = soundOf(sounds, character);
    if (sound === '') continue;
    bySound.set(sound, [...(bySound.get(sound) ?? []), character]);
  }
  const total = [...counts.singles.values()].reduce((sum, count) => sum + count, 0);
  const chance = (before: string, character: string): number => {
    const single = (counts.singles.get(character) ?? 0) / total;
    const pair = counts.pairs.get(before + character) ?? 0;
    return Math.log(
      (pair + UNSEEN_PAIR * single * 100) / ((counts.singles.get(before) ?? 0) + 2) + 1e-9,
    );
  };

  return (text) =>
    text.replace(LATIN_RUN, (run) => {
      const words = run.split(/[ ']+/);
      const ways = words.map((word) => syllablesOf(word, bySound));
      const isPinyin =
        ways.every((way) => way !== null) &&
        (words.some(
          (word, index) =>
            word.length >= TELLING && !isEnglish(book, word) && (ways[index]?.length ?? 0) > 1,
        ) ||
          (words.length >= MANY &&
            words.filter((word) => !isEnglish(book, word)).length * 2 >= words.length));
      return isPinyin ? likeliest(ways.flatMap((way) => way ?? [])) : run;
    });

  /** The likeliest characters for these syllables (Viterbi over pairs). */
  function likeliest(syllables: readonly string[]): string {
    let paths = new Map([['', { text: '', score: 0 }]]);
    for (const syllable of syllables) {
      const next = new Map<string, { text: string; score: number }>();
      for (const character of bySound.get(syllable) ?? []) {
        for (const [before, path] of paths) {
          const score = path.score + chance(before, character);
          if (score > (next.get(character)?.score ?? Number.NEGATIVE_INFINITY)) {
            next.set(character, { text: path.text + character, score });
          }
        }
      }
      paths = next;
    }
    return [...paths.values()].sort((one, other) => other.score - one.score)[0]?.text ?? '';
  }
}

/** A word cut into the fewest syllables that characters have, or null where it is no pinyin. */
function syllablesOf(word: string, known: ReadonlyMap<string, unknown>): readonly string[] | null {
  const best: (readonly string[] | null)[] = [[]];
  for (let end = 1; end <= word.length; end += 1) {
    best[end] = null;
    for (let start = Math.max(0, end - LONGEST_SYLLABLE); start < end; start += 1) {
      const before = best[start];
      const syllable = word.slice(start, end);
      if (before === null || before === undefined || !known.has(syllable)) continue;
      const way = [...before, syllable];
      if (way.length < (best[end]?.length ?? Number.POSITIVE_INFINITY)) best[end] = way;
    }
  }
  return best[word.length] ?? null;
}
