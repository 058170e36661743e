import { describe, expect, test } from 'vitest';
import { type Notice, noticeWords } from '../../../src/deliveries/notice.ts';

const notice = (fields: Partial<Notice> = {}): Notice => ({
  channel: 'C1',
  state: 'blocked',
  reason: 'not_in_channel',
  ids: [7],
  isNews: true,
  ...fields,
});

describe('what the administrators are told', () => {
  test('names the channel, the delivery, the reason, and what to do', () => {
    expect(noticeWords(notice())).toEqual({
      zh: '频道 C1：有消息发不出去，编号 7，原因 not_in_channel。先在频道里 /invite 机器人。然后 desk deliveries retry 编号。',
      en: 'Channel C1: a message cannot be posted, number 7, reason not_in_channel. Invite the bot into the channel with /invite. Then desk deliveries retry NUMBER.',
    });
  });

  test('counts what else stopped', () => {
    expect(noticeWords(notice({ ids: [7, 8, 9] })).en).toContain('number 7 (and 2 more)');
  });

  test.each([
    ['uncertain', 'missing_scope', /Look into the channel/],
    ['expired', 'too_late', /desk deliveries retry/],
    ['blocked', 'is_archived', /Unarchive/],
    ['blocked', 'channel_not_found', /--as cancelled/],
    ['blocked', 'msg_too_long', /defect/],
    ['blocked', 'something_new', /Remove the reason/],
  ] as const)('says what to do when it is %s because of %s', (state, reason, expected) => {
    const { zh, en } = noticeWords(notice({ state, reason }));
    expect(en).toMatch(expected);
    expect(zh).toMatch(/\p{Script=Han}/u);
    expect(en.length).toBeLessThan(400);
  });
});
