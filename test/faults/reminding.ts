import { writeSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { setTimeout as pause } from 'node:timers/promises';
import { SILENT_LOG } from '../../src/log.ts';
import { openReminding } from '../../src/reminding.ts';
import { openStore } from '../../src/store/open.ts';
import { realPolicy } from '../unit/policy/first-quarter.ts';
import { CALENDAR, rules } from '../unit/reminders/reminded.ts';
import { believedDay } from './believed-day.ts';
import { loopDispatcher } from './loop-dispatcher.ts';
import { LOOP_PACE } from './loop-pace.ts';

/** A process that plans the reminders of the day and posts what is due until it is killed. */
const [, , url = '', schema = '', apiUrl = '', token = '', name = '', reconciliation = 'with'] =
  process.argv;

const store = await openStore(url, schema === '' ? {} : { schema });
const dispatcher = loopDispatcher({ store, apiUrl, token, name, reconciliation });
let today = await believedDay(store);
const desk = {
  ...{ calendar: CALENDAR, channels: [], policyOn: realPolicy, reminderRules: rules() },
};
const reminding = openReminding({
  ...{ store, log: SILENT_LOG, now: Date.now, timeZone: 'Asia/Shanghai', hours: 'none' },
  desk: () => desk,
  channelsByName: async () => new Map(),
  today: () => {
    if (today === null) throw new Error('no day has begun');
    return today;
  },
  // What is said of whom: the test looks for each of them in the channels.
  contentOf: ({ lines }, { key }) => ({
    text: [
      key,
      ...lines.flatMap(({ contract: { id, endsOn }, due }) =>
        due.occasions.map((occasion) => `${id}|${endsOn}|${occasion}`),
      ),
    ].join(' '),
    blocks: [],
  }),
});
flushCompileCache();
process.stdin.resume().on('end', () => process.exit());
writeSync(1, 'ready\n');
for (;;) {
  today = await believedDay(store);
  if (today !== null) void reminding.look();
  void dispatcher.tick();
  await pause(LOOP_PACE.gapMs / 3);
}
