import type { Answer, Choice } from '../../../src/answers/answer.ts';
import type { Bilingual } from '../../../src/bilingual.ts';
import { type Day, parseDay } from '../../../src/calendar/day.ts';
import type { Answered, ConversationKey, Inbound, Turn } from '../../../src/dialogs/turn.ts';
import type { Explanation } from '../../../src/language/explain.ts';
import { NO_ENTITIES } from '../../../src/language/reading.ts';
import type { Log } from '../../../src/log.ts';
import type { Directory } from '../../../src/people/directory.ts';
import { everywhere, type Role } from '../../../src/people/role.ts';
import type { ComplaintDoor } from '../../../src/slack/complaint-ports.ts';
import type { ContractDoor } from '../../../src/slack/contract-ports.ts';
import type {
  ApproveOutcome,
  DraftNow,
  PolicyDoor,
  Preview,
  SheetOutcome,
} from '../../../src/slack/policy-ports.ts';
import type { Doorway, Reviewable } from '../../../src/slack/ports.ts';
import type { RenewalDoor } from '../../../src/slack/renewal-ports.ts';
import type { RenewalWeekDoor } from '../../../src/slack/renewal-week-ports.ts';
import type { FetchedFile } from '../../../src/slack/shared-files.ts';
import type { DraftButton } from '../../../src/slack/views/ids.ts';
import { BOT, TEAM } from '../../payloads/slack.ts';
import { NO_CASES } from './no-cases.ts';
import { NO_CONTRACTS } from './no-contracts.ts';
import { NO_RENEWAL_WEEK, NO_RENEWALS } from './no-renewals.ts';

/** As a branch's register of intents has them. */
export const TRIES: readonly Bilingual[] = [
  { zh: '核心乡镇合作厅能推什么', en: 'what can I offer at a township partner hall' },
  { zh: '存200送100每个月返多少', en: 'how does the 200 deposit come back month by month' },
];

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

/** The id of every answer of `fakeDoorway`, and the one user who is a manager there. */
export const ANSWER_ID = 'answer-1';
export const MANAGER = 'U_WANG';

export function explanationOf(fields: Partial<Explanation>): Explanation {
  return {
    mended: '合作厅能推存费送机吗',
    limits: [],
    masked: '◻能推◻吗',
    marks: [],
    meanings: [],
    words: [{ kind: 'offers', word: '存费送机', ids: ['renewal-free-phone'] }],
    days: [],
    intent: 'promo.eligibility',
    decidedBy: 'examples',
    carried: [],
    topics: [],
    scores: [
      { intent: 'promo.eligibility', score: 0.9 },
      { intent: 'promo.details', score: -0.4 },
    ],
    margin: 2.1,
    fragment: -1.2,
    threshold: 0.3,
    closest: [{ text: '自有厅能推什么', intent: 'promo.eligibility', likeness: 0.61 }],
    ...fields,
  };
}

/** Two names that an explanation may need. */
export const nameOf: Doorway['nameOf'] = (id) =>
  ({
    'promo.eligibility': { zh: '各类网点能推什么优惠', en: 'what may be offered at which outlet' },
    'renewal-free-phone': { zh: '存费送机', en: 'free phone with deposit' },
  })[id] ?? null;

export const OWNER = 'U0OLIVIA';
export const SECOND_OWNER = 'U0HELEN';
export const PREPARER = 'U0WANG';
export const BUTTON: DraftButton = {
  draft: '2015-q2',
  print: '0123456789abcdef',
  drop: 'D1:100.1',
};

export const PREVIEW: Preview = {
  draft: BUTTON.draft,
  print: BUTTON.print,
  name: { zh: '2015年二季度存量维系活动', en: 'retention campaign of the second quarter of 2015' },
  version: 1,
  days: { from: TODAY, to: parseDay('2015-06-30') ?? TODAY },
  against: {
    zh: '2015年一季度存量维系活动',
    en: 'retention campaign of the first quarter of 2015',
  },
  from: null,
  reason: null,
  file: '二季度.xlsx',
  preparedBy: `wang (${PREPARER})`,
  lines: { zh: ['取消：存费送机'], en: ['Gone: free phone with deposit'] },
};

/** What policy a fake doorway has, and what becomes of what is done with it. */
export type PolicyBehaviour = {
  readonly owners?: readonly string[];
  readonly preparers?: readonly string[];
  readonly sheet?: SheetOutcome;
  readonly now?: DraftNow;
  readonly approve?: ApproveOutcome;
  readonly preview?: Preview;
};

export function fakePolicy(done: string[], behaviour: PolicyBehaviour = {}): PolicyDoor {
  const { owners = [OWNER, SECOND_OWNER], preparers = [PREPARER, OWNER, SECOND_OWNER] } = behaviour;
  const { preview = PREVIEW, now = { kind: 'open', preparedBy: PREVIEW.preparedBy } } = behaviour;
  return {
    owners: async () => owners,
    preparers: async () => preparers,
    importSheet: async ({ name, bytes }, by) => {
      done.push(`import ${name} (${bytes.length} bytes) by ${by}`);
      return behaviour.sheet ?? { kind: 'draft', preview };
    },
    now: () => now,
    preview: async () => preview,
    approve: async ({ draft }, by) => {
      done.push(`approve ${draft} by ${by}`);
      const { preparedBy } = PREVIEW;
      return (
        behaviour.approve ?? {
          kind: 'approved',
          set: '2015-q2',
          version: 1,
          from: TODAY,
          preparedBy,
        }
      );
    },
  };
}

/** Everybody is staff, and these have more. */
export function fakeDirectory(
  roles: Readonly<Record<string, readonly Role[]>> = {},
  fields: Partial<Directory> = {},
): Directory {
  return {
    grantsOf: async (user) => (['staff', ...(roles[user] ?? [])] as const).map(everywhere),
    usersWith: async (role) => Object.keys(roles).filter((user) => roles[user]?.includes(role)),
    standingOf: async () => 'inside',
    hallOf: () => null,
    languageOf: async () => null,
    ...fields,
  };
}

/** Nothing is kept for review, and nobody is a manager. */
export const NO_FEEDBACK: Pick<
  Doorway,
  | 'answered'
  | 'explain'
  | 'nameOf'
  | 'review'
  | 'isManager'
  | 'directory'
  | 'homeSections'
  | 'refused'
  | 'tries'
  | 'draw'
  | 'policy'
  | 'complaints'
  | 'contracts'
  | 'renewals'
  | 'renewalWeek'
  | 'walk'
  | 'deliver'
> = {
  answered: async () => null,
  explain: async () => explanationOf({}),
  nameOf: () => null,
  review: null,
  isManager: async () => false,
  directory: fakeDirectory(),
  homeSections: [],
  refused: async () => ({ zh: '没有权限。', en: 'No right.' }),
  tries: () => TRIES,
  draw: async () => null,
  policy: fakePolicy([]),
  complaints: NO_CASES,
  contracts: NO_CONTRACTS,
  renewals: NO_RENEWALS,
  renewalWeek: NO_RENEWAL_WEEK,
  walk: async () => ({ kind: 'step' }),
  deliver: async () => [],
};

const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47]);

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
  readonly answered?: Answered;
  readonly mayReview?: boolean;
  readonly review?: () => Promise<void>;
  readonly policy?: PolicyBehaviour;
  readonly directory?: Directory;
  readonly homeSections?: Doorway['homeSections'];
  readonly fetched?: FetchedFile;
  readonly complaints?: ComplaintDoor;
  readonly contracts?: ContractDoor;
  readonly renewals?: RenewalDoor;
  readonly renewalWeek?: RenewalWeekDoor;
  readonly walk?: Doorway['walk'];
};

/** A doorway whose other side writes down what it is told. */
export function fakeDoorway(behaviour: Behaviour = {}): FakeDoorway {
  const done: string[] = [];
  const asked: Inbound[] = [];
  const echo = ({ text, choice }: Inbound): Turn => ({
    kind: 'answer',
    id: ANSWER_ID,
    answer: answerOf({ lead: `Answer to ${choice?.option ?? text}` }),
    asked: null,
  });
  const keepForReview = async ({ reason, question }: Reviewable): Promise<void> => {
    await behaviour.review?.();
    done.push(`review ${reason}: ${question.text}`);
  };
  return {
    done,
    asked,
    converse: async (inbound) => {
      asked.push(inbound);
      return (behaviour.turn ?? echo)(inbound);
    },
    isOpen: async (key) => (behaviour.isOpen ?? (() => true))(key),
    answered: async (id) => (id === ANSWER_ID ? (behaviour.answered ?? null) : null),
    explain: async (question) => {
      done.push(`explain ${question.text}`);
      return explanationOf({});
    },
    nameOf,
    review: behaviour.mayReview === true ? keepForReview : null,
    isManager: async (user) => user === MANAGER,
    directory: behaviour.directory ?? fakeDirectory(),
    homeSections: behaviour.homeSections ?? [],
    refused: async (user, what, thing) => {
      done.push(`refused ${user} ${what} ${thing}`);
      return { zh: '没有权限。', en: 'No right.' };
    },
    tries: () => TRIES,
    draw: async (picture) =>
      'day' in picture && picture.day === TODAY
        ? { name: `${picture.kind}.png`, alt: 'Drawn.', png: PNG }
        : null,
    policy: fakePolicy(done, behaviour.policy),
    complaints: behaviour.complaints ?? NO_CASES,
    contracts: behaviour.contracts ?? NO_CONTRACTS,
    renewals: behaviour.renewals ?? NO_RENEWALS,
    renewalWeek: behaviour.renewalWeek ?? NO_RENEWAL_WEEK,
    walk: behaviour.walk ?? (async () => ({ kind: 'step' })),
    deliver: async (deliveries) => {
      for (const { key, kind, channel, content } of deliveries)
        done.push(`deliver ${kind} ${key} to ${channel}: ${content.text}`);
      return deliveries.map(({ key }) => key);
    },
    fetchFile: async () =>
      behaviour.fetched ?? { kind: 'bytes', bytes: new Uint8Array([0x50, 0x4b]) },
    today: () => TODAY,
    now: () => 1_000,
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
      respond: async (url, { view, replaces, thread = null }) => {
        const where = `${replaces ? 'instead' : 'below'}${thread === null ? '' : ` in ${thread}`}`;
        done.push(`respond ${new URL(url).pathname} ${where}: ${view.text}`);
      },
      send: async ({ channel, thread }, { text }) => {
        done.push(`post ${channel} ${thread}: ${text}`);
        return `${done.length}.1`;
      },
      whisper: async ({ channel, thread, user }, { text }) => {
        done.push(`whisper ${channel} ${thread} to ${user}: ${text}`);
      },
      changeModal: async (viewId, { title }) => {
        done.push(`change modal ${viewId}: ${title.text}`);
      },
      linkTo: async (channel, ts) => `https://slack.example/${channel}/${ts}`,
      nameOf: async (user) => user,
      upload: async ({ channel, thread }, { name, alt }) => {
        done.push(`upload ${channel} ${thread}: ${name} ${alt}`);
      },
      attach: async ({ channel, thread }, { name, text }) => {
        done.push(`attach ${channel} ${thread}: ${name} ${text}`);
      },
      openModal: async (trigger, { callback_id: id, private_metadata: about }) => {
        done.push(`modal ${trigger}: ${id} ${about}`);
      },
      directChannel: async (user) => `D_${user}`,
      publishHome: async (user, { blocks }) => {
        const shown = JSON.stringify(blocks);
        done.push(`home ${user}: ${shown.includes(TODAY)}${behaviour.homeSections ? shown : ''}`);
      },
      isEmpty: async () => behaviour.isEmpty ?? false,
    },
  };
}
