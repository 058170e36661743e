import type { Answer, CaseHint } from './answers/answer.ts';
import type { ContractsFound } from './answers/contracts-found.ts';
import { findAnswer } from './answers/find-answer.ts';
import { expectedCredit } from './answers/payout-missed.ts';
import type { Bilingual, Language } from './bilingual.ts';
import type { Day } from './calendar/day.ts';
import { type WorkingCalendar, workingCalendar } from './calendar/working-days.ts';
import type { CaseWorld } from './complaints/world.ts';
import { folderPrint, kept, type Print, printOf } from './files/kept.ts';
import type { PolicyFiles } from './files/policy-files.ts';
import { type ChecklistWords, createChecklistWords } from './language/checklist-words.ts';
import type { Explainer, Explanation } from './language/explain.ts';
import type { Learning } from './language/learn.ts';
import type { Lexicon } from './language/lexicon.ts';
import { namesIn } from './language/names.ts';
import { createReader } from './language/read.ts';
import {
  type Context,
  type Intent,
  MISSING,
  type Missing,
  type Reading,
} from './language/reading.ts';
import { learnOrRecall } from './learnt.ts';
import { inForce, waitingOn } from './policy/in-force.ts';
import type { Policy } from './policy/policy.ts';
import type { DataProblem } from './problem.ts';
import { Problem } from './problem.ts';

/** A question, the day to believe in, and what its conversation remembers. */
export type Question = {
  readonly text: string;
  readonly today: Day;
  readonly context: Context | null;
  /** All that was ever decided counts, also after `today`: an owner tries a quarter out before anybody knows it. */
  readonly knowsAll?: true;
};

/** What a question about contracts needs beside the files. */
export type LookedUp = { readonly today: Day; readonly contracts: ContractsFound };

/** An answer, and what the conversation remembers from now on. */
export type Asked = {
  readonly reading: Reading;
  readonly answer: Answer;
  readonly context: Context | null;
};

export type Desk = {
  readonly ask: (question: Question) => Asked;
  /** Answers what was read once more, with what was looked up for it. */
  readonly answer: (reading: Reading, known: LookedUp) => Answer;
  /** Why a question is read as it is. The first time takes about a second: it needs the examples themselves. */
  readonly explain: (question: Question) => Promise<Explanation>;
  /** Which kind of complaint a story tells of, and by which of its words. */
  readonly complaintWords: (text: string) => ChecklistWords;
  /** What was due where a credit has not come. */
  readonly expectedCredit: (
    missed: NonNullable<CaseHint['missed']>,
    language: Language,
    today: Day,
  ) => { readonly words: string; readonly offer: string | null };
  readonly intents: Lexicon['intents'];
  /** Questions to try, one of each of the bot's first matters. */
  readonly tries: readonly Bilingual[];
  /** What people call an intent, an outlet, an offer or a checklist; null where the id is of none. */
  readonly nameOf: (id: string) => Bilingual | null;
  /** All that was ever decided, whenever it was. */
  readonly policy: Policy;
  /** What is known on a day: what was decided later is not in force yet. */
  readonly policyOn: (today: Day) => Policy;
  readonly register: PolicyFiles['register'];
  readonly sets: PolicyFiles['sets'];
  readonly channels: PolicyFiles['channels'];
  /** What cases rest on, beside the moment and the day. */
  readonly caseRules: CaseRules;
  readonly watchRules: PolicyFiles['watchRules'];
  readonly calendar: WorkingCalendar;
  readonly people: PolicyFiles['people'];
  readonly reminderRules: PolicyFiles['reminderRules'];
};

/** The world of cases without a moment. */
export type CaseRules = Omit<CaseWorld, 'now' | 'today'>;

export type Folders = { readonly data: string; readonly intents: string };

export type DeskFiles = PolicyFiles & { readonly lexicon: Lexicon };

/** Everything in the data and intents folders, or everything that is wrong with them. */
export async function loadFiles(
  folders: Folders,
): Promise<
  | { readonly ok: true; readonly files: DeskFiles }
  | { readonly ok: false; readonly problems: readonly DataProblem[] }
> {
  // Reading YAML against schemas is needed only when files have changed: `desk ask` starts without it.
  const { loadPolicy } = await import('./files/policy-files.ts');
  const { loadLexicon } = await import('./files/intent-files.ts');
  const policy = loadPolicy(folders.data);
  const lexicon = loadLexicon(folders.intents, policy.ok ? policy.value : null);
  if (!policy.ok || !lexicon.ok) {
    const problems = [policy, lexicon].flatMap((loaded) => (loaded.ok ? [] : loaded.problems));
    return { ok: false, problems };
  }
  return { ok: true, files: { ...policy.value, lexicon: lexicon.value } };
}

/** What the desk needs to answer: the files, and what was learnt from their examples. Plain data. */
export type Learnt = Omit<DeskFiles, 'lexicon'> & {
  readonly lexicon: Omit<Lexicon, 'examples'>;
  readonly learning: Learning;
  /** What the learning was learnt from: with the same print it is the same. */
  readonly learntFrom: Print;
};

/**
 * Loads data and intents and learns to read, or takes from `keep` what was learnt from the same files before.
 * Throws a Problem `data` that holds every fault.
 */
export async function openDesk(folders: Folders, keep: string | null): Promise<Desk> {
  return deskOf(folders, await learnFrom(folders, keep));
}

/** What `openDesk` opens a desk with. */
export async function learnFrom(folders: Folders, keep: string | null): Promise<Learnt> {
  const prints = (): readonly Print[] =>
    [folders.data, folders.intents, CODE].map(keep === null ? () => null : folderPrint);
  const [data = null, intents = null, code = null] = prints();
  const print = printOf([data, intents, code]);
  let loaded: DeskFiles | null = null;
  let isStill = true;
  const load = async (): Promise<DeskFiles> => {
    if (loaded !== null) return loaded;
    loaded = await filesOf(folders);
    isStill = printOf(prints()) === print;
    return loaded;
  };
  const files = await kept<Omit<Learnt, 'learning' | 'learntFrom'>>(
    { keep, kind: 'files', print, isStill: () => isStill },
    async () => {
      const { lexicon, ...rest } = await load();
      const { examples: _, ...words } = lexicon;
      return { ...rest, lexicon: words };
    },
  );
  const learnt = await learnOrRecall({
    keep,
    intents,
    code,
    names: namesIn(files.policy),
    load: async () => (await load()).lexicon,
    isStill: () => isStill,
  });
  return { ...files, ...learnt };
}

/** A desk that answers from what was read and learnt before. */
export function deskOf(folders: Folders, learnt: Learnt): Desk {
  const { policy, sets, register, checklists, lexicon, learning } = learnt;
  const policyOn = policyByDay(learnt);
  const calendar = workingCalendar(learnt.calendarYears);
  const read = createReader(lexicon, policy, learning);
  let explainer: Explainer | null = null;
  let pointing: ReturnType<typeof createChecklistWords> | null = null;
  const names = new Map<string, Bilingual>([
    ...lexicon.intents.map(({ id, about }) => [id, about] as const),
    ...checklists.map(({ id, title }) => [id, title] as const),
    ...[...policy.outlets, ...sets.flatMap(({ offers }) => offers)].map(
      ({ id, name }) => [id, name] as const,
    ),
  ]);
  return {
    policy,
    policyOn,
    register,
    sets,
    channels: learnt.channels,
    caseRules: {
      checklists: learnt.checklistVersions,
      calendar,
      limits: policy.limits,
      branch: learnt.branchRules,
      outcomes: learnt.outcomes,
    },
    watchRules: learnt.watchRules,
    calendar,
    people: learnt.people,
    reminderRules: learnt.reminderRules,
    intents: lexicon.intents,
    complaintWords: (text) => {
      pointing ??= createChecklistWords(lexicon.words, learning);
      return pointing(text);
    },
    expectedCredit: (missed, language, today) =>
      expectedCredit(
        missed,
        { policy: policyOn(today), checklists, intents: lexicon.intents, today },
        language,
      ),
    tries: lexicon.intents.flatMap((entry) => (TRIED.includes(entry.id) ? [entry.try] : [])),
    nameOf: (id) => names.get(id) ?? null,
    ask({ text, today, context, knowsAll }) {
      const reading = read(text, { today, context });
      const known = knowsAll === true ? policy : policyOn(today);
      const world = { policy: known, checklists, intents: lexicon.intents, today };
      const answer = findAnswer(reading, world);
      return { reading, answer, context: contextAfter(reading, answer, context) };
    },
    answer: (reading, { today, contracts }) =>
      findAnswer(reading, {
        ...{ checklists, today, contracts },
        policy: policyOn(today),
        intents: lexicon.intents,
      }),
    async explain({ text, ...world }) {
      explainer ??= await openExplainer(folders, learning);
      return explainer(text, world);
    },
  };
}

/** Three are enough on a phone. */
const TRIED: readonly Intent[] = ['promo.eligibility', 'payout.schedule', 'complaint.checklist'];

/** How many days are remembered: a bot is asked about today, and at midnight about two days. */
const DAYS_REMEMBERED = 4;

function policyByDay({
  policy,
  sets,
  register,
}: Pick<PolicyFiles, 'policy' | 'sets' | 'register'>): (today: Day) => Policy {
  const known = new Map<Day, Policy>();
  return (today) => {
    const before = known.get(today);
    if (before !== undefined) return before;
    const made = {
      ...policy,
      campaigns: inForce(sets, register, today),
      waiting: waitingOn(sets, register, today),
    };
    const [oldest] = known.keys();
    if (known.size >= DAYS_REMEMBERED && oldest !== undefined) known.delete(oldest);
    known.set(today, made);
    return made;
  };
}

async function openExplainer(folders: Folders, learning: Learning): Promise<Explainer> {
  const { policy, lexicon } = await filesOf(folders);
  const { createExplainer } = await import('./language/explain.ts');
  return createExplainer(lexicon, policy, learning);
}

/** What is kept holds only for the code that learnt it. */
const CODE = import.meta.dirname;

/** Faults as people read them, a line each: file, line, place and what to do. */
export function problemLines(problems: readonly DataProblem[]): string {
  return problems
    .map(({ file, line, path, message }) =>
      [`${file}:${line}`, path, message].filter((part) => part !== '').join(' '),
    )
    .join('\n');
}

/** As `loadFiles`; throws a Problem `data` that holds every fault. */
export async function filesOf(folders: Folders): Promise<DeskFiles> {
  const loaded = await loadFiles(folders);
  if (!loaded.ok) {
    const lines = problemLines(loaded.problems);
    const all = lines.includes('\n') ? `\n${lines}` : ` ${lines}`;
    throw new Problem('data', `the data does not hold together:${all}`);
  }
  return loaded.files;
}

/** Thanks and questions that are not ours do not make a conversation forget what it was about. */
function contextAfter(reading: Reading, answer: Answer, before: Context | null): Context | null {
  if (reading.intent === 'help' || reading.intent === 'out_of_scope') return before;
  if (answer.intent !== 'clarify' || reading.intent === 'clarify') return { last: reading };
  const missing = MISSING.find((one): one is Missing => one === answer.facts.missing) ?? null;
  return { last: { ...reading, intent: 'clarify', wanted: reading.intent, missing } };
}
