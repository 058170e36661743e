/**
 * What makes a spreadsheet take a text for something to run: =, +, -, @, and the line ends and tabs that hide them.
 * Excel in Chinese takes the full-width ones, too.
 */
const RUNS = /^'*[=+\-@＝＋－＠\t\r\n]/;

/** A text that no spreadsheet runs: behind an apostrophe where it could be. */
export function safeCell(text: string): string {
  return RUNS.test(text) ? `'${text}` : text;
}

/** The text that `safeCell` was given. */
export function textOfCell(cell: string): string {
  return cell.startsWith("'") && RUNS.test(cell) ? cell.slice(1) : cell;
}
