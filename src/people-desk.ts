import type { Config } from './config.ts';
import { loadPeople } from './files/people-file.ts';
import { openFolder } from './files/folder.ts';
import type { Log } from './log.ts';
import type { Directory, Refused } from './people/directory.ts';
import { mightBe, namedEverywhere, type People, together, usersNamed } from './people/named.ts';
import { type Lookups, openDirectory } from './people/open-directory.ts';
import { refusalFor } from './people/refusal.ts';
import { mayAs, type Role } from './people/role.ts';
import type { AuditTrail } from './store/audit.ts';

/** What the rest of the bot asks about people. */
export type PeopleDesk = {
  readonly directory: Directory;
  readonly refused: Refused;
  /** Whether somebody has a role anywhere; asks Slack only where he might. */
  readonly is: (user: string, role: Role) => Promise<boolean>;
  /** Whether anybody is named for a role at all. */
  readonly hasAny: (role: Role) => boolean;
};

export type PeopleDeskPorts = {
  /** Whom the data names now. */
  readonly inFiles: () => People;
  readonly config: RoleVariables;
  readonly lookups: Lookups;
  readonly audit: Pick<AuditTrail, 'add'>;
  readonly now: () => number;
  readonly log: Log;
};

type RoleVariables = Pick<
  Config,
  'managers' | 'policyOwners' | 'complaintOfficers' | 'administrators'
>;

export function openPeopleDesk(ports: PeopleDeskPorts): PeopleDesk {
  const { inFiles, config, lookups, audit, now, log } = ports;
  const inVariables = peopleInVariables(config);
  const people = (): People => together(inVariables, inFiles());
  const directory = openDirectory({
    ...{ people, lookups, now },
    onFailure: (what, id, error) => log.warn('people.lookup', { what, id, code: codeOf(error) }),
  });
  return {
    directory,
    is: async (user, role) =>
      mightBe(people(), user, role) && mayAs(await directory.grantsOf(user), role),
    hasAny: (role) => people().named.some(({ grant }) => grant.role === role),
    refused: async (user, what, thing) => {
      const standing = await directory.standingOf(user);
      const detail = { standing };
      try {
        await audit.add({
          ...{ at: now(), who: user, origin: 'Slack' },
          ...{ kind: 'access', thing, what, detail },
        });
      } catch (error) {
        // Who may not still may not: the refusal stands, and the log has what the trail has not.
        log.error('people.refusal-unwritten', { user, what, thing, code: codeOf(error) });
      }
      return refusalFor(standing);
    },
  };
}

/** Whom the variables name. */
export function peopleInVariables(config: RoleVariables): People {
  return {
    named: [
      ...namedEverywhere('manager', config.managers),
      ...namedEverywhere('complaint-officer', config.complaintOfficers),
      ...namedEverywhere('policy-owner', config.policyOwners),
      ...namedEverywhere('administrator', config.administrators),
    ],
    workplaces: [],
  };
}

/** Whom a data folder and the variables name. Faults of the file are for `desk data check` to tell. */
export function peopleNamed(dataFolder: string, config: RoleVariables): People {
  return together(peopleInVariables(config), loadPeople(openFolder(dataFolder), null));
}

/** The policy owners whom a shell can tell apart: nobody is asked there who is in a group. */
export function policyOwnersNamed(dataFolder: string, config: RoleVariables): readonly string[] {
  return usersNamed(peopleNamed(dataFolder, config), 'policy-owner');
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  if ('data' in error && typeof error.data === 'object' && error.data !== null)
    return 'error' in error.data ? String(error.data.error) : error.name;
  return 'code' in error ? String(error.code) : error.name;
}
