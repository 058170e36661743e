import { describe, expect, test } from 'vitest';
import { doubtsAbout } from '../../../src/language/doubts.ts';
import { likenessesOf } from '../../../src/language/likeness.ts';
import { exampleOf, heldOut } from './examples.ts';

const SENTENCES = [
  exampleOf('promo.eligibility', '\uE000能推什么'),
  exampleOf('help', '\uE000能推什么'),
  exampleOf('promo.eligibility', '\uE000可以推哪些业务'),
  exampleOf('clarify', '\uE000可以推哪些业务呢'),
  exampleOf('payout.schedule', 'how does the money come back to the customer each month'),
  exampleOf('payout.schedule', 'how does the money come back to a customer each month'),
  exampleOf('payout.schedule', 'how does the money come back to the customer each month'),
  exampleOf('out_of_scope', 'who won the match'),
];
const typed = (sentences: readonly { readonly typed: string }[]): readonly string[] =>
  sentences.map((sentence) => sentence.typed);

describe('doubts about examples', () => {
  const pairs = likenessesOf(SENTENCES).pairsFrom(0.5);
  const { contradictions, doubles, suspects } = doubtsAbout(SENTENCES, pairs, [
    heldOut('help', 'a little wrong', -0.5, 'clarify'),
    heldOut('help', 'wrong', -2.5, 'promo.details'),
    heldOut('help', 'very wrong', -3, 'promo.details'),
    heldOut('help', 'right', 2),
  ]);

  test('the same sentence under two intents is a contradiction, the most alike first', () => {
    expect(contradictions.map(({ one, other }) => [one.intent, other.intent])).toEqual([
      ['promo.eligibility', 'help'],
      ['promo.eligibility', 'clarify'],
    ]);
    expect(contradictions[0]?.likeness).toBeCloseTo(1);
    expect(contradictions[1]?.likeness).toBeLessThan(1);
  });

  test('nearly the same sentences of one intent are named together', () => {
    expect(doubles.map(typed)).toEqual([
      [
        'how does the money come back to the customer each month',
        'how does the money come back to a customer each month',
        'how does the money come back to the customer each month',
      ],
    ]);
  });

  test('an example that all others speak against is suspicious, the most doubtful first', () => {
    expect(typed(suspects.map(({ sentence }) => sentence))).toEqual(['very wrong', 'wrong']);
  });
});
