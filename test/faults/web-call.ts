import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Secrets } from '../../src/practice/folder.ts';
import type { Refusal } from './block-limits.ts';

export type Args = Readonly<Record<string, unknown>>;

/** Why Slack would refuse the token for this method, or undefined. */
export function tokenRefusal(
  { botToken, appToken }: Secrets,
  method: string,
  token: string | undefined,
): Refusal | undefined {
  const [wanted, other] =
    method === 'apps.connections.open' ? [appToken, botToken] : [botToken, appToken];
  if (token === wanted) return undefined;
  if (token === undefined) return { error: 'not_authed', messages: [] };
  return { error: token === other ? 'not_allowed_token_type' : 'invalid_auth', messages: [] };
}

export function tokenOf(request: IncomingMessage, args: Args): string | undefined {
  const bearer = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
  return bearer ?? (typeof args.token === 'string' ? args.token : undefined);
}

/** As Slack's own client sends them: a form, whose structured values are JSON; or all as JSON. */
export function argsOf(request: IncomingMessage, body: Buffer): Args {
  const query = new URL(request.url ?? '/', 'http://localhost').searchParams;
  const type = request.headers['content-type'] ?? '';
  if (type.includes('multipart/')) return Object.fromEntries(query);
  if (type.includes('application/json')) {
    return {
      ...Object.fromEntries(query),
      ...(JSON.parse(body.toString('utf8') || '{}') as object),
    };
  }
  const form = new URLSearchParams(body.toString('utf8'));
  const entries = [...query, ...form].map(
    ([name, value]) => [name, structured(name, value)] as const,
  );
  return Object.fromEntries(entries);
}

function structured(name: string, value: string): unknown {
  if (!['blocks', 'attachments', 'view', 'metadata'].includes(name)) return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value;
  }
}

type Passed = { readonly status: number; readonly type: string; readonly body: Buffer };

export async function forward(to: string, request: IncomingMessage, body: Buffer): Promise<Passed> {
  const { 'content-type': type, authorization } = request.headers;
  const reply = await fetch(`${to}${request.url}`, {
    method: request.method ?? 'GET',
    headers: {
      ...(type === undefined ? {} : { 'content-type': type }),
      ...(authorization === undefined ? {} : { authorization }),
    },
    ...(body.length > 0 ? { body: new Uint8Array(body) } : {}),
  });
  return {
    status: reply.status,
    type: reply.headers.get('content-type') ?? 'text/plain',
    body: Buffer.from(await reply.arrayBuffer()),
  };
}

export function send(response: ServerResponse, { status, type, body }: Passed): void {
  response.writeHead(status, { 'content-type': type }).end(body);
}

export function sendJson(response: ServerResponse, status: number, value: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}
