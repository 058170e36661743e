import type { Delivery, DeliveryState } from '../deliveries/delivery.ts';
import { PACE } from '../deliveries/pace.ts';
import { auditTrail, type Person } from './audit.ts';
import { deliveryOf } from './delivery-rows.ts';
import type { Store } from './schema.ts';
import { storableText } from './text.ts';

export type Retry = { readonly id: number; readonly by: Person; readonly now: number };
export type Resolve = Retry & {
  readonly as: 'sent' | 'cancelled';
  readonly reason: string;
};

/** What a person decides about a delivery. Null where it is not in a state to be decided so. */
export type DeliveryDecisions = {
  /** Posts it again, or now; one that expired gets new time. */
  retry(retry: Retry): Promise<Delivery | null>;
  /** Closes it: it stands in the channel, or is not to be said. */
  resolve(resolve: Resolve): Promise<Delivery | null>;
};

/** What is being sent is nobody's to decide: its outcome is known within a minute or two. */
const MAY_RETRY: readonly DeliveryState[] = ['pending', 'blocked', 'uncertain', 'expired'];
const MAY_RESOLVE: Readonly<Record<Resolve['as'], readonly DeliveryState[]>> = {
  sent: ['blocked', 'uncertain', 'expired'],
  cancelled: ['pending', 'blocked', 'uncertain', 'expired'],
};

export function deliveryDecisions({ db, engine }: Store): DeliveryDecisions {
  type Decided = {
    readonly given: Retry;
    readonly from: readonly DeliveryState[];
    readonly what: string;
    readonly detail: Readonly<Record<string, string>>;
    readonly change: (row: Delivery, at: number) => Changed;
  };
  const decide = ({ given, from, what, detail, change }: Decided): Promise<Delivery | null> =>
    db.transaction().execute(async (transaction) => {
      const { id, by } = given;
      const at = Math.trunc(given.now);
      const found = transaction
        .selectFrom('delivery')
        .selectAll()
        .where('id', '=', id)
        .where('state', 'in', [...from]);
      const row = await (engine === 'postgres' ? found.forUpdate() : found).executeTakeFirst();
      if (row === undefined) return null;
      const before = deliveryOf(row);
      const after = await transaction
        .updateTable('delivery')
        .set(change(before, at))
        .where('id', '=', id)
        .returningAll()
        .executeTakeFirstOrThrow();
      await auditTrail({ db: transaction }).add({
        ...by,
        at,
        kind: 'delivery',
        thing: String(id),
        what,
        detail: { ...detail, was: before.state, wasBecause: before.reason, key: before.key },
      });
      return deliveryOf(after);
    });

  return {
    retry: (given) =>
      decide({
        given,
        from: MAY_RETRY,
        what: 'retry',
        detail: {},
        change: ({ expiresAt, reason }, at) => ({
          state: 'pending',
          attempts: 0,
          not_before: 0,
          expires_at: expiresAt > at ? expiresAt : at + PACE.lateByMs,
          reason,
          settled_at: null,
          told_at: null,
        }),
      }),
    resolve: ({ as, reason, ...given }) =>
      decide({
        given,
        from: MAY_RESOLVE[as],
        what: `resolve as ${as}`,
        detail: { reason },
        change: (_, at) => ({
          state: as,
          reason: storableText(reason),
          settled_at: at,
          ...(as === 'sent' ? { sent_how: 'person' } : {}),
        }),
      }),
  };
}

type Changed = {
  readonly state: DeliveryState;
  readonly attempts?: number;
  readonly not_before?: number;
  readonly expires_at?: number;
  readonly reason: string | null;
  readonly sent_how?: string;
  readonly settled_at: number | null;
  readonly told_at?: null;
};
