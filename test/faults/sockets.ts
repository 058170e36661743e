import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { closeFrame, type Frame, frameReader, textFrame, textOf } from './frames.ts';

export type EnvelopeType = 'events_api' | 'slash_commands' | 'interactive';
export type DisconnectReason =
  | 'warning'
  | 'refresh_requested'
  | 'too_many_websockets'
  | 'link_disabled';
export type PassedEnvelope = {
  readonly id: string;
  readonly type: EnvelopeType;
  /** Counts the connections from 1, in the order in which the bot opened them. */
  readonly connection: number;
  readonly isRetry: boolean;
};

export type SentEnvelope = {
  readonly type: string;
  readonly envelope_id?: string;
  readonly payload?: { readonly event?: { readonly type: string } };
};

export type Sockets = {
  readonly envelopes: readonly PassedEnvelope[];
  /** The envelope ids that the bot has acknowledged. */
  readonly acknowledged: readonly string[];
  /** The next such envelope comes twice: as Slack repeats one whose acknowledgement it has not seen. */
  duplicateNext(isMeant?: (envelope: SentEnvelope) => boolean): void;
  /** Cuts every connection without a word. */
  drop(): void;
  /** Announces, as Slack does, that the connection will end. */
  disconnect(reason: DisconnectReason): void;
  /** Ends every connection as WebSockets should end. */
  close(): Promise<void>;
  relay(request: IncomingMessage, client: Duplex): void;
};

const FAREWELL_MS = 500;

type Connection = { readonly number: number; readonly client: Duplex; readonly upstream: Duplex };

/** The Socket Mode side: everything passes, and each envelope goes to one connection only, as Slack does it. */
export function socketRelay(target: URL): Sockets {
  const joined = new Set<Connection>();
  /** Those that local-slack has greeted, and therefore sends envelopes to. */
  const open = new Set<Connection>();
  const owners = new Map<string, Connection>();
  const envelopes: PassedEnvelope[] = [];
  const acknowledged: string[] = [];
  const toDuplicate: ((envelope: SentEnvelope) => boolean)[] = [];
  let connections = 0;
  let turn = 0;

  // local-slack sends an envelope to every connection; Slack to any one of them.
  function ownerOf(id: string, asking: Connection): Connection {
    const known = owners.get(id);
    if (known !== undefined) return known;
    const chosen = [...open][turn % open.size] ?? asking;
    turn += 1;
    owners.set(id, chosen);
    return chosen;
  }

  function toBot(connection: Connection, frame: Frame): void {
    const envelope = jsonOf<SentEnvelope>(frame);
    if (envelope?.type === 'hello') open.add(connection);
    if (envelope?.envelope_id === undefined) {
      tell(connection.client, frame.bytes);
      return;
    }
    if (ownerOf(envelope.envelope_id, connection) !== connection) return;
    const type = envelope.type as EnvelopeType;
    const passed = { id: envelope.envelope_id, type, connection: connection.number };
    envelopes.push({ ...passed, isRetry: false });
    tell(connection.client, frame.bytes);
    const wish = toDuplicate.findIndex((isMeant) => isMeant(envelope));
    if (wish < 0) return;
    toDuplicate.splice(wish, 1);
    const id = randomUUID();
    envelopes.push({ ...passed, id, isRetry: true });
    const retry = { ...envelope, envelope_id: id, retry_attempt: 1, retry_reason: 'timeout' };
    tell(connection.client, textFrame(JSON.stringify(retry)));
  }

  function fromBot(connection: Connection, frame: Frame): void {
    const id = jsonOf<SentEnvelope>(frame)?.envelope_id;
    if (id !== undefined) acknowledged.push(id);
    tell(connection.upstream, frame.bytes);
  }

  return {
    envelopes,
    acknowledged,
    duplicateNext: (isMeant = () => true) => void toDuplicate.push(isMeant),
    drop() {
      for (const { client } of joined) client.destroy();
    },
    disconnect(reason) {
      const debug_info = { host: 'fault-proxy' };
      const frame = textFrame(JSON.stringify({ type: 'disconnect', reason, debug_info }));
      for (const { client } of open) tell(client, frame);
    },
    async close() {
      await Promise.all(
        [...joined].map(async ({ client }) => {
          client.end(closeFrame());
          await Promise.race([
            once(client, 'close'),
            pause(FAREWELL_MS, undefined, { ref: false }),
          ]);
          client.destroy();
        }),
      );
    },
    relay(request, client) {
      const upstream = connect(Number(target.port), target.hostname);
      connections += 1;
      const connection = { number: connections, client, upstream };
      joined.add(connection);
      const leave = (): void => {
        joined.delete(connection);
        open.delete(connection);
      };
      // Ended, not destroyed: the farewell frame must arrive first, or every ending would look like a fault.
      upstream.on('error', () => client.destroy()).on('close', () => client.end(leave));
      client.on('error', leave).on('close', () => {
        leave();
        upstream.destroy();
      });
      // A bot that was killed says no farewell: its half of the connection ends, and nobody else would end ours.
      client.on('end', () => client.end());
      upstream.write(handshakeOf(request, target));
      upstream.on(
        'data',
        afterHandshake(
          client,
          frameReader((frame) => toBot(connection, frame)),
        ),
      );
      client.on(
        'data',
        frameReader((frame) => fromBot(connection, frame)),
      );
    },
  };
}

// The other side may have ended while a frame was on its way.
function tell(side: Duplex, bytes: Buffer): void {
  if (side.writable) side.write(bytes);
}

// Without the offer of extensions nobody compresses, and frames can be read.
function handshakeOf(request: IncomingMessage, target: URL): string {
  const headers = Object.entries({ ...request.headers, host: target.host })
    .filter(([name]) => name !== 'sec-websocket-extensions')
    .map(([name, value]) => `${name}: ${String(value)}`);
  return [`GET ${request.url} HTTP/1.1`, ...headers, '', ''].join('\r\n');
}

// The answer to the handshake goes through as it is; the frames after it, which may come in the same chunk, do not.
function afterHandshake(client: Duplex, read: (chunk: Buffer) => void): (chunk: Buffer) => void {
  let head: Buffer | undefined = Buffer.alloc(0);
  return (chunk) => {
    if (head === undefined) return read(chunk);
    head = Buffer.concat([head, chunk]);
    const end = head.indexOf('\r\n\r\n');
    if (end < 0) return;
    client.write(head.subarray(0, end + 4));
    const rest = head.subarray(end + 4);
    head = undefined;
    if (rest.length > 0) read(rest);
  };
}

function jsonOf<T>(frame: Frame): T | undefined {
  const text = textOf(frame);
  try {
    return text === undefined ? undefined : (JSON.parse(text) as T);
  } catch {
    return undefined;
  }
}
