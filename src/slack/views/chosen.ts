import type { Block, KnownBlock } from '@slack/types';
import { context } from './blocks.ts';
import { isChoiceBlock } from './ids.ts';
import { harmless } from './markup.ts';

/** A message that Slack showed, as it comes back with a press. */
export type ShownMessage = { readonly text: string; readonly blocks: readonly Block[] };
export type FrozenMessage = {
  readonly text: string;
  readonly blocks: readonly (KnownBlock | Block)[];
};

/** A question that has been answered: its buttons give way to what was chosen. The rest stays as it was shown. */
export function chosenView(
  message: ShownMessage,
  label: string,
  isGone: (block: Block) => boolean = isChoices,
): FrozenMessage {
  const first = message.blocks.findIndex(isGone);
  const chosen = context(chosenText(label));
  const blocks = message.blocks.flatMap((block, index) => {
    if (index === first) return [chosen];
    return isGone(block) ? [] : [block];
  });
  return { text: `${message.text}\n${chosenText(label)}`, blocks };
}

export function chosenText(label: string): ReturnType<typeof harmless> {
  return harmless(`✓ ${label}`, 200);
}

function isChoices(block: Block): boolean {
  return isChoiceBlock(block.block_id ?? '');
}
