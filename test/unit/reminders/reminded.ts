import fc from 'fast-check';
import { addDays, type Day } from '../../../src/calendar/day.ts';
import { workingCalendar } from '../../../src/calendar/working-days.ts';
import type { Contract } from '../../../src/contracts/contract.ts';
import { loadCalendar } from '../../../src/files/calendar-files.ts';
import { openFolder } from '../../../src/files/folder.ts';
import { MOVES, type ReminderRules } from '../../../src/reminders/rules.ts';
import { freshTerm, type Term } from '../../../src/reminders/term.ts';
import { day, FOLDERS } from '../../world.ts';

/** The days off of 2015 to 2026, as they were published. */
export const CALENDAR = workingCalendar(loadCalendar(openFolder(FOLDERS.data)));

export const USUAL_STAGES = [60, 30, 15, 7, 3, 1, 0, -1, -7];

export function contract(fields: Partial<Contract> = {}): Contract {
  return {
    id: 'HT1',
    customerName: '张三',
    phone: '13800001234',
    plan: '2G 26元畅聊套餐',
    outlet: 'core-township-hall',
    outletName: '中山路厅',
    startsOn: day('2014-02-10'),
    endsOn: day('2015-02-10'),
    owner: 'U001',
    channel: 'C001',
    ...fields,
  };
}

export function term(fields: Partial<Term> = {}): Term {
  return { ...freshTerm({ contract: 'HT1', endsOn: day('2015-02-10') }), ...fields };
}

export function rules(fields: Partial<ReminderRules> = {}): ReminderRules {
  return {
    ...{ stages: USUAL_STAGES, move: 'before', postAt: 540, quiet: null, language: 'both' },
    ...{ plans: {}, outlets: {}, channels: {}, usualChannels: {}, managersChannel: null },
    ...{ unclaimedDays: 7, unreachableTimes: 3, snoozesUntold: 2 },
    renewalBusinesses: ['contract-renewal'],
    refusals: [{ id: 'price', name: { zh: '嫌贵', en: 'too expensive' } }],
    ...fields,
  };
}

const FIRST = day('2014-12-01');
const COUNT = 4_450;

/** From a month before the first year that is known to two months after the last. */
export const daysAround: fc.Arbitrary<Day> = fc.nat(COUNT).map((count) => addDays(FIRST, count));

/** In years of which all is known, and so are the months to either side. */
export const daysKnown: fc.Arbitrary<Day> = fc
  .integer({ min: 180, max: 4_200 })
  .map((count) => addDays(FIRST, count));

export const stageRules = fc.record({
  stages: fc
    .subarray(USUAL_STAGES, { minLength: 1 })
    .chain((some) =>
      fc
        .array(fc.integer({ min: -14, max: 90 }), { maxLength: 3 })
        .map((more) => [...new Set([...some, ...more])]),
    )
    .map((stages) => stages.sort((one, other) => other - one)),
  move: fc.constantFrom(...MOVES),
});
