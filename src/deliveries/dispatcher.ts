import type { Log } from '../log.ts';
import { messageKey } from './message-key.ts';
import { adviceFor, type Notice } from './notice.ts';
import { type Chance, PACE, type Pace } from './pace.ts';
import type { Channels, Claim, Finished, Lanes } from './ports.ts';

export type DispatcherPorts = {
  readonly lanes: Lanes;
  readonly channels: Channels;
  /** Tells the administrators of a delivery that stopped; the log has it already. */
  readonly tell: (notice: Notice) => void;
  readonly now: () => number;
  readonly chance: () => Chance;
  readonly log: Log;
  readonly pace?: Pace;
};

export type Dispatcher = {
  /** Does what is due, one step in each lane, and waits for it. Never rejects. */
  readonly tick: () => Promise<void>;
  /** Takes nothing more, and waits for the posts under way. */
  readonly stop: () => Promise<void>;
};

/** Lanes at a time in one process: Slack also limits the workspace. */
const LANES_AT_ONCE = 4;
/** After Slack refused the token: somebody must act first. */
const HALT_MS = 5 * 60_000;
const REPORT_EVERY_MS = 60_000;
/** Outcomes that show that Slack listens to the bot. */
const WITH_ACCESS: ReadonlySet<string> = new Set(['posted', 'refused', 'found', 'not-found']);

export function openDispatcher(ports: DispatcherPorts): Dispatcher {
  const { lanes, channels, tell, now, chance, log, pace = PACE } = ports;
  const underWay = new Set<Promise<void>>();
  let busy = 0;
  let isStopping = false;
  let haltedUntil: number | null = null;
  let reportAt = 0;
  let isInTrouble = false;

  const halt = (reason: string): void => {
    if (haltedUntil === null) {
      log.error('deliveries.halted', { reason, advice: adviceFor('halted', reason).en });
    }
    haltedUntil = now() + HALT_MS;
  };

  const act = async ({ step, delivery, since }: Claim, takenAt: number): Promise<Finished> => {
    const { channel, content } = delivery;
    const key = messageKey(delivery.key);
    if (step === 'look') return { step, outcome: await channels.look({ channel, key, since }) };
    // A process that slept meanwhile has lost the lane: somebody else may be posting this very thing.
    if (now() - takenAt > pace.leaveWithinMs) {
      return { step, outcome: { kind: 'not-sent', reason: 'too_slow' } };
    }
    return { step, outcome: await channels.post({ channel, key, content }) };
  };

  const run = async (claim: Claim, takenAt: number): Promise<void> => {
    const { id, channel, kind } = claim.delivery;
    try {
      const finished = await act(claim, takenAt);
      const { outcome } = finished;
      if (outcome.kind === 'no-access') halt(outcome.reason);
      else if (haltedUntil !== null && WITH_ACCESS.has(outcome.kind)) {
        haltedUntil = null;
        log.info('deliveries.resumed');
      }
      const state = await lanes.settle(claim, finished, { chance: chance(), pace });
      const reason = 'reason' in outcome ? outcome.reason : null;
      log.info('delivery', { id, channel, kind, outcome: outcome.kind, state, reason });
      if (state === 'blocked' || state === 'uncertain' || state === 'expired') reportAt = 0;
    } catch (error) {
      // It stays `sending`; when the lease is over somebody looks for it.
      log.error('delivery.left', { id, channel, error: nameOf(error) });
    }
  };

  /** So that stopping can wait for it. */
  const tracked = (work: Promise<void>): Promise<void> => {
    const over = work.finally(() => underWay.delete(over));
    underWay.add(over);
    return over;
  };

  const mayTake = (): boolean => {
    if (isStopping) return false;
    if (haltedUntil === null) return busy < LANES_AT_ONCE;
    // One at a time, to see whether the token is good again.
    return busy === 0 && now() >= haltedUntil;
  };

  /** Fills the free places; gives the steps that it began. */
  const begin = async (): Promise<readonly Promise<void>[]> => {
    const begun: Promise<void>[] = [];
    while (mayTake()) {
      busy += 1;
      const takenAt = now();
      const claim = await lanes.claim(pace).catch((error: unknown) => {
        busy -= 1;
        throw error;
      });
      if (claim === null) {
        busy -= 1;
        break;
      }
      const free = (): void => {
        busy -= 1;
      };
      begun.push(tracked(run(claim, takenAt).finally(free)));
    }
    return begun;
  };

  const report = async (): Promise<void> => {
    if (isStopping || now() < reportAt) return;
    reportAt = now() + REPORT_EVERY_MS;
    for (const notice of await lanes.untold()) {
      const { channel, state, reason, ids } = notice;
      const advice = adviceFor(state, reason).en;
      const first = ids[0] ?? null;
      log.warn(`delivery.${state}`, { channel, reason, first, count: ids.length, advice });
      if (notice.isNews) tell(notice);
    }
  };

  const tick = async (): Promise<void> => {
    try {
      for (;;) {
        const begun = await begin();
        if (begun.length === 0) break;
        await Promise.all(begun);
      }
      await report();
      if (isInTrouble) log.info('deliveries.again');
      isInTrouble = false;
    } catch (error) {
      // The ledger cannot be reached. Said once, not at every tick.
      if (!isInTrouble) log.error('deliveries.tick', { error: nameOf(error) });
      isInTrouble = true;
    }
  };

  return {
    // Ticks may overlap: a slow lane holds up no other one.
    tick: async () => {
      if (!isStopping) await tracked(tick());
    },
    stop: async () => {
      isStopping = true;
      while (underWay.size > 0) await Promise.all([...underWay]);
    },
  };
}

function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return 'not an error';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
