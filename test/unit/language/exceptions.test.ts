import { describe, expect, test } from 'vitest';
import { realDesk, TODAY } from '../../world.ts';

const desk = await realDesk();
const entitiesOf = (text: string) =>
  desk.ask({ text, today: TODAY, context: null }).reading.entities;

const WITHOUT_CONVENIENCE = [
  'own-hall',
  'chain-core-store',
  'urban-partner-hall',
  'core-township-hall',
  'township-store',
];

describe('what is left out by name is not meant, and the rest is', () => {
  test.each([
    ['everywhere except the convenience points - what leads?', WITHOUT_CONVENIENCE],
    ['除了便利渠道缴费站,其他网点流量包买一赠一都是主推吗', WITHOUT_CONVENIENCE],
    [
      'All outlets but own hall: how does the free phone rank?',
      [
        'chain-core-store',
        'urban-partner-hall',
        'core-township-hall',
        'township-store',
        'convenience-point',
      ],
    ],
    ['partner halls except the core township hall, what leads?', ['urban-partner-hall']],
    [
      'all outlets other than the chain store and the own hall, level of the discount phone?',
      ['urban-partner-hall', 'core-township-hall', 'township-store', 'convenience-point'],
    ],
  ])('outlets: %s', (text, outlets) => {
    expect(entitiesOf(text).outlets).toEqual(outlets);
  });

  test('offers besides one that is named', () => {
    expect(
      entitiesOf('which deposit gifts besides the 200 one may an own hall offer?').offers,
    ).toEqual(['deposit-100-get-50', 'deposit-50-get-data']);
  });

  test('what is asked besides one is about that one where nothing says which', () => {
    expect(entitiesOf('besides the free phone is there a gift at the own hall').offers).toEqual([
      'renewal-free-phone',
    ]);
  });

  test('offers, one of them named by its deposit', () => {
    expect(
      entitiesOf('all three deposit gifts except the 200 one, urban partner hall, what level?')
        .offers,
    ).toEqual(['deposit-100-get-50', 'deposit-50-get-data']);
  });

  test.each([
    [
      'what can I offer at an own hall except for the free phone',
      ['own-hall'],
      [
        'deposit-200-get-100',
        'deposit-100-get-50',
        'deposit-50-get-data',
        'renewal-discount-phone',
        'renewal-bonus-credit',
        'renewal-bonus-service',
        'data-pack-bogo',
      ],
    ],
    [
      'all offers except the free phone and the discount phone at an own hall',
      ['own-hall'],
      [
        'deposit-200-get-100',
        'deposit-100-get-50',
        'deposit-50-get-data',
        'renewal-bonus-credit',
        'renewal-bonus-service',
        'data-pack-bogo',
      ],
    ],
    [
      '除了自有厅和城市合作厅，其他网点能推存费送机吗',
      ['chain-core-store', 'core-township-hall', 'township-store', 'convenience-point'],
      ['renewal-free-phone'],
    ],
    ['own hall but not the chain store, what leads', ['own-hall'], []],
  ])(
    'also where several are left out, or nothing says that all are meant: %s',
    (text, outlets, offers) => {
      expect(entitiesOf(text)).toMatchObject({ outlets, offers });
    },
  );
});
