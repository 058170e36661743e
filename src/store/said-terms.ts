import { setImmediate as pause } from 'node:timers/promises';
import { addDays } from '../calendar/day.ts';
import type { Span } from '../calendar/span.ts';
import { OUTCOMES } from '../reminders/term.ts';
import type { SaidTerm } from '../reminders/week.ts';
import type { Store } from './schema.ts';

/**
 * Every term of which a stage was said within a span of days, once each, with what became of it since; a day and a
 * channel at a time, as the index has them, and the bot answers in between. What was never reminded of is not read.
 */
export async function* termsSaidIn(
  { db }: Pick<Store, 'db'>,
  { from, to }: Span,
): AsyncGenerator<readonly SaidTerm[]> {
  const seen = new Set<string>();
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const channels = await db
      .selectFrom('reminder')
      .select('channel')
      .distinct()
      .where('said_on', '=', day)
      .orderBy('channel')
      .execute();
    for (const { channel } of channels) {
      const rows = await said(db)
        .where('reminder.said_on', '=', day)
        .where('reminder.channel', '=', channel)
        .execute();
      yield rows.flatMap((row): readonly SaidTerm[] => {
        const key = `${row.contract_id} ${row.ends_on}`;
        if (seen.has(key)) return [];
        seen.add(key);
        return [termIn(row)];
      });
      await pause();
    }
  }
}

function said(db: Store['db']) {
  return (
    db
      .selectFrom('reminder')
      .leftJoin('contract', 'contract.id', 'reminder.contract_id')
      .leftJoin('term', (join) =>
        join
          .onRef('term.contract_id', '=', 'reminder.contract_id')
          .onRef('term.ends_on', '=', 'reminder.ends_on'),
      )
      // Renewed here, and the file does not know it yet: the reminder was about the new end day.
      .leftJoin('term as before', (join) =>
        join
          .onRef('before.contract_id', '=', 'reminder.contract_id')
          .onRef('before.ends_on', '=', 'contract.ends_on')
          .onRef('before.renewed_until', '=', 'reminder.ends_on'),
      )
      .select(['reminder.contract_id', 'reminder.ends_on'])
      .select(['contract.outlet', 'contract.outlet_name', 'contract.owner'])
      .select([
        'contract.ends_on as ends_now',
        'contract.vanished_at',
        'before.version as is_known',
      ])
      .select(['term.claimed_by', 'term.unreachable', 'term.outcome', 'term.reason'])
      .where('reminder.state', '=', 'said')
      .where('reminder.occasion', 'like', 'stage:%')
  );
}

type Row = Awaited<ReturnType<ReturnType<typeof said>['execute']>>[number];

function termIn(row: Row): SaidTerm {
  const isThere = row.ends_now !== null && row.vanished_at === null;
  return {
    // An import that was taken back leaves no row behind.
    ...{ outlet: row.outlet ?? '', hall: row.outlet_name ?? '', owner: row.owner ?? '' },
    ...{ claimedBy: row.claimed_by, unreachable: row.unreachable ?? 0, reason: row.reason },
    outcome: OUTCOMES.find((one) => one === row.outcome) ?? null,
    isChanged: !isThere || (row.ends_now !== row.ends_on && row.is_known === null),
  };
}
