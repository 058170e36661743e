import { type Hearing, pairKey, soundOf } from './sounds.ts';
import { isEnglish, isStretched, type SpellingBook } from './spelling.ts';

const LATIN_RUN = /[a-z]+(?:[ ']+[a-z]+)*/g;
/** A word of at least this many letters that is no English one makes a run of words pinyin. */
const TELLING = 4;
/** Or so many words of one syllable, at least half of them no English; one fewer where none is. */
const MANY = 4;
/** What a pair of characters that was never seen counts beside how frequent its second one is. */
const UNSEEN_PAIR = 0.02;
const LONGEST_SYLLABLE = 6;
const HAN = /\p{Script=Han}/u;
/** So many ways to write what came so far are followed; a syllable such as yi stands for sixty characters. */
const PATHS = 24;

/**
 * The text with pinyin written out as the characters that staff would have typed: `yongjin duoshao` is 佣金多少.
 * English stays as it is: a run of words is pinyin only when all of them are, and one of them is no English word.
 */
export function pinyinReader(
  { sounds, counts }: Hearing,
  book: SpellingBook,
): (text: string) => string {
  // Most questions hold no strange Latin word, and a command answers one question: made when first needed.
  let made: ReadonlyMap<string, readonly Choice[]> | null = null;
  const choices = (): ReadonlyMap<string, readonly Choice[]> => {
    made ??= choicesBySound({ sounds, counts });
    return made;
  };

  return (text) => {
    const runs = Array.from(text.matchAll(LATIN_RUN), ([run]) => run);
    const isBesideChinese = HAN.test(text);
    const sure = new Set(
      runs.filter((run) => kindOf(run) === 'pinyin' || (isBesideChinese && isAllStrange(run))),
    );
    if (sure.size === 0) return text;
    // Beside pinyin a short run is pinyin too: "liansuo maichang 200 neng tui bu".
    return text.replace(LATIN_RUN, (run) =>
      sure.has(run) || kindOf(run) === 'perhaps'
        ? likeliest(run.split(/[ ']+/).flatMap((word) => syllablesOf(word, choices()) ?? []))
        : run,
    );
  };

  function kindOf(run: string): 'pinyin' | 'perhaps' | 'english' {
    const words = run.split(/[ ']+/);
    const strange = words.filter((word) => !isEnglish(book, word) && !isStretched(book, word));
    if (strange.length === 0) return 'english';
    if (!words.every((word) => syllablesOf(word, choices()) !== null)) return 'english';
    const isTelling = (word: string): boolean =>
      word.length >= TELLING && (syllablesOf(word, choices())?.length ?? 0) > 1;
    const isHalf = strange.length * 2 >= words.length;
    const isMany = words.length >= MANY - (strange.length === words.length ? 1 : 0);
    if (strange.some(isTelling) || (isMany && isHalf)) return 'pinyin';
    return isHalf ? 'perhaps' : 'english';
  }

  /** Several words of which none is English and each is a syllable: "xia zhou 到期的". */
  function isAllStrange(run: string): boolean {
    const words = run.split(/[ ']+/);
    return (
      words.length > 1 &&
      words.every((word) => !isEnglish(book, word) && syllablesOf(word, choices()) !== null)
    );
  }

  /** The likeliest characters for these syllables (Viterbi over pairs). */
  function likeliest(syllables: readonly string[]): string {
    const start: Path = { text: '', score: 0, code: 0, count: 0 };
    let paths: readonly Path[] = [start];
    for (const syllable of syllables) {
      const gone = (choices().get(syllable) ?? []).map((choice) => pathTo(choice, paths));
      paths = gone.length > PATHS ? gone.toSorted(byScore).slice(0, PATHS) : gone;
    }
    return paths.toSorted(byScore)[0]?.text ?? '';
  }

  /** The likeliest of the paths, gone on to a character. */
  function pathTo({ code, unseen, count }: Choice, paths: readonly Path[]): Path {
    let best = Number.NEGATIVE_INFINITY;
    let before = '';
    for (const path of paths) {
      const pair = counts.pairs.get(pairKey(path.code, code)) ?? 0;
      const score = path.score + Math.log((pair + unseen) / (path.count + 2) + 1e-9);
      if (score <= best) continue;
      best = score;
      before = path.text;
    }
    return { text: before + String.fromCharCode(code), score: best, code, count };
  }
}

function byScore(one: Path, other: Path): number {
  return other.score - one.score;
}

/** The characters that each syllable may stand for. */
function choicesBySound({
  sounds,
  counts,
}: Pick<Hearing, 'sounds' | 'counts'>): ReadonlyMap<string, readonly Choice[]> {
  const total = [...counts.singles.values()].reduce((sum, count) => sum + count, 0);
  const bySound = Map.groupBy(
    Array.from(counts.singles, ([code, count]) => ({
      code,
      count,
      unseen: (UNSEEN_PAIR * 100 * count) / total,
    })),
    ({ code }) => soundOf(sounds, String.fromCharCode(code)),
  );
  bySound.delete('');
  return bySound;
}

/** A character that a syllable may stand for. */
type Choice = {
  readonly code: number;
  /** How often it was seen. */
  readonly count: number;
  /** What a pair with it counts that was never seen. */
  readonly unseen: number;
};

/** Characters written so far, and how likely they are; of the last one its code and how often it was seen. */
type Path = Pick<Choice, 'code' | 'count'> & { readonly text: string; readonly score: number };

/** A word cut into the fewest syllables that are known, or null where it is no pinyin. */
export function syllablesOf(
  word: string,
  known: { readonly has: (syllable: string) => boolean },
): readonly string[] | null {
  // How many syllables the word takes up to each place, and where the last of them starts.
  const fewest = [0];
  const starts = [0];
  for (let end = 1; end <= word.length; end += 1) {
    fewest[end] = Number.POSITIVE_INFINITY;
    for (let start = Math.max(0, end - LONGEST_SYLLABLE); start < end; start += 1) {
      const count = (fewest[start] ?? 0) + 1;
      if (count >= (fewest[end] ?? 0) || !known.has(word.slice(start, end))) continue;
      fewest[end] = count;
      starts[end] = start;
    }
  }
  if (fewest[word.length] === Number.POSITIVE_INFINITY) return null;
  const syllables: string[] = [];
  for (let end = word.length; end > 0; end = starts[end] ?? 0) {
    syllables.unshift(word.slice(starts[end], end));
  }
  return syllables;
}
