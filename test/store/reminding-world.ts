import { momentAt } from '../../src/calendar/clock.ts';
import type { Day } from '../../src/calendar/day.ts';
import type { Contract } from '../../src/contracts/contract.ts';
import { SILENT_LOG } from '../../src/log.ts';
import type { ReminderRules } from '../../src/reminders/rules.ts';
import { openReminding, type Reminding, type RemindingPorts } from '../../src/reminding.ts';
import type { Store } from '../../src/store/schema.ts';
import { realPolicy } from '../unit/policy/first-quarter.ts';
import { CALENDAR, contract, rules } from '../unit/reminders/reminded.ts';

export const ZONE = 'Asia/Shanghai';

/** The moment of a day in the branch, nine o'clock where none is named. */
export function at(day: Day, time = '09:00'): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return momentAt(day, hours * 60 + minutes, ZONE);
}

export type Instance = { readonly reminding: Reminding; now: number; rules: ReminderRules };

/** One bot over a store, on the day that its clock shows in the branch. Its messages are the ids that they name. */
export function instance(store: Store, now: number, ports: Partial<RemindingPorts> = {}): Instance {
  const bot = { now, rules: rules() };
  const desk = () => ({
    calendar: CALENDAR,
    channels: [],
    policyOn: () => realPolicy(),
    reminderRules: bot.rules,
  });
  const reminding = openReminding({
    ...{ store, desk, log: SILENT_LOG, timeZone: ZONE, hours: 'keep' },
    channelsByName: async () => new Map([['hall', 'C5']]),
    contentOf: ({ lines }) => ({
      text: lines.map((line) => line.contract.id).join(' '),
      blocks: [],
    }),
    today: () => dayOfMoment(bot.now),
    now: () => bot.now,
    ...ports,
  });
  return Object.assign(bot, { reminding });
}

function dayOfMoment(moment: number): Day {
  // Shanghai has had no summer time since 1991.
  return new Date(moment + 8 * 3_600_000).toISOString().slice(0, 10) as Day;
}

export function contracts(
  count: number,
  of: (n: number) => Partial<Contract>,
): readonly Contract[] {
  return Array.from({ length: count }, (_, n) =>
    contract({ id: `HT${String(n).padStart(5, '0')}`, ...of(n) }),
  );
}
