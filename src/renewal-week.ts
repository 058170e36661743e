import { addDays, type Day } from './calendar/day.ts';
import { isoWeekOf, parseIsoWeek } from './calendar/iso-week.ts';
import type { Span } from './calendar/span.ts';
import type { Chart } from './charts/chart.ts';
import { openPngs } from './charts/pngs.ts';
import type { NewDelivery } from './deliveries/delivery.ts';
import { deskOf, isMorning, type ManagersPorts, oncePerState } from './managers-told.ts';
import type { Refused } from './people/directory.ts';
import { type Grant, mayAs } from './people/role.ts';
import { type ChannelLanguage, languageOf } from './reminders/rules.ts';
import { type Cell, openTally, type Week, weekOf } from './reminders/week.ts';
import type { RenewalWeekDoor, WeekPress } from './slack/renewal-week-ports.ts';
import type { MessageView } from './slack/views/blocks.ts';
import { renewalWeekView } from './slack/views/renewal-week.ts';
import { deliveryLedger } from './store/deliveries.ts';
import { termsSaidIn } from './store/said-terms.ts';

export type RenewalWeekPorts = ManagersPorts & { readonly refused: Refused };

const KIND = 'renewal-week';
const TITLE = 'renewals.report';

type Scope = 'mine' | 'all';
type Recipient = {
  readonly channel: string;
  readonly language: ChannelLanguage;
  readonly scope: Scope;
  /** Null: of every outlet. */
  readonly grants: readonly Grant[] | null;
};

/** The week before, told to managers on the first working morning of the next one; and the same when they ask. */
export function openRenewalWeek(ports: RenewalWeekPorts): RenewalWeekDoor & {
  /** Looks once a week. Cheap after. Never rejects. */
  readonly look: () => Promise<void>;
} {
  const { store, desk, rules, directory, refused, today, now, log } = ports;
  const ledger = deliveryLedger(store);
  const pngOf = openPngs();

  const reasonOf = (id: string) => rules().refusals.find((one) => one.id === id)?.name ?? null;
  const viewOf = (
    figures: Week,
    week: string,
    { scope, language }: Pick<Recipient, 'scope' | 'language'>,
  ): MessageView => {
    const days = daysOf(week);
    const { nameOf } = desk();
    const given = { week, days, asOf: today(), figures, scope, nameOf, reasonOf };
    return renewalWeekView(given, language);
  };

  const recipients = async (): Promise<readonly Recipient[]> => {
    const { managersChannel } = rules();
    const own: Recipient[] = [];
    for (const manager of await directory.usersWith('manager')) {
      const place = await deskOf(manager, ports);
      if (place === null) continue;
      own.push({ ...place, scope: 'mine', grants: await directory.grantsOf(manager) });
    }
    if (managersChannel === null) return own;
    const language = languageOf(rules(), managersChannel);
    return [...own, { channel: managersChannel, language, scope: 'all', grants: null }];
  };

  const tell = async (): Promise<void> => {
    const week = weekBefore(today());
    const all = await recipients();
    const known = await ledger.byKeys(all.map(({ channel }) => keyOf(week, channel)));
    const told = new Set(known.map(({ channel }) => channel));
    const untold = all.filter(({ channel }) => !told.has(channel));
    if (untold.length === 0) return;
    const cells = await countedIn(store, daysOf(week));
    const deliveries = untold.flatMap((recipient): readonly NewDelivery[] => {
      const figures = weekOf(seenBy(recipient.grants, cells));
      // A week in which nothing was due is no news.
      if (figures.all.due === 0) return [];
      const { channel } = recipient;
      const content = viewOf(figures, week, recipient);
      return [{ key: keyOf(week, channel), kind: KIND, channel, dueAt: now(), content }];
    });
    const planned = await ledger.plan(deliveries, now());
    if (planned.length > 0) log.info('renewal-week.planned', { week, messages: planned.length });
  };

  const grantsOfManager = async (user: string): Promise<readonly Grant[] | null> => {
    const grants = await directory.grantsOf(user);
    return mayAs(grants, 'manager') ? grants : null;
  };

  return {
    look: oncePerState(ports, {
      name: 'renewal-week.look',
      stateOf: () => (isMorning(ports) ? weekBefore(today()) : null),
      act: tell,
    }),

    report: async (user, language) => {
      const week = weekBefore(today());
      const grants = await grantsOfManager(user);
      if (grants === null) return { refused: await refused(user, TITLE, week) };
      const cells = await countedIn(store, daysOf(week));
      return viewOf(weekOf(seenBy(grants, cells)), week, { scope: 'mine', language });
    },

    picture: async ({ button, user, channel, nameOfUser }: WeekPress) => {
      const { week, scope, language } = button;
      const isForAll = scope === 'all' && channel === rules().managersChannel;
      const grants = isForAll ? null : await grantsOfManager(user);
      const days = parseIsoWeek(week);
      if ((grants === null && !isForAll) || days === undefined)
        return { refused: await refused(user, TITLE, week) };
      const figures = weekOf(seenBy(grants, await countedIn(store, days)));
      const names = await namesIn(figures, nameOfUser);
      const { renewalWeekChart } = await import('./charts/renewal-week-chart.ts');
      const chart: Chart = renewalWeekChart({
        ...{ week, days, asOf: today(), figures, language, reasonOf },
        nameOf: desk().nameOf,
        personOf: (who) => names.get(who) ?? who,
      });
      return { name: `renewals-${week}.png`, alt: chart.alt, png: await pngOf(chart) };
    },
  };
}

/** What was reminded of in a span, counted; no outlet and no person is left out. */
export async function countedIn(
  store: ManagersPorts['store'],
  days: Span,
): Promise<readonly Cell[]> {
  const tally = openTally();
  for await (const page of termsSaidIn(store, days)) for (const term of page) tally.add(term);
  return tally.cells();
}

function seenBy(grants: readonly Grant[] | null, cells: readonly Cell[]): readonly Cell[] {
  if (grants === null) return cells;
  return cells.filter(({ outlet, hall }) =>
    mayAs(grants, 'manager', outlet === '' ? { outlet: null, hall: null } : { outlet, hall }),
  );
}

export function weekBefore(today: Day): string {
  return isoWeekOf(addDays(today, -7));
}

function daysOf(week: string): Span {
  const days = parseIsoWeek(week);
  if (days === undefined) throw new Error(`there is no week ${week}`);
  return days;
}

function keyOf(week: string, channel: string): string {
  return `${KIND}:${week}:${channel}`;
}

const USER_ID = /^[UW][A-Z0-9]{2,}$/;
/** As many as the picture shows, and room. */
const NAMED = 12;

async function namesIn(
  { people }: Week,
  nameOfUser: (user: string) => Promise<string>,
): Promise<ReadonlyMap<string, string>> {
  const users = people.map(({ who }) => who).filter((who) => USER_ID.test(who));
  const named = users.slice(0, NAMED).map(async (who) => [who, await nameOfUser(who)] as const);
  return new Map(await Promise.all(named));
}
