import ranges from '@fontsource-variable/noto-sans-sc/unicode.json' with { type: 'json' };

// Noto Sans SC, under the SIL Open Font License 1.1. It comes in some hundred parts, which together would take two
// hundred milliseconds and forty megabytes; a picture or a page needs about ten.

const FOLDER = '@fontsource-variable/noto-sans-sc/files';

/** Some letters are in two parts. Latin ones are taken from the part that is needed anyhow, and comes last. */
const PARTS = Object.entries(ranges).reverse();

/** The files of the face that hold the letters of a text. */
export function fontFilesFor(text: string): readonly string[] {
  return lettersByFile(text).map(({ file }) => file);
}

/** The files of the face that a text needs, each with the letters taken from it. What no file has is left out. */
export function lettersByFile(
  text: string,
): readonly { readonly file: string; readonly letters: string }[] {
  const taken = new Map<number, string>();
  for (const letter of new Set(text)) {
    const part = partOf(letter);
    if (part !== undefined) taken.set(part, (taken.get(part) ?? '') + letter);
  }
  return [...taken]
    .sort(([one], [other]) => one - other)
    .map(([part, letters]) => ({ file: fileOf(part), letters }));
}

export function isInFace(letter: string): boolean {
  return partOf(letter) !== undefined;
}

let partByLetter: ReadonlyMap<number, number> | null = null;

function partOf(letter: string): number | undefined {
  partByLetter ??= lettersOfParts();
  return partByLetter.get(letter.codePointAt(0) ?? -1);
}

function lettersOfParts(): ReadonlyMap<number, number> {
  const parts = new Map<number, number>();
  PARTS.forEach(([, list], part) => {
    for (const [from, to] of spansOf(list)) {
      for (let letter = from; letter <= to; letter += 1) {
        if (!parts.has(letter)) parts.set(letter, part);
      }
    }
  });
  return parts;
}

function fileOf(part: number): string {
  const name = (PARTS[part]?.[0] ?? '').replace(/[[\]]/g, '');
  return `${FOLDER}/noto-sans-sc-${name}-wght-normal.woff2`;
}

/** `U+4e00-4e03,U+4e10` as pairs of numbers. */
function spansOf(list: string): readonly (readonly [number, number])[] {
  return list.split(',').map((span) => {
    const [from = '', to = from] = span.replace('U+', '').split('-');
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
  });
}
