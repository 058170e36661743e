import { calendarAlarm } from './calendar/calendar-alarm.ts';
import type { Day } from './calendar/day.ts';
import type { WorkingCalendar } from './calendar/working-days.ts';
import type { NewDelivery } from './deliveries/delivery.ts';
import type { Log } from './log.ts';
import { codeOf } from './slack/outcome.ts';
import { announcementView } from './slack/views/announcement.ts';

export type CalendarWatchPorts = {
  readonly calendar: () => WorkingCalendar;
  readonly today: () => Day;
  /** Those who run the bot. */
  readonly runners: () => Promise<readonly string[]>;
  readonly directChannel: (user: string) => Promise<string>;
  readonly deliver: (deliveries: readonly NewDelivery[]) => Promise<readonly string[]>;
  readonly now: () => number;
  readonly log: Log;
};

const AGAIN_AFTER_MS = 10 * 60_000;

/** Tells those who run the bot, once a year each, that the next year's working days are not there. Looks once a day. */
export function openCalendarWatch(ports: CalendarWatchPorts): {
  readonly look: () => Promise<void>;
} {
  const { calendar, today, now, log } = ports;
  let seen: Day | null = null;
  let notBefore = 0;
  let looking: Promise<void> | null = null;

  const tell = async (day: Day): Promise<void> => {
    const alarms = calendarAlarm(calendar(), day);
    if (alarms.length === 0) return;
    for (const runner of await ports.runners()) {
      const channel = await ports.directChannel(runner);
      const deliveries = alarms.map(({ year, words }) => ({
        key: `calendar:${year}:${channel}`,
        kind: 'calendar',
        channel,
        dueAt: now(),
        content: announcementView(words),
      }));
      const planned = await ports.deliver(deliveries);
      if (planned.length > 0) log.warn('calendar.unknown-year', { keys: planned.join(' ') });
    }
  };

  const lookOnce = async (): Promise<void> => {
    const day = today();
    if (seen === day || now() < notBefore) return;
    try {
      await tell(day);
      seen = day;
    } catch (error) {
      notBefore = now() + AGAIN_AFTER_MS;
      log.error('calendar.untold', { code: codeOf(error) });
    }
  };

  return {
    look: () => {
      looking ??= lookOnce().finally(() => {
        looking = null;
      });
      return looking;
    },
  };
}
