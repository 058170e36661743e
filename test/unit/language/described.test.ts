import { describe, expect, test } from 'vitest';
import { describedFinders } from '../../../src/language/described.ts';
import { realDesk, TODAY } from '../../world.ts';

const described = describedFinders({
  outlets: [{ ids: ['far shop'], by: [['shop'], ['far', 'free']] }],
  offers: [
    {
      ids: ['gratis'],
      by: [
        ['phone', '手机'],
        ['free', '免费'],
      ],
    },
    { ids: ['long'], by: [['phone'], ['free'], ['two years']] },
  ],
});
const idsIn = (text: string) => described(text).offers.flatMap(({ ids }) => ids);

describe('a thing is described by one word of each group', () => {
  test.each([
    ['in any order', 'a free one of the phones', ['gratis']],
    ['in Chinese', '手机是免费的', ['gratis']],
    [
      'by the description with more groups where both fit',
      'a phone that is free for two years',
      ['long'],
    ],
    ['not where a group has no word', 'a phone', []],
    ['not in two remarks', 'a phone. lunch is free', []],
    [
      'not where the words stand far apart',
      `a phone and ${'very '.repeat(12)}much that is free`,
      [],
    ],
    ['not in nothing', '', []],
  ])('%s', (_, text, ids) => {
    expect(idsIn(text)).toEqual(ids);
  });

  test('it stands where the thing itself is said', () => {
    expect(described('free is the phone').offers).toMatchObject([{ from: 12, to: 17 }]);
  });

  test('one word may describe things of two kinds', () => {
    const { outlets, offers } = described('a shop with free phones');
    expect([outlets, offers]).toMatchObject([[{ ids: ['far shop'] }], [{ ids: ['gratis'] }]]);
  });
});

describe('outlets and offers of staff who do not know the names', () => {
  const entitiesOf = async (text: string) =>
    (await realDesk()).ask({ text, today: TODAY, context: null }).reading.entities;

  test.each([
    [
      'may the shop that the carrier itself owns lead with the 200 deposit',
      { outlets: ['own-hall'] },
    ],
    [
      'core store of the chain: can we push the free phone there',
      { outlets: ['chain-core-store'] },
    ],
    [
      'can the hall that the carrier runs itself lead with phones given away on renewal',
      { outlets: ['own-hall'], offers: ['renewal-free-phone'] },
    ],
    ['收话费的小点能主推流量包吗', { outlets: ['convenience-point'] }],
    ['what do we lead with at a dealer in the city centre', { outlets: ['urban-partner-hall'] }],
    [
      'chain store, the handset at no cost for signing again, main?',
      { offers: ['renewal-free-phone'] },
    ],
    [
      'chain store: is the renewal with the cheaper phone main',
      { offers: ['renewal-discount-phone'] },
    ],
    [
      'two data packs for the price of one, does the chain store lead with it',
      { offers: ['data-pack-bogo'] },
    ],
  ])('%s', async (text, entities) => {
    expect(await entitiesOf(text)).toMatchObject(entities);
  });

  test('who names a thing does not describe another one', async () => {
    const { outlets } = await entitiesOf(
      'is the free phone main at an own hall, a shop run by us in the city',
    );
    expect(outlets).toEqual(['own-hall']);
  });
});
