import { App, type AppOptions, type Receiver } from '@slack/bolt';
import type { Log } from '../log.ts';
import { heardIn } from './heard.ts';
import { codeOf } from './outcome.ts';
import type { Identity, Inbox } from './ports.ts';

type ReceiverEvent = Parameters<App['processEvent']>[0];

export type DurablePorts = {
  readonly inbox: Inbox;
  readonly identity: () => Identity;
  readonly now: () => number;
  readonly log: Log;
};

/** An answer to a question of the day before is noise. */
const REPLAYED_FOR_MS = 24 * 60 * 60_000;

/**
 * Bolt acknowledges an event before any listener has run: a crash after that loses it, and Slack does not send it
 * again (fault K1). Here an event is first kept, then acknowledged, then answered; what was kept and not answered is
 * answered later.
 */
export class DurableApp extends App {
  readonly #ports: DurablePorts;
  readonly #running = new Set<Promise<void>>();
  readonly #answering = new Set<string>();

  constructor(options: AppOptions & { readonly receiver: Receiver }, ports: DurablePorts) {
    super(options);
    this.#ports = ports;
  }

  override async processEvent(event: ReceiverEvent): Promise<void> {
    const work = this.#process(event);
    this.#running.add(work);
    try {
      await work;
    } finally {
      this.#running.delete(work);
    }
  }

  /** Answers what was kept and left unanswered, oldest first. Gives how many events that were. */
  async replay(): Promise<number> {
    const { inbox, identity, now, log } = this.#ports;
    const left = await inbox.unfinished();
    for (const { eventId, body } of left) {
      if (this.#answering.has(eventId)) continue;
      const heard = heardIn(parsed(body), identity());
      const isFresh = heard.kind === 'event' && now() - heard.at < REPLAYED_FOR_MS;
      if (isFresh) await this.#answer(eventId, { body: parsed(body), ack: async () => {} });
      else await inbox.done(eventId);
      log.info('slack.event-of-before', { eventId, isFresh });
    }
    return left.length;
  }

  /** Resolves when everything that came in has been dealt with. */
  async idle(): Promise<void> {
    await Promise.allSettled([...this.#running]);
  }

  async #process(event: ReceiverEvent): Promise<void> {
    const { inbox, identity, log } = this.#ports;
    const heard = heardIn(event.body, identity());
    if (heard.kind === 'other') return super.processEvent(event);
    if (heard.kind === 'noise') return event.ack();
    const { id: eventId, type: kind } = heard;
    // When this fails there is no acknowledgement, and Slack sends the event again.
    const isNew = await inbox.keep({ eventId, kind, body: JSON.stringify(event.body) });
    try {
      await event.ack();
    } catch (error) {
      // Kept is kept: it is answered now, and what Slack sends again is known by its id.
      log.warn('slack.acknowledgement-lost', { eventId, code: codeOf(error) });
    }
    if (isNew) await this.#answer(eventId, { ...event, ack: async () => {} });
  }

  async #answer(eventId: string, event: ReceiverEvent): Promise<void> {
    const { inbox, log } = this.#ports;
    this.#answering.add(eventId);
    try {
      await super.processEvent(event);
      await inbox.done(eventId);
    } catch (error) {
      // The error door throws what Slack has certainly not got: it stays kept until the next replay.
      log.error('slack.event-left', { eventId, code: codeOf(error) });
    } finally {
      this.#answering.delete(eventId);
    }
  }
}

function parsed(body: string): ReceiverEvent['body'] {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
