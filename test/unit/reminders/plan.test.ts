import { describe, expect, test } from 'vitest';
import type { Day } from '../../../src/calendar/day.ts';
import type { Policy } from '../../../src/policy/policy.ts';
import type { ChannelsKnown } from '../../../src/reminders/channel.ts';
import { channelOf } from '../../../src/reminders/channel.ts';
import { renewalOffers } from '../../../src/reminders/offers.ts';
import { type Candidate, type PlanWorld, planDigests } from '../../../src/reminders/plan.ts';
import { day } from '../../world.ts';
import { MATRIX, OUTLETS, realPolicy } from '../policy/first-quarter.ts';
import { CALENDAR, contract, rules, term } from './reminded.ts';

function ledAt(policy: Policy, outlet: string, on: Day) {
  return renewalOffers(policy, { outlet, day: on, businesses: ['contract-renewal'] });
}

const TODAY = day('2015-02-03');

function world(fields: Partial<PlanWorld> = {}): PlanWorld {
  return {
    ...{ today: TODAY, rules: rules(), calendar: CALENDAR, policy: realPolicy(), absences: [] },
    channels: { served: [], byName: null },
    told: new Set(),
    ...fields,
  };
}
const candidate = (
  fields: Parameters<typeof contract>[0] = {},
  about: Partial<Omit<Candidate, 'contract'>> = {},
): Candidate => ({
  ...{ contract: contract(fields), term: null, done: new Set(), knownSince: day('2015-01-01') },
  ...about,
});

describe('one digest a channel', () => {
  test('soonest end first, then by id, overdue before all; channels in order', () => {
    const done = new Set(['stage:60', 'stage:30', 'stage:15']);
    const { posts, orphans } = planDigests(
      [
        candidate({ id: 'B', endsOn: day('2015-02-10') }, { done }),
        candidate({ id: 'C', endsOn: day('2015-02-02'), channel: 'C002' }, { done }),
        candidate({ id: 'A', endsOn: day('2015-02-10') }, { done }),
        candidate({ id: 'D', endsOn: day('2015-02-06') }, { done }),
        candidate({ id: 'E', endsOn: day('2015-02-12') }, { done }),
      ],
      world(),
    );
    expect(
      posts.map(({ channel, lines }) => [
        channel,
        lines.map((line) => [line.contract.id, line.due.stage, line.daysLeft]),
      ]),
    ).toEqual([
      [
        'C001',
        [
          ['D', 3, 3],
          ['A', 7, 7],
          ['B', 7, 7],
        ],
      ],
      ['C002', [['C', -1, -1]]],
    ]);
    expect(orphans).toEqual([]);
  });

  test('a channel that has today’s digest hears tomorrow of what came late, unless it ends before', () => {
    const told = new Set(['C001']);
    const ends = (text: string) =>
      planDigests([candidate({ endsOn: day(text) })], world({ told })).posts.length;
    expect(ends('2015-02-10')).toBe(0);
    expect(ends('2015-02-04')).toBe(0);
    expect(ends('2015-02-03')).toBe(1);
  });

  test('on a day off only what ends before the next working day is said', () => {
    const saturday = world({ today: day('2015-02-07') });
    const ids = planDigests(
      [
        candidate({ id: 'late', endsOn: day('2015-02-13') }),
        candidate({ id: 'sunday', endsOn: day('2015-02-08') }),
      ],
      saturday,
    ).posts.flatMap(({ lines }) => lines.map((line) => line.contract.id));
    expect(ids).toEqual(['sunday']);
  });
});

describe('whose it is', () => {
  const line = (fields: Parameters<typeof contract>[0], about: Partial<Candidate> = {}) => {
    const away = { user: 'U001', deputy: 'U005', from: TODAY, to: TODAY };
    const { posts } = planDigests([candidate(fields, about)], world({ absences: [away] }));
    const found = posts[0]?.lines[0];
    return [found?.responsible, found?.standsInFor, found?.term.claimedBy ?? null];
  };

  test('of who claimed it, else of its owner, else of nobody; a deputy where they are away', () => {
    expect(line({ owner: 'U002' })).toEqual(['U002', null, null]);
    expect(line({ owner: 'U001' })).toEqual(['U005', 'U001', null]);
    expect(line({ owner: 'U002' }, { term: term({ claimedBy: 'U001' }) })).toEqual([
      ...['U005', 'U001', 'U001'],
    ]);
    expect(line({ owner: '' })).toEqual([null, null, null]);
    // A name in words cannot be called.
    expect(line({ owner: '李四' })).toEqual([null, null, null]);
  });
});

describe('where it is said', () => {
  const known = (fields: Partial<ChannelsKnown> = {}): ChannelsKnown => ({
    ...{ rules: rules(), served: [], byName: new Map() },
    ...fields,
  });
  const where = (channel: string, fields: Partial<ChannelsKnown> = {}) =>
    channelOf({ channel, outlet: 'own-hall' }, known(fields));
  const usual = { rules: rules({ usualChannels: { 'own-hall': 'C7' } }) };
  const served = { served: [{ channel: 'C6', outlets: ['own-hall'] }] };

  test('in its own channel, by id or by name, with or without #', () => {
    const byName = new Map([['hall', 'C5']]);
    expect(where('C012AB3CD', usual)).toBe('C012AB3CD');
    expect(where('G012', usual)).toBe('G012');
    expect(where('#hall', { byName })).toBe('C5');
    expect(where('Hall', { byName })).toBe('C5');
  });

  test('else in the usual one of its outlet type, else in the one that serves it, else nowhere', () => {
    for (const channel of ['', '#gone', 'U012', 'D012', 'c012']) {
      expect(where(channel, { ...usual, ...served })).toBe('C7');
      expect(where(channel, served)).toBe('C6');
      expect(where(channel)).toBeNull();
    }
  });

  test('where Slack cannot be asked a name stays a name', () => {
    expect(where('#Hall', { ...usual, byName: null })).toBe('#hall');
    expect(where('', { ...usual, byName: null })).toBe('C7');
  });

  test('contracts that have none are orphans, and in no post', () => {
    const { posts, orphans } = planDigests([candidate({ channel: '' })], world());
    expect(posts).toEqual([]);
    expect(orphans.map((line) => [line.contract.id, line.due.stage])).toEqual([['HT1', 7]]);
  });
});

describe('with what to renew', () => {
  test('what the policy’s own table says of the renewal offers: to lead with first, then where it fits', () => {
    const renewals = Object.keys(MATRIX).filter((offer) => offer.startsWith('renewal-'));
    OUTLETS.forEach((outlet, column) => {
      const at = (sign: string) =>
        renewals.filter((offer) => Array.from(MATRIX[offer] ?? '')[column] === sign).sort();
      const led = ledAt(realPolicy(), outlet, TODAY);
      const of = (level: string) =>
        led.filter((one) => one.level === level).map(({ offer }) => offer);
      expect([...of('main')].sort()).toEqual(at('√'));
      expect([...of('optional')].sort()).toEqual(at('★'));
      expect(led.map(({ level }) => level)).toEqual([
        ...of('main').map(() => 'main'),
        ...of('optional').map(() => 'optional'),
      ]);
    });
  });

  test('none on a day without a campaign, at an outlet that nobody named, and none that only port users may have', () => {
    expect(ledAt(realPolicy(), 'own-hall', day('2014-12-31'))).toEqual([]);
    expect(ledAt(realPolicy(), 'own-hall', day('2015-04-01'))).toEqual([]);
    expect(ledAt(realPolicy(), 'kiosk', TODAY)).toEqual([]);
    const policy = realPolicy();
    const forPortUsers = {
      ...policy,
      campaigns: policy.campaigns.map((campaign) => ({
        ...campaign,
        offers: campaign.offers.map((offer) => ({ ...offer, onlyFor: 'port-users' as const })),
      })),
    };
    expect(ledAt(forPortUsers, 'own-hall', TODAY)).toEqual([]);
  });

  test('each line has those of its own outlet', () => {
    const { posts } = planDigests(
      [
        candidate({ id: 'A', outlet: 'own-hall' }),
        candidate({ id: 'B', outlet: 'convenience-point' }),
      ],
      world(),
    );
    expect(posts[0]?.lines.map(({ offers }) => offers)).toEqual([
      ledAt(realPolicy(), 'own-hall', TODAY),
      [],
    ]);
  });
});
