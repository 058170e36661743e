import { momentAt } from './calendar/clock.ts';
import { addDays, type Day } from './calendar/day.ts';
import { isoWeekOf, parseIsoWeek } from './calendar/iso-week.ts';
import { type Span, weekSpan } from './calendar/span.ts';
import { type Moment, speakingTime } from './case-watch/warnings.ts';
import { overdue, type WeeklyFigures, weeklyFigures } from './case-watch/weekly.ts';
import { type CaseWeekChart, caseWeekChart } from './charts/case-week-chart.ts';
import type { Chart } from './charts/chart.ts';
import type { NewDelivery } from './deliveries/delivery.ts';
import type { Desk } from './desk.ts';
import type { Directory } from './people/directory.ts';
import { type Grant, mayAs } from './people/role.ts';
import type { Recipients } from './recipients.ts';
import { caseWeekView } from './slack/views/case-week.ts';
import type { CaseWeekPicture } from './slack/views/case-week-ids.ts';
import { caseWatchBook } from './store/case-watch.ts';
import type { Store } from './store/schema.ts';

export type CaseWeekPorts = {
  readonly store: Pick<Store, 'db'>;
  readonly desk: () => Pick<Desk, 'caseRules' | 'watchRules' | 'nameOf' | 'calendar'>;
};

export type CaseWeeks = {
  /** The figures of a week; `grants` narrows them to what a manager sees, `outlet` to one outlet type. */
  readonly figuresOf: (
    week: Span,
    bounds?: { readonly grants?: readonly Grant[]; readonly outlet?: string | null },
  ) => Promise<WeeklyFigures>;
  readonly chartOf: (chart: Pick<CaseWeekChart, 'days' | 'figures' | 'language'>) => Chart;
};

export function openCaseWeeks({ store, desk }: CaseWeekPorts): CaseWeeks {
  const watch = caseWatchBook(store);
  return {
    async figuresOf(week, { grants, outlet = null } = {}) {
      const cases = (await watch.ofWeek(week)).filter(
        (one) =>
          (grants === undefined || mayAs(grants, 'manager', one)) &&
          (outlet === null || one.outlet === outlet),
      );
      const ids = overdue(cases, week).map(({ id }) => id);
      const answered = await watch.answeredBy(ids, week.to);
      const lateIds = new Set(ids.filter((id) => !answered.has(id)));
      return weeklyFigures(cases, { week, lateIds });
    },
    chartOf: (chart) =>
      caseWeekChart({ ...chart, week: isoWeekOf(chart.days.from), nameOf: desk().nameOf }),
  };
}

/** The picture that a button asks for; null where there is no such week. */
export async function caseWeekOf(
  { week, of, language }: CaseWeekPicture,
  {
    weeks,
    directory,
  }: { readonly weeks: CaseWeeks; readonly directory: Pick<Directory, 'grantsOf'> },
): Promise<Chart | null> {
  const days = parseIsoWeek(week);
  if (days === undefined) return null;
  const bounds = of === 'all' ? {} : { grants: await directory.grantsOf(of) };
  return weeks.chartOf({ days, figures: await weeks.figuresOf(days, bounds), language });
}

export type WeekToday = CaseWeekPorts & {
  readonly directory: Pick<Directory, 'grantsOf' | 'usersWith'>;
  readonly recipients: Recipients;
  readonly moment: Moment;
};

/**
 * What managers are told of the week that is over, on the first working morning of the next one; null while it is not
 * time. A key that is known is not said twice, so that a bot that comes back on Wednesday may plan it again.
 */
export async function weekToTell(ports: WeekToday): Promise<readonly NewDelivery[] | null> {
  const { desk, directory, recipients, moment } = ports;
  const { watchRules, calendar, nameOf, caseRules } = desk();
  const speakAt = speakingTime(moment, calendar);
  if (speakAt === null || speakAt > moment.now) return null;
  const days = weekBefore(moment.today);
  const week = isoWeekOf(days.from);
  const weeks = openCaseWeeks(ports);
  const outcomeOf = (id: string) => caseRules.outcomes.find((one) => one.id === id)?.name ?? null;
  const about = { week, days, nameOf, outcomeOf };
  const sent = {
    ...{ kind: 'case-weekly', dueAt: moment.now },
    ...(moment.isDayGiven ? {} : { expiresAt: endOf(moment) }),
  };
  const told: NewDelivery[] = [];
  for (const { user, channel, language } of await recipients.of(
    await directory.usersWith('manager'),
  )) {
    const figures = await weeks.figuresOf(days, { grants: await directory.grantsOf(user) });
    if (isEmpty(figures)) continue;
    const content = caseWeekView({ ...about, figures, of: user }, language);
    told.push({ ...sent, key: `case-weekly:${week}:${user}`, channel, content });
  }
  const { managersChannel: channel } = watchRules;
  if (channel === null) return told;
  const figures = await weeks.figuresOf(days);
  const content = caseWeekView({ ...about, figures, of: 'all' }, null);
  return [...told, { ...sent, key: `case-weekly:${week}:${channel}`, channel, content }];
}

/** The last whole week before the one of a day. */
export function weekBefore(today: Day): Span {
  return weekSpan(addDays(weekSpan(today).from, -1));
}

function endOf({ today, timeZone, hours }: Moment): number {
  return momentAt(weekSpan(today).to, hours.to, timeZone);
}

function isEmpty({ opened, closed, open }: WeeklyFigures): boolean {
  return opened + closed + open === 0;
}
