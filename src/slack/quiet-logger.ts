import { type Logger, LogLevel } from '@slack/bolt';
import { masked } from './failure.ts';
import type { Log } from './ports.ts';

/**
 * Slack's libraries write whole messages and tokens into their debug lines: those go nowhere. What they call
 * information is detail to us.
 */
export function quietLogger(log: Log): Logger {
  const fields = { from: 'slack' };
  return {
    debug: () => {},
    info: (...parts) => log.debug(fields, line(parts)),
    warn: (...parts) => log.warn(fields, line(parts)),
    error: (...parts) => log.error(fields, line(parts)),
    setLevel: () => {},
    getLevel: () => LogLevel.INFO,
    setName: () => {},
  };
}

function line(parts: readonly unknown[]): string {
  const words = parts.map((part) => {
    if (part instanceof Error) return part.name;
    return typeof part === 'string' ? part : '';
  });
  return masked(words.filter((word) => word !== '').join(' '));
}
