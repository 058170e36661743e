import { describe, expect, it } from 'vitest';
import { heardIn } from '../../../src/slack/heard.ts';
import {
  BOT,
  commandBody,
  envelope,
  homeOpenedEvent,
  mentionEvent,
  messageEvent,
  pressBody,
  TEAM,
  threadEvent,
} from '../../payloads/slack.ts';

const identity = { botUserId: BOT, botId: 'B1', teamId: TEAM };
const kindOf = (event: Readonly<Record<string, unknown>>): string =>
  heardIn(envelope(event), identity).kind;

describe('what is heard', () => {
  it.each([
    ['a direct message', messageEvent()],
    ['a direct message with a file', messageEvent({ subtype: 'file_share' })],
    ['a mention', mentionEvent()],
    ['a reply in a thread', threadEvent()],
    ['a reply that is shown in the channel too', threadEvent({ subtype: 'thread_broadcast' })],
    ['an opened page', homeOpenedEvent()],
  ])('%s is an event to be answered', (_what, event) => {
    expect(kindOf(event)).toBe('event');
  });

  it.each([
    ['an edit', messageEvent({ subtype: 'message_changed', user: undefined })],
    ['a deletion', messageEvent({ subtype: 'message_deleted' })],
    ['a bot', messageEvent({ bot_id: 'B9' })],
    ['a mention by a bot', mentionEvent({ bot_id: 'B9' })],
    ['the bot itself', messageEvent({ user: BOT })],
    ['somebody who joins', threadEvent({ subtype: 'channel_join' })],
    ['talk in a channel', messageEvent({ channel: 'C1', channel_type: 'channel' })],
    ['an event that nobody subscribed to', { type: 'reaction_added', user: 'U_LI' }],
  ])('%s is noise', (_what, event) => {
    expect(kindOf(event)).toBe('noise');
  });

  it('a mention in a channel comes twice, and only the mention is answered (K5)', () => {
    const text = `<@${BOT}> payouts`;
    expect(kindOf(mentionEvent({ text }))).toBe('event');
    expect(kindOf(threadEvent({ text }))).toBe('noise');
    expect(kindOf(messageEvent({ text, channel: 'C1', channel_type: 'channel' }))).toBe('noise');
  });

  it.each([
    ['a command', commandBody()],
    ['a press', pressBody('x')],
    ['nothing', null],
  ])('%s is not an event at all', (_what, body) => {
    expect(heardIn(body, identity)).toEqual({ kind: 'other' });
  });
});

describe('the name of an event', () => {
  const idOf = (body: unknown): string => {
    const heard = heardIn(body, identity);
    return heard.kind === 'event' ? heard.id : heard.kind;
  };

  it('is the place of the message: the same for a retry and for a second event of it (K3, K5)', () => {
    const first = idOf(envelope(mentionEvent(), { event_id: 'Ev1' }));
    expect(idOf(envelope(mentionEvent(), { event_id: 'Ev2' }))).toBe(first);
    expect(idOf(envelope(mentionEvent({ ts: '100.2' })))).not.toBe(first);
    expect(idOf(envelope(mentionEvent({ channel: 'C2' })))).not.toBe(first);
  });

  it('is what Slack calls it where it is no message', () => {
    expect(idOf(envelope(homeOpenedEvent(), { event_id: 'Ev7' }))).toBe('Ev7');
  });
});
