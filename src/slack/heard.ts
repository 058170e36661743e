import { type Envelope, envelopeSchema, type SlackEvent } from './payloads.ts';
import type { Identity } from './ports.ts';
import { mentions } from './speech.ts';

export type Heard =
  /** Not from the Events API: a press, a command. Slack waits for these and sends them once. */
  | { readonly kind: 'other' }
  /** An event that no listener wants: an edit, a bot, talk between people. */
  | { readonly kind: 'noise' }
  /** An event to be answered once, whatever number of times it comes. */
  | { readonly kind: 'event'; readonly id: string; readonly type: string; readonly at: number };

/** What came in, judged before anything is kept of it. */
export function heardIn(body: unknown, identity: Identity): Heard {
  const parsed = envelopeSchema.safeParse(body);
  if (!parsed.success) return { kind: 'other' };
  const { event, event_time: at = 0 } = parsed.data;
  if (!isForUs(event, identity)) return { kind: 'noise' };
  return { kind: 'event', id: idOf(parsed.data), type: event.type, at: at * 1_000 };
}

function isForUs(event: SlackEvent, { botUserId }: Identity): boolean {
  if (event.type === 'app_home_opened') return true;
  if (event.type === 'app_mention') return isFromPerson(event, botUserId);
  if (event.type !== 'message' || !isFromPerson(event, botUserId)) return false;
  if (event.channel_type === 'im') return true;
  // A mention in a channel comes as `app_mention` as well, and is answered there (fault K5).
  return event.thread_ts !== undefined && !mentions(event.text ?? '', botUserId);
}

// Files with words and replies that are shown in the channel too are words of a person; every other subtype is an
// edit, a deletion, a bot or news of the channel (fault K5).
const SPOKEN = new Set([undefined, 'file_share', 'thread_broadcast']);

function isFromPerson(event: SlackEvent, botUserId: string): boolean {
  const { subtype, bot_id: bot, user } = event;
  return SPOKEN.has(subtype) && bot === undefined && user !== undefined && user !== botUserId;
}

/**
 * A message is known by its place: two events of one message are one (fault K5), and so are the retries of one event,
 * which are never dropped for being retries, as one may be the only delivery (fault K3).
 */
function idOf({ team_id: team, event_id: eventId, event }: Envelope): string {
  const isMessage = event.ts !== undefined && typeof event.channel === 'string';
  return isMessage ? `${team}:${event.channel}:${event.ts}` : eventId;
}
