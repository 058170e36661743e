import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { momentAt } from '../../src/calendar/clock.ts';
import { addDays, type Day } from '../../src/calendar/day.ts';
import { digestContent } from '../../src/digest-content.ts';
import { SILENT_LOG } from '../../src/log.ts';
import { openReminding } from '../../src/reminding.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/schema.ts';
import { termBook } from '../../src/store/terms.ts';
import { day, realDesk } from '../world.ts';

// One million contracts in one SQLite file, 400 channels, and a morning on which 20,000 of them are due: how long the
// bot plans, how long it is silent at a time, and what a look costs when nothing is due. One JSON object a line.

const CONTRACTS = 1_000_000;
const DUE = 20_000;
const CHANNELS = 400;
const ZONE = 'Asia/Shanghai';
const DAYS = 1_095;
/** Nine stages of the contracts of one day each are due on any day. */
const USUAL = Math.floor(CONTRACTS / DAYS) * 9;

const print = (name: string, value: number, unit: string): void => {
  const rounded = Math.round(value * 1_000) / 1_000;
  process.stdout.write(`${JSON.stringify({ name, value: rounded, unit })}\n`);
};
const clock = (): number => Number(process.hrtime.bigint()) / 1e6;

/** `count` contracts whose end days go round `days` days from `first` on. */
async function fill(
  { db }: Store,
  of: {
    readonly prefix: string;
    readonly count: number;
    readonly first: Day;
    readonly days: number;
  },
): Promise<void> {
  await sql`
    with recursive number(n) as (select 0 union all select n + 1 from number where n + 1 < ${of.count})
    insert into contract
    select ${of.prefix} || n, '张三', '13800001234', '2G 26元畅聊套餐', 'core-township-hall', '中山路厅',
      '2013-01-01', date(${of.first}, '+' || cast(n % ${of.days} as integer) || ' days'), 'U0' || cast(n % 900 as integer),
      'C' || cast(1000 + n % ${CHANNELS} as integer), 1, 1, null
    from number`.execute(db);
}

const folder = mkdtempSync(join(tmpdir(), 'desk-bench-'));
const store = await openStore(`sqlite:${join(folder, 'desk.sqlite')}`);
const desk = await realDesk();
try {
  // A Monday and a Tuesday.
  let today = day('2015-03-09');
  const at = (time: number): number => momentAt(today, time, ZONE);
  let now = at(8 * 60);
  const reminding = openReminding({
    ...{ store, log: SILENT_LOG, timeZone: ZONE, hours: 'none', desk: () => desk },
    channelsByName: async () => new Map(),
    contentOf: (post, about) => digestContent(desk, post, about),
    today: () => today,
    now: () => now,
  });

  await sql`insert into contract_batch (source, who, origin, state, is_complete, imported, updated, unchanged, rejected,
    vanished, begun_at, writer, alive_at) values ('f', 'w', 'bench', 'done', 0, 0, 0, 0, 0, 0, ${now}, 'w', 0)`.execute(
    store.db,
  );
  const tomorrow = addDays(today, 1);
  await fill(store, {
    ...{ prefix: 'A', count: CONTRACTS - (DUE - USUAL) },
    ...{ first: addDays(today, -30), days: DAYS },
  });
  await fill(store, { prefix: 'B', count: DUE - USUAL, first: addDays(tomorrow, 7), days: 1 });
  await reminding.look();

  // How long anything else would have had to wait, at most.
  let longest = 0;
  let before = clock();
  const watch = setInterval(() => {
    longest = Math.max(longest, clock() - before);
    before = clock();
  }, 1);
  today = tomorrow;
  now = at(9 * 60);
  const [begin, worked] = [clock(), process.cpuUsage()];
  const { posts } = await reminding.remind();
  const took = clock() - begin;
  const work = process.cpuUsage(worked);
  clearInterval(watch);
  const said = posts.reduce((sum, { lines }) => sum + lines.length, 0);
  if (posts.length !== CHANNELS || said < DUE * 0.99)
    throw new Error(`${said} due in ${posts.length} channels: this measures something else`);
  print('reminders_planned', said, 'contracts');
  print('reminders_plan_20000', took / 1_000, 's');
  print('reminders_plan_20000_work', (work.user + work.system) / 1e6, 's');
  print('reminders_longest_pause', longest, 'ms');
  print('reminders_memory_peak', process.resourceUsage().maxRSS / 1_024, 'MB');

  const idle: number[] = [];
  await reminding.look();
  for (let n = 0; n < 200; n += 1) {
    now += 60_000;
    const start = clock();
    await reminding.look();
    idle.push(clock() - start);
  }
  idle.sort((one, other) => one - other);
  print('reminders_idle_tick_p50', idle[100] ?? 0, 'ms');
  print('reminders_idle_tick_p99', idle[198] ?? 0, 'ms');

  const contract = posts[0]?.lines[0]?.contract;
  if (contract === undefined) throw new Error('nothing was said');
  const by = { who: 'U1', origin: 'bench', now, today, isManager: false };
  await termBook(store).do(
    { contract: contract.id, endsOn: contract.endsOn },
    { kind: 'claim' },
    { ...by, rules: desk.reminderRules, calendar: desk.calendar },
  );
  const press = clock();
  await reminding.look();
  print('reminders_look_after_a_press', clock() - press, 'ms');
  await sql`insert into contract_batch (source, who, origin, state, is_complete, imported, updated, unchanged, rejected,
    vanished, begun_at, writer, alive_at) values ('g', 'w', 'bench', 'done', 0, 0, 0, 0, 0, 0, ${now}, 'w', 0)`.execute(
    store.db,
  );
  const file = clock();
  await reminding.look();
  print('reminders_look_after_a_file', clock() - file, 'ms');
} finally {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
}
