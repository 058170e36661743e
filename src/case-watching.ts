import { momentAt } from './calendar/clock.ts';
import type { Day } from './calendar/day.ts';
import { addDays } from './calendar/day.ts';
import { isoWeekOf } from './calendar/iso-week.ts';
import { type ClusterThing, clusterSince, isNews } from './case-watch/clusters.ts';
import { dueWarnings, type Moment, type Warning } from './case-watch/warnings.ts';
import { weekToTell } from './case-weeks.ts';
import type { Case } from './complaints/case.ts';
import { clocksOf } from './complaints/clocks.ts';
import { summaryOf } from './complaints/summary.ts';
import type { NewDelivery } from './deliveries/delivery.ts';
import type { Desk } from './desk.ts';
import type { Log } from './log.ts';
import type { Directory } from './people/directory.ts';
import { openRecipients, type Recipient, type RecipientPorts } from './recipients.ts';
import { codeOf } from './slack/outcome.ts';
import { caseClusterView } from './slack/views/case-cluster.ts';
import { caseWarningView, type WarnedCase } from './slack/views/case-warning.ts';
import { caseWatchBook, type Watched } from './store/case-watch.ts';
import { caseBook } from './store/cases.ts';
import { deliveryLedger } from './store/deliveries.ts';
import type { Store } from './store/schema.ts';

export type CaseWatchPorts = RecipientPorts & {
  readonly directory: Pick<Directory, 'usersWith' | 'languageOf' | 'grantsOf'>;
  readonly store: Store;
  readonly desk: () => Pick<
    Desk,
    'caseRules' | 'watchRules' | 'nameOf' | 'calendar' | 'register' | 'sets'
  >;
  readonly today: () => Day;
  /** Whether the day is believed in and not that of the clock: then it has no hours to wait for. */
  readonly isDayGiven: boolean;
  readonly timeZone: string;
  readonly now: () => number;
  readonly log: Log;
};

export type CaseWatching = {
  /** Looks once a minute whether there is something to say of a case; while there is not, that is two short queries. */
  readonly look: () => Promise<void>;
  /** The same at once, whatever the minute. */
  readonly lookNow: () => Promise<void>;
};

const EVERY_MS = 60_000;
/** So many cases in one look: the rest follow in the next. */
const AT_ONCE = 200;
const LATE_FOR_MS = 7 * 24 * 60 * 60_000;

/** Tells owners and managers of the clocks, and policy owners of cases that name one thing. Everything goes through the ledger. */
export function openCaseWatching(ports: CaseWatchPorts): CaseWatching {
  const { store, desk, today, now, log } = ports;
  const watch = caseWatchBook(store);
  const book = caseBook(store);
  const recipients = openRecipients(ports);
  let nextAt = 0;
  let toldIn: string | null = null;
  let looking: Promise<void> | null = null;

  const moment = (): Moment => {
    const { isDayGiven, timeZone } = ports;
    return { now: now(), today: today(), isDayGiven, timeZone, hours: desk().watchRules.hours };
  };

  const lookAt = async (watched: Watched): Promise<void> => {
    const found = await book.find(watched.id);
    if (found === null || found.state === 'closed') return;
    const at = moment();
    const { latest, speakAt } = dueWarnings(
      clocksOf(found, rulesAt(at.today)),
      at,
      desk().calendar,
    );
    const bases = latest.map((warning) => baseKey(found.id, warning));
    const isSaid = (base: string): boolean =>
      watched.planned.some((key) => key === base || key.startsWith(`${base}:`));
    const isTime = speakAt !== null && speakAt <= at.now;
    const deliveries: NewDelivery[] = [];
    for (const [index, warning] of latest.entries()) {
      const base = bases[index] ?? '';
      if (!isTime || isSaid(base)) continue;
      deliveries.push(...(await warningsFor(found, warning, { base, at })));
    }
    const overtaken = watched.planned.filter(
      (key) => !bases.some((base) => key === base || key.startsWith(`${base}:`)),
    );
    const planned = [...new Set([...watched.planned, ...deliveries.map(({ key }) => key)])];
    const waits = latest.length > 0 && speakAt !== null && speakAt > at.now;
    const written = await watch.settle(
      {
        ...{ id: found.id, seq: found.seq, on: at.today, againAt: waits ? speakAt : null },
        ...{ deliveries, overtaken, planned },
      },
      at.now,
    );
    if (written.length > 0) log.info('case.warned', { case: found.id, keys: written.join(' ') });
  };

  const rulesAt = (day: Day) => ({ ...desk().caseRules, today: day });

  const warningsFor = async (
    found: Case,
    warning: Warning,
    { base, at }: { readonly base: string; readonly at: Moment },
  ): Promise<readonly NewDelivery[]> => {
    const place = { outlet: found.outlet, hall: found.hall };
    const owner = await recipients.of([found.owner]);
    // A case whose owner cannot be written to is its managers' matter.
    const managers =
      warning.stage === 'late' || owner.length === 0 ? await recipients.managersOf(place) : [];
    const others = managers.filter(({ user }) => user !== found.owner);
    if (owner.length + others.length === 0) log.warn('case.nobody-to-warn', { case: found.id });
    const about = warnedCase(found, at.today);
    const to = (recipient: Recipient, key: string, isForManager: boolean): NewDelivery => ({
      ...{ key, kind: 'case-warning', channel: recipient.channel, dueAt: at.now },
      ...(at.isDayGiven ? {} : { expiresAt: expiryOf(warning, at) }),
      content: caseWarningView({ about, warning, isForManager }, recipient.language),
    });
    return [
      ...owner.map((one) => to(one, base, false)),
      ...others.map((one) => to(one, `${base}:${one.user}`, true)),
    ];
  };

  const warnedCase = (found: Case, day: Day): WarnedCase => {
    const { stepsDone, stepsAll } = summaryOf(found, rulesAt(day));
    const nameOf = desk().nameOf;
    const title = nameOf(found.checklist.id) ?? { zh: found.checklist.id, en: found.checklist.id };
    return {
      ...{ id: found.id, title, owner: found.owner, done: stepsDone, all: stepsAll },
      outlet: found.outlet === null ? null : nameOf(found.outlet),
    };
  };

  const lookAtClusters = async (found: Case): Promise<void> => {
    const things: readonly ClusterThing[] = [
      ...(found.offer === null ? [] : [{ kind: 'offer', thing: found.offer } as const]),
      ...(found.rule === null ? [] : [{ kind: 'rule', thing: found.rule } as const]),
    ];
    for (const thing of things) await lookAtCluster(thing);
  };

  const lookAtCluster = async (thing: ClusterThing): Promise<void> => {
    const day = today();
    const rule = desk().watchRules.cluster;
    const cases = await watch.naming(thing, clusterSince(day, rule));
    const told = await watch.toldOf(thing);
    if (!isNews(cases.length, told, { rule, today: day })) return;
    const name = desk().nameOf(thing.thing) ?? { zh: thing.thing, en: thing.thing };
    const ids = cases.map(({ id }) => id);
    const content = caseClusterView({ kind: thing.kind, name, days: rule.days, cases: ids });
    const deliveries = (await policyOwners(thing)).map(({ user, channel }) => ({
      key: `case-cluster:${thing.kind}:${thing.thing}:${day}:${ids.length}:${user}`,
      ...{ kind: 'case-cluster', channel, dueAt: now(), content },
    }));
    if (deliveries.length === 0) log.warn('case.cluster-untold', { thing: thing.thing });
    const cluster = { ...thing, on: day, cases: ids.length };
    const written = await watch.tell(cluster, deliveries, now());
    if (written.length > 0) log.info('case.cluster', { thing: thing.thing, cases: ids.length });
  };

  /** Who brought the offer's campaign into force; else every policy owner; else the managers. */
  const policyOwners = async ({ kind, thing }: ClusterThing): Promise<readonly Recipient[]> => {
    const owners = await ports.directory.usersWith('policy-owner');
    const deciders = kind === 'offer' ? decidersOf(desk(), thing) : [];
    const own = owners.filter((owner) => deciders.includes(owner));
    const found = await recipients.of(own.length > 0 ? own : owners);
    return found.length > 0 ? found : recipients.managersOf({ outlet: null, hall: null });
  };

  const lookOnce = async (): Promise<void> => {
    await watch.letGo(now());
    const due = await watch.due({ now: now(), today: today(), limit: AT_ONCE });
    for (const watched of due) {
      try {
        if (watched.isNew) {
          const found = await book.find(watched.id);
          if (found !== null) await lookAtClusters(found);
        }
        await lookAt(watched);
      } catch (error) {
        log.error('case.watch', { case: watched.id, code: codeOf(error) });
      }
    }
  };

  /** Once a week in this process; the ledger knows what another one has said. */
  const lookAtWeek = async (): Promise<void> => {
    const at = moment();
    const week = isoWeekOf(at.today);
    if (toldIn === week) return;
    const deliveries = await weekToTell({ ...ports, recipients, moment: at });
    if (deliveries === null) return;
    const written = await deliveryLedger(store).plan(deliveries, at.now);
    toldIn = week;
    if (written.length > 0) log.info('case.week', { keys: written.join(' ') });
  };

  const lookNow = (): Promise<void> => {
    looking ??= lookOnce()
      .then(lookAtWeek)
      .catch((error: unknown) => log.error('case.watch', { code: codeOf(error) }))
      .finally(() => {
        looking = null;
      });
    return looking;
  };

  return {
    lookNow,
    look: () => {
      if (now() < nextAt) return looking ?? Promise.resolve();
      nextAt = now() + EVERY_MS;
      return lookNow();
    },
  };
}

/** The same stage of the same clock of a case is said once, whoever owns it. */
function baseKey(id: string, { clock, stage }: Warning): string {
  return `case-warning:${id}:${clock}:${stage}`;
}

/** A warning is of use until the deadline is over; that it is over, for a week. */
function expiryOf({ stage, dueOn }: Warning, { now, timeZone, hours }: Moment): number {
  if (stage === 'late') return now + LATE_FOR_MS;
  return Math.max(now + EVERY_MS, momentAt(addDays(dueOn, 1), hours.from, timeZone));
}

/** The Slack users who decided about the campaigns that have an offer. */
function decidersOf(
  { sets, register }: Pick<Desk, 'sets' | 'register'>,
  offer: string,
): readonly string[] {
  const ids = sets
    .filter(({ offers }) => offers.some(({ id }) => id === offer))
    .map(({ id }) => id);
  return register.decisions.flatMap(({ set, decided }) => {
    if (decided === null || !ids.includes(set)) return [];
    const user = /(?:^|\()([UW][A-Z0-9]{2,})\)?$/.exec(decided.by)?.[1];
    return user === undefined ? [] : [user];
  });
}
