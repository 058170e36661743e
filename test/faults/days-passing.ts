import { setTimeout as pause } from 'node:timers/promises';
import { addDays, type Day } from '../../src/calendar/day.ts';
import { PRACTICE_CHANNELS } from '../../src/practice/branch.ts';
import { openStore } from '../../src/store/open.ts';
import { keepContracts } from '../store/kept-contracts.ts';
import { CALENDAR, contract } from '../unit/reminders/reminded.ts';
import { day } from '../world.ts';
import { believeIn } from './believed-day.ts';

/** A process in which day after day begins, each with a file of contracts, until its input ends. */
const [, , url = '', schema = '', everyMs = ''] = process.argv;
const store = await openStore(url, schema === '' ? {} : { schema });
let isOver = false;
process.stdin.on('end', () => {
  isOver = true;
});
process.stdin.resume();

const CHANNELS = Object.values(PRACTICE_CHANNELS).map(({ id }) => id);
/** Each has a stage within days, and in a hundred days all of them. */
const LEFT = [1, 4, 9, 16, 33];

let today: Day = day('2015-03-02');
while (!isOver) {
  const brought = CHANNELS.flatMap((channel) =>
    LEFT.map((left) =>
      contract({ id: `${today}-${channel}-${left}`, channel, endsOn: addDays(today, left) }),
    ),
  );
  await keepContracts(store, brought, { at: Date.now() });
  await believeIn(store, today);
  await pause(Number(everyMs));
  today = addDays(today, 1);
}
// What came in after a digest, or on a day off, is said on the next working day at the latest.
await believeIn(store, CALENDAR.onOrAfter(today) ?? today);
await store.close();
