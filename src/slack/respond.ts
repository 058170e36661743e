import type { MessageView } from './views/blocks.ts';

/** An answer that one person sees, in place of the message with the pressed button or below it. */
export type Response = {
  readonly view: MessageView;
  readonly replaces: boolean;
  /** The thread that it stands in; left out, it stands in the channel itself. */
  readonly thread?: string | null;
};
export type Respond = (url: string, response: Response) => Promise<void>;

/** Slack did not take a response; `status` is null where it did not say. */
export class ResponseLost extends Error {
  override readonly name = 'ResponseLost';
  readonly status: number | null;

  constructor(status: number | null, options?: ErrorOptions) {
    super(`a response was not taken (${status ?? 'no answer'})`, options);
    this.status = status;
  }
}

/** Says something by the address that Slack gave with a command or a press. */
export function respondWithin(timeoutMs: number): Respond {
  return async (url, { view, replaces, thread = null }) => {
    const { text, blocks } = view;
    const message = {
      response_type: 'ephemeral',
      replace_original: replaces,
      ...(thread === null ? {} : { thread_ts: thread }),
      text,
      blocks,
    };
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(message),
      signal: AbortSignal.timeout(timeoutMs),
    }).catch((error: unknown) => {
      throw new ResponseLost(null, { cause: error });
    });
    if (!response.ok) throw new ResponseLost(response.status);
  };
}
