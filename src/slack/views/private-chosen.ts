import { context, type MessageView } from './blocks.ts';
import { chosenText } from './chosen.ts';
import { stacked } from './markup.ts';

/** An answer that takes the place of the question it answers, with what was chosen above it. */
export function privateChosenView({ text, blocks }: MessageView, label: string): MessageView {
  const chosen = chosenText(label);
  return { text: stacked([chosen, text]), blocks: [context(chosen), ...blocks] };
}
