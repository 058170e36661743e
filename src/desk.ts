import type { Answer } from './answers/answer.ts';
import { findAnswer } from './answers/find-answer.ts';
import type { Day } from './calendar/day.ts';
import type { Checked } from './commands/data-check.ts';
import { loadLexicon } from './files/intent-files.ts';
import { loadPolicy, type PolicyFiles } from './files/policy-files.ts';
import type { Lexicon } from './language/lexicon.ts';
import { createReader } from './language/read.ts';
import { type Context, MISSING, type Missing, type Reading } from './language/reading.ts';
import type { DataProblem } from './problem.ts';
import { Problem } from './problem.ts';

/** A question, the day to believe in, and what its conversation remembers. */
export type Question = {
  readonly text: string;
  readonly today: Day;
  readonly context: Context | null;
};

/** An answer, and what the conversation remembers from now on. */
export type Asked = { readonly answer: Answer; readonly context: Context | null };

export type Desk = {
  readonly ask: (question: Question) => Asked;
  readonly lexicon: Lexicon;
  readonly policy: PolicyFiles['policy'];
};

export type Folders = { readonly data: string; readonly intents: string };

export type DeskFiles = PolicyFiles & { readonly lexicon: Lexicon };

/** Everything in the data and intents folders, or everything that is wrong with them. */
export function loadFiles(
  folders: Folders,
):
  | { readonly ok: true; readonly files: DeskFiles }
  | { readonly ok: false; readonly problems: readonly DataProblem[] } {
  const policy = loadPolicy(folders.data);
  // The words of `intents` name ids of the data: where the data does not hold, they cannot be judged.
  if (!policy.ok) return policy;
  const lexicon = loadLexicon(folders.intents, policy.value);
  if (!lexicon.ok) return lexicon;
  return { ok: true, files: { ...policy.value, lexicon: lexicon.value } };
}

/** Loads data and intents and learns to read. Throws a Problem `data` that holds every fault. */
export function openDesk(folders: Folders): Desk {
  const loaded = loadFiles(folders);
  if (!loaded.ok) {
    const lines = loaded.problems.map(
      ({ file, line, path, message }) => `${file}:${line} ${path} ${message}`,
    );
    throw new Problem('data', `the data does not hold together:\n${lines.join('\n')}`);
  }
  const { policy, checklists, lexicon } = loaded.files;
  const read = createReader(lexicon, policy);
  return {
    lexicon,
    policy,
    ask({ text, today, context }) {
      const reading = read(text, { today, context });
      const answer = findAnswer(reading, { policy, checklists, intents: lexicon.intents, today });
      return { answer, context: contextAfter(reading, answer, context) };
    },
  };
}

/** Thanks and questions that are not ours do not make a conversation forget what it was about. */
function contextAfter(reading: Reading, answer: Answer, before: Context | null): Context | null {
  if (reading.intent === 'help' || reading.intent === 'out_of_scope') return before;
  if (answer.intent !== 'clarify' || reading.intent === 'clarify') return { last: reading };
  const missing = MISSING.find((one): one is Missing => one === answer.facts.missing) ?? null;
  return { last: { ...reading, intent: 'clarify', wanted: reading.intent, missing } };
}

/** What `desk data check` prints: how much the folders hold, or all that is wrong with them. */
export function checkFiles(folders: Folders): Checked {
  const loaded = loadFiles(folders);
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
