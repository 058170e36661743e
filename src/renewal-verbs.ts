import type { Day } from './calendar/day.ts';
import type { RenewalsPorts } from './commands/renewals.ts';
import { type Config, DEFAULT_DATABASE } from './config.ts';
import { openDesk } from './desk.ts';
import { countedIn } from './renewal-week.ts';
import { openStore } from './store/open.ts';

/** What the command line needs for the figures of renewals, for as long as `use` takes. */
export async function withRenewals<Result>(
  config: Config,
  believe: (given: Day | null) => Day,
  use: (ports: RenewalsPorts) => Promise<Result>,
): Promise<Result> {
  const folders = { data: config.dataFolder, intents: config.intentsFolder };
  const desk = await openDesk(folders, config.keepFolder);
  const { refusals } = desk.reminderRules;
  const store = await openStore(config.databaseUrl ?? DEFAULT_DATABASE);
  try {
    return await use({
      believe,
      outlets: desk.policy.outlets.map(({ id }) => id),
      count: (days) => countedIn(store, days),
      draw: async (asked) => {
        const { renewalWeekChart } = await import('./charts/renewal-week-chart.ts');
        return renewalWeekChart({
          ...asked,
          nameOf: desk.nameOf,
          reasonOf: (id) => refusals.find((one) => one.id === id)?.name ?? null,
          // Without Slack nobody knows what a user is called.
          personOf: (who) => who,
        });
      },
      renderPng: async (svg) => (await import('./charts/render-png.ts')).renderPng(svg),
    });
  } finally {
    await store.close();
  }
}
