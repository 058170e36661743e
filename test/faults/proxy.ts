import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { Secrets } from '../../src/practice/folder.ts';
import { refusalOf, warningOf } from './block-limits.ts';
import { type Fault, meet, neverReaches, waitFor } from './fault.ts';
import { metadataMemory } from './metadata.ts';
import { type Sockets, socketRelay } from './sockets.ts';
import { type Args, argsOf, forward, send, sendJson, tokenOf, tokenRefusal } from './web-call.ts';

export type RecordedCall = {
  readonly method: string;
  readonly args: Args;
  /** `answered` reached Slack and came back; `refused` broke one of Slack's own rules (see `error`). */
  readonly outcome: Exclude<Fault['kind'], 'delay' | 'slow-reply'> | 'answered' | 'refused';
  readonly error?: string;
  readonly warning?: string;
};

export type FaultProxy = Connectable & {
  readonly calls: readonly RecordedCall[];
  readonly sockets: Sockets;
  /** The next calls of the method (`*`: of any) meet these faults, one each, in order. */
  fail(method: string, ...faults: readonly Fault[]): void;
  /** Every call meets what this gives, unless a fault is planned for it. */
  trouble(source: Trouble): void;
  /** Forgets the faults that have not been met, and all trouble. */
  heal(): void;
  /** From now on a history shows what was posted only so much later. */
  lag(milliseconds: number): void;
  /** The first finished call of the method that `isMeant` accepts, also of those that were before. */
  called(method: string, isMeant?: (call: RecordedCall) => boolean): Promise<RecordedCall>;
  stop(): Promise<void>;
};

/** What goes wrong with a call; `from` is the caller's header `x-process`, where it has one. */
export type Trouble = (call: {
  readonly method: string;
  readonly args: Args;
  readonly from: string | undefined;
}) => Fault | undefined;

export type Connectable = Secrets & { readonly url: string; readonly apiUrl: string };

/** Stands between the bot and a practice workspace, and is as strict and as unreliable as the real Slack. */
export async function startFaultProxy(workspace: Connectable): Promise<FaultProxy> {
  const sockets = socketRelay(new URL(workspace.url));
  const metadata = metadataMemory();
  const calls: RecordedCall[] = [];
  const waiting = new Set<() => void>();
  const planned = new Map<string, Fault[]>();
  let trouble: Trouble = () => undefined;
  const server = createServer((request, response) => {
    // A test that ends in the middle of a call takes the workspace away.
    answer(request, response).catch(() => request.socket.destroy());
  });
  server.on('upgrade', sockets.relay);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const host = `127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;

  function record(call: RecordedCall): void {
    calls.push(call);
    for (const look of [...waiting]) look();
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(request);
    const { pathname } = new URL(request.url ?? '/', workspace.url);
    const method = pathname.startsWith('/api/') ? pathname.slice('/api/'.length) : undefined;
    if (method === undefined) {
      send(response, await forward(workspace.url, request, body));
      return;
    }

    const args = argsOf(request, body);
    const from = [request.headers['x-process']].flat()[0];
    const fault =
      planned.get(method)?.shift() ?? planned.get('*')?.shift() ?? trouble({ method, args, from });
    if (fault?.kind === 'delay') await waitFor(fault.until);
    if (neverReaches(fault)) {
      record({
        method,
        args,
        outcome: fault.kind,
        ...('error' in fault ? { error: fault.error } : {}),
      });
      meet(fault, request, response);
      return;
    }

    const refusal =
      tokenRefusal(workspace, method, tokenOf(request, args)) ?? refusalOf(method, args);
    if (refusal !== undefined) {
      const { error, messages } = refusal;
      record({ method, args, outcome: 'refused', error });
      sendJson(response, 200, { ok: false, error, response_metadata: { messages } });
      return;
    }

    const reply = await forward(workspace.url, request, body);
    const given = JSON.parse(reply.body.toString('utf8')) as Args;
    metadata.keep(method, args, given);
    if (fault?.kind === 'slow-reply') await waitFor(fault.until);
    if (fault?.kind === 'status-after') {
      record({ method, args, outcome: 'status-after' });
      response.writeHead(fault.status).end('upstream trouble');
      return;
    }
    if (fault?.kind === 'lost-reply') {
      record({ method, args, outcome: 'lost-reply' });
      request.socket.destroy();
      return;
    }
    const warning = warningOf(method, args);
    const error = typeof given.error === 'string' ? given.error : undefined;
    record({
      method,
      args,
      outcome: 'answered',
      ...(error === undefined ? {} : { error }),
      ...(warning === undefined ? {} : { warning }),
    });
    sendJson(response, reply.status, {
      ...metadata.enrich(method, args, given),
      ...(method === 'apps.connections.open' ? { url: throughProxy(given.url, host) } : {}),
      ...(warning === undefined ? {} : { warning, response_metadata: { warnings: [warning] } }),
    });
  }

  return {
    ...pickSecrets(workspace),
    url: `http://${host}`,
    apiUrl: `http://${host}/api/`,
    calls,
    sockets,
    fail(method, ...faults) {
      planned.set(method, [...(planned.get(method) ?? []), ...faults]);
    },
    trouble(source) {
      trouble = source;
    },
    heal() {
      planned.clear();
      trouble = () => undefined;
    },
    lag: metadata.lag,
    called(method, isMeant = () => true) {
      const { promise, resolve } = Promise.withResolvers<RecordedCall>();
      const look = (): void => {
        const found = calls.find((call) => call.method === method && isMeant(call));
        if (found !== undefined) resolve(found);
      };
      waiting.add(look);
      look();
      return promise.finally(() => waiting.delete(look));
    },
    async stop() {
      if (!server.listening) return;
      server.close();
      const closed = once(server, 'close');
      await sockets.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function pickSecrets({ botToken, appToken, signingSecret }: Secrets): Secrets {
  return { botToken, appToken, signingSecret };
}

function throughProxy(socketUrl: unknown, host: string): string {
  const url = new URL(String(socketUrl));
  url.host = host;
  return url.href;
}
