import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { peopleCommand } from '../../../src/commands/people.ts';
import type { RosterLine } from '../../../src/people/roster.ts';

const WANG: RosterLine = {
  ...{ user: 'U0WANG', group: null, standing: 'inside', worksAt: null },
  roles: [{ role: 'manager', outlets: null, halls: null, through: null }],
};
const GROUP: RosterLine = { ...WANG, user: null, group: 'S0HALLS', standing: null };

async function run(args: readonly string[], lines = [WANG], asksSlack = true) {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await peopleCommand(
    args,
    { roster: async () => lines, asksSlack },
    { input: Readable.from([]), out: (line) => out.push(line), err: (line) => err.push(line) },
  );
  return { code, out: out.map((line): unknown => JSON.parse(line)), err: err.join('\n') };
}

describe('desk people', () => {
  test('list prints a line a person', async () => {
    const { roles } = WANG;
    expect(await run(['list'])).toEqual({
      ...{ code: 0, err: '' },
      out: [{ user: 'U0WANG', standing: 'inside', roles, worksAt: null }],
    });
  });

  test('a group that Slack does not show is a failure; without a token it is expected', async () => {
    const asked = await run(['list'], [WANG, GROUP]);
    expect([asked.code, asked.out.at(-1)]).toEqual([1, { group: 'S0HALLS', roles: GROUP.roles }]);
    expect(asked.err).toContain('usergroups:read');
    const silent = await run(['list'], [WANG, GROUP], false);
    expect([silent.code, silent.err]).toEqual([0, expect.stringContaining('SLACK_BOT_TOKEN')]);
  });

  test('show prints one person, or says that he is named nowhere', async () => {
    expect((await run(['show', 'U0WANG'])).out).toHaveLength(1);
    const nobody = await run(['show', 'U0LI']);
    expect([nobody.code, nobody.out]).toEqual([0, []]);
    expect(nobody.err).toContain('U0LI is named nowhere');
  });

  test.each([[[]], [['who']], [['list', 'U0WANG']], [['show']], [['show', 'U0WANG', 'U0LI']]])(
    '%j is wrong usage',
    async (args) => {
      await expect(run(args)).rejects.toMatchObject({ code: 'usage' });
    },
  );
});
