import { reasonGiven, reasonIn, sendBack } from '../decide-draft.ts';
import type { Listener } from '../listener.ts';
import { POLICY_MODAL } from '../views/ids.ts';

export const policyReason: Listener = {
  name: 'policy-reason',
  needs: { buttons: true },
  listen: (app, doorway) =>
    app.view(POLICY_MODAL, async ({ ack, body }) => {
      const given = reasonGiven(body);
      if (reasonIn(given) === null) {
        const reason = '请写明原因。 · Please say why.';
        await ack({ response_action: 'errors', errors: { reason } });
        return;
      }
      await ack();
      await sendBack(given, doorway);
    }),
};
