import { chooseInMenu } from '../complaints/menu.ts';
import { offerOpening } from '../complaints/opening.ts';
import { casePressSchema } from '../complaints/payloads.ts';
import { pressStep } from '../complaints/press.ts';
import type { Listener } from '../listener.ts';
import { openRecent } from '../recent.ts';
import { CASE_MENU, CASE_OPEN, decodeOpen, decodeStep, STEP_ACTION } from '../views/case-ids.ts';

export const caseButtons: Listener = {
  name: 'case-buttons',
  needs: { buttons: true },
  listen: (app, doorway) => {
    const recent = openRecent();
    app.action(STEP_ACTION, async ({ ack, body }) => {
      await ack();
      const press = casePressSchema.parse(body);
      await pressStep(press, decodeStep(press.value), { doorway, recent });
    });
    app.action(CASE_MENU, async ({ ack, body }) => {
      await ack();
      await chooseInMenu(casePressSchema.parse(body), doorway);
    });
    app.action(CASE_OPEN, async ({ ack, body }) => {
      await ack();
      const { trigger_id: trigger, user, channel, value } = casePressSchema.parse(body);
      const at = { trigger, user: user.id, channel: channel.id, words: '' };
      await offerOpening({ ...at, ...decodeOpen(value) }, doorway);
    });
  },
};
