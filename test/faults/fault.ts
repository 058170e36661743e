import type { IncomingMessage, ServerResponse } from 'node:http';
import { sendJson } from './web-call.ts';

/** What may go wrong with one call. All but the last two never reach Slack. */
export type Fault =
  | { readonly kind: 'rate-limited'; readonly retryAfterSeconds: number }
  | { readonly kind: 'status'; readonly status: 500 | 502 | 503 }
  | { readonly kind: 'error'; readonly error: string }
  | { readonly kind: 'lost-request' }
  /** Slack has done it, and nobody hears of it. */
  | { readonly kind: 'lost-reply' }
  /** The call waits, then goes its way. */
  | { readonly kind: 'delay'; readonly until: number | Promise<unknown> };

type Unreached = Exclude<Fault, { readonly kind: 'delay' | 'lost-reply' }>;

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
