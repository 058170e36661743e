import { type Logger, LogLevel } from '@slack/bolt';
import type { Log } from '../log.ts';
import { masked } from './failure.ts';

/**
 * Slack's libraries write whole messages and tokens into their debug lines: those go nowhere. What they call
 * information is detail to us.
 */
export function quietLogger(log: Log): Logger {
  return {
    debug: () => {},
    info: (...parts) => log.debug('slack.library', { says: line(parts) }),
    warn: (...parts) => log.warn('slack.library', { says: line(parts) }),
    error: (...parts) => log.error('slack.library', { says: line(parts) }),
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
