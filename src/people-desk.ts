import type { Log } from './log.ts';
import { peopleInVariables, type RoleVariables } from './named-people.ts';
import type { Directory, Refused } from './people/directory.ts';
import { mightBe, type People, together } from './people/named.ts';
import { type Lookups, openDirectory } from './people/open-directory.ts';
import { refusalFor } from './people/refusal.ts';
import { mayAs, type Role } from './people/role.ts';
import { codeOf } from './slack/outcome.ts';
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
