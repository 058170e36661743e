import type { RosterLine } from '../people/roster.ts';
import { Problem } from '../problem.ts';
import { readArguments } from './arguments.ts';
import type { ExitCode, Streams } from './outcome.ts';

export const PEOPLE_USAGE = `desk people list
desk people show USER`;

export type PeoplePorts = {
  readonly roster: () => Promise<readonly RosterLine[]>;
  /** Whether there is a token to ask Slack with. */
  readonly asksSlack: boolean;
};

/** Prints who has which role where, a line a person. */
export async function peopleCommand(
  args: readonly string[],
  { roster, asksSlack }: PeoplePorts,
  { out, err }: Streams,
): Promise<ExitCode> {
  const [action, user, ...rest] = readArguments(args, {}).positionals;
  const isShow = action === 'show' && user !== undefined && rest.length === 0;
  if (!isShow && !(action === 'list' && user === undefined))
    throw new Problem('usage', 'list, or show with one user');
  const all = await roster();
  const shown = isShow ? all.filter((line) => line.user === user) : all;
  for (const line of shown) out(JSON.stringify(printed(line)));
  const closed = all.flatMap(({ group }) => (group === null ? [] : [group]));
  if (closed.length > 0)
    err(
      asksSlack
        ? `desk: Slack did not say who is in ${closed.join(', ')}: is the right usergroups:read missing?`
        : `desk: who is in ${closed.join(', ')} is not known here: set SLACK_BOT_TOKEN`,
    );
  if (isShow && shown.length === 0)
    err(`desk: ${user} is named nowhere: staff, if of the workspace`);
  return closed.length > 0 && asksSlack ? 1 : 0;
}

function printed({ user, group, standing, roles, worksAt }: RosterLine): object {
  return user === null ? { group, roles } : { user, standing, roles, worksAt };
}
