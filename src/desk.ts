import type { Answer } from './answers/answer.ts';
import { findAnswer } from './answers/find-answer.ts';
import { stopwatch } from './calendar/clock.ts';
import type { Day } from './calendar/day.ts';
import type { Checked } from './commands/data-check.ts';
import { kept } from './files/kept.ts';
import type { PolicyFiles } from './files/policy-files.ts';
import type { Explanation } from './language/explain.ts';
import type { Learning } from './language/learn.ts';
import type { Lexicon } from './language/lexicon.ts';
import { createReader, type Reader } from './language/read.ts';
import { type Context, MISSING, type Missing, type Reading } from './language/reading.ts';
import type { TrainCheck } from './language/train-check.ts';
import type { DataProblem } from './problem.ts';
import { Problem } from './problem.ts';

/** A question, the day to believe in, and what its conversation remembers. */
export type Question = {
  readonly text: string;
  readonly today: Day;
  readonly context: Context | null;
};

/** An answer, and what the conversation remembers from now on. */
export type Asked = {
  readonly reading: Reading;
  readonly answer: Answer;
  readonly context: Context | null;
};

export type Desk = {
  readonly ask: (question: Question) => Asked;
  readonly intents: Lexicon['intents'];
  readonly policy: PolicyFiles['policy'];
};

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
type Learnt = Omit<DeskFiles, 'lexicon'> & {
  readonly lexicon: Omit<Lexicon, 'examples'>;
  readonly learning: Learning;
};

/**
 * Loads data and intents and learns to read, or takes from `keep` what was learnt from the same files before.
 * Throws a Problem `data` that holds every fault.
 */
export async function openDesk(folders: Folders, keep: string | null): Promise<Desk> {
  const learnt = await kept<Learnt>({ keep, sources: [folders.data, folders.intents, CODE] }, () =>
    loadAndLearn(folders),
  );
  const { policy, checklists, lexicon, learning } = learnt;
  const read = createReader(lexicon.words, policy, learning);
  return {
    policy,
    intents: lexicon.intents,
    ask({ text, today, context }) {
      const reading = read(text, { today, context });
      const answer = findAnswer(reading, { policy, checklists, intents: lexicon.intents, today });
      return { reading, answer, context: contextAfter(reading, answer, context) };
    },
  };
}

/** What is kept holds only for the code that learnt it. */
const CODE = import.meta.dirname;

async function loadAndLearn(folders: Folders): Promise<Learnt> {
  const { lexicon, ...files } = await filesOf(folders);
  const { examples: _, ...rest } = lexicon;
  const { learn } = await import('./language/learn.ts');
  return { ...files, lexicon: rest, learning: await learn(lexicon, files.policy) };
}

async function filesOf(folders: Folders): Promise<DeskFiles> {
  const loaded = await loadFiles(folders);
  if (!loaded.ok) {
    const lines = loaded.problems.map(({ file, line, path, message }) =>
      [`${file}:${line}`, path, message].filter((part) => part !== '').join(' '),
    );
    const all = lines.length === 1 ? ` ${lines.join('')}` : `\n${lines.join('\n')}`;
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

/** A desk with the examples at hand, to explain and to measure; slower to open than `openDesk`. */
export async function openWorkshop(folders: Folders): Promise<Workshop> {
  const { policy, lexicon } = await filesOf(folders);
  const [{ learn }, { createExplainer }, { checkTraining }] = await Promise.all([
    import('./language/learn.ts'),
    import('./language/explain.ts'),
    import('./language/train-check.ts'),
  ]);
  return {
    explain: async (text, today) =>
      createExplainer(lexicon, policy, await learn(lexicon, policy))(text, today),
    checkTraining: async (today) => ({
      ...(await checkTraining(lexicon, policy, today)),
      ...timesOf(createReader(lexicon.words, policy, await learn(lexicon, policy)), lexicon, today),
    }),
  };
}

export type Workshop = {
  readonly explain: (text: string, today: Day) => Promise<Explanation>;
  readonly checkTraining: (today: Day) => Promise<TrainCheck & ReadingTimes>;
};

type ReadingTimes = { readonly p50Us: number; readonly p99Us: number };

/** How long a question takes to read, in microseconds: the middle one, and the slowest but one in a hundred. */
function timesOf(read: Reader, { examples }: Lexicon, today: Day): ReadingTimes {
  const timed = (text: string): number => {
    const start = stopwatch();
    read(text, { today, context: null });
    return (stopwatch() - start) * 1000;
  };
  for (const { text } of examples) timed(text);
  const times = examples.map(({ text }) => timed(text)).sort((one, other) => one - other);
  const at = (share: number): number => times[Math.floor(times.length * share)] ?? 0;
  return { p50Us: at(0.5), p99Us: at(0.99) };
}

/** What `desk data check` prints: how much the folders hold, or all that is wrong with them. */
export async function checkFiles(folders: Folders): Promise<Checked> {
  const loaded = await loadFiles(folders);
  if (!loaded.ok) return loaded;
  const { policy, checklists, lexicon } = loaded.files;
  const count = (of: (campaign: (typeof policy.campaigns)[number]) => readonly unknown[]): number =>
    policy.campaigns.reduce((sum, campaign) => sum + of(campaign).length, 0);
  return {
    ok: true,
    counts: {
      campaigns: policy.campaigns.length,
      outlets: policy.outlets.length,
      offers: count((campaign) => campaign.offers),
      plans: count((campaign) => campaign.plans),
      checklists: checklists.length,
      intents: lexicon.intents.length,
      examples: lexicon.examples.length,
    },
  };
}
