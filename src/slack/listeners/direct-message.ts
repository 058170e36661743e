import { answerMessage } from '../answer-message.ts';
import { sayInCase } from '../complaints/say.ts';
import type { Listener } from '../listener.ts';
import { messageSchema } from '../payloads.ts';
import type { Doorway } from '../ports.ts';
import { openRecent, type Recent } from '../recent.ts';
import { spokenText } from '../speech.ts';
import { takeSheets } from '../take-sheets.ts';

export const directMessage: Listener = {
  name: 'direct-message',
  // To read a dropped sheet, and to ask the owners of the policy.
  needs: { events: ['message.im'], scopes: ['files:read', 'im:write'] },
  listen: (app, doorway) => {
    const taken = openRecent();
    app.event('message', ({ event }) => answerDirectly(event, doorway, taken));
  },
};

/** A direct message: its files are taken, and its words are answered below it, or in its thread. */
export async function answerDirectly(
  event: unknown,
  doorway: Doorway,
  taken: Recent = openRecent(),
): Promise<void> {
  const message = messageSchema.parse(event);
  const { channel, channel_type: type, ts, thread_ts: thread = null, files } = message;
  if (type !== 'im' || (await sayInCase(message, doorway))) return;
  if (files.length > 0) {
    // When the answer to the words has to be tried again, the files have had theirs.
    if (!taken.has(`${channel} ${ts}`)) await takeSheets(message, doorway);
    taken.note(`${channel} ${ts}`);
    if (spokenText(message.text, doorway.identity().botUserId) === '') return;
  }
  await answerMessage({ message, thread }, doorway);
}
