import ranges from '@fontsource-variable/noto-sans-sc/unicode.json' with { type: 'json' };

const FOLDER = '@fontsource-variable/noto-sans-sc/files';

/**
 * The files of the face that hold the letters of a text. It comes in some hundred parts, which together would take
 * two hundred milliseconds and forty megabytes; a picture needs about ten.
 */
export function fontFilesFor(text: string): readonly string[] {
  const missing = new Set([...text].flatMap((letter) => letter.codePointAt(0) ?? []));
  // Some letters are in two parts. Latin ones are taken from the part that is needed anyhow, and comes last.
  return Object.entries(ranges)
    .reverse()
    .filter(([, list]) => {
      const spans = spansOf(list);
      const found = [...missing].filter((letter) =>
        spans.some(([from, to]) => from <= letter && letter <= to),
      );
      for (const letter of found) missing.delete(letter);
      return found.length > 0;
    })
    .map(([part]) => `${FOLDER}/noto-sans-sc-${part.replace(/[[\]]/g, '')}-wght-normal.woff2`);
}

/** `U+4e00-4e03,U+4e10` as pairs of numbers. */
function spansOf(list: string): readonly (readonly [number, number])[] {
  return list.split(',').map((span) => {
    const [from = '', to = from] = span.replace('U+', '').split('-');
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
  });
}
