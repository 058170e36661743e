import type { Answer, Choice } from '../../../src/answers/answer.ts';
import { openConversations, type Times } from '../../../src/dialogs/conversations.ts';
import type {
  Ask,
  ConversationKey,
  Conversations,
  Memory,
  Turn,
} from '../../../src/dialogs/turn.ts';
import { type Context, NO_ENTITIES, NOTHING_UNSAID } from '../../../src/language/reading.ts';

/** A memory that keeps text, as a real one does: what is not plain JSON would be lost here too. */
export function textMemory(): Memory & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    get: async (key) => {
      const text = kept.get(key);
      return text === undefined ? undefined : JSON.parse(text);
    },
    set: async (key, value) => kept.set(key, JSON.stringify(value)),
    delete: async (key) => kept.delete(key),
  };
}

export const OUTLETS: readonly Choice[] = [
  { id: 'core', label: '核心乡镇合作厅', says: 'what may I offer at a core township hall' },
  { id: 'township', label: 'Township store', says: 'what may I offer at a township store' },
];

export function contextAbout(topic: string): Context {
  return {
    last: {
      intent: 'promo.eligibility',
      confidence: 0.9,
      entities: NO_ENTITIES,
      language: 'en',
      ambiguous: [],
      levels: [],
      leaving: null,
      missed: null,
      wantsPicture: false,
      bothSides: false,
      part: null,
      asksChanges: false,
      topics: [topic],
      wanted: null,
      missing: null,
      between: [],
      mentionsPorting: false,
      deposits: [],
      unsaid: NOTHING_UNSAID,
    },
  };
}

export function answerSaying(lead: string, options: readonly Choice[] | null = null): Answer {
  return {
    intent: options === null ? 'promo.eligibility' : 'clarify',
    confidence: 0.9,
    entities: NO_ENTITIES,
    facts: {},
    language: 'en',
    words: {
      lead,
      sections: [],
      notes: [],
      source: null,
      choices: options === null ? null : { asks: 'Which one?', options },
    },
  };
}

export const FIRE = new Error('the policy is on fire');

/**
 * A branch that repeats what it is asked. "which" asks back, "break" fails, and everything else is answered with the
 * question and what was spoken of before it.
 */
export const echo: Ask = ({ text, context }) => {
  if (text.startsWith('break')) throw FIRE;
  const before = context === null ? 'nothing' : context.last.topics[0];
  const options = text.startsWith('which') ? OUTLETS : null;
  return {
    answer: answerSaying(`${text} [after ${before}]`, options),
    context: contextAbout(text),
  };
};

export const LI: ConversationKey = { team: 'T1', channel: 'D1', thread: null, user: 'U_LI' };

export type Desk = {
  readonly memory: ReturnType<typeof textMemory>;
  readonly storage: ReturnType<typeof textMemory>;
  readonly problems: unknown[];
  /** What the desk says to a text of somebody: the lead of its answer, or `stale`. */
  readonly say: (text: string, key?: ConversationKey) => Promise<string>;
  readonly press: (asked: string, option: string, key?: ConversationKey) => Promise<string>;
  /** Says it and gives the id of the question that comes back. */
  readonly askedBack: (text: string, key?: ConversationKey) => Promise<string>;
  readonly isOpen: (key: ConversationKey) => Promise<boolean>;
  readonly answered: Conversations['answered'];
  readonly receive: Conversations['receive'];
  readonly walk: Conversations['walk'];
  /** Says it and gives the whole turn. */
  readonly turn: (text: string, key?: ConversationKey) => Promise<Turn>;
};

export type DeskOptions = {
  readonly ask?: Ask;
  readonly memory?: ReturnType<typeof textMemory>;
  readonly storage?: ReturnType<typeof textMemory>;
  readonly now?: () => number;
  readonly times?: Partial<Times>;
  readonly keepsQuestions?: boolean;
};

export function openDesk(options: DeskOptions = {}): Desk {
  const memory = options.memory ?? textMemory();
  const storage = options.storage ?? textMemory();
  const problems: unknown[] = [];
  const { receive, walk, isOpen, answered } = openConversations({
    ask: options.ask ?? echo,
    memory,
    storage,
    now: options.now ?? (() => 0),
    onProblem: (error) => problems.push(error),
    times: options.times ?? {},
    keepsQuestions: options.keepsQuestions ?? false,
  });
  const lead = (turn: Turn): string => (turn.kind === 'stale' ? 'stale' : turn.answer.words.lead);
  return {
    memory,
    storage,
    problems,
    isOpen,
    answered,
    receive,
    walk,
    turn: (text, key = LI) => receive({ key, text, choice: null }),
    say: async (text, key = LI) => lead(await receive({ key, text, choice: null })),
    press: async (asked, option, key = LI) =>
      lead(await receive({ key, text: '', choice: { asked, option } })),
    askedBack: async (text, key = LI) => {
      const turn = await receive({ key, text, choice: null });
      if (turn.kind === 'stale' || turn.asked === null) throw new Error('nothing was asked back');
      return turn.asked;
    },
  };
}
