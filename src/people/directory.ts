import type { Bilingual, Language } from '../bilingual.ts';
import type { Grant, Place, Role } from './role.ts';

/**
 * What somebody is to the workspace. `outside`: a guest, somebody of another workspace (Slack Connect), a program, or an
 * account that was closed. `unknown`: Slack could not be asked just now.
 */
export type Standing = 'inside' | 'outside' | 'unknown';

/** Who has which role, as the files, the variables and Slack's user groups say. */
export type Directory = {
  /** Everybody of the workspace has `staff`; who is outside has nothing. Groups are at most 5 minutes old. */
  readonly grantsOf: (user: string) => Promise<readonly Grant[]>;
  readonly usersWith: (role: Role, place?: Place) => Promise<readonly string[]>;
  readonly standingOf: (user: string) => Promise<Standing>;
  /** Where somebody works, as `data/people.yaml` says: what "here" means when he says it. */
  readonly hallOf: (user: string) => Place | null;
  /** The language that somebody has set in Slack; null where it is neither of ours, or not known. */
  readonly languageOf: (user: string) => Promise<Language | null>;
};

/**
 * Writes down that somebody was refused something, and gives the words for him. `what` is what he wanted, such as
 * `case.show`; `thing` is the id of what he wanted it of.
 */
export type Refused = (user: string, what: string, thing: string) => Promise<Bilingual>;
