import { everywhere, type Grant, type Place, type Role } from './role.ts';

/** A Slack user (`U012AB3CD`) or a user group (`S012AB3CD`). */
export type Who = { readonly kind: 'user' | 'group'; readonly id: string };

/** A role that a file or a variable gives. */
export type Named = { readonly who: Who; readonly grant: Grant };

/** Whom files and variables name, and where people work. */
export type People = {
  readonly named: readonly Named[];
  readonly workplaces: readonly (Place & { readonly user: string })[];
};

export const NOBODY: People = { named: [], workplaces: [] };

/** Users start with U or W, user groups with S; anything else is neither. */
export function whoOf(id: string): Who | null {
  if (/^[UW][A-Z0-9]{2,}$/.test(id)) return { kind: 'user', id };
  return /^S[A-Z0-9]{2,}$/.test(id) ? { kind: 'group', id } : null;
}

/** What the variables name: each role everywhere. */
export function namedEverywhere(role: Role, ids: readonly string[] | null): readonly Named[] {
  return (ids ?? []).flatMap((id) => {
    const who = whoOf(id);
    return who === null ? [] : [{ who, grant: everywhere(role) }];
  });
}

/** Two lists as one; where both say where somebody works, the second counts. */
export function together(one: People, other: People): People {
  return {
    named: [...one.named, ...other.named],
    workplaces: [...other.workplaces, ...one.workplaces],
  };
}

/** Whether somebody could have a role at all: named himself, or perhaps as a member of a group. Asks nobody. */
export function mightBe({ named }: People, user: string, role: Role): boolean {
  return named.some(
    ({ who, grant }) => grant.role === role && (who.kind === 'group' || who.id === user),
  );
}

/** The users who are named for a role themselves, not through a group. */
export function usersNamed({ named }: People, role: Role): readonly string[] {
  const ids = named.flatMap(({ who, grant }) =>
    grant.role === role && who.kind === 'user' ? [who.id] : [],
  );
  return [...new Set(ids)];
}
