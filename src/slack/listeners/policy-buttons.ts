import { answerDraftPress } from '../decide-draft.ts';
import type { Listener } from '../listener.ts';
import { POLICY_DEEDS, policyActionId } from '../views/ids.ts';

export const policyButtons: Listener = {
  name: 'policy-buttons',
  needs: { buttons: true },
  listen: (app, doorway) => {
    for (const deed of POLICY_DEEDS) {
      app.action(policyActionId(deed), async ({ ack, body }) => {
        await ack();
        await answerDraftPress(body, deed, doorway);
      });
    }
  },
};
