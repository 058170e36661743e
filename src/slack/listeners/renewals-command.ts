import type { Listener } from '../listener.ts';
import { commandSchema } from '../payloads.ts';
import { obeyRenewals } from '../renewals-command.ts';

const COMMAND = '/renewals';

export const renewalsCommand: Listener = {
  name: 'renewals-command',
  needs: { command: COMMAND, buttons: true, scopes: ['channels:read', 'groups:read'] },
  listen: (app, doorway) =>
    app.command(COMMAND, async ({ ack, body }) => {
      await ack();
      await obeyRenewals(commandSchema.parse(body), doorway);
    }),
};
