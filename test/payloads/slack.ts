/** What Slack sends, as small as it can be; each builder takes what a test is about. */
export const BOT = 'U_BOT';
export const TEAM = 'T1';

type Fields = Readonly<Record<string, unknown>>;

export function messageEvent(fields: Fields = {}): Fields {
  return {
    type: 'message',
    channel: 'D1',
    channel_type: 'im',
    user: 'U_LI',
    text: 'payouts',
    ts: '100.1',
    ...fields,
  };
}

export function mentionEvent(fields: Fields = {}): Fields {
  return {
    type: 'app_mention',
    channel: 'C1',
    user: 'U_LI',
    text: `<@${BOT}> payouts`,
    ts: '100.1',
    ...fields,
  };
}

export function threadEvent(fields: Fields = {}): Fields {
  return messageEvent({ channel: 'C1', channel_type: 'channel', thread_ts: '50.1', ...fields });
}

export function homeOpenedEvent(fields: Fields = {}): Fields {
  return { type: 'app_home_opened', user: 'U_LI', channel: 'D1', tab: 'home', ...fields };
}

export function envelope(event: Fields, fields: Fields = {}): Fields {
  return {
    type: 'event_callback',
    team_id: TEAM,
    api_app_id: 'A1',
    event_id: 'Ev1',
    event_time: 1_000,
    event,
    ...fields,
  };
}

export function commandBody(fields: Fields = {}): Fields {
  return {
    command: '/promo',
    text: 'payouts',
    team_id: TEAM,
    channel_id: 'C1',
    user_id: 'U_LI',
    response_url: 'http://127.0.0.1/response',
    trigger_id: '1.1',
    ...fields,
  };
}

export function pressBody(value: string, fields: Fields = {}): Fields {
  return {
    type: 'block_actions',
    team: { id: TEAM },
    user: { id: 'U_LI' },
    channel: { id: 'C1' },
    container: { type: 'message', message_ts: '60.1', channel_id: 'C1', thread_ts: '50.1' },
    message: {
      ts: '60.1',
      thread_ts: '50.1',
      text: 'Which one?',
      blocks: [
        { type: 'section', block_id: 'asks', text: { type: 'plain_text', text: 'Which one?' } },
        { type: 'actions', block_id: 'choices:q1:0', elements: [] },
        { type: 'actions', block_id: 'choices:q1:1', elements: [] },
        { type: 'context', block_id: 'source', elements: [] },
      ],
    },
    actions: [
      {
        type: 'button',
        action_id: 'choice:0',
        block_id: 'choices:q1:0',
        value,
        text: { type: 'plain_text', text: 'Township store' },
      },
    ],
    response_url: 'http://127.0.0.1/response',
    trigger_id: '1.1',
    ...fields,
  };
}
