import type { Listener } from '../listener.ts';
import { homeOpenedSchema } from '../payloads.ts';
import type { Doorway } from '../ports.ts';
import { welcomeView } from '../views/welcome.ts';

export const welcome: Listener = {
  name: 'welcome',
  needs: { events: ['app_home_opened'] },
  listen: (app, doorway) => app.event('app_home_opened', ({ event }) => greet(event, doorway)),
};

/** Whoever opens an empty direct message is told what to ask. Nobody is written to unasked. */
export async function greet(event: unknown, { posting, tries }: Doorway): Promise<void> {
  const { channel, tab } = homeOpenedSchema.parse(event);
  if (tab !== 'messages' || !(await posting.isEmpty(channel))) return;
  await posting.post({ channel, thread: null }, welcomeView(tries()));
}
