import { newsInWords } from './answers/news-in-words.ts';
import { dayAt, momentAt } from './calendar/clock.ts';
import { type Day, daysBetween } from './calendar/day.ts';
import type { NewDelivery } from './deliveries/delivery.ts';
import type { Desk } from './desk.ts';
import type { Log } from './log.ts';
import type { Outlet } from './policy/policy.ts';
import {
  changesFor,
  type Decided,
  NEWS_FOR_DAYS,
  overruled,
  type ServedChannel,
  takingEffect,
} from './policy/taking-effect.ts';
import { policyNewsView } from './slack/views/policy-news.ts';

/** What is known of policy on a day, and who is to be told of it. */
export type NewsToday = Decided & {
  readonly outlets: readonly Outlet[];
  readonly channels: readonly ServedChannel[];
  readonly today: Day;
};

/** A message to one channel about one decision; `since` is the day on which it is to be there. */
export type ChannelNews = Pick<NewDelivery, 'key' | 'kind' | 'channel' | 'content'> & {
  readonly since: Day;
};

const KIND = 'policy-live';

/** What each channel is to be told on a day: of each decision that changes something for its outlets, once. */
export function newsOf({
  outlets,
  channels,
  today,
  ...decided
}: NewsToday): readonly ChannelNews[] {
  return takingEffect(decided, today).flatMap((effect) =>
    channels.flatMap(({ channel, outlets: served }): readonly ChannelNews[] => {
      const changes = changesFor(effect, served);
      if (changes.length === 0) return [];
      const isAll = outlets.every(({ id }) => served.includes(id));
      const audience = { changes, outlets: isAll ? null : served };
      const content = policyNewsView(
        newsInWords(effect, audience, { outlets, sets: decided.sets }),
      );
      const key = keyOf(effect.name, channel);
      return [{ key, kind: KIND, channel, content, since: effect.since }];
    }),
  );
}

/** What must not be said any more: another decision took the place of the one that it was about. */
export function overtaken({ channels, today, register }: NewsToday): readonly string[] {
  return overruled({ register }, today).flatMap((name) =>
    channels.map(({ channel }) => keyOf(name, channel)),
  );
}

function keyOf(name: string, channel: string): string {
  return `policy:${name}:${channel}`;
}

export type GoingLivePorts = {
  readonly desk: () => Pick<Desk, 'sets' | 'register' | 'policy' | 'channels'>;
  /** Instead of the channels of the data, where the workspace has others. */
  readonly channels: readonly ServedChannel[] | null;
  readonly today: () => Day;
  /** Whether the day is believed in and not that of the clock: then it has no morning to wait for. */
  readonly isDayGiven: boolean;
  readonly timeZone: string;
  readonly now: () => number;
  readonly deliver: (deliveries: readonly NewDelivery[]) => Promise<readonly string[]>;
  readonly takeBack: (key: string) => Promise<number>;
  readonly log: Log;
};

/** Halls open at nine. */
const MORNING = 8 * 60 + 30;
const DAY_MS = 24 * 60 * 60_000;
const AGAIN_AFTER_MS = 60_000;

/** Tells channels what has changed for them: looks whether there is news, which costs nothing while there cannot be. */
export function openGoingLive(ports: GoingLivePorts): { readonly look: () => Promise<void> } {
  const { now, today, log } = ports;
  let seen: { readonly desk: unknown; readonly day: Day } | null = null;
  let notBefore = 0;
  let looking: Promise<void> | null = null;

  const plan = async (desk: ReturnType<GoingLivePorts['desk']>, day: Day): Promise<void> => {
    const { sets, register, policy, channels } = desk;
    const known = {
      ...{ sets, register, today: day },
      outlets: policy.outlets,
      channels: ports.channels ?? channels,
    };
    for (const key of overtaken(known)) await ports.takeBack(key);
    const deliveries = newsOf(known).flatMap((news) => deliveryOf(news, { ...ports, day }));
    const planned = await ports.deliver(deliveries);
    if (planned.length > 0) log.info('policy.news', { count: planned.length });
  };

  const lookOnce = async (): Promise<void> => {
    const [desk, day] = [ports.desk(), today()];
    if ((seen?.desk === desk && seen.day === day) || now() < notBefore) return;
    try {
      await plan(desk, day);
      seen = { desk, day };
    } catch (error) {
      notBefore = now() + AGAIN_AFTER_MS;
      log.error('policy.news', { error: error instanceof Error ? error.name : 'not an error' });
    }
  };

  return {
    look: () => {
      looking ??= lookOnce().finally(() => {
        looking = null;
      });
      return looking;
    },
  };
}

type When = Pick<GoingLivePorts, 'now' | 'isDayGiven' | 'timeZone'> & { readonly day: Day };

function deliveryOf(
  { since, ...news }: ChannelNews,
  { now, isDayGiven, timeZone, day }: When,
): readonly NewDelivery[] {
  const at = now();
  const daysAgo = daysBetween(since, day);
  const morning = momentAt(dayAt(at, timeZone), MORNING, timeZone) - daysAgo * DAY_MS;
  const expiresAt = morning + NEWS_FOR_DAYS * DAY_MS;
  if (isDayGiven) return [{ ...news, dueAt: at }];
  return at >= expiresAt ? [] : [{ ...news, dueAt: Math.max(at, morning), expiresAt }];
}
