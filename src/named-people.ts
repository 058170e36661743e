import type { Config } from './config.ts';
import { problemLines } from './desk.ts';
import { openFolder } from './files/folder.ts';
import { loadPeople } from './files/people-file.ts';
import { namedEverywhere, type People, together, usersNamed } from './people/named.ts';
import { Problem } from './problem.ts';

/** The variables that name people. */
export type RoleVariables = Pick<
  Config,
  'managers' | 'policyOwners' | 'complaintOfficers' | 'administrators'
>;

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

/** Whom a data folder and the variables name. Throws a Problem `data` with every fault of the file. */
export function peopleNamed(dataFolder: string, config: RoleVariables): People {
  const folder = openFolder(dataFolder);
  const inFile = loadPeople(folder, null);
  const problems = folder.problems();
  if (problems.length > 0) throw new Problem('data', problemLines(problems));
  return together(peopleInVariables(config), inFile);
}

/** The policy owners whom a shell can tell apart: nobody is asked there who is in a group. */
export function policyOwnersNamed(dataFolder: string, config: RoleVariables): readonly string[] {
  return usersNamed(peopleNamed(dataFolder, config), 'policy-owner');
}
