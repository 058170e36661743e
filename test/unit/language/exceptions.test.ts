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
  ])('outlets: %s', (text, outlets) => {
    expect(entitiesOf(text).outlets).toEqual(outlets);
  });

  test('offers, one of them named by its deposit', () => {
    expect(
      entitiesOf('all three deposit gifts except the 200 one, urban partner hall, what level?')
        .offers,
    ).toEqual(['deposit-100-get-50', 'deposit-50-get-data']);
  });

  test.each([
    ['what can I offer at an own hall except for the free phone', ['own-hall']],
    ['own hall but not the chain store, what leads', ['own-hall', 'chain-core-store']],
  ])('nothing is added to what is named by itself: %s', (text, outlets) => {
    expect(entitiesOf(text).outlets.length).toBeLessThanOrEqual(outlets.length);
  });
});
