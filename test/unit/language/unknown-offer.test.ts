import { describe, expect, test } from 'vitest';
import { textOf } from '../../../src/answers/answer.ts';
import { realDesk, TODAY } from '../../world.ts';
import { askedLast } from './conversation.ts';

const desk = await realDesk();
const ask = (text: string) => desk.ask({ text, today: TODAY, context: null });

describe('what is no offer of the policy is not answered with those that are', () => {
  test.each([
    ['can I offer the 5g plan at an own hall', '5g plan'],
    ['could we throw in a free case at the chain store?', 'free case'],
    ['20% off at own hall?', '20% off'],
    ['can an own hall push iptv', 'iptv'],
    ['自有厅能送手表吗', '手表'],
    ['乡镇店能办宽带吗', '宽带'],
    ['连锁店能打八折吗', '打八折'],
    ['自有廳能送手錶嗎', '手表'],
  ])('%s', (text, thing) => {
    const { reading, answer } = ask(text);
    expect(reading).toMatchObject({ intent: 'out_of_scope', unknownOffer: thing });
    expect(answer.facts).toEqual({});
    expect(textOf(answer.words)).toMatch(new RegExp(`[“]${thing}[”]`));
  });

  test('nor with the one that was spoken of', () => {
    const texts = ['is the free phone main at an own hall', 'can i offer a tablet there'];
    expect(askedLast(desk, texts).reading).toMatchObject({
      intent: 'out_of_scope',
      unknownOffer: 'tablet',
    });
  });

  test('the talk goes on with what is ours', () => {
    const texts = ['free phone at an own hall', 'can i offer a tablet there', 'discount phone?'];
    expect(askedLast(desk, texts).answer.facts.cells).toEqual([
      { outlet: 'own-hall', offer: 'renewal-discount-phone', level: 'optional' },
    ]);
  });
});

describe('what may be an offer, or none in particular, is answered', () => {
  test.each([
    'anything to push at an own hall?',
    'the good stuff at own hall',
    'can I offer a bonus at own hall',
    'priority offers at the chain store pls',
    '自有厅能推优惠吗',
    'raining cats and dogs, what do I lead with at an own hall',
  ])('%s', (text) => {
    expect(ask(text).reading).toMatchObject({ intent: 'promo.eligibility', unknownOffer: null });
  });
});
