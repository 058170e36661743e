import { answerFeedback } from '../feedback.ts';
import type { Listener } from '../listener.ts';
import { openRecent } from '../recent.ts';
import { FEEDBACK_ACTIONS, FEEDBACK_KINDS } from '../views/ids.ts';

export const feedbackButton: Listener = {
  name: 'feedback-button',
  needs: { buttons: true },
  listen: (app, doorway) => {
    const recent = openRecent();
    for (const kind of FEEDBACK_KINDS) {
      app.action(FEEDBACK_ACTIONS[kind], async ({ ack, body }) => {
        await ack();
        await answerFeedback(body, kind, { doorway, recent });
      });
    }
  },
};
