import type { Listener } from '../listener.ts';
import { homeOpenedSchema } from '../payloads.ts';
import type { Doorway } from '../ports.ts';
import { homeView } from '../views/home.ts';

export const home: Listener = {
  name: 'home',
  needs: { events: ['app_home_opened'] },
  listen: (app, doorway) => app.event('app_home_opened', ({ event }) => showHome(event, doorway)),
};

/** The bot's own page, made anew each time it is opened: the day on it is today's. */
export async function showHome(event: unknown, { posting, today, tries }: Doorway): Promise<void> {
  const { user, tab } = homeOpenedSchema.parse(event);
  if (tab === 'home') await posting.publishHome(user, homeView(today(), tries()));
}
