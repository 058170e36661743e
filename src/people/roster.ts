import type { Standing } from './directory.ts';
import type { Named, People } from './named.ts';
import type { Lookups } from './open-directory.ts';
import { type Grant, type Place, ROLES } from './role.ts';

/** A role as somebody has it; `through` is the group that gives it to him. */
export type HeldRole = Grant & { readonly through: string | null };

/** What the files, the variables and Slack say of one person or of one group that cannot be looked into. */
export type RosterLine = {
  readonly user: string | null;
  readonly group: string | null;
  /** Null where Slack was not asked. Who is outside has none of the roles that are written here. */
  readonly standing: Standing | null;
  readonly roles: readonly HeldRole[];
  readonly worksAt: Place | null;
};

/** Everybody who has a role or a workplace, a line each; without look-ups a group is a line of its own. */
export async function rosterOf(
  { named, workplaces }: People,
  lookups: Lookups | null,
): Promise<readonly RosterLine[]> {
  const groups = [...new Set(named.flatMap(({ who }) => (who.kind === 'group' ? [who.id] : [])))];
  const members = new Map<string, readonly string[] | null>();
  for (const group of groups) members.set(group, await orNull(lookups?.membersOf(group)));

  const users = [
    ...named.flatMap(({ who }) => (who.kind === 'user' ? [who.id] : (members.get(who.id) ?? []))),
    ...workplaces.map(({ user }) => user),
  ];
  const lines: RosterLine[] = [];
  for (const user of new Set(users)) {
    const place = workplaces.find((one) => one.user === user);
    lines.push({
      user,
      group: null,
      standing: lookups === null ? null : await standingOf(user, lookups),
      roles: heldBy((who) => {
        if (who.kind === 'user') return who.id === user;
        return members.get(who.id)?.includes(user) === true;
      }, named),
      worksAt: place === undefined ? null : { outlet: place.outlet, hall: place.hall },
    });
  }
  const closed = groups.filter((group) => members.get(group) == null);
  return [...lines, ...closed.map((group) => groupLine(group, named))];
}

function groupLine(group: string, named: readonly Named[]): RosterLine {
  const roles = heldBy((who) => who.id === group, named);
  return { user: null, group, standing: null, roles, worksAt: null };
}

/** The roles that are given to those who are meant, in the order of the roles. */
function heldBy(
  isMeant: (who: Named['who']) => boolean,
  named: readonly Named[],
): readonly HeldRole[] {
  return named
    .filter(({ who }) => isMeant(who))
    .map(({ who, grant }) => ({ ...grant, through: who.kind === 'group' ? who.id : null }))
    .sort((one, other) => ROLES.indexOf(one.role) - ROLES.indexOf(other.role));
}

async function standingOf(user: string, lookups: Lookups): Promise<Standing> {
  return (await orNull(lookups.accountOf(user)))?.standing ?? 'unknown';
}

/** Null where nobody was asked, or the answer did not come. */
async function orNull<T>(answer: Promise<T> | undefined): Promise<T | null> {
  try {
    return (await answer) ?? null;
  } catch {
    return null;
  }
}
