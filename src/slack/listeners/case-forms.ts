import { type FormErrors, takeForm } from '../complaints/forms.ts';
import { takeOpening } from '../complaints/opening.ts';
import { formSchema } from '../complaints/payloads.ts';
import type { Listener } from '../listener.ts';
import { FORM_CALLBACK, OPEN_FORM } from '../views/case-ids.ts';

export const caseForms: Listener = {
  name: 'case-forms',
  needs: { buttons: true },
  listen: (app, doorway) => {
    app.view(OPEN_FORM, async ({ ack, body }) => {
      const { errors, after } = await takeOpening(formSchema.parse(body), doorway);
      await ack(answerTo(errors));
      await after();
    });
    app.view(FORM_CALLBACK, async ({ ack, body }) => {
      const { errors, after } = await takeForm(formSchema.parse(body), doorway);
      await ack(answerTo(errors));
      await after();
    });
  },
};

function answerTo(
  errors: FormErrors,
): { response_action: 'errors'; errors: Record<string, string> } | undefined {
  return errors === null ? undefined : { response_action: 'errors', errors: { ...errors } };
}
