import type { IncomingMessage, RequestListener } from 'node:http';
import { HTTPReceiver, type Logger, type Receiver, SocketModeReceiver } from '@slack/bolt';

/** How Slack reaches us: over a connection that we open, or by requests to us. */
export type Mode =
  | { readonly kind: 'socket'; readonly appToken: string }
  | {
      readonly kind: 'http';
      readonly signingSecret: string;
      readonly port: number;
      readonly host?: string;
    };

export type ReceiverPorts = {
  readonly logger: Logger;
  readonly now: () => number;
  /** Where the Web API is, when it is not Slack's own. */
  readonly apiUrl: string | undefined;
};

/** A receiver and the way to start it. */
export type Entrance = { readonly receiver: Receiver; readonly start: () => Promise<unknown> };

export function openEntrance(mode: Mode, ports: ReceiverPorts): Entrance {
  return mode.kind === 'socket' ? socketEntrance(mode, ports) : httpEntrance(mode, ports);
}

type SocketMode = Extract<Mode, { kind: 'socket' }>;
type HttpMode = Extract<Mode, { kind: 'http' }>;

// Opening a connection can be repeated as often as needed, unlike a post, and must go on through a long outage.
const RECONNECT = { forever: true, factor: 1.3, maxTimeout: 30_000 } as const;
const OPEN_TIMEOUT_MS = 10_000;

function socketEntrance({ appToken }: SocketMode, { logger, apiUrl }: ReceiverPorts): Entrance {
  const clientOptions = {
    logger,
    retryConfig: RECONNECT,
    timeout: OPEN_TIMEOUT_MS,
    ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
  };
  const receiver = new SocketModeReceiver({
    appToken,
    logger,
    installerOptions: { clientOptions },
  });
  return { receiver, start: () => receiver.start() };
}

function httpEntrance(mode: HttpMode, { logger, now }: ReceiverPorts): Entrance {
  const { signingSecret, port, host } = mode;
  const receiver = new PunctualReceiver({ signingSecret, port, logger }, now);
  const at = host === undefined ? { port } : { port, host };
  return { receiver, start: () => receiver.start(at) };
}

const AHEAD_SECONDS = 5 * 60;

/**
 * Bolt refuses signed requests that are older than five minutes, but takes those of any time to come: whoever got
 * hold of one could send it again for years.
 */
class PunctualReceiver extends HTTPReceiver {
  constructor(options: ConstructorParameters<typeof HTTPReceiver>[0], now: () => number) {
    super(options);
    // biome-ignore lint/complexity/useLiteralKeys: private in Bolt's types.
    const listen: RequestListener = this['requestListener'];
    // biome-ignore lint/complexity/useLiteralKeys: private in Bolt's types.
    this['requestListener'] = (request: IncomingMessage, response) => {
      const sentAt = Number(request.headers['x-slack-request-timestamp'] ?? 0);
      if (sentAt <= now() / 1_000 + AHEAD_SECONDS) return listen(request, response);
      request.resume();
      response.writeHead(401).end();
    };
  }
}
