import type { Turn } from '../../dialogs/turn.ts';
import { answerView } from './answer.ts';
import type { MessageView } from './blocks.ts';
import { staleView } from './stale.ts';

export function turnView(turn: Turn): MessageView {
  return turn.kind === 'stale' ? staleView() : answerView(turn.answer, turn.asked);
}
