import { type LogFields, withPlainDigits } from '../log.ts';

/** The error that a listener threw, taken out of what Bolt wraps it in. */
export function failureOf(thrown: unknown): unknown {
  if (typeof thrown !== 'object' || thrown === null) return thrown;
  if ('originals' in thrown && Array.isArray(thrown.originals)) return thrown.originals[0];
  const isUnknownToBolt = 'code' in thrown && thrown.code === 'slack_bolt_unknown_error';
  return isUnknownToBolt && 'original' in thrown ? thrown.original : thrown;
}

/** What of a failure may stand in the log: where it happened and its words without those of the person. */
export function safely(error: unknown, spoken: string): LogFields {
  if (!(error instanceof Error)) return { error: 'not an error', reason: '', at: '' };
  const reason = spoken.trim() === '' ? error.message : error.message.replaceAll(spoken, '…');
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { error: error.name, reason: masked(reason), at: frames.slice(0, 6).join('\n') };
}

/** Without tokens, tickets, phones and e-mail addresses, and not long. */
export function masked(text: string): string {
  return withPlainDigits(text)
    .replace(/\bx(?:ox[a-z]|app)-[\w-]+/gi, '[token]')
    .replace(/(?<=[?&](?:ticket|token|app_id)=)[^&\s]+/g, '[secret]')
    .replace(/https?:\/\/hooks\.slack\.com\/\S+/g, '[response url]')
    .replace(/(?<!\d)(?:\+?86[- ]?)?1[3-9]\d[-. ]?\d{4}[-. ]?\d{4}(?!\d)/g, '[phone]')
    .replace(/(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.]+/g, '[mail]')
    .slice(0, 300);
}
