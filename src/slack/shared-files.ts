import type { SharedFile } from './payloads.ts';

export type FetchedFile =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'too-large' }
  /** Slack did not hand it over. `no-right`: the app may not read files; `elsewhere`: it does not lie with Slack. */
  | { readonly kind: 'kept-back'; readonly why: 'no-right' | 'gone' | 'elsewhere' | 'unreachable' };

export type FetchFile = (file: SharedFile, mostBytes: number) => Promise<FetchedFile>;

export type SharedFilesPorts = {
  readonly botToken: string;
  /** Where the Web API is, when it is not Slack's own. */
  readonly apiUrl: string | undefined;
  readonly timeoutMs: number;
  readonly wait: (ms: number) => Promise<void>;
};

const TRIES = 3;
const PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 10_000;

/** Reads files that people share with the bot. Reading can be repeated, unlike a post. */
export function openSharedFiles({
  botToken,
  apiUrl,
  timeoutMs,
  wait,
}: SharedFilesPorts): FetchFile {
  return async (file, mostBytes) => {
    const { url_private_download: url, size = 0 } = file;
    // The token goes to nobody but Slack: a file may lie with somebody else.
    if (url === undefined || !isOfSlack(url, apiUrl))
      return { kind: 'kept-back', why: 'elsewhere' };
    if (size > mostBytes) return { kind: 'too-large' };
    for (let attempt = 1; ; attempt += 1) {
      const outcome = await fetchOnce({ url, botToken, timeoutMs, mostBytes });
      if (!('pauseMs' in outcome)) return outcome;
      if (attempt === TRIES) return { kind: 'kept-back', why: 'unreachable' };
      await wait(Math.min(outcome.pauseMs * attempt, LONGEST_PAUSE_MS));
    }
  };
}

type Wanted = {
  readonly url: string;
  readonly botToken: string;
  readonly timeoutMs: number;
  readonly mostBytes: number;
};

async function fetchOnce(wanted: Wanted): Promise<FetchedFile | { readonly pauseMs: number }> {
  try {
    const response = await fetch(wanted.url, {
      headers: { authorization: `Bearer ${wanted.botToken}` },
      // Without the right to read files Slack leads to its login page, which is no sheet.
      redirect: 'manual',
      signal: AbortSignal.timeout(wanted.timeoutMs),
    });
    const refusal = refusalOf(response);
    if (refusal !== null) {
      await response.body?.cancel();
      return refusal;
    }
    const bytes = await bytesWithin(response, wanted.mostBytes);
    return bytes === null ? { kind: 'too-large' } : { kind: 'bytes', bytes };
  } catch {
    return { pauseMs: PAUSE_MS };
  }
}

function refusalOf({
  status,
  headers,
}: Response): FetchedFile | { readonly pauseMs: number } | null {
  const isPage = headers.get('content-type')?.startsWith('text/html') ?? false;
  if (status === 404 || status === 410) return { kind: 'kept-back', why: 'gone' };
  if (status === 429)
    return { pauseMs: Number(headers.get('retry-after') ?? 1) * 1_000 || PAUSE_MS };
  if (status >= 500) return { pauseMs: PAUSE_MS };
  return status === 200 && !isPage ? null : { kind: 'kept-back', why: 'no-right' };
}

/** Null where there is more: what a server announces is not believed, and no more is taken into memory. */
async function bytesWithin(response: Response, most: number): Promise<Uint8Array | null> {
  if (Number(response.headers.get('content-length') ?? 0) > most) {
    await response.body?.cancel();
    return null;
  }
  const parts: Uint8Array[] = [];
  let total = 0;
  for await (const part of response.body ?? []) {
    total += part.length;
    if (total > most) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

const SLACK = /(?:^|\.)(?:slack|slack-gov)\.com$/;

function isOfSlack(url: string, apiUrl: string | undefined): boolean {
  const { protocol, hostname } = URL.parse(url) ?? { protocol: '', hostname: '' };
  if (apiUrl !== undefined) return hostname === new URL(apiUrl).hostname;
  return protocol === 'https:' && SLACK.test(hostname);
}
