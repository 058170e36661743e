/** A row of a CSV file as RFC 4180 has it, without its line end. */
export function csvLine(cells: readonly string[]): string {
  return cells.map(quoted).join(',');
}

/** With it, Excel takes the file for UTF-8. */
export const BYTE_ORDER_MARK = '\ufeff';
export const LINE_END = '\r\n';

function quoted(cell: string): string {
  return /[",;\t\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
