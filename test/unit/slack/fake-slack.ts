import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export type Call = { readonly method: string; readonly args: Readonly<Record<string, string>> };
export type Reply = {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object;
  /** Cuts the line after the call has been taken. */
  readonly isLost?: boolean;
};

export type FakeSlack = {
  /** The Web API of this server. */
  readonly apiUrl: string;
  readonly responseUrl: string;
  readonly calls: Call[];
  /** Nobody listens there. */
  readonly closedUrl: string;
  /** What the next calls of a method get, one after another; then all is well again. */
  readonly next: (method: string, ...replies: readonly Reply[]) => void;
  /** The texts that were posted, in order. */
  readonly posted: () => readonly string[];
};

const WELL: Readonly<Record<string, object>> = {
  'auth.test': { ok: true, user_id: 'U_BOT', bot_id: 'B1', team_id: 'T1' },
  'conversations.history': { ok: true, messages: [] },
};

/** The network edge: a Web API on loopback that does what a test says. */
export async function fakeSlack(): Promise<FakeSlack> {
  const calls: Call[] = [];
  const planned = new Map<string, Reply[]>();
  const server = createServer((request, response) => {
    void serve({ request, response, calls, planned });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const closedPort = await portThatWasFree();
  return {
    apiUrl: `http://127.0.0.1:${port}/api/`,
    responseUrl: `http://127.0.0.1:${port}/api/response`,
    closedUrl: `http://127.0.0.1:${closedPort}/api/`,
    calls,
    next: (method, ...replies) => planned.set(method, [...replies]),
    posted: () =>
      calls
        .filter(({ method }) => method === 'chat.postMessage')
        .map(({ args }) => args.text ?? ''),
  };
}

async function portThatWasFree(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

type Exchange = {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly calls: Call[];
  readonly planned: Map<string, Reply[]>;
};

async function serve({ request, response, calls, planned }: Exchange): Promise<void> {
  const method = (request.url ?? '').replace('/api/', '');
  const text = (await request.toArray()).join('');
  const isForm = request.headers['content-type']?.startsWith('application/x-www-form') ?? false;
  calls.push({
    method,
    args: isForm ? Object.fromEntries(new URLSearchParams(text)) : JSON.parse(text),
  });
  const { status = 200, headers = {}, body, isLost = false } = planned.get(method)?.shift() ?? {};
  if (isLost) {
    request.socket.destroy();
    return;
  }
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body ?? WELL[method] ?? { ok: true, ts: '9.9' }));
}
