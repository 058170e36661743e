import { setTimeout as wait } from 'node:timers/promises';
import { now } from './calendar/clock.ts';
import { type Day, daysBetween } from './calendar/day.ts';
import type { Due, DueLine, RemindersPorts, RunLine } from './commands/reminders.ts';
import type { SlackPosting } from './config.ts';
import type { Delivery } from './deliveries/delivery.ts';
import { openDispatcher } from './deliveries/dispatcher.ts';
import type { Desk } from './desk.ts';
import { digestContent } from './digest-content.ts';
import type { Log } from './log.ts';
import { Problem } from './problem.ts';
import { stageOf } from './reminders/due.ts';
import { renewalOffers } from './reminders/offers.ts';
import type { DigestLine, Planned } from './reminders/plan.ts';
import { DIGEST_KIND, openReminding, type Reminding } from './reminding.ts';
import { deliveryLedger } from './store/deliveries.ts';
import { deliveryLanes } from './store/delivery-lanes.ts';
import { reminderBook } from './store/reminders.ts';
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
const OPEN = ['pending', 'sending'] as const;

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

  /** What a digest says that somebody planned before. */
  const plannedBefore = async ({
    key,
    channel,
  }: Delivery): Promise<Post & { readonly key: string }> => {
    const said = await reminderBook(store).saidIn(key);
    const first = said.filter(
      ({ contract }, at) => said.findIndex((one) => one.contract.id === contract.id) === at,
    );
    const lines = first.map(({ contract, saidOn }) => {
      const stage = said
        .filter((one) => one.contract.id === contract.id)
        .map(({ occasion }) => stageOf(occasion))
        .find((one) => one !== null);
      return {
        contract,
        due: { stage: stage ?? daysBetween(saidOn, contract.endsOn) },
        offers: renewalOffers(desk.policyOn(saidOn), {
          ...{ outlet: contract.outlet, day: saidOn },
          businesses: desk.reminderRules.renewalBusinesses,
        }),
      };
    });
    return { key, channel, lines };
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
      const ledger = deliveryLedger(store);
      // Whoever planned them may be gone: another run that was ended, a bot that is down.
      const open = await Promise.all(
        OPEN.map((state) => ledger.list({ state, channel: null, kind: DIGEST_KIND })),
      );
      const earlier = open.flat().filter(isUnderWay);
      const { posts: own, orphans } = await reminding(given, channelNames).remind();
      const posts = [...(await Promise.all(earlier.map(plannedBefore))), ...own];
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

/** What is printed of a digest. */
type Post = {
  readonly channel: string;
  readonly lines: readonly (Pick<DigestLine, 'contract' | 'offers'> & {
    readonly due: Pick<DigestLine['due'], 'stage'>;
  })[];
};
type Names = () => Promise<ReadonlyMap<string, string> | null>;

/** Not yet posted, and its moment has come. */
function isUnderWay(delivery: Delivery | undefined): boolean {
  return (
    delivery !== undefined &&
    OPEN.some((state) => state === delivery.state) &&
    delivery.dueAt <= now()
  );
}

async function statesOf(
  ledger: ReturnType<typeof deliveryLedger>,
  keys: readonly string[],
): Promise<ReadonlyMap<string, Delivery>> {
  const found = await ledger.byKeys(keys);
  return new Map(found.map((delivery) => [delivery.key, delivery]));
}

/** Channel by channel, and in each outlet by outlet in the order of their soonest contracts. */
function dueIn({
  posts,
  orphans,
}: {
  readonly posts: readonly Post[];
  readonly orphans: Planned['orphans'];
}): Due<DueLine> {
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

function contractIn({
  contract,
  due,
  offers,
}: Post['lines'][number]): DueLine['contracts'][number] {
  return { id: contract.id, ends_on: contract.endsOn, stage: due.stage, offers };
}
