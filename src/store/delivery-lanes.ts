import { sql } from 'kysely';
import type { Delivery, DeliveryState } from '../deliveries/delivery.ts';
import { laterTs, lookSince, nextStep } from '../deliveries/next-step.ts';
import type { Pace } from '../deliveries/pace.ts';
import type { Claim, Finished, Lanes } from '../deliveries/ports.ts';
import { afterLook, afterPost, type Moment, type Settled } from '../deliveries/settle.ts';
import { untoldDeliveries } from './delivery-notices.ts';
import { deliveryOf, isOpen, unlocked } from './delivery-rows.ts';
import { type Clock, momentSource } from './moment.ts';
import type { Store } from './schema.ts';

/** The lanes of the ledger, for one process among others. */
export function deliveryLanes(store: Store, clock: Clock = null): Lanes {
  const { db, engine } = store;
  const moment = momentSource(store, clock);

  /** A free lane in which something can be done now. */
  const readyLane = (from: Store['db']) =>
    from
      .selectFrom('delivery_lane')
      .select(['delivery_lane.channel', 'fence', 'last_ts'])
      .where('lease_until', '<=', moment.inSql())
      .where('next_at', '<=', moment.inSql())
      .where(
        ({ selectFrom }) =>
          selectFrom('delivery')
            .select(
              sql<number>`case when not_before > due_at then not_before else due_at end`.as('at'),
            )
            .whereRef('delivery.channel', '=', 'delivery_lane.channel')
            .where(isOpen)
            .orderBy('delivery.due_at')
            .orderBy('delivery.id')
            .limit(1),
        '<=',
        moment.inSql(),
      )
      .orderBy('next_at')
      .orderBy('delivery_lane.channel')
      .limit(1);

  const takeLane = (pace: Pace): Promise<Claim | 'again' | null> =>
    db.transaction().execute(async (transaction) => {
      const lane = await unlocked(engine, readyLane(transaction)).executeTakeFirst();
      if (lane === undefined) return null;
      // Only now, with the lane locked: what was seen before may be another process's work by now.
      const at = await moment.read(transaction);
      const row = await transaction
        .selectFrom('delivery')
        .selectAll()
        .where('channel', '=', lane.channel)
        .where(isOpen)
        .orderBy('due_at')
        .orderBy('id')
        .limit(1)
        .executeTakeFirst();
      if (row === undefined) return null;
      const head = deliveryOf(row);
      const step = nextStep(head, at);
      if (step === 'wait') return null;
      if (step === 'expire') {
        await transaction
          .updateTable('delivery')
          .set({ state: 'expired', reason: head.reason ?? 'too_late', settled_at: at })
          .where('channel', '=', lane.channel)
          .where('state', '=', 'pending')
          .where('expires_at', '<=', at)
          .execute();
        return 'again';
      }
      const fence = lane.fence + 1;
      await transaction
        .updateTable('delivery_lane')
        .set({ fence, lease_until: at + pace.leaseMs })
        .where('channel', '=', lane.channel)
        .execute();
      const delivery = step === 'post' ? await beginPost(transaction, head, at) : head;
      const since = lookSince(lane.last_ts, delivery.firstTriedAt ?? at);
      return { step, delivery, fence, at, since };
    });

  return {
    async claim(pace) {
      for (;;) {
        // One reading query while nothing is due; on SQLite a transaction would shut out other writers.
        if ((await readyLane(db).executeTakeFirst()) === undefined) return null;
        const claim = await takeLane(pace);
        if (claim !== 'again') return claim;
      }
    },

    settle: (claim, finished, { chance, pace }) =>
      db.transaction().execute(async (transaction): Promise<DeliveryState | 'stale'> => {
        const { channel } = claim.delivery;
        const found = transaction
          .selectFrom('delivery_lane')
          .select(['fence', 'last_ts'])
          .where('channel', '=', channel);
        const lane = await (engine === 'postgres'
          ? found.forUpdate()
          : found
        ).executeTakeFirstOrThrow();
        const at = await moment.read(transaction);
        const settled = whatBecomes(claim, finished, { at, chance, pace });
        const isMine = lane.fence === claim.fence;
        // Who lost the lane may still say that the message stands in the channel: that is so whoever says it.
        if (!isMine && settled.state !== 'sent') return 'stale';
        await writeDown(transaction, claim.delivery.id, { settled, at, isMine });
        const lastTs = settled.state === 'sent' ? settled.ts : null;
        await transaction
          .updateTable('delivery_lane')
          .set({
            last_ts: lastTs === null ? lane.last_ts : laterTs(lastTs, lane.last_ts ?? lastTs),
            ...(isMine ? { lease_until: 0, next_at: at + settled.laneWaitMs } : {}),
          })
          .where('channel', '=', channel)
          .execute();
        return settled.state;
      }),

    untold: () => untoldDeliveries(store, moment),
  };
}

/** Committed before the call: from now on the message may stand in the channel. */
async function beginPost(db: Store['db'], head: Delivery, at: number): Promise<Delivery> {
  const row = await db
    .updateTable('delivery')
    .set({
      state: 'sending',
      attempts: head.attempts + 1,
      first_tried_at: head.firstTriedAt ?? at,
      last_tried_at: at,
      not_before: at,
    })
    .where('id', '=', head.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  return deliveryOf(row);
}

function whatBecomes(
  { delivery, at: claimedAt }: Claim,
  finished: Finished,
  moment: Moment,
): Settled {
  const sending = { ...delivery, lastTriedAt: delivery.lastTriedAt ?? claimedAt };
  return finished.step === 'post'
    ? afterPost(sending, finished.outcome, moment)
    : afterLook(sending, { outcome: finished.outcome, lookedAt: claimedAt }, moment);
}

type Written = { readonly settled: Settled; readonly at: number; readonly isMine: boolean };

async function writeDown(
  db: Store['db'],
  id: number,
  { settled, at, isMine }: Written,
): Promise<void> {
  const row = db.updateTable('delivery').where('id', '=', id);
  if (settled.state === 'sent') {
    const { ts, how } = settled;
    await row
      .set({ state: 'sent', ts, sent_how: how, reason: null, settled_at: at })
      .where('state', isMine ? '=' : '<>', isMine ? 'sending' : 'sent')
      .execute();
    return;
  }
  const mine = row.where('state', '=', 'sending');
  if (settled.state === 'pending') {
    const { attempts, notBefore, reason } = settled;
    await mine.set({ state: 'pending', attempts, not_before: notBefore, reason }).execute();
  } else if (settled.state === 'sending') {
    const { lastTriedAt, notBefore, reason } = settled;
    await mine.set({ last_tried_at: lastTriedAt, not_before: notBefore, reason }).execute();
  } else {
    await mine.set({ state: settled.state, reason: settled.reason, settled_at: at }).execute();
  }
}
