import { Problem } from '../problem.ts';
import type { Store } from './schema.ts';
import { storableText } from './text.ts';

/** Who changes something, and from where. */
export type Person = { readonly who: string; readonly origin: string };

export type Change = Person & {
  readonly at: number;
  /** What kind of thing, such as `delivery`, and which. */
  readonly kind: string;
  readonly thing: string;
  /** What was done to it, such as `retry`. */
  readonly what: string;
  /** Ids, states and reasons; no customer's name or phone. */
  readonly detail: Readonly<Record<string, string | number | boolean | null>>;
};

export type AuditEvent = Change & { readonly id: number };

/** What people changed: lines are added and never changed; the database itself refuses to. */
export type AuditTrail = {
  /** Over a store whose `db` is a transaction, the line stands exactly if the change does. */
  add(change: Change): Promise<void>;
  /** Oldest first. */
  of(thing: Pick<Change, 'kind' | 'thing'>): Promise<readonly AuditEvent[]>;
};

export function auditTrail({ db }: Pick<Store, 'db'>): AuditTrail {
  return {
    async add({ at, who, origin, kind, thing, what, detail }) {
      if (who.trim() === '') throw new Problem('store', 'nobody is named for this change');
      await db
        .insertInto('audit_event')
        .values({
          at: Math.trunc(at),
          who: storableText(who),
          origin: storableText(origin),
          kind: storableText(kind),
          thing: storableText(thing),
          what: storableText(what),
          detail: storableText(JSON.stringify(detail)),
        })
        .execute();
    },

    async of({ kind, thing }) {
      const rows = await db
        .selectFrom('audit_event')
        .selectAll()
        .where('kind', '=', kind)
        .where('thing', '=', storableText(thing))
        .orderBy('id')
        .execute();
      return rows.map(({ detail, ...row }) => ({
        ...row,
        detail: JSON.parse(detail) as Change['detail'],
      }));
    },
  };
}
