/**
 * Fonts that draw a sign in place of a letter: in Wingdings 2 a "P" is a ✓ and an "O" is a ✗, which would be read as the
 * sign of a level. By font the letters whose signs the trade draws; every other letter of such a font is some picture.
 */
const SIGNS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  wingdings: { ü: '✓', þ: '☑', û: '✗', ý: '☒', '«': '★', '¡': '○', l: '●' },
  'wingdings 2': { P: '✓', R: '☑', O: '✗', Q: '☒' },
  'wingdings 3': {},
  webdings: { a: '✓', r: '✗' },
  marlett: { a: '✓', b: '✓', r: '✗' },
  symbol: { Ö: '√', '´': '×' },
};

/** A text as it is seen in this font. */
export function drawn(text: string, font: string): string {
  const signs = SIGNS[font.toLowerCase()];
  if (signs === undefined) return text;
  return (
    text
      // Some programs keep the letter at a private place of Unicode.
      .replace(/[\uf020-\uf0ff]/g, (one) => String.fromCharCode(one.charCodeAt(0) - 0xf000))
      .replace(/[!-\u00ff]/g, (one) => signs[one] ?? '□')
  );
}
