/** Where one remark ends and another begins; a full stop within a number ends nothing. */
const END = /[!?;。！？；…\n]|\.(?!\d)/u;
const COMMA = /[,，]|\s[-–—]/u;
/** What says less says nothing by itself. */
const FEWEST = { words: 3, characters: 4 } as const;
const WORD = /[a-z0-9']+/g;
const CHARACTER = /\p{Script=Han}/gu;

/** The remarks that a message consists of, also those that commas part, longer ones first; none where it is one. */
export function clausesOf(plain: string): readonly string[] {
  return [...new Set([...parts(plain, END), ...parts(plain, COMMA)])];
}

function parts(text: string, border: RegExp): readonly string[] {
  const all = text.split(border).map((part) => part.trim());
  if (all.length === 1) return [];
  return all.filter(
    (part) => count(part, CHARACTER) >= FEWEST.characters || count(part, WORD) >= FEWEST.words,
  );
}

function count(text: string, what: RegExp): number {
  return text.match(what)?.length ?? 0;
}
