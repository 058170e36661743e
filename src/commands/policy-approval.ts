import type { Language } from '../bilingual.ts';
import type { Day } from '../calendar/day.ts';
import type { Decided } from '../policy/approval.ts';
import { Problem } from '../problem.ts';
import { type Arguments, readArguments } from './arguments.ts';
import type { ExitCode, Streams } from './outcome.ts';

export const APPROVAL_USAGE = `desk policy list [--today YYYY-MM-DD]
desk policy diff NAME [--language zh|en]
desk policy approve NAME --by "NAME (U012AB3CD)" [--from YYYY-MM-DD] [--reason "…"]
desk policy rollback CAMPAIGN --to VERSION --by … --reason "…" [--from YYYY-MM-DD]
desk policy withdraw CAMPAIGN --by … --reason "…" [--from YYYY-MM-DD]
desk policy review CAMPAIGN --by … [--version N]`;

/** A policy set, as it is printed. */
export type ListedSet = {
  readonly name: string;
  readonly state: string;
  readonly [more: string]: unknown;
};

/** What a set would change, as it is printed and as people read it. */
export type Difference = {
  readonly set: string;
  readonly against: string | null;
  readonly changes: readonly Readonly<Record<string, unknown>>[];
  readonly lines: (language: Language) => readonly string[];
};

export type Asked = {
  readonly by: string;
  readonly today: Day;
  readonly from: Day | null;
  readonly reason: string | null;
};

type Line = Readonly<Record<string, unknown>>;
export type ApprovalCommandPorts = {
  readonly believe: (given: Day | null) => Day;
  readonly list: (today: Day) => Promise<readonly ListedSet[]>;
  readonly difference: (name: string) => Promise<Difference>;
  readonly approve: (name: string, asked: Asked) => Promise<Decided<Line>>;
  readonly rollBack: (id: string, asked: Asked & { readonly to: number }) => Promise<Decided<Line>>;
  readonly withdraw: (id: string, asked: Asked) => Promise<Decided<Line>>;
  readonly review: (
    id: string,
    asked: Pick<Asked, 'by' | 'today'> & { readonly version: number | null },
  ) => Promise<Decided<Line>>;
};

const OPTIONS = {
  by: { type: 'string' },
  from: { type: 'string' },
  reason: { type: 'string' },
  to: { type: 'string' },
  version: { type: 'string' },
  language: { type: 'string' },
  today: { type: 'string' },
} as const;
type Option = keyof typeof OPTIONS;

type Given = {
  readonly given: Arguments;
  readonly name: string;
  readonly ports: ApprovalCommandPorts;
  readonly streams: Streams;
};
type Action = {
  /** What it takes beside `--today`. */
  readonly options: readonly Option[];
  readonly needsName: boolean;
  readonly run: (given: Given) => Promise<ExitCode>;
};

/** Lists policy sets, shows what one would change, and writes down what policy owners decide about them. */
export async function approvalCommand(
  args: readonly string[],
  ports: ApprovalCommandPorts,
  streams: Streams,
): Promise<ExitCode> {
  const given = readArguments(args, OPTIONS);
  const [action = '', name, ...rest] = given.positionals;
  const { options, needsName, run } = actionNamed(action);
  if (needsName && name === undefined)
    throw new Problem('usage', `which one? desk policy ${action} NAME`);
  const extra = needsName ? rest[0] : name;
  if (extra !== undefined) throw new Problem('usage', `"${extra}" is too much`);
  for (const option of Object.keys(OPTIONS)) {
    const isTaken = option === 'today' || options.some((one) => one === option);
    if (!isTaken && given.value(option) !== null)
      throw new Problem('usage', `desk policy ${action} takes no --${option}`);
  }
  return run({ given, name: name ?? '', ports, streams });
}

/** Whether a word is one of these actions. */
export function isApprovalAction(word: string | undefined): boolean {
  return word !== undefined && ACTIONS.has(word);
}

function actionNamed(word: string): Action {
  const action = ACTIONS.get(word);
  if (action === undefined) throw new Problem('usage', `there is no "desk policy ${word}"`);
  return action;
}

const ACTIONS: ReadonlyMap<string, Action> = new Map<string, Action>([
  [
    'list',
    {
      options: [],
      needsName: false,
      async run({ given, ports, streams }) {
        const sets = await ports.list(ports.believe(given.day('today')));
        for (const set of sets) streams.out(JSON.stringify(set));
        return 0;
      },
    },
  ],
  [
    'diff',
    {
      options: ['language'],
      needsName: true,
      async run({ given, name, ports, streams }) {
        const language = languageIn(given);
        const { set, against, changes, lines } = await ports.difference(name);
        for (const change of changes) streams.out(JSON.stringify({ set, against, ...change }));
        const words = lines(language);
        streams.err(headOf({ set, against, count: changes.length }, language));
        for (const line of words) streams.err(line);
        return 0;
      },
    },
  ],
  [
    'approve',
    {
      options: ['by', 'from', 'reason'],
      needsName: true,
      run: async (all) => tell('approved', await all.ports.approve(all.name, askedIn(all)), all),
    },
  ],
  [
    'rollback',
    {
      options: ['by', 'from', 'reason', 'to'],
      needsName: true,
      async run(all) {
        const to = numberIn(all.given, 'to');
        if (to === null) throw new Problem('usage', 'back to which version? --to 1');
        return tell('rolledBack', await all.ports.rollBack(all.name, { ...askedIn(all), to }), all);
      },
    },
  ],
  [
    'withdraw',
    {
      options: ['by', 'from', 'reason'],
      needsName: true,
      run: async (all) => tell('withdrawn', await all.ports.withdraw(all.name, askedIn(all)), all),
    },
  ],
  [
    'review',
    {
      options: ['by', 'version'],
      needsName: true,
      async run(all) {
        const { by, today } = askedIn(all);
        const version = numberIn(all.given, 'version');
        return tell('reviewed', await all.ports.review(all.name, { by, today, version }), all);
      },
    },
  ],
]);

function askedIn({ given, ports }: Given): Asked {
  const by = given.value('by')?.trim() ?? '';
  if (by === '')
    throw new Problem('usage', 'who decides? --by "Olivia Grant (U012AB3CD)", a policy owner');
  const reason = given.value('reason')?.trim() ?? '';
  return {
    by,
    today: ports.believe(given.day('today')),
    from: given.day('from'),
    reason: reason === '' ? null : reason,
  };
}

function numberIn(given: Arguments, option: 'to' | 'version'): number | null {
  const text = given.value(option);
  if (text === null) return null;
  if (!/^[1-9]\d{0,5}$/.test(text))
    throw new Problem('usage', `--${option} ${text}: write 1, 2, …`);
  return Number(text);
}

function languageIn(given: Arguments): Language {
  const text = given.value('language') ?? 'zh';
  if (text !== 'zh' && text !== 'en')
    throw new Problem('usage', `--language ${text}: there are zh and en`);
  return text;
}

function tell(what: string, outcome: Decided<Line>, { name, streams }: Given): ExitCode {
  if (!outcome.ok) {
    streams.err(outcome.refusal.zh);
    streams.err(outcome.refusal.en);
    return 1;
  }
  streams.out(JSON.stringify({ [what]: name, ...outcome.value }));
  return 0;
}

type Head = { readonly set: string; readonly against: string | null; readonly count: number };

function headOf({ set, against, count }: Head, language: Language): string {
  if (language === 'zh')
    return against === null
      ? `${set}：之前没有活动，全部是新的（${count}处）`
      : `${set} 与 ${against} 相比：${count === 0 ? '没有变化' : `${count}处变化`}`;
  return against === null
    ? `${set}: nothing came before it, so all of it is new (${count})`
    : `${set} against ${against}: ${count === 0 ? 'no change' : `${count} change${count === 1 ? '' : 's'}`}`;
}
