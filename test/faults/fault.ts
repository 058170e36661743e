import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { sendJson } from './web-call.ts';

/** What may go wrong with one call. All but the last four never reach Slack. */
export type Fault =
  | { readonly kind: 'rate-limited'; readonly retryAfterSeconds: number }
  | { readonly kind: 'status'; readonly status: 500 | 502 | 503 }
  | { readonly kind: 'error'; readonly error: string }
  | { readonly kind: 'lost-request' }
  /** Slack has done it, and nobody hears of it. */
  | { readonly kind: 'lost-reply' }
  /** Slack has done it, and says that it failed. */
  | { readonly kind: 'status-after'; readonly status: 500 | 502 | 503 }
  /** The call waits, then goes its way, whether or not the caller is still there. */
  | { readonly kind: 'delay'; readonly until: number | Promise<unknown> }
  /** Slack has done it, and its reply waits. */
  | { readonly kind: 'slow-reply'; readonly until: number | Promise<unknown> };

type Reached = 'delay' | 'slow-reply' | 'lost-reply' | 'status-after';
type Unreached = Exclude<Fault, { readonly kind: Reached }>;

export function neverReaches(fault: Fault | undefined): fault is Unreached {
  return fault !== undefined && !REACHED.has(fault.kind);
}

const REACHED: ReadonlySet<string> = new Set<Reached>([
  'delay',
  'slow-reply',
  'lost-reply',
  'status-after',
]);

/** Waits for so many milliseconds, or for something to happen. */
export async function waitFor(until: number | Promise<unknown>): Promise<void> {
  await (typeof until === 'number' ? pause(until) : until);
}

/** Answers a call that does not reach Slack. */
export function meet(fault: Unreached, request: IncomingMessage, response: ServerResponse): void {
  switch (fault.kind) {
    case 'rate-limited':
      response.setHeader('retry-after', String(fault.retryAfterSeconds));
      sendJson(response, 429, { ok: false, error: 'ratelimited' });
      break;
    case 'status':
      response.writeHead(fault.status).end('upstream trouble');
      break;
    case 'error':
      sendJson(response, 200, { ok: false, error: fault.error });
      break;
    case 'lost-request':
      request.socket.destroy();
      break;
  }
}
