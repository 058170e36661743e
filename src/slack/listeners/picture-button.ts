import type { Listener } from '../listener.ts';
import { answerPicture } from '../picture.ts';
import { openRecent } from '../recent.ts';
import { PICTURE_ACTION } from '../views/ids.ts';

export const pictureButton: Listener = {
  name: 'picture-button',
  needs: { buttons: true, scopes: ['files:write'] },
  listen: (app, doorway) => {
    const recent = openRecent();
    app.action(PICTURE_ACTION, async ({ ack, body }) => {
      await ack();
      await answerPicture(body, { doorway, recent });
    });
  },
};
