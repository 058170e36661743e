import { after, NOTHING_SEEN, type Push, type Seen } from './seen.ts';

const PATIENCE_MS = 10_000;

export type Patience = {
  /** What is waited for, in words: they open the message when it does not come. */
  readonly what: string;
  readonly withinMs?: number;
};

export type Watch = {
  /** Everything up to the last push. */
  now(): Seen;
  /** The first value that `find` returns other than undefined and false, asked at once and after every push. */
  waitFor<T>(find: (seen: Seen) => T | undefined | false, patience: Patience): Promise<T>;
  send(frame: object): void;
  close(): void;
};

/** Follows a workspace through the socket that its page uses, so that no test has to sleep or to poll. */
export async function watch(url: string): Promise<Watch> {
  const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/ui`);
  let seen = NOTHING_SEEN;
  const waiting = new Set<() => void>();
  const opened = Promise.withResolvers<void>();
  socket.addEventListener('message', (event) => {
    seen = after(seen, JSON.parse(String(event.data)) as Push);
    opened.resolve();
    for (const look of [...waiting]) look();
  });
  socket.addEventListener('error', () => opened.reject(new Error(`no page socket at ${url}`)));
  await opened.promise;

  return {
    now: () => seen,
    waitFor<T>(find: (seen: Seen) => T | undefined | false, patience: Patience): Promise<T> {
      const { promise, resolve, reject } = Promise.withResolvers<T>();
      const withinMs = patience.withinMs ?? PATIENCE_MS;
      const deadline = setTimeout(() => {
        reject(new Error(`not within ${withinMs} ms: ${patience.what}\n${lastOf(seen)}`));
      }, withinMs);
      const look = (): void => {
        try {
          const found = find(seen);
          if (found !== undefined && found !== false) resolve(found);
        } catch (error) {
          reject(error);
        }
      };
      waiting.add(look);
      look();
      return promise.finally(() => {
        clearTimeout(deadline);
        waiting.delete(look);
      });
    },
    send: (frame) => socket.send(JSON.stringify(frame)),
    close: () => socket.close(),
  };
}

// What one needs to see why a wait was in vain.
function lastOf(seen: Seen): string {
  const messages = Object.values(seen.messages)
    .flat()
    .sort((a, b) => a.ts.localeCompare(b.ts))
    .slice(-5)
    .map((message) => `  ${message.channel} ${message.user ?? '?'}: ${message.text ?? ''}`);
  const traffic = seen.log
    .slice(-8)
    .map((entry) => `  ${entry.direction} ${entry.kind} ${entry.summary}`);
  const bot = seen.isBotConnected ? 'connected' : 'not connected';
  return [`bot ${bot}; last messages:`, ...messages, 'last traffic:', ...traffic].join('\n');
}
