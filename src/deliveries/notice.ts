import type { Bilingual } from '../bilingual.ts';

/** Deliveries of one channel that stopped for one reason. */
export type Notice = {
  readonly channel: string;
  readonly state: 'blocked' | 'uncertain' | 'expired';
  readonly reason: string;
  readonly ids: readonly number[];
  /** False where people were told of this channel and reason within the day. */
  readonly isNews: boolean;
};

/** The words for the administrators: what was not said, why, and what to do. */
export function noticeWords({ channel, state, reason, ids }: Notice): Bilingual {
  const { zh, en } = adviceFor(state, reason);
  const [first = 0] = ids;
  const more = ids.length - 1;
  const moreZh = more === 0 ? '' : `（另有${more}条）`;
  const moreEn = more === 0 ? '' : ` (and ${more} more)`;
  const what = WHAT[state];
  return {
    zh: `频道 ${channel}：${what.zh}，编号 ${first}${moreZh}，原因 ${reason}。${zh}`,
    en: `Channel ${channel}: ${what.en}, number ${first}${moreEn}, reason ${reason}. ${en}`,
  };
}

const WHAT: Readonly<Record<Notice['state'], Bilingual>> = {
  blocked: { zh: '有消息发不出去', en: 'a message cannot be posted' },
  uncertain: { zh: '不确定消息是否已发出', en: 'it is not certain whether a message was posted' },
  expired: { zh: '消息已过期，没有发出', en: 'a message became too old and was not posted' },
};

/** What to do about it. */
export function adviceFor(state: Notice['state'] | 'halted', reason: string): Bilingual {
  if (state === 'halted') return HALTED;
  if (state === 'uncertain') return UNCERTAIN;
  if (state === 'expired') return EXPIRED;
  return ADVICE.get(reason) ?? OTHERWISE;
}

const HALTED: Bilingual = {
  zh: 'Slack 不接受机器人的令牌：检查 SLACK_BOT_TOKEN 和权限，然后重新启动。未发的消息都还在。',
  en: 'Slack does not accept the token of the bot: check SLACK_BOT_TOKEN and the scopes, then start it again. Nothing is lost meanwhile.',
};
const UNCERTAIN: Bilingual = {
  zh: '请到频道里看：已有就用 desk deliveries resolve 编号 --as sent --reason "…"，没有就用 desk deliveries retry 编号。',
  en: 'Look into the channel: if it is there, desk deliveries resolve NUMBER --as sent --reason "…"; if not, desk deliveries retry NUMBER.',
};
const EXPIRED: Bilingual = {
  zh: '仍要发就用 desk deliveries retry 编号。',
  en: 'To post it all the same: desk deliveries retry NUMBER.',
};
const AGAIN: Bilingual = {
  zh: '然后 desk deliveries retry 编号。',
  en: 'Then desk deliveries retry NUMBER.',
};
const GONE: Bilingual = {
  zh: '频道不在了，或者机器人看不到它：改用别的频道，再用 desk deliveries resolve 编号 --as cancelled --reason "…" 了结。',
  en: 'The channel is gone, or hidden from the bot: name another one, and close this with desk deliveries resolve NUMBER --as cancelled --reason "…".',
};
const DEFECT: Bilingual = {
  zh: 'Slack 不接受这条消息的写法，这是程序的毛病：请告诉维护的人。',
  en: 'Slack does not accept the message as it is written, which is a defect: tell those who maintain the bot.',
};
const OTHERWISE: Bilingual = {
  zh: '消除原因后 desk deliveries retry 编号，或用 resolve 了结。',
  en: 'Remove the reason, then desk deliveries retry NUMBER, or close it with resolve.',
};

const ADVICE: ReadonlyMap<string, Bilingual> = new Map([
  [
    'not_in_channel',
    {
      zh: `先在频道里 /invite 机器人。${AGAIN.zh}`,
      en: `Invite the bot into the channel with /invite. ${AGAIN.en}`,
    },
  ],
  ['is_archived', { zh: `先恢复频道。${AGAIN.zh}`, en: `Unarchive the channel. ${AGAIN.en}` }],
  ['channel_not_found', GONE],
  [
    'restricted_action',
    {
      zh: `先允许机器人在频道里发言。${AGAIN.zh}`,
      en: `Let the bot post in the channel. ${AGAIN.en}`,
    },
  ],
  ['msg_too_long', DEFECT],
  ['msg_blocks_too_long', DEFECT],
  ['invalid_blocks', DEFECT],
  ['invalid_blocks_format', DEFECT],
  ['no_text', DEFECT],
]);
