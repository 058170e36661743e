import { obeyComplaint } from '../complaints/command.ts';
import type { Listener } from '../listener.ts';
import { commandSchema } from '../payloads.ts';

const COMMAND = '/complaint';

export const complaintCommand: Listener = {
  name: 'complaint-command',
  needs: { command: COMMAND, buttons: true },
  listen: (app, doorway) =>
    app.command(COMMAND, async ({ ack, body }) => {
      await ack();
      const command = commandSchema.parse(body);
      await obeyComplaint(
        {
          text: command.text,
          user: command.user_id,
          channel: command.channel_id,
          trigger: command.trigger_id,
          responseUrl: command.response_url,
        },
        doorway,
      );
    }),
};
