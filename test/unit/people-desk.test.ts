import { describe, expect, test } from 'vitest';
import { NOBODY, namedEverywhere } from '../../src/people/named.ts';
import type { Account, Lookups } from '../../src/people/open-directory.ts';
import { openPeopleDesk } from '../../src/people-desk.ts';
import { notedLog } from './slack/doorway.ts';

const VARIABLES = {
  ...{ managers: ['U0WANG'], policyOwners: null },
  ...{ complaintOfficers: ['S0CARE'], administrators: null },
};

function open({ account = 'inside' as Account['standing'] | null, audit = async () => {} } = {}) {
  const written: unknown[] = [];
  const asked: string[] = [];
  const lookups: Lookups = {
    accountOf: async (user) => {
      asked.push(user);
      if (account === null) throw Object.assign(new Error('no'), { code: 'ETIMEDOUT' });
      return { standing: account, language: null };
    },
    membersOf: async (group) => {
      asked.push(group);
      return ['U0CHEN'];
    },
  };
  const log = notedLog();
  const desk = openPeopleDesk({
    inFiles: () => ({ ...NOBODY, named: namedEverywhere('policy-owner', ['U0OLIVIA']) }),
    config: VARIABLES,
    audit: {
      add: async (change) => {
        await audit();
        written.push(change);
      },
    },
    now: () => 7,
    ...{ lookups, log },
  });
  return { ...desk, written, asked, log };
}

describe('roles come from the file and from the variables', () => {
  test.each([
    ['U0WANG', 'manager', true],
    ['U0OLIVIA', 'policy-owner', true],
    ['U0CHEN', 'complaint-officer', true],
    ['U0WANG', 'policy-owner', false],
    ['U0LI', 'manager', false],
  ] as const)('%s as %s: %s', async (user, role, expected) => {
    expect(await open().is(user, role)).toBe(expected);
  });

  test('who is named nowhere for a role is not looked up', async () => {
    const { is, asked, hasAny } = open();
    await is('U0LI', 'manager');
    expect(asked).toEqual([]);
    expect([hasAny('manager'), hasAny('administrator')]).toEqual([true, false]);
  });
});

describe('a refusal', () => {
  test('is written down with who, what and which, and is answered kindly', async () => {
    const { refused, written } = open();
    const words = await refused('U0LI', 'case.show', 'C-2015-0001');
    expect(words.zh).toMatch(/^抱歉/);
    expect(written).toEqual([
      {
        ...{ at: 7, who: 'U0LI', origin: 'Slack', kind: 'access' },
        ...{ thing: 'C-2015-0001', what: 'case.show', detail: { standing: 'inside' } },
      },
    ]);
  });

  test('tells a guest from somebody whom Slack cannot name just now', async () => {
    const guest = await open({ account: 'outside' }).refused('U0GUEST', 'contract.show', 'K1');
    expect(guest.en).toContain('not for guests');
    const { refused, log } = open({ account: null });
    expect((await refused('U0LI', 'contract.show', 'K1')).en).toContain('try again in a minute');
    expect(log.lines).toEqual([expect.stringContaining('"code":"ETIMEDOUT"')]);
  });

  test('stands though it cannot be written down, and the log has it', async () => {
    const { refused, log } = open({ audit: () => Promise.reject(new Error('full')) });
    expect((await refused('U0LI', 'case.show', 'C-2015-0001')).en).toMatch(/^Sorry/);
    expect(log.lines).toEqual([expect.stringContaining('people.refusal-unwritten')]);
  });
});
