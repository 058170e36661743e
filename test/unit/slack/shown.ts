import type { Block } from '@slack/types';

type Shown = { readonly text?: string; readonly blocks: readonly Block[] };
type Part = Block & {
  readonly text?: { readonly text: string };
  readonly elements?: readonly Element[];
};
type Element = { readonly text?: string | { readonly text: string } };

/** A message as somebody would read it, for golden files: a line for each line, the buttons in brackets. */
export function shown({ text, blocks }: Shown): string {
  const view = blocks.map((block) => blockShown(block)).join('\n');
  return text === undefined ? `${view}\n` : `${view}\n\n=== without blocks ===\n${text}\n`;
}

function blockShown(block: Part): string {
  const words = block.text?.text ?? '';
  const elements = (block.elements ?? []).map(({ text }) =>
    typeof text === 'string' ? text : (text?.text ?? ''),
  );
  switch (block.type) {
    case 'header':
      return `# ${words}`;
    case 'divider':
      return '---';
    case 'context':
      return elements.map((line) => indented(line)).join('\n');
    case 'actions':
      return elements.map((label) => `[ ${label} ]`).join(' ');
    default:
      return words;
  }
}

function indented(text: string): string {
  return text
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n');
}
