import { offerOpening } from '../complaints/opening.ts';
import { shortcutSchema } from '../complaints/payloads.ts';
import type { Listener } from '../listener.ts';
import { spokenText } from '../speech.ts';
import { OPEN_SHORTCUT } from '../views/case-ids.ts';

export const complaintShortcut: Listener = {
  name: 'complaint-shortcut',
  needs: { shortcut: OPEN_SHORTCUT, buttons: true },
  listen: (app, doorway) =>
    app.shortcut(OPEN_SHORTCUT, async ({ ack, body }) => {
      await ack();
      const { trigger_id: trigger, user, channel, message } = shortcutSchema.parse(body);
      const words = spokenText(message.text, doorway.identity().botUserId);
      const link = { channel: channel.id, ts: message.ts };
      await offerOpening({ trigger, user: user.id, channel: channel.id, words, link }, doorway);
    }),
};
