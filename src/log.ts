import { pino } from 'pino';

export type LogFields = { readonly [field: string]: string | number | boolean | null | undefined };

/** A log of events by name, with ids and counts: never a message's text, a name or a phone. */
export type Log = {
  readonly debug: (event: string, fields?: LogFields) => void;
  readonly info: (event: string, fields?: LogFields) => void;
  readonly warn: (event: string, fields?: LogFields) => void;
  readonly error: (event: string, fields?: LogFields) => void;
};

/** What must not be in a log even by mistake: tokens, phones, identity numbers, mail addresses. */
const SECRETS =
  /xox[a-z]-[\w-]+|xapp-[\w-]+|(?<!\d)1[3-9]\d{9}(?!\d)|(?<!\d)\d{17}[\dXx](?!\w)|[\w.+-]+@[\w-]+\.[\w.]+/g;

export function redacted(text: string): string {
  return text.replace(SECRETS, '[redacted]');
}

/** A log on standard error, one JSON object a line: standard output belongs to answers for machines. */
export function createLog(level: string): Log {
  const out = pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ dest: 2, sync: true }),
  );
  const write =
    (method: 'debug' | 'info' | 'warn' | 'error') =>
    (event: string, fields: LogFields = {}): void => {
      const clean = Object.entries(fields).map(([key, value]) => [
        key,
        typeof value === 'string' ? redacted(value) : value,
      ]);
      out[method](Object.fromEntries(clean), redacted(event));
    };
  return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
}

/** A log that says nothing. */
export const SILENT_LOG: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};
