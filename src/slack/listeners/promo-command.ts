import { messageOf, noteUnknown } from '../feedback.ts';
import type { Listener } from '../listener.ts';
import { commandSchema } from '../payloads.ts';
import type { Doorway } from '../ports.ts';
import { spokenText } from '../speech.ts';
import { helpHintView } from '../views/help-hint.ts';

const COMMAND = '/promo';

export const promoCommand: Listener = {
  name: 'promo-command',
  needs: { command: COMMAND },
  listen: (app, doorway) =>
    app.command(COMMAND, async ({ ack, body }) => {
      await ack();
      await answerCommand(body, doorway);
    }),
};

/** `/promo …`: only the asker sees the answer. Without a question it says what can be asked. */
export async function answerCommand(body: unknown, doorway: Doorway): Promise<void> {
  const command = commandSchema.parse(body);
  const { team_id: team, channel_id: channel, user_id: user, response_url: url } = command;
  const text = spokenText(command.text, doorway.identity().botUserId);
  if (text === '')
    return doorway.posting.respond(url, { view: helpHintView(doorway.tries()), replaces: false });
  const key = { team, channel, thread: null, user };
  const turn = await doorway.converse({ key, text, choice: null });
  const view = await messageOf(turn, { audience: 'asker', user }, doorway);
  await doorway.posting.respond(url, { view, replaces: false });
  await noteUnknown(turn, doorway);
}
