import type { ParseArgsOptionsConfig } from 'node:util';

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;

/** What the actions that change something have in common. */
export const SHARED: ParseArgsOptionsConfig = { by: text, key: text };

const TOLD = { words: text, how: text, accepted: text, on: text } as const;

/** The options of each action; another one's is refused, since it would do nothing. */
export const OPTIONS_OF = {
  list: {
    open: flag,
    closed: flag,
    all: flag,
    owner: text,
    outlet: text,
    checklist: text,
    late: flag,
    limit: text,
  },
  show: {},
  history: {},
  open: {
    words: text,
    received: text,
    outlet: text,
    hall: text,
    contract: text,
    offer: text,
    rule: text,
    owner: text,
    language: text,
  },
  answer: {
    choice: text,
    evidence: text,
    number: text,
    kept: text,
    day: text,
    signed: text,
    note: text,
    correct: flag,
    'not-applicable': text,
  },
  back: {},
  help: { note: text },
  assign: { to: text, reason: text },
  'take-over': { reason: text },
  escalate: { to: text, person: text, reason: text },
  pause: { reason: text },
  resume: {},
  move: { version: text, 'dry-run': flag },
  change: { checklist: text, reason: text },
  tell: TOLD,
  note: { text },
  close: { outcome: text, note: text, ...TOLD },
  reopen: { reason: text },
} as const satisfies Readonly<Record<string, ParseArgsOptionsConfig>>;

export type CaseAction = keyof typeof OPTIONS_OF;

export const ACTIONS = Object.keys(OPTIONS_OF);

export function isCaseAction(word: string | undefined): word is CaseAction {
  return word !== undefined && Object.hasOwn(OPTIONS_OF, word);
}
