export type DbErrorKind =
  | 'unique'
  | 'check'
  | 'foreign-key'
  | 'busy'
  | 'full'
  | 'connection'
  | 'other';

/** Extended result codes, https://www.sqlite.org/rescode.html; the low byte is the primary code. */
const sqliteKinds: ReadonlyMap<number, DbErrorKind> = new Map([
  [1555, 'unique'],
  [2067, 'unique'],
  [2579, 'unique'],
  [275, 'check'],
  [787, 'foreign-key'],
  [5, 'busy'],
  [6, 'busy'],
  [13, 'full'],
]);

/** SQLSTATE values of PostgreSQL and codes of Node's own network and disk errors. */
const codeKinds: ReadonlyMap<string, DbErrorKind> = new Map([
  ['23505', 'unique'],
  ['23514', 'check'],
  ['23503', 'foreign-key'],
  ['40001', 'busy'],
  ['40P01', 'busy'],
  ['55P03', 'busy'],
  ['53100', 'full'],
  ['ENOSPC', 'full'],
  ['53300', 'connection'],
  ['57P01', 'connection'],
  ['57P02', 'connection'],
  ['57P03', 'connection'],
  ['ECONNREFUSED', 'connection'],
  ['ECONNRESET', 'connection'],
  ['EHOSTUNREACH', 'connection'],
  ['ENETUNREACH', 'connection'],
  ['ENOTFOUND', 'connection'],
  ['EAI_AGAIN', 'connection'],
  ['EPIPE', 'connection'],
  ['ETIMEDOUT', 'connection'],
]);

/** One word for what went wrong, whichever engine said it; looks through `cause`. */
export function classifyDbError(error: unknown): DbErrorKind {
  if (!(error instanceof Error)) return 'other';
  const { code, errcode } = error as Error & { code?: unknown; errcode?: unknown };
  if (typeof errcode === 'number') {
    return sqliteKinds.get(errcode) ?? sqliteKinds.get(errcode & 0xff) ?? 'other';
  }
  if (typeof code === 'string') {
    // Class 08 is "connection exception".
    const kind = codeKinds.get(code) ?? (/^08...$/.test(code) ? 'connection' : undefined);
    if (kind !== undefined) return kind;
  }
  // pg gives its own connection errors no code.
  if (/^Connection terminated|is not queryable$|^timeout exceeded when/.test(error.message)) {
    return 'connection';
  }
  return classifyDbError(error.cause);
}
