import { Kysely, PostgresDialect } from 'kysely';
import { Pool, types } from 'pg';
import { Problem } from '../problem.ts';
import { classifyDbError } from './errors.ts';
import type { Tables } from './schema.ts';

const connectTimeoutMs = 10_000;
const connections = 10;

export type PostgresAddress = {
  readonly connectionString: string;
  /** Host, port and database: what a message may show. */
  readonly label: string;
};

/** With a schema, tables lie there and nowhere else. */
export function readPostgresAddress(url: string, schema: string | undefined): PostgresAddress {
  const parsed = URL.parse(url);
  // An unescaped # / or ? inside a password ends the host early, and the label would show its rest.
  if (parsed === null || /[@#]/.test(parsed.pathname + parsed.search + parsed.hash)) {
    throw new Problem(
      'store',
      'the database address is not postgres://user:password@host:port/database; write # / ? @ in a password as %23 %2F %3F %40',
    );
  }
  if (schema !== undefined) {
    if (!/^[a-z_][a-z0-9_]{0,62}$/.test(schema)) {
      throw new Problem('store', `${JSON.stringify(schema)} cannot name a schema`);
    }
    const options = parsed.searchParams.get('options') ?? '';
    parsed.searchParams.set('options', `${options} -c search_path=${schema}`.trim());
  }
  const label = `${parsed.host}${parsed.pathname}`;
  return { connectionString: parsed.href, label };
}

export function openPostgres(connectionString: string): Kysely<Tables> {
  const pool = new Pool({
    connectionString,
    max: connections,
    connectionTimeoutMillis: connectTimeoutMs,
    keepAlive: true,
    application_name: 'retention-desk',
    types: { getTypeParser: typeParser },
  });
  // A connection that breaks is an `error` event, of the pool when idle and of the client when in
  // use, and an event without a listener ends the process. The running query fails by itself, and
  // the next one gets a new connection.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}

const typeParser: typeof types.getTypeParser = (id: number, format?: 'text' | 'binary') =>
  id === types.builtins.INT8 ? exactNumber : types.getTypeParser(id, format as 'text');

/** bigint as a JavaScript number, as `node:sqlite` gives it; throws where a digit would be lost. */
function exactNumber(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number)) throw new RangeError(`${text} is too large for a number`);
  return number;
}

/** The driver's own words stay in `cause`: some name the user, none the password. */
export function postgresProblem(label: string, error: unknown): Problem {
  if (error instanceof Problem) return error;
  const code = String((error as { code?: unknown }).code ?? '');
  const kind = classifyDbError(error);
  const reason =
    reasons.get(code) ?? (kind === 'connection' ? 'does not answer' : 'cannot be opened');
  const detail = code === '' ? '' : ` (${code})`;
  return new Problem('store', `the database ${label} ${reason}${detail}`, { cause: error });
}

const reasons: ReadonlyMap<string, string> = new Map([
  ['28P01', 'refuses this user or password'],
  ['28000', 'refuses this user'],
  ['3D000', 'does not exist on the server'],
  ['3F000', 'has no schema to put tables in'],
  ['42501', 'does not let this user make tables'],
  ['53300', 'has no connection left'],
  ['ENOTFOUND', 'is on a host that nobody knows'],
]);
