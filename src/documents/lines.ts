/** Not at the beginning of a line: what closes, and what follows. */
const CLOSES = /^[,.;:!?)\]}%，。、；：！？）》」』】〕”’…·～]/;
/** Not at the end of one. */
const OPENS = /[([{（《「『【〔“‘]$/;
const WORDS = /[ ]+|[^\s\p{Script=Han}，。、；：！？（）《》「」『』【】〔〕“”‘’…·～]+|./gsu;

/** The text in lines that fit into a width. Its own line ends stay; a word that is wider than a line is broken. */
export function linesOf(
  text: string,
  width: number,
  widthOf: (text: string) => number,
): readonly string[] {
  return text.split('\n').flatMap((line) => {
    const lines = filled(line.trimEnd(), width, widthOf);
    return lines.length === 0 ? [''] : lines;
  });
}

function filled(text: string, width: number, widthOf: (text: string) => number): readonly string[] {
  const lines: string[] = [];
  let [line, taken] = ['', 0];
  for (const piece of piecesOf(text)) {
    const wide = widthOf(piece);
    if (line !== '' && taken + widthOf(piece.trimEnd()) > width) {
      lines.push(line.trimEnd());
      [line, taken] = ['', 0];
    }
    if (line === '' && lines.length > 0 && piece.trim() === '') continue;
    if (wide <= width) {
      line += piece;
      taken += wide;
      continue;
    }
    for (const letter of piece) {
      const more = widthOf(letter);
      if (line !== '' && taken + more > width) {
        lines.push(line);
        [line, taken] = ['', 0];
      }
      line += letter;
      taken += more;
    }
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()];
}

/** What stays together: a word with the marks that cling to it, a Chinese character with those that cling to it. */
function piecesOf(text: string): readonly string[] {
  const pieces: string[] = [];
  for (const [word] of text.matchAll(WORDS)) {
    const before = pieces.at(-1);
    if (before !== undefined && (CLOSES.test(word) || OPENS.test(before))) {
      pieces[pieces.length - 1] = before + word;
    } else pieces.push(word);
  }
  return pieces;
}
