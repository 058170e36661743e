import type { ConversationKey, Turn } from '../dialogs/turn.ts';
import { messageOf, noteUnknown } from './feedback.ts';
import type { SlackMessage } from './payloads.ts';
import { sendWantedPicture } from './picture.ts';
import type { Doorway } from './ports.ts';
import { spokenText } from './speech.ts';
import { helpHintView } from './views/help-hint.ts';

export type MessageAt = { readonly message: SlackMessage; readonly thread: string | null };

export function keyOf({ message, thread }: MessageAt, { identity }: Doorway): ConversationKey {
  const { channel, user } = message;
  return { team: identity().teamId, channel, thread, user };
}

/** Answers a message where it was said. `mayPass` lets an answer go unsaid. */
export async function answerMessage(
  at: MessageAt,
  doorway: Doorway,
  mayPass: (turn: Turn) => boolean = () => false,
): Promise<void> {
  const { message, thread } = at;
  const place = { channel: message.channel, thread };
  const text = spokenText(message.text, doorway.identity().botUserId);
  if (text === '') return doorway.posting.post(place, helpHintView(doorway.tries()));
  const turn = await doorway.converse({ key: keyOf(at, doorway), text, choice: null });
  // What was said to a colleague is nobody's question: it is neither answered nor noted.
  if (mayPass(turn)) return;
  const seen = { audience: 'everyone', user: message.user } as const;
  await doorway.posting.post(place, await messageOf(turn, seen, doorway));
  await sendWantedPicture(turn, place, doorway);
  await noteUnknown(turn, doorway);
}
