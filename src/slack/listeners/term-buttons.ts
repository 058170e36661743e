import type { Listener } from '../listener.ts';
import { pressTerm, turnPage } from '../term-press.ts';
import { TERM_ACTIONS, TERM_DEEDS, TERM_PAGES } from '../views/term-ids.ts';

export const termButtons: Listener = {
  name: 'term-buttons',
  needs: { buttons: true },
  listen: (app, doorway) => {
    for (const deed of TERM_DEEDS) {
      app.action(TERM_ACTIONS[deed], async ({ ack, body }) => {
        await ack();
        await pressTerm(body, deed, doorway);
      });
    }
    app.action(TERM_PAGES, async ({ ack, body }) => {
      await ack();
      const page = await turnPage(body, doorway);
      if (page !== null) await doorway.posting.changeModal(page.viewId, page.view);
    });
  },
};
