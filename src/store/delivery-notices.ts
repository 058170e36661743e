import type { Notice } from '../deliveries/notice.ts';
import { isStopped, unlocked } from './delivery-rows.ts';
import type { MomentSource } from './moment.ts';
import type { Store } from './schema.ts';

/** A channel that stays blocked is worth one message a day, however much is planned for it. */
const TOLD_AGAIN_AFTER_MS = 24 * 60 * 60_000;
const AT_MOST = 500;

/** What stopped and was not reported: marked as reported first, so that nobody hears of it twice. */
export function untoldDeliveries(
  { db, engine }: Store,
  moment: MomentSource,
): Promise<readonly Notice[]> {
  return db.transaction().execute(async (transaction) => {
    const found = transaction
      .selectFrom('delivery')
      .select(['id', 'channel', 'state', 'reason'])
      .where(isStopped)
      .where('told_at', 'is', null)
      .orderBy('due_at')
      .orderBy('id')
      .limit(AT_MOST);
    const rows = await unlocked(engine, found).execute();
    if (rows.length === 0) return [];
    const at = await moment.read(transaction);
    const notices: Notice[] = [];
    for (const same of Map.groupBy(rows, ({ channel, state, reason }) =>
      JSON.stringify([channel, state, reason]),
    ).values()) {
      const [first] = same;
      if (first === undefined) continue;
      const told = await transaction
        .selectFrom('delivery')
        .select('id')
        .where(isStopped)
        .where('channel', '=', first.channel)
        .where('state', '=', first.state)
        .where('reason', '=', first.reason)
        .where('told_at', '>', at - TOLD_AGAIN_AFTER_MS)
        .limit(1)
        .executeTakeFirst();
      notices.push({
        channel: first.channel,
        state: stoppedOf(first.state),
        reason: first.reason ?? 'unknown',
        ids: same.map(({ id }) => id),
        isNews: told === undefined,
      });
    }
    await transaction
      .updateTable('delivery')
      .set({ told_at: at })
      .where(
        'id',
        'in',
        rows.map(({ id }) => id),
      )
      .execute();
    return notices;
  });
}

function stoppedOf(state: string): Notice['state'] {
  return state === 'blocked' || state === 'uncertain' ? state : 'expired';
}
