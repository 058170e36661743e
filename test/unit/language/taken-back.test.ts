import { describe, expect, test } from 'vitest';
import { withoutTakenBack } from '../../../src/language/taken-back.ts';
import { day, realDesk } from '../../world.ts';

/** Colours are one kind of thing here, and single digits another. */
const kinds = [/(?:red|green|blue)/g].map((kind) => (text: string) => places(text, kind));
const rest = (text: string): string =>
  withoutTakenBack(text, kinds, (one) => places(one, /\d/g))
    .replace(/\s+/g, ' ')
    .trim();

function places(text: string, kind: RegExp) {
  return Array.from(text.matchAll(kind), ({ 0: word, index }) => ({
    from: index,
    to: index + word.length,
  }));
}

describe('of what a message corrects itself only the last word is meant', () => {
  test.each([
    ['red, no wait, green', ', no wait, green'],
    ['the red one? sorry, of the green one', 'the one? sorry, of the green one'],
    ['red - correction, green', '- correction, green'],
    ['red 不对，是 green', '不对，是 green'],
    ['not the red, the green', ', the green'],
    ['not under red, only under green', ', only under green'],
    ['never mind the red: the green', ': the green'],
    ['i said red but meant green', 'i said but meant green'],
    ['not 5 but 6', 'but 6'],
    ['red is too much for him, what of green', 'is too much for him, what of green'],
    ['red太贵了，green呢', '太贵了，green呢'],
  ])('%s', (text, left) => {
    expect(rest(text)).toBe(left);
  });
});

describe('nothing is taken back', () => {
  test.each([
    ['that is not replaced by anything', 'not the red'],
    ['before a correction that corrects another kind of thing', 'red, sorry, for 5 people'],
    ['without a word of correcting', 'red and green'],
    ['by what is too much trouble', 'red is too much trouble, say about green'],
    ['by what is too much and has no other beside it', 'is red too much for him'],
    ['by who is sorry to add', 'red. sorry, also green'],
    ['by who must wait', 'red must wait until friday, green too'],
    [
      'of two numbers on the sides of a correction, which may count different things',
      '5 red, sorry, 6',
    ],
  ])('%s', (_, text) => {
    expect(rest(text)).toBe(text);
  });
});

describe('in a question', () => {
  const TODAY = day('2015-02-10');
  test.each([
    ['own hall, no wait, chain store: free phone?', { outlets: ['chain-core-store'] }],
    [
      'not the 200 deposit, I mean put in 100 and get 50: how does it rank in an own hall',
      { offers: ['deposit-100-get-50'] },
    ],
    ['conv point: is the 100/50 deposit gift allowed', { offers: ['deposit-100-get-50'] }],
    ['get-100 deposit gift: how does it come back', { deposit: 200 }],
    ['he paid 100 – correction, 200: how is it returned', { deposit: 200 }],
    ['刚才说错了，不是存100是存50的那档，每月返几块', { deposit: 50 }],
    [
      'in april, no sorry, in may: which contracts end',
      { window: { from: '2015-05-01', to: '2015-05-31' } },
    ],
    ['commission for 12 households, sorry, 14', { households: 14 }],
    ['commission for 12 households and 5 households', { households: 17 }],
    ['commission for 12 households and the 200 customer', { households: 12, deposit: 200 }],
    ['commission if i sell 3 of the 50s and 2 of the 200s', { households: 5, deposit: null }],
    ['not HT2014001 but HT2014002, when does it end', { contract: 'HT2014002' }],
  ])('%s', async (text, entities) => {
    const desk = await realDesk();
    const { reading } = desk.ask({ text, today: TODAY, context: null });
    expect(reading.entities).toMatchObject(entities);
  });
});
