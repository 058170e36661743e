/** English words, to tell a slip from a word. Plain data. */
export type SpellingBook = {
  /** Words that staff use, by how often the examples have them: what a slip may have meant. */
  readonly ours: ReadonlyMap<string, number>;
  /** Common words of the language: never a slip. */
  readonly common: ReadonlySet<string>;
};

const SHORTEST = 4;
/** From this length on two slips are forgiven. */
const LONG = 9;
const WORD = /[a-z]+(?:'[a-z]+)?/g;

/**
 * The text with its unknown English words replaced by the known word that is one slip away (two for long words):
 * a letter more, less, wrong, or two swapped. A word that is known, however rare, stays as it is.
 */
export function spellChecker(book: SpellingBook): (text: string) => string {
  const ours = Array.from(book.ours, ([word, count]) => ({
    word,
    count,
    letters: lettersOf(word),
  }));
  const byLength = Map.groupBy(ours, ({ word }) => word.length);
  const squeezedOurs = squeezedWords(book);
  const byConsonants = wordsByConsonants(book);
  const timesOf = (word: string): number => book.ours.get(word) ?? 0;
  const mended = (word: string): string => {
    const held = DOUBLED.test(word) ? squeezedOurs.get(squeezed(word)) : undefined;
    if (held !== undefined) return held;
    const inFull = byConsonants.get(consonantsOf(word));
    // A word without a single vowel is one whose vowels were left out: "mrch" is no slip for "much".
    if (inFull !== undefined && !VOWEL.test(word)) return inFull;
    const slips = word.length >= LONG ? 2 : 1;
    const letters = lettersOf(word);
    let best = { word, distance: slips + 1, isLikely: false, count: 0 };
    for (let length = word.length - slips; length <= word.length + slips; length += 1) {
      for (const known of byLength.get(length) ?? []) {
        // Nobody types a letter too many before a short word: an ipad is no pad.
        if (!mayBeNear(letters, known.letters, slips) || known.word === shortTail(word)) continue;
        const distance = slipsBetween(word, known.word, slips);
        if (distance > best.distance || distance > slips) continue;
        const isLikely = isLikelySlip(word, known.word);
        const isBetter =
          distance < best.distance ||
          (isLikely === best.isLikely ? known.count > best.count : isLikely);
        if (isBetter) best = { word: known.word, distance, isLikely, count: known.count };
      }
    }
    if (best.distance > slips) return inFull ?? word;
    // "commsn" is rather the commission of every day than a slip for "common".
    const isUsual = inFull !== undefined && timesOf(inFull) >= MUCH_MORE_OFTEN * best.count;
    return isUsual ? inFull : best.word;
  };
  return (text) =>
    text.replace(WORD, (word) => {
      if (word.length < SHORTEST || isEnglish(book, word)) return word;
      return mended(word);
    });
}

/** A short word without its first letter; empty for a longer one. */
function shortTail(word: string): string {
  return word.length === SHORTEST ? word.slice(1) : '';
}

/** Whether a text has a word that is no English one: in most texts nothing can be a slip, and one look tells. */
export function hasStrangeWord(book: SpellingBook, text: string): boolean {
  const isStrange = (word: string): boolean => !isEnglish(book, word);
  return (text.match(WORD) ?? []).some(
    (word) => isStrange(word) || (word.includes("'") && word.split("'").some(isStrange)),
  );
}

/** Whether a word stands in the book, also with an ending. */
export function isEnglish({ ours, common }: SpellingBook, word: string): boolean {
  const isListed = (form: string): boolean => ours.has(form) || common.has(form);
  return isListed(word) || isListed(word.replace(/(?:'s|s|es|ed|ing)$/, ''));
}

const DOUBLED = /([a-z])\1/;

/** A word as it would be were no key held too long: "disccconect" and "disconnect" are the same then. */
function squeezed(word: string): string {
  return word.replace(/([a-z])\1+/g, '$1');
}

/** Our words by their squeezed form; of two with the same form the more frequent one. */
function squeezedWords({ ours }: SpellingBook): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  for (const [word, count] of ours) {
    const form = squeezed(word);
    if (word.length < SHORTEST || (ours.get(words.get(form) ?? '') ?? 0) >= count) continue;
    words.set(form, word);
  }
  return words;
}

/** Letters change places, and vowels are left out, more often than another letter is typed: "tpis" is "tips" and not "this". */
function isLikelySlip(word: string, known: string): boolean {
  const isSwap = word.length === known.length && lettersOf(word) === lettersOf(known);
  const isShort = known.length > word.length && withoutVowels(known) === withoutVowels(word);
  return isSwap || isShort;
}

function withoutVowels(word: string): string {
  return word.charAt(0) + word.slice(1).replace(/[aeiou']/g, '');
}

const VOWEL = /[aeiouy]/;
/** So many consonants tell a word. */
const TELLING_CONSONANTS = 4;

/** "frnchse", "twnshp": who is in a hurry leaves vowels out. Empty where too little is left to tell a word by. */
function consonantsOf(word: string): string {
  const consonants = squeezed(withoutVowels(word));
  return consonants.length < TELLING_CONSONANTS ? '' : consonants;
}

/** Our words by their consonants; of two with the same ones the more frequent one. */
function wordsByConsonants({ ours }: SpellingBook): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  for (const [word, count] of ours) {
    const consonants = consonantsOf(word);
    if (consonants === '' || consonants === word) continue;
    if ((ours.get(words.get(consonants) ?? '') ?? 0) < count) words.set(consonants, word);
  }
  return words;
}

/** Whether a word is an English one in which keys were held too long: "meaaning" is no pinyin. */
export function isStretched(book: SpellingBook, word: string): boolean {
  return word.length > SHORTEST && DOUBLED.test(word) && isEnglish(book, squeezed(word));
}

/** Which letters a word has, a bit for each. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) - 97);
  return letters;
}

/** A slip brings in one letter and takes out one: words that differ in more letters need not be compared. */
function mayBeNear(one: number, other: number, slips: number): boolean {
  return hasAtMost(slips, one & ~other) && hasAtMost(slips, other & ~one);
}

/** Whether so many bits are set at most. */
function hasAtMost(count: number, bits: number): boolean {
  let rest = bits;
  for (let taken = 0; taken < count; taken += 1) rest &= rest - 1;
  return rest === 0;
}

/** How many slips lie between two words (optimal string alignment), or more than `most`, which is one or two. */
export function slipsBetween(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  if (at === one.length && at === other.length) return 0;
  if (most === 0) return 1;
  // Where they part a slip was made: the rest must hold after one letter more, less or wrong, or two swapped.
  const after = (ofOne: number, ofOther: number): number =>
    1 + slipsBetween(one.slice(at + ofOne), other.slice(at + ofOther), most - 1);
  const isSwap = one[at] === other[at + 1] && one[at + 1] === other[at];
  return Math.min(after(1, 0), after(0, 1), isSwap ? after(2, 2) : after(1, 1));
}

/** How much more often a word must stand in the examples for its misspelling there to be known as one. */
const MUCH_MORE_OFTEN = 5;

/**
 * The words of English texts, each with how often it stands there. Examples hold slips on purpose: a word seen once,
 * or one slip away from a much more frequent one and no common word, is not taken for a word of ours.
 */
export function wordsInUse(
  examples: readonly string[],
  sure: readonly string[],
  common: SpellingBook['common'],
): SpellingBook['ours'] {
  const counts = new Map<string, number>();
  const count = (texts: readonly string[]): void => {
    for (const text of texts) {
      for (const word of text.match(WORD) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  };
  count(examples);
  const frequent = Map.groupBy(
    [...counts]
      .filter(([, times]) => times >= MUCH_MORE_OFTEN)
      .map(([word, times]) => ({ word, times, letters: lettersOf(word) })),
    ({ word }) => word.length,
  );
  const isSlip = (word: string, times: number): boolean =>
    word.length >= SHORTEST &&
    !common.has(word) &&
    [word.length - 1, word.length, word.length + 1].some((length) =>
      frequent
        .get(length)
        ?.some(
          ({ word: other, times: others, letters }) =>
            others >= times * MUCH_MORE_OFTEN &&
            mayBeNear(lettersOf(word), letters, 1) &&
            !word.startsWith(other) &&
            slipsBetween(word, other, 1) === 1,
        ),
    );
  const book = new Map([...counts].filter(([word, times]) => times > 1 && !isSlip(word, times)));
  counts.clear();
  count(sure);
  for (const [word, times] of counts) {
    if (!isSlip(word, times)) book.set(word, (book.get(word) ?? 0) + 2 * times);
  }
  return book;
}
