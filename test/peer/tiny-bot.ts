import type { Secrets } from '../../src/practice/folder.ts';

export type Envelope = {
  readonly envelope_id: string;
  readonly type: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly retry_attempt?: number;
  readonly retry_reason?: string;
};
export type Reply = { readonly ok: boolean; readonly error?: string } & Readonly<
  Record<string, unknown>
>;

/** The least that is a bot: it joins by Socket Mode and acknowledges. It tests the harness without our bot. */
export type TinyBot = {
  readonly envelopes: readonly Envelope[];
  /** Resolves when the socket has closed. */
  readonly closed: Promise<void>;
  call(method: string, args: object): Promise<Reply>;
  /** The next envelope that `isMeant` accepts, also of those that have come. */
  envelope(isMeant: (envelope: Envelope) => boolean): Promise<Envelope>;
  close(): void;
};

export type Connection = Pick<Secrets, 'botToken' | 'appToken'> & { readonly apiUrl: string };

export async function joinAsTinyBot({ apiUrl, botToken, appToken }: Connection): Promise<TinyBot> {
  const { url } = await call({
    apiUrl,
    method: 'apps.connections.open',
    token: appToken,
    args: {},
  });
  const socket = new WebSocket(String(url));
  const envelopes: Envelope[] = [];
  const waiting = new Set<() => void>();
  const hello = Promise.withResolvers<void>();
  const closed = Promise.withResolvers<void>();
  socket.addEventListener('message', (event) => {
    const frame = JSON.parse(String(event.data)) as Envelope;
    if (frame.type === 'hello') return hello.resolve();
    if (frame.envelope_id === undefined) return;
    socket.send(JSON.stringify({ envelope_id: frame.envelope_id }));
    envelopes.push(frame);
    for (const look of [...waiting]) look();
  });
  socket.addEventListener('error', () => hello.reject(new Error(`no socket at ${String(url)}`)));
  socket.addEventListener('close', () => closed.resolve());
  await hello.promise;

  return {
    envelopes,
    closed: closed.promise,
    call: (method, args) => call({ apiUrl, method, token: botToken, args }),
    envelope(isMeant) {
      const { promise, resolve } = Promise.withResolvers<Envelope>();
      const look = (): void => {
        const found = envelopes.find(isMeant);
        if (found !== undefined) resolve(found);
      };
      waiting.add(look);
      look();
      return promise.finally(() => waiting.delete(look));
    },
    close: () => socket.close(),
  };
}

type Call = {
  readonly apiUrl: string;
  readonly method: string;
  readonly token: string;
  readonly args: object;
};

export async function call({ apiUrl, method, token, args }: Call): Promise<Reply> {
  const response = await fetch(`${apiUrl}${method}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(args),
  });
  return (await response.json()) as Reply;
}
