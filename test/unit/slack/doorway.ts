import type { Answer, Choice } from '../../../src/answers/answer.ts';
import { type Day, parseDay } from '../../../src/calendar/day.ts';
import type { ConversationKey, Inbound, Turn } from '../../../src/dialogs/turn.ts';
import { NO_ENTITIES } from '../../../src/language/reading.ts';
import type { Log } from '../../../src/log.ts';
import type { Doorway } from '../../../src/slack/ports.ts';
import { BOT, TEAM } from '../../payloads/slack.ts';

export const TODAY: Day = parseDay('2015-02-03') ?? ('2015-02-03' as Day);

export function answerOf(words: Partial<Answer['words']>, fields: Partial<Answer> = {}): Answer {
  return {
    intent: 'promo.eligibility',
    confidence: 0.9,
    entities: NO_ENTITIES,
    facts: {},
    language: 'en',
    words: { lead: 'Lead.', sections: [], notes: [], source: null, choices: null, ...words },
    ...fields,
  };
}

export const HALLS: readonly Choice[] = [
  { id: 'core-township-hall', label: 'Core township hall', says: 'at a core township hall' },
  { id: 'township-store', label: 'Township store', says: 'at a township store' },
];

/** A log that keeps its lines as text. */
export function notedLog(): Log & { readonly lines: string[] } {
  const lines: string[] = [];
  const write =
    (level: string): Log['info'] =>
    (event, fields = {}) => {
      lines.push(`${level} ${event} ${JSON.stringify(fields)}`);
    };
  return {
    lines,
    debug: write('debug'),
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
  };
}

export type FakeDoorway = Doorway & {
  /** What the listeners did, a line each. */
  readonly done: string[];
  readonly asked: Inbound[];
};

export type Behaviour = {
  readonly turn?: (inbound: Inbound) => Turn;
  readonly isOpen?: (key: ConversationKey) => boolean;
  readonly isEmpty?: boolean;
  readonly replace?: () => Promise<void>;
};

/** A doorway whose other side writes down what it is told. */
export function fakeDoorway(behaviour: Behaviour = {}): FakeDoorway {
  const done: string[] = [];
  const asked: Inbound[] = [];
  const echo = ({ text, choice }: Inbound): Turn => ({
    kind: 'answer',
    answer: answerOf({ lead: `Answer to ${choice?.option ?? text}` }),
    asked: null,
  });
  return {
    done,
    asked,
    converse: async (inbound) => {
      asked.push(inbound);
      return (behaviour.turn ?? echo)(inbound);
    },
    isOpen: async (key) => (behaviour.isOpen ?? (() => true))(key),
    today: () => TODAY,
    identity: () => ({ botUserId: BOT, botId: 'B1', teamId: TEAM }),
    log: notedLog(),
    posting: {
      post: async ({ channel, thread }, { text }) => {
        done.push(`post ${channel} ${thread}: ${text}`);
      },
      replace: async ({ channel, ts }, { text, blocks }) => {
        await behaviour.replace?.();
        done.push(`replace ${channel} ${ts}: ${text} [${blocks.map(({ type }) => type)}]`);
      },
      respond: async (url, { view, replaces }) => {
        done.push(
          `respond ${new URL(url).pathname} ${replaces ? 'instead' : 'below'}: ${view.text}`,
        );
      },
      publishHome: async (user, { blocks }) => {
        done.push(`home ${user}: ${JSON.stringify(blocks).includes(TODAY)}`);
      },
      isEmpty: async () => behaviour.isEmpty ?? false,
    },
  };
}
