import { type MessageView, section } from './blocks.ts';
import { harmless } from './markup.ts';

/** To a press on a button that is not part of the question now being asked of this person. */
export function staleView(): MessageView {
  const text = harmless(
    [
      '这个按钮已经过时，或者是同事的提问。请直接输入问题，我马上回答。',
      'This button has been answered already, or belongs to a colleague’s question. Just type your question.',
    ].join('\n'),
  );
  return { text, blocks: [section(text)] };
}
