import { publishHome } from '../home-page.ts';
import type { Listener } from '../listener.ts';
import { codeOf } from '../outcome.ts';
import { homeOpenedSchema, homePressSchema } from '../payloads.ts';
import type { Doorway } from '../ports.ts';

export const home: Listener = {
  name: 'home',
  needs: { events: ['app_home_opened'] },
  listen: (app, doorway) => {
    app.event('app_home_opened', ({ event }) => showHome(event, doorway));
    app.use(async ({ body, next }) => {
      // The listeners of the button run first: the page then shows what they have done.
      await next();
      await refreshAfterPress(body, doorway);
    });
  },
};

/** The bot's own page, made anew each time it is opened: the day on it is today's. */
export async function showHome(event: unknown, doorway: Doorway): Promise<void> {
  const { user, tab } = homeOpenedSchema.parse(event);
  if (tab === 'home') await publishHome(user, doorway);
}

/** After a press on the page it shows what has become of it. */
export async function refreshAfterPress(body: unknown, doorway: Doorway): Promise<void> {
  const press = homePressSchema.safeParse(body);
  if (!press.success) return;
  const { id: user } = press.data.user;
  try {
    await publishHome(user, doorway);
  } catch (error) {
    // What was pressed is done; the page is made anew when it is next opened.
    doorway.log.warn('home.refresh', { user, code: codeOf(error) });
  }
}
