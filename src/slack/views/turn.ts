import type { KnownBlock } from '@slack/types';
import type { Turn } from '../../dialogs/turn.ts';
import { answerView } from './answer.ts';
import type { MessageView } from './blocks.ts';
import type { Audience } from './ids.ts';
import { staleView } from './stale.ts';

/** A turn as a message, with `below` under the answer. */
export function turnView(
  turn: Turn,
  audience: Audience,
  below: readonly KnownBlock[],
): MessageView {
  if (turn.kind === 'stale') return staleView();
  const { answer, asked } = turn;
  return answerView(answer, asked === null ? null : { asked, audience }, below);
}
