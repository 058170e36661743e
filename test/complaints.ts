import type { Day } from '../src/calendar/day.ts';
import { workingCalendar } from '../src/calendar/working-days.ts';
import type { Step } from '../src/checklists/checklist.ts';
import { checklistOf } from '../src/checklists/checklist.ts';
import type { Actor, Case, Evidence, Given } from '../src/complaints/case.ts';
import type { CaseCommand, CaseDeed } from '../src/complaints/command.ts';
import { decide } from '../src/complaints/decide.ts';
import { afterEvent } from '../src/complaints/fold.ts';
import { nextStep, standingOf } from '../src/complaints/standing.ts';
import type { CaseWorld, Decision } from '../src/complaints/world.ts';
import { loadPolicy } from '../src/files/policy-files.ts';
import { day, FOLDERS } from './world.ts';

/** The world of cases with the real data, on a day. */
export function caseWorld(today: string | Day, more: Partial<CaseWorld> = {}): CaseWorld {
  const on = day(today);
  return { ...REAL, today: on, now: Date.parse(`${on}T09:00:00+08:00`), ...more };
}

const REAL = (() => {
  const loaded = loadPolicy(FOLDERS.data);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  const { checklistVersions, policy, branchRules, outcomes, calendarYears } = loaded.value;
  return {
    checklists: checklistVersions,
    calendar: workingCalendar(calendarYears),
    limits: policy.limits,
    branch: branchRules,
    outcomes,
  };
})();

export const LI: Actor = { who: 'U_LI', origin: 'slack' };
export const WANG: Actor = { who: 'U_WANG', origin: 'slack' };

export type Opening = Extract<CaseDeed, { readonly do: 'open' }>;

export function openingOf(checklist: string, more: Partial<Opening> = {}): Opening {
  return {
    do: 'open',
    checklist,
    words: '客户说合约没到期就被拆机',
    language: 'zh',
    outlet: 'core-township-hall',
    hall: null,
    contract: null,
    offer: null,
    rule: null,
    receivedOn: DAY_OF_RECEIPT,
    owner: null,
    ...more,
  };
}

const DAY_OF_RECEIPT = day('2015-02-10');

let keys = 0;

/** A command with a key of its own. */
export function command(deed: CaseDeed, by: Actor = LI, key = `k${++keys}`): CaseCommand {
  return { ...deed, by, key };
}

/** A case after commands that must all be carried out. */
export function caseAfter(world: CaseWorld, ...commands: readonly CaseCommand[]): Case {
  const now = commands.reduce<Case | null>(
    (so, one) => carriedOut(so, decide(so, one, world)),
    null,
  );
  if (now === null) throw new Error('there is no case');
  return now;
}

/** What became of a case by a decision; a refusal fails the test. */
export function carriedOut(now: Case | null, decision: Decision): Case {
  if (!decision.ok) throw new Error(`${decision.code}: ${decision.reason.en}`);
  const after = decision.events.reduce<Case | null>(
    (so, event) => afterEvent(now?.id ?? 'C-2015-0001', so, event),
    now,
  );
  if (after === null) throw new Error('there is no case');
  return after;
}

/** Whole evidence for a step. */
export function evidenceFor({ evidence }: Step, on: Day = DAY_OF_RECEIPT): readonly Evidence[] {
  if (evidence === null) return [];
  const [kind] = evidence.kinds;
  if (kind === undefined) throw new Error('no kind');
  return [{ kind, number: 'GD-0815', kept: '档案盒3', day: on, signedBy: evidence.signedBy }];
}

/** A whole answer to a step; of its choices the named one, else the first. */
export function givenFor(step: Step, choice: string | null = null): Given {
  return {
    what: 'done',
    choice: step.asks === null ? null : (choice ?? step.asks.choices[0]?.id ?? null),
    evidence: evidenceFor(step),
    note: null,
  };
}

export function answerTo(step: Step, choice: string | null = null): CaseDeed {
  return { do: 'answer', step: step.id, given: givenFor(step, choice), saw: null, corrects: false };
}

/** A case with every step answered, by the choices named for its facts. */
export function walked(
  world: CaseWorld,
  now: Case,
  choices: Readonly<Record<string, string>> = {},
): Case {
  const checklist = checklistOf(world.checklists, now.checklist);
  if (checklist === null) throw new Error('no checklist');
  let so = now;
  for (;;) {
    const step = nextStep(standingOf(so, checklist))?.step;
    if (step === undefined) return so;
    const choice = step.asks === null ? null : (choices[step.asks.id] ?? null);
    so = carriedOut(so, decide(so, command(answerTo(step, choice)), world));
  }
}
