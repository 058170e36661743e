import { askHere } from './ask-here.ts';
import { now } from './calendar/clock.ts';
import { openCalendarWatch } from './calendar-watch.ts';
import { openCaseWatching } from './case-watching.ts';
import { caseWeekOf, openCaseWeeks } from './case-weeks.ts';
import type { Config } from './config.ts';
import { dayBelievedIn } from './config.ts';
import type { NewDelivery } from './deliveries/delivery.ts';
import { openDispatcher } from './deliveries/dispatcher.ts';
import { type Notice, noticeWords } from './deliveries/notice.ts';
import type { Desk } from './desk.ts';
import { digestContent } from './digest-content.ts';
import { openDrawing } from './drawing.ts';
import { openGoingLive } from './going-live.ts';
import { explainAside } from './live/explain-aside.ts';
import type { Log } from './log.ts';
import type { ManagersPorts } from './managers-told.ts';
import type { Directory } from './people/directory.ts';
import type { People } from './people/named.ts';
import { whoRuns } from './people/open-directory.ts';
import type { ServedChannel } from './policy/taking-effect.ts';
import { openPolicyDoor } from './policy-door.ts';
import type { ReminderRules } from './reminders/rules.ts';
import { openReminding } from './reminding.ts';
import { openRenewalDoor } from './renewal-door.ts';
import { openRenewalWeek } from './renewal-week.ts';
import type { Mode } from './slack/receivers.ts';
import { openUnclaimed } from './unclaimed.ts';

/** The bot in one Slack workspace. */
export type Bot = {
  /** Joins Slack. Rejects with a Problem that says what to check. */
  readonly start: () => Promise<void>;
  /** Says something unasked, in both languages, in one channel. */
  readonly announce: (
    channel: string,
    text: { readonly zh: string; readonly en: string },
  ) => Promise<void>;
  /**
   * Says something unasked, once each, in order, never lost: it is kept, and posted when it is due. A key that is known
   * changes nothing. Answers the keys that are new.
   */
  readonly deliver: (deliveries: readonly NewDelivery[]) => Promise<readonly string[]>;
  readonly directory: Directory;
  /** Leaves Slack when everything under way has been answered, and closes the database. */
  readonly stop: () => Promise<void>;
};

export type BotOptions = {
  /** The desk in force; it may be another one at the next question. */
  readonly desk: () => Desk;
  readonly config: Config;
  readonly databaseUrl: string;
  /** Instead of the channels of the data, where the workspace has others. */
  readonly channels?: readonly ServedChannel[] | null;
  /** What the workspace has otherwise than the rules of the data. */
  readonly changeRules?: (rules: ReminderRules) => ReminderRules;
  /** A file of contracts that comes in when the bot has started. */
  readonly contracts?: Uint8Array;
  /** Instead of the people of the data, likewise. */
  readonly people?: People | null;
  readonly slack: {
    readonly mode: Mode;
    readonly botToken: string;
    readonly apiUrl: string | null;
  };
  readonly log: Log;
};

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The longest that a conversation is remembered; each conversation has its own time within it. */
const MEMORY_MS = 8 * DAY;
/** In which message a step was asked: a case may wait for a season. */
const CASE_MEMORY_MS = 120 * DAY;
/** Slack repeats an event for minutes only; a day and a half leaves room for an outage. */
const EVENTS_KEPT_MS = 36 * HOUR;
/** A question that nobody asks again within a season is not worth learning. */
const REVIEWS_KEPT_MS = 90 * DAY;
/** Who said what to whom last year is asked about; the words are not needed so long. */
const DELIVERIES_KEPT_MS = 730 * DAY;
const DELIVERED_WORDS_KEPT_MS = 90 * DAY;
/**
 * A channel takes one message a second: who looked once a second would just miss it, and post every other second. While
 * nothing is due, a tick is one query.
 */
const TICK_MS = 200;
const LOOK_EVERY_MS = 1_000;
/** Whether a contract has become due: two look-ups in an index while none has. */
const REMIND_EVERY_MS = 10_000;
const REPLAYED_AT_MOST = 500;
const ATTEMPTS_AT_MOST = 3;

/**
 * Puts the rooms together: the store, the conversations and Slack. The heavy rooms are imported here and not before,
 * so that the command line never waits for them.
 */
export async function openBot({
  desk,
  config,
  databaseUrl,
  slack,
  log,
  channels = null,
  changeRules = (rules) => rules,
  contracts,
  people = null,
}: BotOptions): Promise<Bot> {
  const [{ openStore }, { conversationMemory, sweepExpired }, { inbox }, { reviewList }] =
    await Promise.all([
      import('./store/open.ts'),
      import('./store/keyv-store.ts'),
      import('./store/inbox.ts'),
      import('./store/review.ts'),
    ]);
  const [{ deliveryLedger }, { deliveryLanes }, { auditTrail }] = await Promise.all([
    import('./store/deliveries.ts'),
    import('./store/delivery-lanes.ts'),
    import('./store/audit.ts'),
  ]);
  const store = await openStore(databaseUrl);
  const { openChannelNames } = await import('./slack/outgoing.ts');
  const { openConversations } = await import('./dialogs/conversations.ts');
  const { myContractsSection } = await import('./slack/my-contracts-section.ts');
  const [{ createSlackApp }, { openLookups }, { rolesSection }, { openPeopleDesk }] =
    await Promise.all([
      import('./slack/app.ts'),
      import('./slack/lookups.ts'),
      import('./slack/your-roles.ts'),
      import('./people-desk.ts'),
    ]);
  const [{ contractLookUp }, { withContracts }, { openContractDoor }] = await Promise.all([
    import('./contract-desk/look-up.ts'),
    import('./contract-desk/ask-contracts.ts'),
    import('./contract-door.ts'),
  ]);
  const [{ complaintDesk }, { openComplaintDoor }, { casesSection }] = await Promise.all([
    import('./complaint-desk.ts'),
    import('./complaint-door.ts'),
    import('./slack/complaints/home-section.ts'),
  ]);

  const { directory, refused, ...persons } = openPeopleDesk({
    inFiles: () => people ?? desk().people,
    lookups: openLookups({ ...slack, log }),
    audit: auditTrail(store),
    ...{ config, now, log },
  });
  const today = () => dayBelievedIn(config, null, now());
  const lookUp = contractLookUp(store);
  const conversations = openConversations({
    ask: (question, user) => {
      const asked = { ...question, today: today() };
      const answered = askHere(desk(), asked, directory.hallOf(user));
      return withContracts(desk(), answered, { today: asked.today, lookUp });
    },
    memory: conversationMemory(store, 'context', MEMORY_MS),
    storage: conversationMemory(store, 'dialog', MEMORY_MS),
    now,
    onProblem: (error) => log.error('conversation.memory', { code: errorCode(error) }),
    // A manager may be named while the bot runs.
    get keepsQuestions() {
      return config.mayReview === true || persons.hasAny('manager');
    },
  });
  const events = inbox(store);
  const reviews = reviewList(store);
  const ledger = deliveryLedger(store);
  const weeks = openCaseWeeks({ store, desk });
  const draw = openDrawing((picture) => caseWeekOf(picture, { weeks, directory }));
  const contractDoor = openContractDoor({
    ...{ store, now },
    outlets: () => desk().policy.outlets,
    memory: conversationMemory(store, 'contract-file', MEMORY_MS),
    onProblem: (error) => log.error('contracts.memory', { code: errorCode(error) }),
  });
  const nameOf: Desk['nameOf'] = (id) => desk().nameOf(id);
  const cases = complaintDesk({ store, rules: () => desk().caseRules, now, today });
  const { openCaseReports } = await import('./case-reports.ts');
  const caseReports = openCaseReports({
    ...{ store, nameOf, now, today, timeZone: config.timeZone },
    rules: () => desk().caseRules,
  });
  const complaints = openComplaintDoor({
    cases,
    people: () => people ?? desk().people,
    memory: conversationMemory(store, 'case', CASE_MEMORY_MS),
    report: (id, language, user) => caseReports.files(id, language, { who: user, origin: 'Slack' }),
    ...{ desk, directory, today },
  });
  const reminderRules = (): ReminderRules => changeRules(desk().reminderRules);
  const duePorts = {
    ...{ store, desk, today, now, log, rules: reminderRules, timeZone: config.timeZone },
    hours: config.todayOverride === null ? ('keep' as const) : ('none' as const),
  };
  const reminding = openReminding({
    ...{ ...duePorts, channels },
    channelsByName: openChannelNames({ ...slack, now, log }),
    contentOf: (post, about) =>
      digestContent({ ...desk(), reminderRules: reminderRules() }, post, about),
  });
  const managersPorts: ManagersPorts = {
    ...{ ...duePorts, directory },
    directChannel: (user) => app.directChannel(user),
  };
  const unclaimed = openUnclaimed(managersPorts);
  const { look: lookAtWeek, ...renewalWeek } = openRenewalWeek({ ...managersPorts, refused });
  const renewals = openRenewalDoor({
    ...{ store, desk, directory, refused, today, now, rules: reminderRules },
    directChannel: (user) => app.directChannel(user),
    plan: reminding.plan,
    people: () => people ?? desk().people,
  });
  const app = createSlackApp({
    mode: slack.mode,
    botToken: slack.botToken,
    apiUrl: slack.apiUrl ?? undefined,
    converse: conversations.receive,
    walk: conversations.walk,
    isOpen: conversations.isOpen,
    answered: conversations.answered,
    explain: (question) =>
      explainAside({
        folders: { data: config.dataFolder, intents: config.intentsFolder },
        keep: config.keepFolder,
        question: { ...question, today: today() },
      }),
    nameOf,
    tries: () => desk().tries,
    isManager: (user) => persons.is(user, 'manager'),
    directory,
    homeSections: [
      myContractsSection({ renewals, nameOf: (id) => desk().nameOf(id) }),
      casesSection({ complaints, nameOf, linkTo: (channel, ts) => app.linkTo(channel, ts) }),
      rolesSection(directory, nameOf),
    ],
    refused,
    draw: (picture) => draw(desk().policyOn(today()), picture),
    review:
      config.mayReview === true
        ? ({ question, intent, ...asked }) =>
            reviews.note({
              ...asked,
              text: question.text,
              readAs: intent,
              afterIntent: question.context?.last.intent ?? null,
              now: now(),
            })
        : null,
    policy: openPolicyDoor(
      {
        folders: { data: config.dataFolder, intents: config.intentsFolder },
        keep: config.keepFolder,
      },
      { usersWith: directory.usersWith, today },
    ),
    complaints,
    contracts: contractDoor,
    renewals,
    renewalWeek,
    deliver: (deliveries) => ledger.plan(deliveries, now()),
    today,
    now,
    log,
    inbox: {
      keep: (event) => events.keepEvent({ ...event, now: now() }),
      done: (eventId) => events.markDone(eventId, now()),
      unfinished: () =>
        events.unfinished({
          now: now(),
          // What another process took a moment ago is its own.
          before: now() - MINUTE,
          limit: REPLAYED_AT_MOST,
          maxAttempts: ATTEMPTS_AT_MOST,
        }),
    },
  });

  const tellRunners = async (notice: Notice): Promise<void> => {
    // Slack takes a user for the direct message with that user.
    for (const runner of await whoRuns(directory)) {
      app.announce(runner, noticeWords(notice)).catch((error: unknown) => {
        log.error('delivery.runner-untold', { runner, code: errorCode(error) });
      });
    }
  };
  const dispatcher = openDispatcher({
    lanes: deliveryLanes(store),
    channels: app.channels,
    tell: (notice) => void tellRunners(notice),
    now,
    chance: Math.random,
    log,
  });
  const goingLive = openGoingLive({
    ...{ desk, today, now, log },
    channels,
    isDayGiven: config.todayOverride !== null,
    timeZone: config.timeZone,
    deliver: (deliveries) => ledger.plan(deliveries, now()),
    takeBack: (key) => ledger.withdraw({ key }, 'superseded', now()),
  });
  const calendarWatch = openCalendarWatch({
    calendar: () => desk().calendar,
    runners: () => whoRuns(directory),
    directChannel: app.directChannel,
    deliver: (deliveries) => ledger.plan(deliveries, now()),
    ...{ today, now, log },
  });
  const caseWatching = openCaseWatching({
    ...{ store, desk, directory, today, now, log },
    directChannel: (user) => app.directChannel(user),
    isDayGiven: config.todayOverride !== null,
    timeZone: config.timeZone,
  });
  let looking: Promise<unknown> = Promise.resolve();
  let reminded: Promise<unknown> = Promise.resolve();
  let [lookedAt, remindedAt] = [0, 0];
  let ticking: NodeJS.Timeout | null = null;

  const tidy = async (): Promise<void> => {
    try {
      await sweepExpired(store, now());
      await events.purge(now() - EVENTS_KEPT_MS);
      await reviews.purge(now() - REVIEWS_KEPT_MS);
      await cases.refresh();
      await ledger.purge({
        content: now() - DELIVERED_WORDS_KEPT_MS,
        rows: now() - DELIVERIES_KEPT_MS,
      });
    } catch (error) {
      log.error('store.tidy', { code: errorCode(error) });
    }
  };
  const tidying = setInterval(() => void tidy(), HOUR);
  tidying.unref();
  const mend = (): Promise<void> =>
    contractDoor
      .mend()
      .catch((error: unknown) => log.error('contracts.mend', { code: errorCode(error) }));
  const mending = setInterval(() => void mend(), MINUTE);
  mending.unref();

  return {
    start: async () => {
      await tidy();
      await mend();
      const { teamId, botUserId } = await app.start();
      log.info('bot.started', { teamId, botUserId, mode: slack.mode.kind });
      if (contracts !== undefined) {
        const { bringIn } = await import('./contract-desk/bring-in.ts');
        await bringIn(contracts, { store, now, outlets: () => desk().policy.outlets });
      }
      ticking = setInterval(() => {
        if (now() - lookedAt >= LOOK_EVERY_MS) {
          lookedAt = now();
          looking = Promise.all([goingLive.look(), calendarWatch.look(), caseWatching.look()]);
        }
        if (now() - remindedAt >= REMIND_EVERY_MS) {
          remindedAt = now();
          reminded = Promise.all([reminding.look(), unclaimed.look(), lookAtWeek()]);
        }
        void dispatcher.tick();
      }, TICK_MS);
      ticking.unref();
    },
    announce: app.announce,
    directory,
    deliver: (deliveries) => ledger.plan(deliveries, now()),
    stop: async () => {
      clearInterval(tidying);
      clearInterval(mending);
      if (ticking !== null) clearInterval(ticking);
      await looking;
      await reminded;
      await dispatcher.stop();
      await app.stop();
      await store.close();
      log.info('bot.stopped');
    },
  };
}

function errorCode(error: unknown): string {
  return error instanceof Error ? ('code' in error ? String(error.code) : error.name) : 'unknown';
}
