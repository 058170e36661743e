import { formSchema } from '../complaints/payloads.ts';
import type { Listener } from '../listener.ts';
import { takeHandOver } from '../renewals-command.ts';
import { takeOutcome, takeReopening } from '../term-press.ts';
import { HAND_OVER_FORM, OUTCOME_FORM, REOPEN_FORM } from '../views/term-ids.ts';

const FORMS = {
  [OUTCOME_FORM]: takeOutcome,
  [REOPEN_FORM]: takeReopening,
  [HAND_OVER_FORM]: takeHandOver,
};

export const termForms: Listener = {
  name: 'term-forms',
  needs: { buttons: true },
  listen: (app, doorway) => {
    for (const [callback, take] of Object.entries(FORMS)) {
      app.view(callback, async ({ ack, body }) => {
        const { errors, after } = await take(formSchema.parse(body), doorway);
        if (errors !== null) return ack({ response_action: 'errors', errors: { ...errors } });
        await ack();
        await after();
      });
    }
  },
};
