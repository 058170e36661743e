import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays } from '../../src/calendar/day.ts';
import { decide } from '../../src/complaints/decide.ts';
import { summaryOf } from '../../src/complaints/summary.ts';
import type { CaseFilter } from '../../src/store/case-list.ts';
import { caseBook } from '../../src/store/cases.ts';
import { openStore } from '../../src/store/open.ts';
import type { ComplaintCaseTable, Store } from '../../src/store/schema.ts';
import { carriedOut, caseWorld, command, openingOf, walked } from '../complaints.ts';
import { day } from '../world.ts';
import type { Figure } from './public-sets.ts';

const CLOSED = 100_000;
const OPEN = 500;
const BATCH = 500;
const ROUNDS = 1_000;
const PAGE = 20;
const OUTLETS = [
  'own-hall',
  'chain-core-store',
  'urban-partner-hall',
  'core-township-hall',
  'township-store',
  'convenience-point',
];
const FIRST_DAY = day('2020-01-01');
const DAYS = 2_000;

/** How long a page of the list takes among a hundred thousand closed cases; on PostgreSQL too, where there is one. */
export async function caseFigures(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'desk-bench-'));
  const postgres = process.env.DESK_TEST_POSTGRES_URL;
  try {
    const sqlite = await figuresOf(await openStore(`sqlite:${join(folder, 'desk.db')}`));
    if (postgres === undefined) return sqlite;
    const schema = `desk_bench_${randomBytes(4).toString('hex')}`;
    const store = await openStore(postgres, { schema });
    const drop = () => store.db.schema.dropSchema(schema).cascade().execute();
    return [
      ...sqlite,
      ...(await figuresOf(store, drop)).map(({ name, ...rest }) => ({
        ...rest,
        name: `${name}_postgres`,
      })),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function figuresOf(
  store: Store,
  drop: () => Promise<unknown> = async () => undefined,
): Promise<readonly Figure[]> {
  try {
    await fill(store);
    const book = caseBook(store);
    const lists = await timesOf((round) => book.list(filterOf(round)));
    const id = await walkedCase(store);
    const finds = await timesOf(() => book.find(id));
    return [
      { name: 'cases_list_p50_us', value: at(lists, 0.5), unit: 'us' },
      { name: 'cases_list_p99_us', value: at(lists, 0.99), unit: 'us' },
      { name: 'cases_find_p99_us', value: at(finds, 0.99), unit: 'us' },
    ];
  } finally {
    await drop();
    await store.close();
  }
}

/** The lists that people look at: their own, those of an outlet or a hall, everything; open, closed, and far back. */
function filterOf(round: number): CaseFilter {
  const state = (['open', 'closed', 'all'] as const)[round % 3] ?? 'open';
  const owner = `U${round % 400}`;
  const outlet = OUTLETS[round % OUTLETS.length] ?? 'own-hall';
  const seen = [
    null,
    [{ owner }],
    [{ owner }, { outlets: [outlet], halls: null }],
    [{ owner }, { outlets: OUTLETS.slice(0, 3), halls: null }],
    [{ owner }, { outlets: null, halls: [`hall ${round % 900}`] }],
    [{ owner: 'U_NOBODY' }],
  ][Math.floor(round / 3) % 6];
  const far = Date.parse('2021-06-01');
  const after = round % 5 === 0 && state !== 'open' ? { by: far, id: 'C-2021-0001' } : null;
  const late = state === 'open' && round % 2 === 0 ? addDays(FIRST_DAY, DAYS) : null;
  return { state, seen: seen ?? null, dueBefore: late, after, limit: PAGE };
}

async function fill({ db }: Store): Promise<void> {
  for (let from = 0; from < CLOSED + OPEN; from += BATCH)
    await db
      .insertInto('complaint_case')
      .values(Array.from({ length: BATCH }, (_, index) => rowOf(from + index)))
      .execute();
}

function rowOf(number: number): ComplaintCaseTable {
  const isOpen = number >= CLOSED;
  const openedOn = addDays(FIRST_DAY, isOpen ? DAYS + (number % 10) : number % DAYS);
  const openedAt = Date.parse(openedOn) + number;
  const closedOn = addDays(openedOn, 3 + (number % 12));
  const due = addDays(openedOn, 15);
  return {
    id: `C-${openedOn.slice(0, 4)}-${String(number).padStart(6, '0')}`,
    state: isOpen ? 'open' : 'closed',
    checklist: 'general-complaint',
    version: 1,
    owner: `U${number % 400}`,
    outlet: OUTLETS[number % OUTLETS.length] ?? null,
    hall: `hall ${number % 900}`,
    contract: null,
    offer: number % 7 === 0 ? 'deposit-200-get-100' : null,
    rule: null,
    received_on: openedOn,
    opened_at: openedAt,
    opened_on: openedOn,
    legal_due_on: due,
    branch_due_on: due,
    nearest_due_on: due,
    is_paused: 0,
    steps_done: isOpen ? 4 : 13,
    steps_all: 13,
    closed_at: isOpen ? null : Date.parse(closedOn) + number,
    closed_on: isOpen ? null : closedOn,
    outcome: isOpen ? null : 'explained',
    accepted: isOpen ? null : 'accepted',
    channel: 'C012AB3CD',
    thread: `${number}.1`,
    card_ts: `${number}.2`,
    opened_key: `key ${number}`,
    seq: 20,
  };
}

/** A case with every step answered, kept as its events. */
async function walkedCase(store: Store): Promise<string> {
  const world = caseWorld('2015-02-10');
  const opened = decide(null, command(openingOf('disconnection-in-contract')), world);
  if (!opened.ok) throw new Error(opened.reason.en);
  const book = caseBook(store);
  const { id } = await book.open(opened, { summarise: (now) => summaryOf(now, world) });
  const first = carriedOut(null, opened);
  const done = walked(world, first);
  const events = Object.entries(done.answers).map(([step, answer], index) => {
    const { stamp, checklist: _, ...given } = answer;
    return {
      ...stamp,
      seq: index + 2,
      key: `step ${index}`,
      happened: { kind: 'answered' as const, step, given },
    };
  });
  const summary = { ...summaryOf(done, world), id, seq: events.length + 1 };
  await book.append({ id, expectedSeq: 1, events }, summary);
  return id;
}

async function timesOf(run: (round: number) => Promise<unknown>): Promise<readonly number[]> {
  const times: number[] = [];
  for (let round = -20; round < ROUNDS; round += 1) {
    const start = performance.now();
    await run(Math.abs(round));
    if (round >= 0) times.push((performance.now() - start) * 1_000);
  }
  return times;
}

function at(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
