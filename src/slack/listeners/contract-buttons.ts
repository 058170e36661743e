import type { Listener } from '../listener.ts';
import { answerContractPress } from '../take-contracts.ts';
import { CONTRACT_DEEDS, contractActionId } from '../views/contract-ids.ts';

export const contractButtons: Listener = {
  name: 'contract-buttons',
  needs: { buttons: true },
  listen: (app, doorway) => {
    for (const deed of CONTRACT_DEEDS) {
      app.action(contractActionId(deed), async ({ ack, body }) => {
        await ack();
        await answerContractPress(body, deed, doorway);
      });
    }
  },
};
