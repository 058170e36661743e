/** What came of one post. Everything but `unknown` is definite. */
export type PostOutcome =
  | { readonly kind: 'posted'; readonly ts: string }
  /** Slack has not taken it and asks to wait. */
  | { readonly kind: 'rate-limited'; readonly retryAfterMs: number }
  /** It never reached Slack, or Slack has certainly not taken it now. */
  | { readonly kind: 'not-sent'; readonly reason: string }
  /** The bot may not speak in this workspace at all. */
  | { readonly kind: 'no-access'; readonly reason: string }
  /** Slack would say no again. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** It may stand in the channel. */
  | { readonly kind: 'unknown'; readonly reason: string };

/** What came of a look into the channel's history. */
export type LookOutcome =
  | { readonly kind: 'found'; readonly ts: string }
  /** The whole of the time in question was read. */
  | { readonly kind: 'not-found' }
  | { readonly kind: 'unreadable'; readonly reason: string; readonly retryAfterMs: number | null }
  | { readonly kind: 'no-access'; readonly reason: string };
