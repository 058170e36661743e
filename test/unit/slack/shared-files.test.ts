import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type FetchedFile, openSharedFiles } from '../../../src/slack/shared-files.ts';

type Fetched = {
  readonly outcome: FetchedFile;
  readonly waits: readonly number[];
  readonly asked: number;
};

/** Fetches one file from a server on loopback that answers so. */
async function fetchFrom(
  answer: RequestListener,
  file: { readonly size?: number } = {},
): Promise<Fetched> {
  let asked = 0;
  const server = createServer((request, response) => {
    asked += 1;
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const waits: number[] = [];
  const fetchFile = openSharedFiles({
    botToken: 'xoxb-secret',
    apiUrl: `${at}/api/`,
    timeoutMs: 2_000,
    wait: async (ms) => void waits.push(ms),
  });
  const shared = { id: 'F1', name: 'a.xlsx', url_private_download: `${at}/a.xlsx`, ...file };
  return { outcome: await fetchFile(shared, 1_000), waits, asked };
}

const keptBack = (why: string) => ({ kind: 'kept-back', why });

describe('a shared file', () => {
  it('is read with the token of the bot', async () => {
    const { outcome } = await fetchFrom((request, response) =>
      response.end(`token ${request.headers.authorization}`),
    );
    expect(outcome.kind === 'bytes' && Buffer.from(outcome.bytes).toString()).toBe(
      'token Bearer xoxb-secret',
    );
  });

  it('that is said to be too large is not asked for', async () => {
    const { outcome, asked } = await fetchFrom((_, response) => response.end('x'), { size: 1_001 });
    expect([outcome, asked]).toEqual([{ kind: 'too-large' }, 0]);
  });

  it.each([
    ['announces more', { 'content-length': '5000' }],
    ['goes on for ever', {}],
  ])('that %s than is taken is left', async (_what, headers) => {
    const { outcome } = await fetchFrom((_, response) => {
      response.writeHead(200, headers);
      const more = (): void => {
        if (!response.destroyed && response.write('x'.repeat(500))) setImmediate(more);
        else response.once('drain', more);
      };
      more();
    });
    expect(outcome).toEqual({ kind: 'too-large' });
  });

  it.each([
    ['a way to the login page', 302, { location: '/signin' }],
    ['the login page', 200, { 'content-type': 'text/html; charset=utf-8' }],
    ['a refusal', 403, {}],
  ])(
    'in place of which comes %s needs a right that the app has not',
    async (_what, status, headers) => {
      const { outcome, asked } = await fetchFrom((_, response) =>
        response.writeHead(status, headers).end('<html>'),
      );
      expect([outcome, asked]).toEqual([keptBack('no-right'), 1]);
    },
  );

  it('that is gone is gone', async () => {
    const { outcome } = await fetchFrom((_, response) => response.writeHead(404).end());
    expect(outcome).toEqual(keptBack('gone'));
  });

  it('is asked for again after a trouble of Slack, as late as Slack wishes', async () => {
    let tries = 0;
    const { outcome, waits } = await fetchFrom((_, response) => {
      tries += 1;
      if (tries === 1) response.writeHead(429, { 'retry-after': '3' }).end();
      else if (tries === 2) response.destroy();
      else response.end('ok');
    });
    expect([outcome.kind, waits]).toEqual(['bytes', [3_000, 2_000]]);
  });

  it('is given up after three tries', async () => {
    const { outcome, asked } = await fetchFrom((_, response) => response.writeHead(500).end());
    expect([outcome, asked]).toEqual([keptBack('unreachable'), 3]);
  });
});

it.each([
  undefined,
  'https://evil.example/a.xlsx',
  'http://files.slack.com/a',
  'https://notslack.com/a',
  'x',
])('the token is not sent to %s', async (url_private_download) => {
  const never = async (): Promise<void> => {
    throw new Error('asked');
  };
  const fetchFile = openSharedFiles({
    ...{ botToken: 'xoxb-secret', apiUrl: undefined, timeoutMs: 10, wait: never },
  });
  const outcome = await fetchFile({ id: 'F1', name: 'a', url_private_download }, 10);
  expect(outcome).toEqual(keptBack('elsewhere'));
});
