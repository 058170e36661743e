import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Answer, textOf } from '../../../src/answers/answer.ts';
import { findAnswer } from '../../../src/answers/find-answer.ts';
import type { Day } from '../../../src/calendar/day.ts';
import type { Reading } from '../../../src/language/reading.ts';
import { activeCampaign } from '../../../src/policy/campaigns.ts';
import { PANEL_PARTS, type Panel, type Statement } from '../../../src/policy/panel.ts';
import type { Campaign, Policy } from '../../../src/policy/policy.ts';
import { holds } from '../../holds.ts';
import { day, TODAY } from '../../world.ts';
import { anyIds, OFFERS, policyAndDay } from '../policy/any-policy.ts';
import { firstQuarter, realPolicy } from '../policy/first-quarter.ts';
import { readingOf } from './reading-of.ts';

const NONE = { conditions: [], mustSay: [], neverSay: [], customerText: null };
const said = (zh: string, en: string, more: Partial<Statement> = {}): Statement => ({
  text: { zh, en },
  basis: { document: { zh: '文件', en: 'paper' }, clause: { zh: '第一条', en: 'clause 1' } },
  inForceFrom: null,
  ...more,
});

function policyWith(panel: Panel | null): Policy {
  const parts = firstQuarter().parts.map((part) => ({ ...part, panel }));
  return { ...realPolicy(), campaigns: [{ ...firstQuarter(), parts }] };
}

type Asked = Partial<Pick<Reading, 'part' | 'asksChanges' | 'language'>> & {
  readonly offers?: readonly string[];
  readonly date?: Day;
  readonly today?: Day;
};

function details(
  policy: Policy,
  { offers = [], date, today = TODAY, language = 'zh', ...rest }: Asked,
): Answer {
  const entities = { offers, date: date ?? null };
  const reading = readingOf('promo.details', { entities, language, ...rest });
  return findAnswer(reading, { policy, checklists: [], intents: [], today });
}
const copied = ({ words }: Answer): readonly string[] =>
  words.sections.flatMap(({ isCopyable, lines }) => (isCopyable === true ? lines : []));

describe('details of an offer', () => {
  test('where nobody wrote what to say, the answer says so and invents nothing', () => {
    const policy = policyWith(null);
    const offers = ['renewal-free-phone'];
    expect(details(policy, { offers, part: 'mustSay' }).words.lead).toBe(
      '政策没有写存费送机必须跟客户说什么，请问政策负责人。',
    );
    expect(details(policy, { offers, part: 'conditions', language: 'en' }).words.lead).toBe(
      'The policy states no conditions of free phone with a deposit: ask the policy owner.',
    );
    expect(details(policy, { part: 'neverSay' }).words.lead).toContain('没写的都不要承诺');
    expect(textOf(details(policy, { offers }).words)).not.toMatch(/[√×]/);
  });

  test('a statement that is not in force yet is not said, and an assumption is said with its reason', () => {
    const offer = 'data-pack-bogo';
    const panel: Panel = {
      campaign: { ...NONE, neverSay: [said('旧话', 'old words')] },
      offers: [
        {
          ...NONE,
          offer,
          neverSay: [
            said('新话', 'new words', { inForceFrom: day('2015-03-01') }),
            said('次月起', 'from the next month', {
              basis: { reason: { zh: '政策没写', en: 'the policy is silent' } },
            }),
          ],
        },
      ],
    };
    const policy = policyWith(panel);
    const now = details(policy, { offers: [offer], part: 'neverSay' });
    expect(textOf(now.words)).not.toContain('新话');
    expect(now.words.notes).toContain('政策没写');
    const later = details(policy, { offers: [offer], part: 'neverSay', date: day('2015-03-01') });
    expect(later.words.sections.map(({ lines }) => lines)).toEqual([['新话', '次月起'], ['旧话']]);
    expect(later.words.source).toContain('第一条');
  });

  test('in short, a list has three lines and names the question that gives the rest', () => {
    const offer = 'data-pack-bogo';
    const lines = (count: number) =>
      Array.from({ length: count }, (_, index) => said(`第${index}句`, `line ${index}`));
    const short = (count: number) =>
      details(policyWith({ campaign: { ...NONE, mustSay: lines(count) }, offers: [] }), {
        offers: [offer],
      }).words;
    expect(short(3).notes.join()).not.toContain('没有列全');
    expect(short(4).notes.join()).toContain('没有列全');
    expect(short(4).sections.at(-1)?.lines).toEqual(['第0句', '第1句', '第2句']);
  });

  test('a text of the data is sent as it is; without English the Chinese one serves', () => {
    const offer = 'renewal-free-phone';
    const panel: Panel = {
      campaign: { ...NONE, customerText: { zh: '活动开始了。', en: 'It has begun.' } },
      offers: [{ ...NONE, offer, customerText: { zh: '您好！', en: null } }],
    };
    const policy = policyWith(panel);
    const asked = { part: 'customerText', language: 'en' } as const;
    const one = details(policy, { ...asked, offers: [offer] });
    expect(copied(one)).toEqual(['您好！']);
    expect(one.words.lead).toBe('You can copy this and send it to the customer:');
    expect(one.words.source).toContain('panel.yaml');
    expect(copied(details(policy, { offers: [offer], language: 'en' }))).toEqual(['您好！']);
    expect(copied(details(policy, asked))).toEqual(['活动开始了。', 'It has begun.']);
  });

  test('the text that is made of a plan names its file, and staff are told what it leaves out', () => {
    const { words } = details(realPolicy(), {
      offers: ['deposit-200-get-100'],
      part: 'customerText',
    });
    expect(words.source).toContain('payouts.yaml');
    expect(words.notes.join()).toContain('请不要自己加');
  });

  test('outside its campaign there is no text to send and nothing to say, whatever is asked', () => {
    holds(
      fc.property(
        policyAndDay,
        anyIds(OFFERS),
        fc.constantFrom(null, ...PANEL_PARTS),
        ({ policy, day: on }, offers, part) => {
          fc.pre(activeCampaign(policy, on) === undefined);
          const panel: Panel = {
            campaign: { ...NONE, mustSay: [said('要说', 'say')] },
            offers: OFFERS.map((offer) => ({
              ...NONE,
              offer,
              customerText: { zh: '您好！', en: null },
            })),
          };
          const campaigns = policy.campaigns.map((one) => ({
            ...one,
            parts: one.parts.map((two) => ({ ...two, panel })),
          }));
          const answer = details({ ...policy, campaigns }, { offers, part, today: on });
          expect(copied(answer)).toEqual([]);
          expect(textOf(answer.words)).not.toMatch(/要说|您好/);
        },
      ),
    );
  });
});

describe('details where campaigns run beside each other', () => {
  const [first] = firstQuarter().parts;
  if (first === undefined) throw new Error('a campaign without parts');
  const flash = {
    ...first,
    id: 'flash',
    name: { zh: '春节闪促', en: 'new year flash' },
    days: { from: day('2015-02-01'), to: day('2015-02-28') },
    offers: ['deposit-200-get-100'],
    panel: { campaign: { ...NONE, mustSay: [said('闪促的话', 'flash')] }, offers: [] },
  };
  const rest = { ...first, offers: first.offers.filter((one) => one !== 'deposit-200-get-100') };
  const campaign: Campaign = { ...firstQuarter(), parts: [rest, flash] };
  const policy: Policy = { ...realPolicy(), campaigns: [campaign] };

  test('an offer has the name, the days and the words of its own campaign', () => {
    const { facts, words } = details(policy, { offers: ['deposit-200-get-100'] });
    expect(facts).toMatchObject({ campaign: 'flash', starts: '2015-02-01', ends: '2015-02-28' });
    expect(words.lead).toContain('春节闪促：2015年2月1日至2015年2月28日');
    expect(textOf(words)).toContain('闪促的话');
    expect(textOf(words)).not.toContain('合约哪天到期');
    expect(copied({ words } as Answer)[0]).toContain('2015年2月28日');
  });

  test('offers of two of them have those of the campaign as a whole', () => {
    const { facts } = details(policy, { offers: ['deposit-200-get-100', 'data-pack-bogo'] });
    expect(facts).toMatchObject({ campaign: '2015-q1', ends: '2015-03-31' });
  });
});

describe('what changed', () => {
  const later: Campaign = {
    ...firstQuarter(),
    id: '2015-q2',
    name: { zh: '二季度活动', en: 'second campaign' },
    days: { from: day('2015-04-01'), to: day('2015-06-30') },
    inForce: { from: day('2015-04-01'), to: day('2015-06-30') },
    offers: firstQuarter().offers.filter(({ id }) => id !== 'data-pack-bogo'),
    levels: firstQuarter().levels.filter(({ offer }) => offer !== 'data-pack-bogo'),
  };
  const policy: Policy = { ...realPolicy(), campaigns: [firstQuarter(), later] };
  const asked = (today: string, date: string | null, language: 'zh' | 'en' = 'zh') =>
    details(policy, {
      asksChanges: true,
      today: day(today),
      language,
      ...(date === null ? {} : { date: day(date) }),
    });

  test('is the campaign of today held against the one before', () => {
    const { facts, words } = asked('2015-05-05', null);
    expect(facts).toMatchObject({ campaign: '2015-q2' });
    expect(words.lead).toContain('二季度活动');
    expect(words.lead).toContain('2015年一季度存量维系活动');
    expect(textOf(words)).toContain('取消：流量包买一赠一');
  });

  test('an earlier day names what it is held against, a later one what is held against it', () => {
    expect(asked('2015-05-05', '2015-01-01').words).toEqual(asked('2015-05-05', null).words);
    const ahead = asked('2015-02-10', '2015-04-01', 'en');
    expect(ahead.facts).toMatchObject({ campaign: '2015-q2' });
    expect(textOf(ahead.words)).toContain('Gone: data pack, buy one get one');
  });

  test('with nothing before it, says that there is nothing to compare', () => {
    expect(asked('2015-02-10', null).words.lead).toContain('没法比较');
    expect(asked('2015-02-10', '2014-10-01', 'en').words.lead).toContain('nothing to compare');
  });

  test('after its end nothing is promised, and what changed is said below', () => {
    const { words } = asked('2015-07-02', null);
    expect(words.lead).toContain('没有生效的活动政策');
    expect(words.notes.join()).toContain('二季度活动');
  });

  test('a correction within the campaign is told as such, and no change as none', () => {
    const corrected: Campaign = {
      ...firstQuarter(),
      version: 2,
      inForce: { from: day('2015-02-01'), to: day('2015-03-31') },
    };
    const old: Campaign = {
      ...firstQuarter(),
      inForce: { from: day('2015-01-01'), to: day('2015-01-31') },
    };
    const { words } = details(
      { ...realPolicy(), campaigns: [old, corrected] },
      { asksChanges: true },
    );
    expect(textOf(words)).toContain('活动期间的更正（第1版 → 第2版）');
    expect(textOf(words)).toContain('优惠、级别、返还都没有变化。');
  });
});
