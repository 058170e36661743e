import { describe, expect, test } from 'vitest';
import { changesAsked } from '../../../src/language/changes-asked.ts';
import { normalise } from '../../../src/language/normalise.ts';
import { partAsked } from '../../../src/language/part-words.ts';
import type { Context } from '../../../src/language/reading.ts';
import { realDesk, TODAY } from '../../world.ts';

const part = (text: string) => partAsked(normalise(text).plain);

describe('the part of an offer that a question asks for', () => {
  test.each([
    ['mustSay', '办200送100要跟客户说什么'],
    ['mustSay', '签字前要向用户讲清楚哪些'],
    ['mustSay', '必须告知客户的有几条'],
    ['mustSay', '應該提醒客戶咩'],
    ['mustSay', 'what do we have to tell him'],
    ['mustSay', 'what must be explained before he signs'],
    ['neverSay', '不能跟客户说什么'],
    ['neverSay', '哪些承诺不许给'],
    ['neverSay', '宣传的红线'],
    ['neverSay', 'what must I not promise'],
    ['neverSay', 'promises we may never make'],
    ['neverSay', 'which claims should I avoid'],
    ['customerText', '短信怎么发给客户'],
    ['customerText', '存200送100的话术'],
    ['customerText', '要发给客户的文案不能太长'],
    ['customerText', 'text I can send'],
    ['customerText', 'an SMS for the customer'],
    ['conditions', '办惠机要什么条件'],
    ['conditions', 'requirements for the free phone'],
  ] as const)('%s: %s', (expected, text) => {
    expect(part(text)).toBe(expected);
  });

  test.each([
    '存200送100是什么',
    '客户问惠机是什么 我怎么解释',
    '给客户一句话讲清楚送机',
    '跟客户解释惠机用大白话怎么说',
    '能不能跟客户说有流量包',
    '推荐级别怎么说明的',
    'what is the free phone',
    'customer asks what bogo is, how do I explain it',
    "new colleague can't tell the four offers apart",
    'poster text needed: title and period',
    'short version of the policy text',
    'tell me about the discount phone',
  ])('all of it in short: %s', (text) => {
    expect(part(text)).toBeNull();
  });
});

describe('whether a question asks what changed', () => {
  test.each([
    ['本季度有什么变化', true],
    ['和上季度比有什么不同', true],
    ['政策改了哪些', true],
    ['新旧两期活动有何区别', true],
    ["what's new since last quarter", true],
    ['what changed this quarter', true],
    ['how does it differ from the last campaign', true],
    ['惠机和送机有什么区别', false],
    ['存200和存100哪个划算', false],
    ['活动什么时候结束', false],
    ['difference between bonus service and data bogo', false],
    ['deposit gifts vs renewal bonus credit', false],
    ['may a customer change plans after joining', false],
    ['is there a new policy for the next quarter', false],
  ])('%s: %s', (text, expected) => {
    expect(changesAsked(normalise(text).plain, { offers: 0 })).toBe(expected);
  });
});

describe('within a conversation', () => {
  async function talk(...texts: readonly string[]) {
    const desk = await realDesk();
    let context: Context | null = null;
    return texts.map((text) => {
      const asked: ReturnType<typeof desk.ask> = desk.ask({ text, today: TODAY, context });
      context = asked.context;
      const { intent, part: asksFor, entities } = asked.reading;
      return [intent, asksFor, ...entities.offers];
    });
  }

  test('what to say is asked of the offer that was just spoken of', async () => {
    expect(
      await talk(
        '自有厅能推存200送100吗',
        '要跟客户说什么',
        '那不能跟客户说什么',
        '短信怎么发给客户',
      ),
    ).toEqual([
      ['promo.eligibility', null, 'deposit-200-get-100'],
      ['promo.details', 'mustSay', 'deposit-200-get-100'],
      ['promo.details', 'neverSay', 'deposit-200-get-100'],
      ['promo.details', 'customerText', 'deposit-200-get-100'],
    ]);
  });

  test('also where only its payout was', async () => {
    expect(
      (await talk('how does the 100 deposit come back', 'text I can send to the customer'))[1],
    ).toEqual(['promo.details', 'customerText', 'deposit-100-get-50']);
  });

  test('another offer is asked for the same part, and a question of its own for no part', async () => {
    expect(
      await talk('存200送100不能承诺什么', '存100的呢', '那惠机是什么', '活动有什么条件'),
    ).toEqual([
      ['promo.details', 'neverSay', 'deposit-200-get-100'],
      ['promo.details', 'neverSay', 'deposit-100-get-50'],
      ['promo.details', null, 'renewal-discount-phone'],
      ['promo.details', 'conditions'],
    ]);
  });

  test('every way on that an answer names is understood', async () => {
    for (const [first, ways] of [
      ['存200送100是什么', ['要跟客户说什么', '不能跟客户说什么']],
      ['what is the free phone', ['what must I tell the customer', 'what must I not promise']],
    ] as const) {
      for (const way of ways) {
        const [offer, then] = await talk(first, way);
        expect(then).toEqual(['promo.details', expect.stringMatching(/Say$/), offer?.[2]]);
      }
    }
  });

  test('coaching for a call stays coaching', async () => {
    for (const text of ['续约话术有吗', '客户说不需要我怎么回', 'how do I open a renewal call']) {
      expect((await talk(text))[0]?.[0]).toBe('renewal.coaching');
    }
  });
});
