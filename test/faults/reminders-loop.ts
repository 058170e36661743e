import { parseDay } from '../../src/calendar/day.ts';
import { PRACTICE_CHANNELS } from '../../src/practice/branch.ts';
import { stageDay } from '../../src/reminders/stage-day.ts';
import { openStore } from '../../src/store/open.ts';
import type { Peer } from '../peer/peer.ts';
import { CALENDAR, rules } from '../unit/reminders/reminded.ts';
import { believedDay } from './believed-day.ts';
import type { KillLoop, LoopOf } from './kill-loop.ts';

/** Days pass, files come in, and every process plans and posts. */
export const REMINDERS: LoopOf = {
  posting: 'reminding.ts',
  planning: 'days-passing.ts',
  isPlanned: async (store) => {
    const last = await believedDay(store);
    const runs = await store.db.selectFrom('reminder_run').select('day').execute();
    return runs.some(({ day }) => day === last);
  },
};

/** What became of the stages that came while the days passed; the channels themselves are asked. */
export type StageFigures = {
  readonly stages: number;
  readonly said: number;
  /** Another one was nearer, or had come since. */
  readonly passed: number;
  readonly forgotten: number;
  readonly saidTwice: number;
  /** Written down as said, and in no channel. */
  readonly unsaid: number;
  /** In a channel, and not written down. */
  readonly unwritten: number;
  /** Said in the order in which they come. */
  readonly outOfOrder: number;
};

export async function stageFigures(peer: Peer, of: KillLoop['database']): Promise<StageFigures> {
  const store = await openStore(of.url, of.schema === '' ? {} : { schema: of.schema });
  try {
    const last = await believedDay(store);
    const contracts = await store.db
      .selectFrom('contract')
      .innerJoin('contract_batch', 'contract_batch.id', 'contract.created_batch')
      .select(['contract.id', 'contract.ends_on', 'contract.channel', 'contract_batch.begun_at'])
      .execute();
    const runs = await store.db.selectFrom('reminder_run').selectAll().orderBy('day').execute();
    // On days that are believed in nobody can know when a file came but by the first run after it.
    const knownSince = (came: number): string => runs.find(({ at }) => at >= came)?.day ?? '9999';
    const written = await store.db.selectFrom('reminder').selectAll().execute();
    const spoken = Object.values(PRACTICE_CHANNELS).flatMap(({ id: channel }) =>
      peer
        .messages(channel)
        .flatMap(({ text = '' }) => text.split(' ').slice(1))
        .map((one) => `${channel} ${one}`),
    );
    const name = (one: (typeof written)[number]): string =>
      `${one.channel} ${one.contract_id}|${one.ends_on}|${one.occasion}`;
    const [said, passed] = [
      written.filter(({ state }) => state === 'said').map(name),
      written.filter(({ state }) => state !== 'said').map(name),
    ];
    const settled = new Set([...said, ...passed]);
    const due = contracts.flatMap(({ id, ends_on: endsOn, channel, begun_at: came }) =>
      stagesComing(endsOn, knownSince(came), last ?? '').map(
        (stage) => `${channel} ${id}|${endsOn}|stage:${stage}`,
      ),
    );
    const [inChannels, inBook] = [new Set(spoken), new Set(said)];
    return {
      stages: due.length,
      said: said.length,
      passed: passed.length,
      forgotten: due.filter((one) => !settled.has(one)).length,
      saidTwice: spoken.length - inChannels.size,
      unsaid: said.filter((one) => !inChannels.has(one)).length,
      unwritten: [...inChannels].filter((one) => !inBook.has(one)).length,
      outOfOrder: outOfOrder(spoken),
    };
  } finally {
    await store.close();
  }
}

/** The stages of a contract that come between two days, both included. */
function stagesComing(endsOn: string, from: string, to: string): readonly number[] {
  const ends = parseDay(endsOn);
  if (ends === undefined) throw new Error(`${endsOn} is no day`);
  const { stages, move } = rules();
  return stages.filter((stage) => {
    const { on } = stageDay({ endsOn: ends, stage, move }, CALENDAR);
    return on >= from && on <= to;
  });
}

/** How often a contract hears of a stage after it has heard of a later one. */
function outOfOrder(spoken: readonly string[]): number {
  const before = new Map<string, number>();
  let count = 0;
  for (const one of spoken) {
    const [contract = '', stage = ''] = one.split('|stage:');
    if (Number(stage) > (before.get(contract) ?? Number.POSITIVE_INFINITY)) count += 1;
    before.set(contract, Number(stage));
  }
  return count;
}
