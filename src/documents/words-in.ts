import type { Paper, Part } from '../paper.ts';

/** Every word of a paper, in the order in which it is read. */
export function wordsIn({ title, foot, parts }: Paper): readonly string[] {
  // The dot is what a list is written with.
  return [title, ...parts.flatMap(wordsOf), foot, '·'];
}

function wordsOf(part: Part): readonly string[] {
  switch (part.kind) {
    case 'heading':
    case 'text':
    case 'quote':
      return [part.text];
    case 'list':
      return part.items;
    case 'pairs':
      return part.pairs.flat();
    case 'table':
      return [...part.head, ...part.rows.flat()];
    case 'page':
      return [];
  }
}
