import type { Day } from './calendar/day.ts';
import type { Desk } from './desk.ts';
import type { Log } from './log.ts';
import type { Directory } from './people/directory.ts';
import { type ChannelLanguage, isPostingTime, type ReminderRules } from './reminders/rules.ts';
import { minuteOf } from './reminding.ts';
import { codeOf, outcomeOf } from './slack/outcome.ts';
import type { Store } from './store/schema.ts';

/** What it takes to tell managers something unasked. */
export type ManagersPorts = {
  readonly store: Pick<Store, 'db'>;
  readonly desk: () => Pick<Desk, 'calendar' | 'nameOf'>;
  readonly rules: () => ReminderRules;
  readonly directory: Pick<Directory, 'usersWith' | 'grantsOf' | 'languageOf'>;
  readonly directChannel: (user: string) => Promise<string>;
  readonly today: () => Day;
  readonly now: () => number;
  readonly timeZone: string;
  /** `keep` waits for the time of the day and posts nothing in the quiet hours; `none` where the day is believed in. */
  readonly hours: 'keep' | 'none';
  readonly log: Log;
};

/** Whether it is a working day, and the hour at which digests are posted has come. */
export function isMorning({ desk, rules, today, now, timeZone, hours }: ManagersPorts): boolean {
  if (desk().calendar.kindOf(today()) === 'off') return false;
  return hours === 'none' || isPostingTime(rules(), minuteOf(now(), timeZone));
}

/** The direct message with a manager, and the language that he reads. Null where Slack refuses one with him. */
export async function deskOf(
  manager: string,
  { directChannel, directory, log }: ManagersPorts,
): Promise<{ readonly channel: string; readonly language: ChannelLanguage } | null> {
  try {
    const channel = await directChannel(manager);
    return { channel, language: (await directory.languageOf(manager)) ?? 'both' };
  } catch (error) {
    // What may go better in a minute is tried again as a whole: nobody is left out for it.
    if (outcomeOf(error) !== 'refused') throw error;
    log.warn('managers.no-direct-message', { manager, code: codeOf(error) });
    return null;
  }
}

const AGAIN_AFTER_MS = 60_000;

/**
 * Does something once for each state of the world, and again in a minute where it fails. `stateOf` gives null where its
 * time has not come. Never rejects, and never runs twice at the same time.
 */
export function oncePerState(
  { now, log }: Pick<ManagersPorts, 'now' | 'log'>,
  what: {
    readonly name: string;
    readonly stateOf: () => string | null;
    readonly act: () => Promise<void>;
  },
): () => Promise<void> {
  let seen: string | null = null;
  let notBefore = 0;
  let looking: Promise<void> | null = null;
  const lookOnce = async (): Promise<void> => {
    if (now() < notBefore) return;
    try {
      const state = what.stateOf();
      if (state === null || state === seen) return;
      await what.act();
      seen = state;
    } catch (error) {
      notBefore = now() + AGAIN_AFTER_MS;
      log.error(what.name, { code: codeOf(error) });
    }
  };
  return () => {
    looking ??= lookOnce().finally(() => {
      looking = null;
    });
    return looking;
  };
}
