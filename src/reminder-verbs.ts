import { setTimeout as wait } from 'node:timers/promises';
import { now } from './calendar/clock.ts';
import type { Day } from './calendar/day.ts';
import type { Due, DueLine, RemindersPorts, RunLine } from './commands/reminders.ts';
import type { SlackPosting } from './config.ts';
import type { Delivery } from './deliveries/delivery.ts';
import { openDispatcher } from './deliveries/dispatcher.ts';
import type { Desk } from './desk.ts';
import { digestContent } from './digest-content.ts';
import type { Log } from './log.ts';
import { Problem } from './problem.ts';
import type { DigestLine, Planned } from './reminders/plan.ts';
import { openReminding, type Reminding } from './reminding.ts';
import { deliveryLedger } from './store/deliveries.ts';
import { deliveryLanes } from './store/delivery-lanes.ts';
import type { Store } from './store/schema.ts';

export type ReminderVerbPorts = {
  readonly store: Store;
  readonly desk: Desk;
  readonly posting: SlackPosting | null;
  readonly believe: (given: Day | null) => Day;
  /** Whether the day is the clock's where none is named on the command line. */
  readonly isDayGiven: boolean;
  readonly timeZone: string;
  readonly log: Log;
};

/** Longer than the grace after which a post of unknown outcome is looked for, and room for Slack's own waits. */
const PATIENCE_MS = 5 * 60_000;
const LOOK_EVERY_MS = 200;
const OPEN: ReadonlySet<string> = new Set(['pending', 'sending']);

/** What the command line does about reminders. */
export function reminderVerbs(ports: ReminderVerbPorts): RemindersPorts {
  const { store, desk, log } = ports;
  const reminding = (given: Day | null, channelsByName: Names): Reminding => {
    const day = ports.believe(given);
    return openReminding({
      ...{ store, log, now, channelsByName, today: () => day, desk: () => desk },
      contentOf: (post, about) => digestContent(desk, post, about),
      timeZone: ports.timeZone,
      hours: given !== null || ports.isDayGiven ? 'none' : 'quiet',
    });
  };

  return {
    plan: async (given) => {
      // A plan needs no Slack: a channel that is named by its name stays a name.
      const { posts, orphans } = await reminding(given, async () => null).plan();
      return dueIn({ posts, orphans });
    },

    run: async (given) => {
      if (ports.posting === null)
        throw new Problem('config', 'SLACK_BOT_TOKEN is not set: there is nowhere to post');
      const { openOutgoing } = await import('./slack/outgoing.ts');
      const { channels, channelNames } = await openOutgoing({ ...ports.posting, now, log });
      const { posts, orphans } = await reminding(given, channelNames).remind();
      const ledger = deliveryLedger(store);
      const dispatcher = openDispatcher({
        ...{ channels, now, log, lanes: deliveryLanes(store), chance: Math.random },
        // Whoever runs it reads what stopped at the end.
        tell: () => undefined,
      });
      const keys = posts.map(({ key }) => key);
      const until = now() + PATIENCE_MS;
      let stand = await statesOf(ledger, keys);
      while (now() < until && keys.some((key) => isUnderWay(stand.get(key)))) {
        await dispatcher.tick();
        stand = await statesOf(ledger, keys);
        if (keys.some((key) => isUnderWay(stand.get(key)))) await wait(LOOK_EVERY_MS);
      }
      await dispatcher.stop();
      const lines = posts.flatMap(({ key, ...post }): readonly RunLine[] => {
        const { state = 'unknown', ts = null, reason = null } = stand.get(key) ?? {};
        return dueIn({ posts: [post], orphans: [] }).lines.map((line) => ({
          ...line,
          state,
          ts,
          reason,
        }));
      });
      return { lines, orphans: orphans.map(({ contract }) => contract.id) };
    },
  };
}

type Names = () => Promise<ReadonlyMap<string, string> | null>;

/** Not yet posted, and its moment has come. */
function isUnderWay(delivery: Delivery | undefined): boolean {
  return delivery !== undefined && OPEN.has(delivery.state) && delivery.dueAt <= now();
}

async function statesOf(
  ledger: ReturnType<typeof deliveryLedger>,
  keys: readonly string[],
): Promise<ReadonlyMap<string, Delivery>> {
  const found = await ledger.byKeys(keys);
  return new Map(found.map((delivery) => [delivery.key, delivery]));
}

/** Channel by channel, and in each outlet by outlet in the order of their soonest contracts. */
function dueIn({ posts, orphans }: Pick<Planned, 'posts' | 'orphans'>): Due<DueLine> {
  return {
    lines: posts.flatMap(({ channel, lines }) => {
      const outlets = [...new Set(lines.map(({ contract }) => contract.outlet))];
      return outlets.map((outlet) => ({
        channel,
        outlet,
        contracts: lines.filter(({ contract }) => contract.outlet === outlet).map(contractIn),
      }));
    }),
    orphans: orphans.map(({ contract }) => contract.id),
  };
}

function contractIn({ contract, due, offers }: DigestLine): DueLine['contracts'][number] {
  return { id: contract.id, ends_on: contract.endsOn, stage: due.stage, offers };
}
