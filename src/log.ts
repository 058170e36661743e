import { pino } from 'pino';

export type LogFields = { readonly [field: string]: string | number | boolean | null | undefined };

/** A log of events by name, with ids and counts: never a message's text, a name or a phone. */
export type Log = {
  readonly debug: (event: string, fields?: LogFields) => void;
  readonly info: (event: string, fields?: LogFields) => void;
  readonly warn: (event: string, fields?: LogFields) => void;
  readonly error: (event: string, fields?: LogFields) => void;
};

/** What must not be in a log even by mistake. */
const SECRETS = new RegExp(
  [
    // the name and password in an address
    '(?<=://)[^\\s/@]+(?=@)',
    // tokens
    'xox[a-z]-[\\w-]+|xapp-[\\w-]+',
    // phones, also in groups or with the code of the country; identity numbers; mail addresses
    '(?<!\\d)(?:\\+?86[ -]?)?1[3-9]\\d(?:[ .-]?\\d{4}){2}(?!\\d)',
    '(?<!\\d)\\d{17}[\\dXx](?!\\w)',
    '(?<![\\w.+-])[\\w.+-]+@[\\w-]+\\.[\\w.]+',
  ].join('|'),
  'g',
);

/** The text with digits of every kind, and what sets their groups apart, as plain ones. */
export function withPlainDigits(text: string): string {
  return text.replace(/\p{Nd}|[．－　]/gu, (character) => character.normalize('NFKC'));
}

/** Without secrets, in whatever digits and separators they are written. */
export function redacted(text: string): string {
  return withPlainDigits(text).replace(SECRETS, '[redacted]');
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
