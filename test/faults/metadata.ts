type Args = Readonly<Record<string, unknown>>;
type Answer = Readonly<Record<string, unknown>>;

/** Message metadata, which local-slack drops: kept here when a message is posted, given back with the history. */
export type MetadataMemory = {
  keep(method: string, args: Args, answer: Answer): void;
  /** Histories show what is kept from now on only so much later. */
  lag(milliseconds: number): void;
  /** The answer to a reading method, with metadata where it was asked for. */
  enrich(method: string, args: Args, answer: Answer): Answer;
};

export function metadataMemory(): MetadataMemory {
  const kept = new Map<string, { readonly metadata: unknown; readonly shownAt: number }>();
  let lagMs = 0;
  return {
    lag(milliseconds) {
      lagMs = milliseconds;
    },
    keep(method, args, answer) {
      if (answer.ok !== true || args.metadata === undefined) return;
      if (method !== 'chat.postMessage' && method !== 'chat.update') return;
      const shownAt = Date.now() + lagMs;
      kept.set(keyOf(answer.channel, answer.ts), { metadata: args.metadata, shownAt });
    },
    enrich(method, args, answer) {
      if (method !== 'conversations.history' && method !== 'conversations.replies') return answer;
      if (String(args.include_all_metadata) !== 'true' || !Array.isArray(answer.messages))
        return answer;
      const messages = answer.messages.flatMap((message: Answer) => {
        const found = kept.get(keyOf(message.channel ?? args.channel, message.ts));
        if (found === undefined) return [message];
        return found.shownAt > Date.now() ? [] : [{ ...message, metadata: found.metadata }];
      });
      return { ...answer, messages };
    },
  };
}

function keyOf(channel: unknown, ts: unknown): string {
  return `${String(channel)} ${String(ts)}`;
}
