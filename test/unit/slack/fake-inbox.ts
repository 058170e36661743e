import type { Inbox } from '../../../src/slack/ports.ts';

export type FakeInbox = Inbox & {
  readonly kept: Map<string, { readonly body: string; isDone: boolean }>;
};

export function fakeInbox(): FakeInbox {
  const kept: FakeInbox['kept'] = new Map();
  return {
    kept,
    keep: async ({ eventId, body }) => {
      if (kept.has(eventId)) return false;
      kept.set(eventId, { body, isDone: false });
      return true;
    },
    done: async (eventId) => {
      const event = kept.get(eventId);
      if (event !== undefined) event.isDone = true;
    },
    unfinished: async () =>
      [...kept].flatMap(([eventId, { body, isDone }]) => (isDone ? [] : [{ eventId, body }])),
  };
}
