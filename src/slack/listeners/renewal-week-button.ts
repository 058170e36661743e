import type { Listener } from '../listener.ts';
import { openRecent } from '../recent.ts';
import { RENEWAL_WEEK_ACTION } from '../views/renewal-week-ids.ts';
import { drawWeek } from '../week-press.ts';

export const renewalWeekButton: Listener = {
  name: 'renewal-week-button',
  needs: { buttons: true, scopes: ['files:write'] },
  listen: (app, doorway) => {
    const recent = openRecent();
    app.action(RENEWAL_WEEK_ACTION, async ({ ack, body }) => {
      await ack();
      await drawWeek(body, { doorway, recent });
    });
  },
};
