import { setImmediate as pause } from 'node:timers/promises';
import { dayAt, momentAt, timeAt } from './calendar/clock.ts';
import { addDays, type Day } from './calendar/day.ts';
import type { Content } from './deliveries/delivery.ts';
import type { Desk } from './desk.ts';
import type { Log } from './log.ts';
import type { ServedChannel } from './policy/taking-effect.ts';
import { endDaysToLookAt } from './reminders/end-days.ts';
import { type DigestPost, openPlan, type Planned } from './reminders/plan.ts';
import {
  allStages,
  isQuiet,
  type Quiet,
  type ReminderRules,
  timeRuleOf,
} from './reminders/rules.ts';
import { codeOf } from './slack/outcome.ts';
import { reminderCandidates } from './store/reminder-candidates.ts';
import { type Run, reminderBook } from './store/reminders.ts';
import type { Store } from './store/schema.ts';
import { termBook } from './store/terms.ts';

export type RemindingPorts = {
  readonly store: Pick<Store, 'db'>;
  readonly desk: () => Pick<Desk, 'calendar' | 'channels' | 'policyOn' | 'reminderRules'>;
  /** Instead of what the data says, where the workspace has other channels. */
  readonly channels?: readonly ServedChannel[] | null;
  /** Instead of the rules of the data. */
  readonly rules?: () => ReminderRules;
  /** The ids of channels by their names; null where Slack cannot be asked, and nothing is posted. */
  readonly channelsByName: () => Promise<ReadonlyMap<string, string> | null>;
  readonly contentOf: (post: DigestPost, about: About) => Content;
  readonly today: () => Day;
  readonly now: () => number;
  readonly timeZone: string;
  /**
   * `keep` waits for each channel's time of the day and posts nothing in the quiet hours; `quiet` does the second alone:
   * somebody asked for it now; `none` where the day is believed in and not that of the clock.
   */
  readonly hours: 'keep' | 'quiet' | 'none';
  readonly log: Log;
};

/** `isOrphans`: the contracts have no channel, and the managers are told of them. */
export type About = { readonly key: string; readonly day: Day; readonly isOrphans: boolean };

export type Reminding = {
  /** What is due, and nothing is changed. */
  readonly plan: () => Promise<Planned>;
  /** Puts what is due into the ledger; answers what this call put there. */
  readonly remind: () => Promise<Reminded>;
  /** `remind` where something may have become due since the last time: cheap else. Never rejects. */
  readonly look: () => Promise<void>;
};

/** What a call put into the ledger, each with the key of its message. */
export type Reminded = {
  readonly posts: readonly (DigestPost & { readonly key: string })[];
  readonly orphans: Planned['orphans'];
};

export const DIGEST_KIND = 'renewal-digest';
/** What came in late, or waits for a working day, is found again so long: longer than the longest holidays. */
const LOOK_BACK_DAYS = 14;
/** After a longer absence what was missed is missed. */
const AWAY_AT_MOST_DAYS = 30;
/** More runs than that are not remembered: a contract that came before them has been known all along. */
const RUNS_REMEMBERED = 100;
const AGAIN_AFTER_MS = 60_000;

/** Finds what is due in the state of contracts, terms and reminders, and puts it into the ledger. */
export function openReminding(ports: RemindingPorts): Reminding {
  const { store, today, now, log } = ports;
  const book = reminderBook(store);
  const terms = termBook(store);
  let seen: string | null = null;
  let seenDesk: unknown = null;
  let notBefore = 0;
  let looking: Promise<void> | null = null;

  const rulesNow = ports.rules ?? (() => ports.desk().reminderRules);

  /** Who has no right to see names goes by the usual channels; that must hold up no reminder. */
  const channelNames = async (): Promise<ReadonlyMap<string, string> | null> => {
    try {
      return await ports.channelsByName();
    } catch (error) {
      log.warn('reminders.channel-names', { code: codeOf(error) });
      return new Map();
    }
  };

  const plan = async (): Promise<Planned & { readonly rules: ReminderRules }> => {
    const day = today();
    const { calendar, policyOn, ...desk } = ports.desk();
    const rules = rulesNow();
    const runs = await book.runs(RUNS_REMEMBERED);
    const from = lookFrom(runs, day);
    const planning = openPlan({
      ...{ rules, calendar, today: day },
      policy: policyOn(day),
      absences: await terms.absencesOn(day),
      channels: { served: ports.channels ?? desk.channels, byName: await channelNames() },
      told: await book.toldOn(day),
    });
    const stages = allStages(rules);
    const endDays = endDaysToLookAt({ stages, from, to: day }, calendar);
    // Few batches bring many contracts.
    const known = new Map<number, Day>();
    const pages = reminderCandidates(store, { endDays, snoozedFrom: from, today: day });
    for await (const page of pages) {
      for (const { cameAt, ...candidate } of page) {
        const { timeZone } = ports;
        const knownSince = known.get(cameAt) ?? knownSinceOf(cameAt, { runs, day, timeZone });
        known.set(cameAt, knownSince);
        planning.add({ ...candidate, knownSince });
      }
      // The bot answers between two pages.
      await pause();
    }
    return { ...planning.planned(), rules };
  };

  const remind = async (): Promise<Reminded> => {
    const day = today();
    const at = now();
    const { posts, orphans, missed, rules } = await plan();
    if (missed.length > 0) {
      await book.passOver(missed, day);
      log.warn('reminders.missed', { contracts: missed.length });
    }
    const said: Reminded['posts'][number][] = [];
    for (const post of posts) {
      const dueAt = whenDue(post.channel, { day, at, rules });
      if (dueAt === null) continue;
      const key = `digest:${day}:${post.channel}`;
      const kept = await say({ post, key, day, at, dueAt, isOrphans: false });
      if (kept !== null) said.push(kept);
    }
    const channel = rules.managersChannel;
    if (channel !== null && orphans.length > 0) {
      const post = { channel, lines: orphans };
      const dueAt = whenDue(channel, { day, at, rules });
      if (dueAt !== null)
        await say({ post, key: `orphans:${day}`, day, at, dueAt, isOrphans: true });
    }
    await book.noteRun({ day, at });
    return { posts: said, orphans };
  };

  /** When a channel is told what is due today; null where that is not now, but later in the day or tomorrow. */
  const whenDue = (
    channel: string,
    { day, at, rules }: { readonly day: Day; readonly at: number; readonly rules: ReminderRules },
  ): number | null => {
    const { hours, timeZone } = ports;
    if (hours === 'none') return at;
    const time = timeRuleOf(rules, channel);
    if (hours === 'keep' && minuteOf(at, timeZone) < time.postAt) return null;
    const dueAt = afterQuiet(at, time.quiet, timeZone);
    // Its words would speak of yesterday: tomorrow's digest has it.
    return dayAt(dueAt, timeZone) > day ? null : dueAt;
  };

  const say = ({ post, key, day, at, dueAt, isOrphans }: Saying) =>
    book.say({
      ...{ post, day, now: at, key },
      deliveryOf: (left, own) => ({
        ...{ key: own, kind: DIGEST_KIND, channel: left.channel, dueAt },
        content: ports.contentOf(left, { key: own, day, isOrphans }),
      }),
    });

  const lookOnce = async (): Promise<void> => {
    if (now() < notBefore) return;
    try {
      const desk = ports.desk();
      const minute = minuteOf(now(), ports.timeZone);
      const times = [rulesNow(), ...Object.values(rulesNow().channels)];
      // Each time of the day at which some channel's digest is due makes something due.
      const passed = times.filter(({ postAt }) => postAt !== undefined && postAt <= minute).length;
      const state = `${today()} ${passed} ${await book.changes()}`;
      if (state === seen && seenDesk === desk) return;
      const { posts, orphans } = await remind();
      [seen, seenDesk] = [state, desk];
      if (posts.length > 0) log.info('reminders.planned', { posts: posts.length });
      if (orphans.length > 0) log.warn('reminders.without-channel', { count: orphans.length });
    } catch (error) {
      notBefore = now() + AGAIN_AFTER_MS;
      log.error('reminders.look', { code: codeOf(error) });
    }
  };

  return {
    plan,
    remind,
    look: () => {
      looking ??= lookOnce().finally(() => {
        looking = null;
      });
      return looking;
    },
  };
}

/** From which day on stages may be unsaid: that of the run before today, and always some days back. */
function lookFrom(runs: readonly Run[], today: Day): Day {
  const before = runs.map(({ day }) => day).filter((day) => day < today);
  const last = before.reduce((one, other) => (other > one ? other : one), before[0] ?? today);
  const [back, farthest] = [addDays(today, -LOOK_BACK_DAYS), addDays(today, -AWAY_AT_MOST_DAYS)];
  return last < farthest ? farthest : last < back ? last : back;
}

/**
 * The first day on which a contract could have been reminded of: that on which it came in, or that of the first run
 * after. The two differ where somebody believes in another day than the clock's.
 */
function knownSinceOf(
  cameAt: number,
  {
    runs,
    day,
    timeZone,
  }: { readonly runs: readonly Run[]; readonly day: Day; readonly timeZone: string },
): Day {
  const first = runs.findLast(({ at }) => at >= cameAt)?.day ?? day;
  const came = dayAt(cameAt, timeZone);
  return [first, came, day].reduce((one, other) => (other < one ? other : one));
}

/** The minute of the day in the branch. */
export function minuteOf(moment: number, timeZone: string): number {
  const [hours = 0, minutes = 0] = timeAt(moment, timeZone).split(':').map(Number);
  return hours * 60 + minutes;
}

const DAY_MINUTES = 24 * 60;

/** The moment itself, or the end of the hours in which nothing is posted. */
function afterQuiet(at: number, quiet: Quiet | null, timeZone: string): number {
  const minute = minuteOf(at, timeZone);
  if (quiet === null || !isQuiet(quiet, minute)) return at;
  const today = dayAt(at, timeZone);
  const day = minute < quiet.to ? today : addDays(today, 1);
  return momentAt(day, quiet.to % DAY_MINUTES, timeZone);
}

type Saying = About & {
  readonly post: DigestPost;
  readonly at: number;
  readonly dueAt: number;
};
