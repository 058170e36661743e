import { describe, expect, test } from 'vitest';
import { parseDay } from '../../../src/calendar/day.ts';
import { ROLES } from '../../../src/people/role.ts';
import {
  PRACTICE_BOT,
  PRACTICE_CHANNELS,
  PRACTICE_PEOPLE,
  PRACTICE_USERS,
} from '../../../src/practice/branch.ts';
import { welcome } from '../../../src/practice/welcome.ts';

import { realDesk } from '../../world.ts';

const users = Object.values(PRACTICE_USERS);
const channels = Object.values(PRACTICE_CHANNELS);

describe('the practice branch', () => {
  test('has people whom one can mention by typing', () => {
    for (const { id, name } of users) {
      expect(id).toMatch(/^U[A-Z0-9]+$/);
      expect(name).toMatch(/^[a-z][a-z-]*$/);
    }
    expect(new Set(users.map(({ id }) => id)).size).toBe(users.length);
  });

  test('has every role, held by known people, and people who work at outlets of the domain', async () => {
    const known = users.map(({ id }) => id);
    const { named, workplaces } = PRACTICE_PEOPLE;
    expect(new Set(named.map(({ grant }) => grant.role))).toEqual(
      new Set(ROLES.filter((role) => role !== 'staff')),
    );
    for (const { who } of named) expect(known).toContain(who.id);
    const outlets = (await realDesk()).policy.outlets.map(({ id }) => id);
    for (const { user, outlet } of workplaces) {
      expect(known).toContain(user);
      expect(outlets).toContain(outlet);
    }
  });

  test('has the bot and known people in each channel', () => {
    const known: readonly string[] = [...users.map(({ id }) => id), PRACTICE_BOT.userId];
    for (const { id, members } of channels) {
      expect(id).toMatch(/^C[A-Z0-9]+$/);
      expect(members).toContain(PRACTICE_BOT.userId);
      expect(known).toEqual(expect.arrayContaining([...members]));
    }
  });
});

describe('the welcome', () => {
  const today = parseDay('2015-02-10');
  const { zh, en } = welcome(today ?? expect.fail());

  test.each([zh, en])(
    'names the day and five things to try, one of each matter at least',
    (text) => {
      expect(text).toContain('2015-02-10');
      expect(text.match(/^\d\. /gm)).toHaveLength(5);
      for (const wanted of ['/promo', '/complaint', '#']) expect(text).toContain(wanted);
      expect(text.match(/@retention-desk/g)).toHaveLength(2);
    },
  );

  test.each([zh, en])('fits a phone', (text) => {
    expect(text.length).toBeLessThan(350);
  });

  test('offers a question in each language', () => {
    expect(en).toMatch(/@retention-desk [A-Za-z]/);
    expect(zh).toMatch(/@retention-desk \p{Script=Han}/u);
  });
});
