import { calendarAlarm } from './calendar/calendar-alarm.ts';
import { stopwatch } from './calendar/clock.ts';
import type { Day } from './calendar/day.ts';
import { workingCalendar } from './calendar/working-days.ts';
import type { Checked } from './commands/data-check.ts';
import type { Place } from './commands/review.ts';
import type { Trained } from './commands/train-check.ts';
import type { LineOf } from './commands/train-report.ts';
import { type Folders, filesOf, loadFiles, openDesk } from './desk.ts';
import type { Lexicon } from './language/lexicon.ts';
import { namesIn } from './language/names.ts';
import { languageOf } from './language/normalise.ts';
import { createReader, type Reader } from './language/read.ts';
import { askOwnerQuestions } from './owner-questions.ts';
import type { PolicySet } from './policy/policy.ts';
import { Problem } from './problem.ts';

/**
 * Makes a sentence an example of an intent, in its file. Answers where, or null where it was one before. Throws a
 * Problem `data` for an unknown intent, or a sentence that teaches another one.
 */
export async function teach(
  folders: Folders,
  { text, intent }: { readonly text: string; readonly intent: string },
): Promise<Place> {
  const { lexicon } = await filesOf(folders);
  const ids = lexicon.intents.map(({ id }) => id);
  if (!ids.some((id) => id === intent))
    throw new Problem('data', `there is no intent "${intent}"; there are ${ids.join(', ')}`);
  const { sentenceKey } = await import('./files/intent-files.ts');
  const same = lexicon.examples.find((one) => sentenceKey(one.text) === sentenceKey(text));
  if (same?.intent === intent) return null;
  if (same !== undefined)
    throw new Problem('data', `"${text}" is an example of ${same.intent}: it cannot teach both`);
  const { addExample } = await import('./files/example-file.ts');
  return addExample(folders.intents, { intent, text, language: languageOf(text) });
}

/** A desk with the examples at hand, to measure how well they teach. `keep` is where the next check finds this one. */
export async function openWorkshop(folders: Folders, keep: string): Promise<Workshop> {
  const { policy, lexicon } = await filesOf(folders);
  const [{ learn }, { checkTraining }, { readPastChecks, keepPastChecks }, { exampleLines }] =
    await Promise.all([
      import('./language/learn.ts'),
      import('./language/train-check.ts'),
      import('./files/past-checks.ts'),
      import('./files/example-lines.ts'),
    ]);
  return {
    async checkTraining(today, onModel) {
      const learning = await learn(lexicon, namesIn(policy));
      const past = readPastChecks(keep);
      const checked = checkTraining(lexicon, policy, { learning, today, past, onModel });
      return {
        ...checked,
        ...timesOf(createReader(lexicon, policy, learning), lexicon, today),
        isKept: keepPastChecks(keep, checked.past),
      };
    },
    lineOf: exampleLines(folders.intents),
  };
}

export type Workshop = {
  /** `onModel` hears each of the models that are learnt: it takes a while. */
  readonly checkTraining: (today: Day, onModel: () => void) => Promise<Trained>;
  readonly lineOf: LineOf;
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

/**
 * What `desk data check` prints: how much the folders hold, or all that is wrong with them, the questions of the policy's
 * owners among it. What is learnt for these is kept in `keep`. Warns of what will be missed soon after `today`.
 */
export async function checkFiles(
  folders: Folders,
  { keep, today }: { readonly keep: string | null; readonly today: Day },
): Promise<Checked> {
  const loaded = await loadFiles(folders);
  if (!loaded.ok) return loaded;
  const { asked, problems } = await askOwnerQuestions(folders.data, () => openDesk(folders, keep));
  if (problems.length > 0) return { ok: false, problems };
  const { policy, sets, checklists, lexicon, calendarYears } = loaded.files;
  // A corrected campaign counts once, as its last version.
  const campaigns = [...new Map(sets.map((set) => [set.id, set])).values()];
  const count = (of: (campaign: PolicySet) => readonly unknown[]): number =>
    campaigns.reduce((sum, campaign) => sum + of(campaign).length, 0);
  return {
    ok: true,
    warnings: calendarAlarm(workingCalendar(calendarYears), today).map(({ words }) => words),
    counts: {
      campaigns: campaigns.length,
      outlets: policy.outlets.length,
      offers: count((campaign) => campaign.offers),
      plans: count((campaign) => campaign.plans),
      checklists: checklists.length,
      intents: lexicon.intents.length,
      examples: lexicon.examples.length,
      questions: asked,
    },
  };
}
