import { describe, expect, test } from 'vitest';
import { type Named, NOBODY, namedEverywhere, type People } from '../../../src/people/named.ts';
import {
  type Account,
  type Lookups,
  openDirectory,
  whoRuns,
} from '../../../src/people/open-directory.ts';

const INSIDE: Account = { standing: 'inside', language: 'zh' };
const OUTSIDE: Account = { standing: 'outside', language: null };
const GROUP = 'S0MANAGERS';
const MINUTE = 60_000;

const people = (named: readonly Named[]): People => ({ ...NOBODY, named });
const BOTH = people([
  ...namedEverywhere('manager', ['U0WANG', GROUP]),
  {
    who: { kind: 'group', id: 'S0URBAN' },
    grant: { role: 'complaint-officer', outlets: ['own-hall'], halls: null },
  },
]);

/** A Slack whose accounts and groups can be changed, and whose clock is ours. */
function open(given: People = BOTH) {
  const slack = {
    accounts: new Map<string, Account>([
      ['U0WANG', INSIDE],
      ['U0LI', INSIDE],
      ['U0ZHAO', INSIDE],
      ['U0GUEST', OUTSIDE],
    ]),
    groups: new Map<string, readonly string[]>([
      [GROUP, ['U0LI', 'U0GUEST']],
      ['S0URBAN', ['U0ZHAO']],
    ]),
    asked: [] as string[],
    isDown: false,
  };
  const look = <T>(from: Map<string, T>, key: string): T => {
    slack.asked.push(key);
    const found = from.get(key);
    if (slack.isDown || found === undefined) throw new Error('ratelimited');
    return found;
  };
  const lookups: Lookups = {
    accountOf: async (user) => look(slack.accounts, user),
    membersOf: async (group) => look(slack.groups, group),
  };
  const clock = { now: 1_000_000 };
  const failures: string[] = [];
  const directory = openDirectory({
    ...{ people: () => given, lookups, now: () => clock.now },
    onFailure: (what, id) => failures.push(`${what} ${id}`),
  });
  const roles = async (user: string) => (await directory.grantsOf(user)).map(({ role }) => role);
  return { slack, clock, failures, directory, roles };
}

describe('roles', () => {
  test('everybody of the workspace is staff; named people and members of a group have more', async () => {
    const { roles } = open();
    expect(await roles('U0WANG')).toEqual(['staff', 'manager']);
    expect(await roles('U0LI')).toEqual(['staff', 'manager']);
    expect(await roles('U0ZHAO')).toEqual(['staff', 'complaint-officer']);
  });

  test('a guest has nothing, though he is in a group or named', async () => {
    const named = namedEverywhere('manager', ['U0GUEST', GROUP]);
    const { roles, directory } = open(people(named));
    expect(await roles('U0GUEST')).toEqual([]);
    expect(await directory.usersWith('manager')).toEqual(['U0LI']);
  });

  test('a group narrowed to an outlet type holds there alone', async () => {
    const { directory } = open();
    const at = (outlet: string) => ({ outlet, hall: null });
    expect(await directory.usersWith('complaint-officer', at('own-hall'))).toEqual(['U0ZHAO']);
    expect(await directory.usersWith('complaint-officer', at('township-store'))).toEqual([]);
  });

  test('somebody named twice is one', async () => {
    const { directory } = open(people(namedEverywhere('manager', ['U0LI', GROUP])));
    expect(await directory.usersWith('manager')).toEqual(['U0LI']);
  });

  test('the managers run the bot where nobody is an administrator', async () => {
    expect(await whoRuns(open().directory)).toEqual(['U0WANG', 'U0LI']);
    const { directory } = open(
      people([...BOTH.named, ...namedEverywhere('administrator', ['U0ZHAO'])]),
    );
    expect(await whoRuns(directory)).toEqual(['U0ZHAO']);
  });
});

describe('a look-up is used for five minutes, and no longer', () => {
  test('Slack is asked once for each group and person', async () => {
    const { slack, clock, roles } = open();
    await Promise.all([roles('U0LI'), roles('U0LI')]);
    clock.now += 5 * MINUTE - 1;
    await roles('U0LI');
    expect(slack.asked.toSorted()).toEqual([GROUP, 'S0URBAN', 'U0LI']);
  });

  test('who left the group is no manager five minutes later', async () => {
    const { slack, clock, roles } = open();
    expect(await roles('U0LI')).toContain('manager');
    slack.groups.set(GROUP, []);
    clock.now += 5 * MINUTE - 1;
    expect(await roles('U0LI')).toContain('manager');
    clock.now += 1;
    expect(await roles('U0LI')).toEqual(['staff']);
  });

  test('when Slack cannot be asked then, the older answer is not used', async () => {
    const { slack, clock, roles, directory } = open();
    expect(await roles('U0LI')).toContain('manager');
    slack.isDown = true;
    clock.now += 5 * MINUTE;
    expect(await roles('U0LI')).toEqual([]);
    expect(await directory.standingOf('U0LI')).toBe('unknown');
    expect(await directory.usersWith('manager')).toEqual(['U0WANG']);
  });
});

describe('what fails gives no role', () => {
  test('a group that cannot be read has no members, and the rest goes on', async () => {
    const { slack, failures, roles } = open();
    slack.groups.delete(GROUP);
    expect(await roles('U0LI')).toEqual(['staff']);
    expect(await roles('U0WANG')).toEqual(['staff', 'manager']);
    expect(failures).toEqual([`group ${GROUP}`]);
  });

  test('whose account cannot be read is not staff; the role that he is named for does not come from Slack', async () => {
    const { slack, roles } = open();
    slack.accounts.clear();
    expect(await roles('U0LI')).toEqual([]);
    expect(await roles('U0WANG')).toEqual(['manager']);
  });

  test('it is told once, asked again after half a minute, and told again after it had worked', async () => {
    const { slack, clock, failures, directory } = open();
    const ask = () => directory.standingOf('U0LI');
    slack.isDown = true;
    await ask();
    clock.now += MINUTE / 2 - 1;
    await ask();
    expect(slack.asked).toEqual(['U0LI']);
    clock.now += 1;
    await ask();
    expect(slack.asked).toEqual(['U0LI', 'U0LI']);
    expect(failures).toEqual(['account U0LI']);
    slack.isDown = false;
    clock.now += MINUTE;
    expect(await ask()).toBe('inside');
    slack.isDown = true;
    clock.now += 5 * MINUTE;
    await ask();
    expect(failures).toEqual(['account U0LI', 'account U0LI']);
  });
});

test('where somebody works, and the language that he reads', async () => {
  const workplaces = [{ user: 'U0LI', outlet: 'core-township-hall', hall: null }];
  const { directory } = open({ named: [], workplaces });
  expect(directory.hallOf('U0LI')).toEqual({ outlet: 'core-township-hall', hall: null });
  expect(directory.hallOf('U0WANG')).toBeNull();
  expect(await directory.languageOf('U0LI')).toBe('zh');
  expect(await directory.languageOf('U0NOBODY')).toBeNull();
});
