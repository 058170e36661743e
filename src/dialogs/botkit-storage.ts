import type { Storage, StoreItems } from 'botbuilder-core';
import { isPending } from './pending.ts';
import { QUESTION } from './question-dialog.ts';
import { isObject, type Records } from './records.ts';

/**
 * Botkit's state on our records. State that does not look exactly like "one question is being asked" is absent: a
 * broken one would fail every later message of that person (fault B4).
 */
export function openBotkitStorage(records: Records, ttlMs: number): Storage {
  const keyOf = (key: string): string => `dialog:${key}`;
  return {
    read: async (keys) => {
      const items: StoreItems = {};
      for (const key of keys) {
        const state = await records.read(keyOf(key));
        if (isAsking(state)) items[key] = state;
      }
      return items;
    },
    write: async (changes) => {
      for (const [key, state] of Object.entries(changes)) {
        if (isAsking(state)) await records.write(keyOf(key), state, ttlMs);
        // Nothing is being asked: nothing to keep (fault B12).
        else await records.remove(keyOf(key));
      }
    },
    delete: async (keys) => {
      for (const key of keys) await records.remove(keyOf(key));
    },
  };
}

// Botkit puts a wrapper below the dialog and a prompt on top of it.
const STACK = [`${QUESTION}:botkit-wrapper`, QUESTION, `${QUESTION}_default_prompt`];

function isAsking(state: unknown): boolean {
  if (!isObject(state) || !isObject(state.dialogState)) return false;
  const { pending } = state;
  const stack = state.dialogState.dialogStack;
  if (!isPending(pending) || !Array.isArray(stack) || stack.length !== STACK.length) return false;
  const entries = stack.map((entry: unknown) => (isObject(entry) ? entry : {}));
  const states = entries.map((entry) => (isObject(entry.state) ? entry.state : null));
  const values = states[1]?.values;
  return (
    entries.every((entry, index) => entry.id === STACK[index]) &&
    states.every((one) => one !== null) &&
    states[1]?.stepIndex === 0 &&
    isObject(values) &&
    values.asked === pending.asked
  );
}
