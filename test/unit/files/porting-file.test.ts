import { describe, expect, test } from 'vitest';
import { loadPolicy } from '../../../src/files/policy-files.ts';
import { PORT_OFFER_BAN } from '../../../src/policy/porting.ts';
import { FOLDERS } from '../../world.ts';
import { dataWithPortOffer, withdrawFrom } from './port-offer.ts';

const LAST_FREE_DAY = '2019-11-30';

describe('the rules on porting', () => {
  const loaded = loadPolicy(FOLDERS.data);
  if (!loaded.ok) throw new Error('the data does not hold');
  const { porting } = loaded.value.policy;

  test('are nine bans of article 9, in their order, in force from 1 December 2019', () => {
    expect(porting.inForceFrom).toBe('2019-12-01');
    expect(porting.bans.map(({ source }) => source.clause.en)).toEqual(
      [1, 2, 3, 4, 5, 6, 7, 8, 9].map((item) => `Art. 9 (${item})`),
    );
    expect(porting.bans.find(({ id }) => id === PORT_OFFER_BAN)?.text.zh).toBe(
      '为携号转网用户设置专项资费方案和营销方案',
    );
  });

  test('keep the whole of a ban that is shortened for a phone', () => {
    for (const { text, inFull } of porting.bans) {
      if (inFull === null) continue;
      expect(inFull.zh.length).toBeGreaterThan(text.zh.length);
      expect(inFull.en.length).toBeGreaterThan(text.en.length);
    }
    expect(porting.bans.filter(({ inFull }) => inFull !== null)).toHaveLength(3);
  });
});

describe('an offer only for port users', () => {
  test('may stand in a campaign that ended before the rules came into force', () => {
    const loaded = loadPolicy(dataWithPortOffer(LAST_FREE_DAY));
    expect(loaded.ok ? [] : loaded.problems).toEqual([]);
    if (!loaded.ok) return;
    const { campaigns } = loaded.value.policy;
    expect(
      campaigns.flatMap(({ offers }) => offers.map(({ id, onlyFor }) => [id, onlyFor])),
    ).toContainEqual(['port-in-bonus', 'port-users']);
  });

  test('may stand where the campaign was taken back before they did', () => {
    const data = dataWithPortOffer('2019-12-31');
    expect(loadPolicy(data).ok).toBe(false);
    withdrawFrom(data, '2019-12-01');
    const loaded = loadPolicy(data);
    expect(loaded.ok ? [] : loaded.problems).toEqual([]);
  });

  test.each(['2019-12-01', '2020-06-30'])(
    'is refused where the campaign ends on %s, with the ban and its clause',
    (ends) => {
      const loaded = loadPolicy(dataWithPortOffer(ends));
      expect(loaded.ok ? [] : loaded.problems).toMatchObject([
        {
          path: 'offers[0].onlyFor',
          message: expect.stringMatching(/Art\. 9 \(6\): Set up special tariffs or campaigns/),
        },
      ]);
    },
  );
});
