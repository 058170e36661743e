import { sql } from 'kysely';
import type { Engine } from '../schema.ts';
import type { ChangingDb } from './change.ts';

export type AppendOnly = { readonly table: string; readonly key: readonly string[] };

/** Makes the database itself refuse to change or remove what stands in a table: a trail that can be rewritten proves nothing. */
export async function refuseChanges(
  db: ChangingDb,
  engine: Engine,
  { table, key }: AppendOnly,
): Promise<void> {
  const name = sql.raw(table);
  if (engine === 'postgres') {
    await sql`
      create function ${sql.raw(`${table}_is_kept`)}() returns trigger language plpgsql as
      $$ begin raise exception '${name} is append-only' using errcode = 'integrity_constraint_violation'; end $$
    `.execute(db);
    await sql`
      create trigger ${sql.raw(`${table}_no_change`)} before update or delete on ${name}
      for each row execute function ${sql.raw(`${table}_is_kept`)}()
    `.execute(db);
    await sql`
      create trigger ${sql.raw(`${table}_no_truncate`)} before truncate on ${name}
      for each statement execute function ${sql.raw(`${table}_is_kept`)}()
    `.execute(db);
    return;
  }
  for (const change of ['update', 'delete']) {
    await sql`
      create trigger ${sql.raw(`${table}_no_${change}`)} before ${sql.raw(change)} on ${name}
      begin select raise(abort, '${name} is append-only'); end
    `.execute(db);
  }
  // `insert or replace` deletes without asking the triggers above.
  const same = sql.raw(key.map((column) => `${column} = new.${column}`).join(' and '));
  await sql`
    create trigger ${sql.raw(`${table}_no_replace`)} before insert on ${name}
    when exists (select 1 from ${name} where ${same})
    begin select raise(abort, '${name} is append-only'); end
  `.execute(db);
}
