import { answerPress } from '../answer-press.ts';
import type { Listener } from '../listener.ts';
import { openRecent } from '../recent.ts';
import { CHOICE_ACTION } from '../views/ids.ts';

export const choiceButton: Listener = {
  name: 'choice-button',
  needs: { buttons: true },
  listen: (app, doorway) => {
    const recent = openRecent();
    app.action(CHOICE_ACTION, async ({ ack, body }) => {
      await ack();
      await answerPress(body, doorway, recent);
    });
  },
};
