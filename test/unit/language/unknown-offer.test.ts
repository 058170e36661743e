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
    ['student discount ok at a chain store?', 'student discount'],
    ['can we do a senior plan at a township store', 'senior plan'],
    ['自有厅有学生优惠吗', '学生优惠'],
    ['deposit 100 get a bicycle, ok at own hall?', 'bicycle'],
    ['can an own hall do deposit and get a tablet', 'tablet'],
    ['the 200 deposit with a rice cooker, own hall?', 'rice cooker'],
    ['pay in 200 and get an ipad, how is it returned monthly?', 'ipad'],
    ['存100送自行车 自有厅能推吗', '自行车'],
    ['存200送电饭煲每个月返多少', '电饭煲'],
  ])('%s', (text, thing) => {
    const { reading, answer } = ask(text);
    expect(reading).toMatchObject({ intent: 'out_of_scope', unsaid: { offer: thing } });
    expect(answer.facts).toEqual({});
    expect(textOf(answer.words)).toMatch(new RegExp(`[“]${thing}[”]`));
  });

  test('nor with the one that was spoken of', () => {
    const texts = ['is the free phone main at an own hall', 'can i offer a tablet there'];
    expect(askedLast(desk, texts).reading).toMatchObject({
      intent: 'out_of_scope',
      unsaid: { offer: 'tablet' },
    });
  });

  test('but what says nothing of its own names none', () => {
    const texts = [
      'free phone is main at the own hall, correct?',
      'then surely at a chain store too?',
    ];
    expect(askedLast(desk, texts).answer.facts.cells).toEqual([
      { outlet: 'chain-core-store', offer: 'renewal-free-phone', level: 'secondary' },
    ]);
  });

  test('the talk goes on with what is ours', () => {
    const texts = ['free phone at an own hall', 'can i offer a tablet there', 'discount phone?'];
    expect(askedLast(desk, texts).answer.facts.cells).toEqual([
      { outlet: 'own-hall', offer: 'renewal-discount-phone', level: 'optional' },
    ]);
  });
});

describe('a deposit with what it does bring is answered', () => {
  test.each([
    ['Do folks who put in 50 receive the traffic pack at once or do they have to wait?'],
    ['deposit 200 get 100, how is it returned'],
    ['存200送话费怎么返'],
    ['does the 200 deposit get paid back faster at an own hall than at a chain store'],
  ])('%s', (text) => {
    expect(ask(text).reading.unsaid.offer).toBe(null);
  });
});

describe('what may be an offer, or none in particular, is answered', () => {
  test.each([
    'anything to push at an own hall?',
    'the good stuff at own hall',
    '自有厅有啥优惠',
    'can I offer a bonus at own hall',
    'priority offers at the chain store pls',
    '自有厅能推优惠吗',
    'raining cats and dogs, what do I lead with at an own hall',
  ])('%s', (text) => {
    expect(ask(text).reading).toMatchObject({
      intent: 'promo.eligibility',
      unsaid: { offer: null },
    });
  });
});
