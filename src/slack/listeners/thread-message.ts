import type { Turn } from '../../dialogs/turn.ts';
import { answerMessage, keyOf } from '../answer-message.ts';
import { sayInCase } from '../complaints/say.ts';
import type { Listener } from '../listener.ts';
import { messageSchema } from '../payloads.ts';
import type { Doorway } from '../ports.ts';
import { callsSomebodyElse } from '../speech.ts';

export const threadMessage: Listener = {
  name: 'thread-message',
  needs: { events: ['message.channels', 'message.groups'] },
  listen: (app, doorway) => app.event('message', ({ event }) => goOnInThread(event, doorway)),
};

/** In a thread where this person has been answered before, the next question needs no mention. */
export async function goOnInThread(event: unknown, doorway: Doorway): Promise<void> {
  const message = messageSchema.parse(event);
  const { channel_type: type, thread_ts: thread, text } = message;
  if (type === 'im' || thread === undefined) return;
  if (callsSomebodyElse(text, doorway.identity().botUserId)) return;
  if (await sayInCase(message, doorway)) return;
  const at = { message, thread };
  if (await doorway.isOpen(keyOf(at, doorway))) await answerMessage(at, doorway, isForColleagues);
}

// Nobody called the bot: what it cannot answer was most likely said to a colleague.
function isForColleagues(turn: Turn): boolean {
  return turn.kind === 'answer' && turn.answer.intent === 'out_of_scope';
}
