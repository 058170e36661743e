import type { Style, WrittenCell } from './xlsx-write.ts';

export function headings(texts: readonly string[]): readonly WrittenCell[] {
  return texts.map((text) => cell(text, 'heading'));
}

export function cell(text: string | number | null, style: Style = 'plain'): WrittenCell {
  return { text, style };
}
