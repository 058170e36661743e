import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { customerTextOf, OUTLET_BLANK } from '../../../src/answers/customer-text.ts';
import { figureFaults } from '../../../src/files/said-figures.ts';
import { figuresOf } from '../../../src/policy/plan-figures.ts';
import type { Campaign } from '../../../src/policy/policy.ts';
import { holds } from '../../holds.ts';
import { closingPlan } from '../policy/any-policy.ts';
import { firstQuarter } from '../policy/first-quarter.ts';

const textOf = (campaign: Campaign, offer: string) => {
  const text = customerTextOf(campaign, offer);
  if (text === null) throw new Error(`no text for ${offer}`);
  return text;
};

describe('a text for a customer', () => {
  test('says deposit, first credit, months, gift, total, term and last day, and leaves a place for the outlet', () => {
    const { zh, en } = textOf(firstQuarter(), 'deposit-200-get-100');
    expect(zh).toBe(
      '您好！存200元送100元：您预存200元，首次到账50元，之后每月返10元，共15个月；另送您100元，当时到账4元，次月起每月到账8元，共12个月。合计到账300元，返还期15个月。办理截止2015年3月31日（含当天）。【网点名称】',
    );
    expect(en).toContain(
      'you deposit 200 yuan and get it back: 50 yuan at first, then 10 yuan a month for 15 months.',
    );
    expect(en).toContain(OUTLET_BLANK.en);
  });

  test('where there is no first credit, none is promised; a data pack is sent once and is no money', () => {
    const { zh, en } = textOf(firstQuarter(), 'deposit-50-get-data');
    expect(zh).toContain('您预存50元，每月返5元，共10个月；另送5元流量包，送一次。合计到账50元');
    expect(en).toContain('You also get a 5-yuan data pack, once.');
  });

  test('never names a first month that is only assumed', () => {
    for (const { offer } of firstQuarter().plans) {
      expect(textOf(firstQuarter(), offer).zh).not.toContain('次月起每月返');
    }
  });

  test('of a plan can say nothing else than the plan, and fits five text messages', () => {
    holds(
      fc.property(closingPlan, (plan) => {
        fc.pre(plan.depositYuan > 0);
        const quarter = firstQuarter();
        const offers = [
          { ...quarter.offers[0], id: plan.offer, name: { zh: '优惠', en: 'offer' } },
        ];
        const campaign = { ...quarter, offers, plans: [plan] } as Campaign;
        const { zh, en } = textOf(campaign, plan.offer);
        expect(zh.length).toBeLessThanOrEqual(300);
        expect(en?.length).toBeLessThanOrEqual(600);
        const starts = [
          plan.depositReturn.startsAfterMonths,
          ...(plan.gift.kind === 'money' ? [plan.gift.monthly.startsAfterMonths] : []),
        ];
        const { yuan, months } = figuresOf(plan);
        const figures = { yuan, months: [...months, ...starts] };
        expect(figureFaults(zh, figures)).toEqual([]);
        expect(figureFaults(en ?? '', figures)).toEqual([]);
        expect(`${zh}${en}`).not.toMatch(/首次到账0元|当时到账0元|送您0元|undefined|NaN|null/);
      }),
    );
  });

  test('is that of the data where it has one, and none where nothing is known of the money', () => {
    const own = { zh: '您好！', en: null };
    const part = { conditions: [], mustSay: [], neverSay: [], customerText: null };
    const panel = {
      campaign: part,
      offers: [
        { ...part, offer: 'deposit-200-get-100', customerText: own },
        { ...part, offer: 'data-pack-bogo', customerText: own },
      ],
    };
    const parts = firstQuarter().parts.map((one) => ({ ...one, panel }));
    const campaign: Campaign = { ...firstQuarter(), parts };
    expect(customerTextOf(campaign, 'deposit-200-get-100')).toBe(own);
    expect(customerTextOf(campaign, 'data-pack-bogo')).toBe(own);
    expect(customerTextOf(campaign, 'deposit-100-get-50')?.zh).toContain('100元');
    expect(customerTextOf(campaign, 'renewal-free-phone')).toBeNull();
  });

  test('is not made of two plans of one offer: it could be either', () => {
    const quarter = firstQuarter();
    const [first, second] = quarter.plans;
    if (first === undefined || second === undefined) throw new Error('too few plans');
    const plans = [first, { ...second, offer: first.offer }];
    expect(customerTextOf({ ...quarter, plans }, first.offer)).toBeNull();
  });
});
