import { laterTs } from '../../src/deliveries/next-step.ts';
import type { LookOutcome, PostOutcome } from '../../src/deliveries/outcome.ts';

/** What Slack does with one post. */
export type Fate = {
  /** Never, or so many milliseconds after the request came, whatever the caller hears. */
  readonly takenAfterMs: number | null;
  /** History shows it so much later. */
  readonly shownAfterMs: number;
  readonly answer: 'ts' | '500' | '429' | 'refused' | 'lost';
};

type Taken = {
  readonly key: string;
  readonly takenAt: number;
  readonly shownAt: number;
  readonly ts: string;
};

/** Slack as time passes: what was taken when, and what can be seen of it. */
export function simulatedSlack(skewMs: number) {
  const channels = new Map<string, Taken[]>();
  let number = 0;

  return {
    /** Everything that stands in a channel in the end, in Slack's order. */
    taken: (channel: string): readonly string[] =>
      (channels.get(channel) ?? [])
        .toSorted((one, other) => one.takenAt - other.takenAt)
        .map(({ key }) => key),

    post({
      channel,
      key,
      at,
      fate,
    }: {
      channel: string;
      key: string;
      at: number;
      fate: Fate;
    }): PostOutcome {
      const { answer, takenAfterMs, shownAfterMs } = fate;
      if (answer === '429') return { kind: 'rate-limited', retryAfterMs: 2_500 };
      if (answer === 'refused') return { kind: 'refused', reason: 'is_archived' };
      if (takenAfterMs === null) return { kind: 'unknown', reason: answer };
      const takenAt = at + takenAfterMs;
      number += 1;
      const slackTime = Math.max(0, takenAt + skewMs);
      const ts = `${Math.floor(slackTime / 1_000)}.${String(number).padStart(6, '0')}`;
      const before = channels.get(channel) ?? [];
      channels.set(channel, [...before, { key, takenAt, shownAt: takenAt + shownAfterMs, ts }]);
      return answer === 'ts' ? { kind: 'posted', ts } : { kind: 'unknown', reason: answer };
    },

    look({
      channel,
      key,
      since,
      at,
    }: {
      channel: string;
      key: string;
      since: string;
      at: number;
    }): LookOutcome {
      const found = (channels.get(channel) ?? []).find(
        (one) =>
          one.key === key &&
          one.shownAt <= at &&
          one.ts !== since &&
          laterTs(one.ts, since) === one.ts,
      );
      return found === undefined ? { kind: 'not-found' } : { kind: 'found', ts: found.ts };
    },
  };
}
