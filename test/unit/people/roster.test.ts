import { expect, test } from 'vitest';
import { namedEverywhere, type People } from '../../../src/people/named.ts';
import type { Lookups } from '../../../src/people/open-directory.ts';
import { rosterOf } from '../../../src/people/roster.ts';

const PEOPLE: People = {
  named: [
    ...namedEverywhere('administrator', ['U0WANG']),
    {
      who: { kind: 'group', id: 'S0HALLS' },
      grant: { role: 'manager', outlets: ['own-hall'], halls: null },
    },
  ],
  workplaces: [{ user: 'U0LI', outlet: 'own-hall', hall: '中心厅' }],
};
const LOOKUPS: Lookups = {
  accountOf: async (user) => {
    if (user === 'U0ZHAO') throw new Error('timeout');
    return { standing: user === 'U0GUEST' ? 'outside' : 'inside', language: null };
  },
  membersOf: async () => ['U0WANG', 'U0GUEST', 'U0ZHAO'],
};

const administrator = { role: 'administrator', outlets: null, halls: null, through: null };
const manager = { role: 'manager', outlets: ['own-hall'], halls: null, through: 'S0HALLS' };

test('with Slack asked, a line a person, each role with the group that gives it', async () => {
  expect(await rosterOf(PEOPLE, LOOKUPS)).toEqual([
    {
      ...{ user: 'U0WANG', group: null, standing: 'inside', worksAt: null },
      roles: [manager, administrator],
    },
    { user: 'U0GUEST', group: null, standing: 'outside', roles: [manager], worksAt: null },
    { user: 'U0ZHAO', group: null, standing: 'unknown', roles: [manager], worksAt: null },
    {
      ...{ user: 'U0LI', group: null, standing: 'inside', roles: [] },
      worksAt: { outlet: 'own-hall', hall: '中心厅' },
    },
  ]);
});

test('a group that nobody can look into is a line of its own', async () => {
  const closed = { user: null, group: 'S0HALLS', standing: null, roles: [manager], worksAt: null };
  const without = await rosterOf(PEOPLE, null);
  expect(without.map(({ user, group }) => user ?? group)).toEqual(['U0WANG', 'U0LI', 'S0HALLS']);
  expect(without.at(-1)).toEqual(closed);
  const failing = { ...LOOKUPS, membersOf: () => Promise.reject(new Error('missing_scope')) };
  expect((await rosterOf(PEOPLE, failing)).at(-1)).toEqual(closed);
});
