import type { Language } from '../bilingual.ts';
import type { Directory, Standing } from './directory.ts';
import type { Named, People } from './named.ts';
import { remembered } from './remembered.ts';
import { everywhere, type Grant, mayAs, type Place, type Role } from './role.ts';

/** What Slack says of an account. */
export type Account = {
  readonly standing: Exclude<Standing, 'unknown'>;
  readonly language: Language | null;
};

/** Who is asked about accounts and groups. Both reject where there is no answer. */
export type Lookups = {
  readonly accountOf: (user: string) => Promise<Account>;
  readonly membersOf: (group: string) => Promise<readonly string[]>;
};

export type DirectoryPorts = {
  /** Whom files and variables name now: it may change while the bot runs. */
  readonly people: () => People;
  readonly lookups: Lookups;
  readonly now: () => number;
  readonly onFailure: (what: 'account' | 'group', id: string, error: unknown) => void;
};

/**
 * Who has which role. It fails closed: without an answer from Slack nobody is staff, and no group has members. Who is named by his own
 * id keeps his role then, because it does not come from Slack; he loses it where Slack says that he is outside.
 */
export function openDirectory({ people, lookups, now, onFailure }: DirectoryPorts): Directory {
  const accountOf = remembered({
    look: lookups.accountOf,
    now,
    onFailure: (id, error) => onFailure('account', id, error),
  });
  const membersOf = remembered({
    look: lookups.membersOf,
    now,
    onFailure: (id, error) => onFailure('group', id, error),
  });

  const standingOf = async (user: string): Promise<Standing> =>
    (await accountOf(user))?.standing ?? 'unknown';

  const groupsOf = async (user: string, named: readonly Named[]): Promise<ReadonlySet<string>> => {
    const groups = groupsIn(named);
    const members = await Promise.all(groups.map(membersOf));
    return new Set(groups.filter((_, index) => members[index]?.includes(user)));
  };

  const grantsOf = async (user: string): Promise<readonly Grant[]> => {
    const { named } = people();
    // All at once: somebody waits for his answer.
    const [standing, joined] = await Promise.all([standingOf(user), groupsOf(user, named)]);
    if (standing === 'outside') return [];
    const own = named.filter(({ who }) => who.kind === 'user' && who.id === user).map(grantIn);
    if (standing === 'unknown') return own;
    const through = named.filter(({ who }) => who.kind === 'group' && joined.has(who.id));
    return [everywhere('staff'), ...own, ...through.map(grantIn)];
  };

  const usersWith = async (role: Role, place?: Place): Promise<readonly string[]> => {
    const meant = people().named.filter(({ grant }) => mayAs([grant], role, place));
    const found = await Promise.all(
      meant.map(async ({ who }) => {
        const users = who.kind === 'user' ? [who.id] : ((await membersOf(who.id)) ?? []);
        const standings = await Promise.all(users.map(standingOf));
        return users.filter(
          (_, index) =>
            standings[index] === 'inside' ||
            (who.kind === 'user' && standings[index] === 'unknown'),
        );
      }),
    );
    return [...new Set(found.flat())];
  };

  return {
    grantsOf,
    usersWith,
    standingOf,
    hallOf: (user) => {
      const found = people().workplaces.find((one) => one.user === user);
      return found === undefined ? null : { outlet: found.outlet, hall: found.hall };
    },
    languageOf: async (user) => (await accountOf(user))?.language ?? null,
  };
}

/** Those who run the bot: its administrators, and the managers where nobody is one. */
export async function whoRuns({
  usersWith,
}: Pick<Directory, 'usersWith'>): Promise<readonly string[]> {
  const administrators = await usersWith('administrator');
  return administrators.length > 0 ? administrators : usersWith('manager');
}

function grantIn({ grant }: Named): Grant {
  return grant;
}

function groupsIn(named: readonly Named[]): readonly string[] {
  return [...new Set(named.flatMap(({ who }) => (who.kind === 'group' ? [who.id] : [])))];
}
