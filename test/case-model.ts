import fc from 'fast-check';
import { expect } from 'vitest';
import { addDays, type Day } from '../src/calendar/day.ts';
import { checklistOf } from '../src/checklists/checklist.ts';
import type { Actor, Case, CaseEvent, Given } from '../src/complaints/case.ts';
import { clocksOf } from '../src/complaints/clocks.ts';
import { closingGaps, lastTold } from '../src/complaints/closing.ts';
import type { CaseCommand, CaseDeed } from '../src/complaints/command.ts';
import { foldCase } from '../src/complaints/fold.ts';
import { standingOf } from '../src/complaints/standing.ts';
import type { CaseWorld, RefusalCode } from '../src/complaints/world.ts';
import { FIRST, OTHER, SECOND, VERSIONS } from './checklist-versions.ts';
import { caseWorld, evidenceFor, LI, openingOf, WANG } from './complaints.ts';

/** What became of a command: the case, and why it was refused. */
export type Result = {
  readonly now: Case;
  readonly refused: RefusalCode | null;
  readonly isRepeated: boolean;
};

/** Something that keeps one case: in memory, or in a database. */
export type Keeper = {
  readonly act: (command: CaseCommand, world: CaseWorld) => Promise<Result>;
  /** Two people at the same moment. */
  readonly both: (
    commands: readonly [CaseCommand, CaseCommand],
    world: CaseWorld,
  ) => Promise<readonly [Result, Result]>;
  /** Forgets all but what was kept, and reads it anew. */
  readonly restart: () => Promise<void>;
  readonly events: () => Promise<readonly CaseEvent[]>;
};

/** What the test believes: every answer that was ever taken, by the mark in its note. */
export type Model = {
  today: Day;
  key: number;
  /** Whether the case was opened in the first version; the second came then. */
  taken: Set<string>;
  last: { command: CaseCommand; wasRefused: boolean } | null;
  now: Case | null;
};

export function freshModel(): Model {
  return { today: caseWorld('2015-02-10').today, key: 0, taken: new Set(), last: null, now: null };
}

type Turn = fc.AsyncCommand<Model, Keeper>;

/** Opened while there was one version only: the newer one comes later. */
export const OPENING: CaseCommand = { ...openingOf('money'), key: 'open', by: LI };
export const OLD_WORLD = caseWorld('2015-02-10', { checklists: [FIRST] });

function worldOf({ today }: Model): CaseWorld {
  return caseWorld(today, { checklists: VERSIONS });
}

const STEPS = [...new Set(VERSIONS.flatMap(({ steps }) => steps.map(({ id }) => id)))];

/** What holds of a case whatever was done to it. */
export async function holds(model: Model, keeper: Keeper): Promise<void> {
  const events = await keeper.events();
  const now = foldCase('C-2015-0001', events);
  if (now === null) throw new Error('the case is gone');
  const world = worldOf(model);
  // What was kept is what was answered last.
  if (model.now !== null) expect(now).toEqual(model.now);
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
  // Every answer that was taken is there once: it counts, or it is kept for the file.
  const marks = [...Object.values(now.answers), ...now.earlier.map(({ answer }) => answer)].map(
    (answer) => (answer.what === 'done' ? answer.note : answer.reason),
  );
  expect(marks.toSorted()).toEqual([...model.taken].toSorted());
  // It goes by a checklist that there is, and every answer that counts is to a step of it.
  const checklist = checklistOf(world.checklists, now.checklist);
  if (checklist === null) throw new Error('the checklist is gone');
  const standing = standingOf(now, checklist);
  const ids = standing.map(({ step }) => step.id);
  expect(Object.keys(now.answers).filter((id) => !ids.includes(id))).toEqual([]);
  for (const { state, answer } of standing)
    if (state === 'done' || state === 'passed') expect(answer).not.toBeNull();
  // The legal day never moves, and the case is closed only by the guard.
  expect(clocksOf(now, world).legal.dueOn).toBe('2015-02-25');
  expect(now.state === 'closed').toBe(now.closed !== null);
  if (now.closed !== null)
    expect(
      closingGaps(now, world, {
        outcome: now.closed.outcome,
        note: now.closed.note,
        told: lastTold(now),
      }),
    ).toEqual([]);
  expect(now.pauses.filter(({ to }) => to === null).length).toBeLessThanOrEqual(
    now.state === 'open' ? 1 : 0,
  );
}

function note(model: Model, result: Result, command: CaseCommand): void {
  model.last = { command, wasRefused: result.refused !== null };
  model.now = result.now;
  if (command.do !== 'answer' || result.refused !== null || result.isRepeated) return;
  model.taken.add(markOf(command.given));
}

function markOf(given: Given): string {
  return (given.what === 'done' ? given.note : given.reason) ?? '';
}

/** One command, with what must become of it where the test can say so by itself. */
class Does implements Turn {
  readonly deed: (mark: string, model: Model) => CaseDeed;
  readonly by: Actor;
  readonly name: string;

  constructor(name: string, by: Actor, deed: Does['deed']) {
    this.name = name;
    this.by = by;
    this.deed = deed;
  }

  check(): boolean {
    return true;
  }

  async run(model: Model, keeper: Keeper): Promise<void> {
    const mark = `m${++model.key}`;
    const command = { ...this.deed(mark, model), key: mark, by: this.by };
    const before = model.now;
    const result = await keeper.act(command, worldOf(model));
    if (before !== null && result.refused !== null) expect(result.now).toEqual(before);
    if (before?.state === 'closed' && !['note', 'reopen', 'place'].includes(command.do))
      expect(result.refused).toBe('closed');
    expect(result.isRepeated).toBe(false);
    note(model, result, command);
    await holds(model, keeper);
  }

  toString(): string {
    return `${this.by.who} ${this.name}`;
  }
}

/** The last command once more: it changes nothing, whatever it was and whoever sends it. */
class Again implements Turn {
  check({ last }: Model): boolean {
    return last !== null && !last.wasRefused;
  }

  async run(model: Model, keeper: Keeper): Promise<void> {
    if (model.last === null || model.now === null) return;
    const result = await keeper.act(model.last.command, worldOf(model));
    expect(result).toEqual({ now: model.now, refused: null, isRepeated: true });
    await holds(model, keeper);
  }

  toString(): string {
    return 'once more';
  }
}

/** Two people answer the same step at the same moment: one answer is taken at the most, and nothing is lost. */
class Both implements Turn {
  readonly step: string;

  constructor(step: string) {
    this.step = step;
  }

  check({ now }: Model): boolean {
    return now !== null;
  }

  async run(model: Model, keeper: Keeper): Promise<void> {
    const [one, other] = [LI, WANG].map((by): CaseCommand => {
      const mark = `m${++model.key}`;
      return { ...answering(this.step, { mark, choice: 'yes', corrects: false }), key: mark, by };
    });
    if (one === undefined || other === undefined) return;
    const hadAnswer = model.now?.answers[this.step] !== undefined;
    const results = await keeper.both([one, other], worldOf(model));
    const taken = [one, other].filter((_, index) => results[index]?.refused === null);
    expect(taken.length).toBeLessThanOrEqual(hadAnswer ? 0 : 1);
    for (const command of taken)
      if (command.do === 'answer') model.taken.add(markOf(command.given));
    model.now = foldCase('C-2015-0001', await keeper.events());
    model.last = null;
    await holds(model, keeper);
  }

  toString(): string {
    return `both answer ${this.step}`;
  }
}

class Passes implements Turn {
  readonly days: number;

  constructor(days: number) {
    this.days = days;
  }

  check(): boolean {
    return true;
  }

  async run(model: Model, keeper: Keeper): Promise<void> {
    model.today = addDays(model.today, this.days);
    await holds(model, keeper);
  }

  toString(): string {
    return `${this.days} days pass`;
  }
}

class Restarts implements Turn {
  check(): boolean {
    return true;
  }

  async run(model: Model, keeper: Keeper): Promise<void> {
    await keeper.restart();
    await holds(model, keeper);
  }

  toString(): string {
    return 'restart';
  }
}

function answering(
  step: string,
  { mark, choice, corrects }: { mark: string; choice: string; corrects: boolean },
): CaseDeed {
  const known = VERSIONS.flatMap(({ steps }) => steps).find(({ id }) => id === step);
  return {
    do: 'answer',
    step,
    given: {
      what: 'done',
      choice,
      evidence: known === undefined ? [] : evidenceFor(known),
      note: mark,
    },
    saw: null,
    corrects,
  };
}

/** Any sequence of what staff do to a case. */
export function turns(): readonly fc.Arbitrary<Turn>[] {
  const step = fc.constantFrom(...STEPS);
  const by = fc.constantFrom(LI, WANG);
  const choice = fc.constantFrom('yes', 'no');
  const turn = (name: string, deed: Does['deed']) => by.map((who) => new Does(name, who, deed));
  const answer = fc
    .record({ step, choice, corrects: fc.boolean(), by })
    .map(
      (one) =>
        new Does(
          `answers ${one.step} ${one.choice}${one.corrects ? ' anew' : ''}`,
          one.by,
          (mark) => answering(one.step, { mark, choice: one.choice, corrects: one.corrects }),
        ),
    );
  return [
    answer,
    answer,
    answer,
    // The step that is asked next, so that many runs come to an end.
    fc.record({ choice, by }).map(
      (one) =>
        new Does(`answers the next ${one.choice}`, one.by, (mark, { now }) => {
          const checklist = VERSIONS.find(
            ({ id, version }) => id === now?.checklist.id && version === now.checklist.version,
          );
          const open = standingOf(now ?? { answers: {}, help: {} }, checklist ?? FIRST).find(
            ({ state }) => state === 'open',
          );
          return answering(open?.step.id ?? 'receive', {
            mark,
            choice: one.choice,
            corrects: false,
          });
        }),
    ),
    fc.record({ step, by }).map(
      (one) =>
        new Does(`passes over ${one.step}`, one.by, (mark) => ({
          do: 'answer',
          step: one.step,
          given: { what: 'not-applicable', reason: mark },
          saw: null,
          corrects: true,
        })),
    ),
    fc.record({ step, version: fc.constantFrom(FIRST, SECOND, OTHER), by }).map(
      (one) =>
        new Does(
          `answers ${one.step} on a card of ${one.version.title.en}`,
          one.by,
          (mark) =>
            ({
              ...answering(one.step, { mark, choice: 'yes', corrects: true }),
              saw: { id: one.version.id, version: one.version.version },
            }) as CaseDeed,
        ),
    ),
    fc
      .record({ step, by })
      .map(
        (one) => new Does(`takes back ${one.step}`, one.by, () => ({ do: 'back', step: one.step })),
      ),
    fc.record({ step, by }).map(
      (one) =>
        new Does(`asks help at ${one.step}`, one.by, () => ({
          do: 'need-help',
          step: one.step,
          note: null,
        })),
    ),
    turn('takes over', () => ({ do: 'take-over', reason: '换班' })),
    turn('assigns', () => ({ do: 'assign', to: 'U_ZHAO', reason: '他熟' })),
    turn('escalates', () => ({
      do: 'escalate',
      to: 'complaint-officer',
      person: null,
      reason: '缺单',
    })),
    turn('pauses', () => ({ do: 'pause', reason: '等资料' })),
    turn('resumes', () => ({ do: 'resume' })),
    turn('moves', () => ({ do: 'move', version: null })),
    fc.record({ checklist: fc.constantFrom('money', 'other'), by }).map(
      (one) =>
        new Does(`changes to ${one.checklist}`, one.by, () => ({
          do: 'change-checklist',
          checklist: one.checklist,
          reason: '选错了',
        })),
    ),
    turn('tells', (_, { today }) => ({
      do: 'tell',
      words: '已改正',
      on: today,
      channel: 'phone',
      accepted: 'accepted',
    })),
    turn('closes', () => ({ do: 'close', outcome: 'put-right', note: null, told: null })),
    turn('closes as a mistake', () => ({
      do: 'close',
      outcome: 'opened-by-mistake',
      note: '重复',
      told: null,
    })),
    turn('reopens', () => ({ do: 'reopen', reason: '客户又来了' })),
    turn('notes', () => ({ do: 'note', text: '客户来电13812345678' })),
    turn('places the card', (mark) => ({
      do: 'place',
      channel: 'C012AB3CD',
      thread: '1.2',
      card: mark,
    })),
    fc.constant(new Again()),
    fc.constant(new Again()),
    step.map((id) => new Both(id)),
    fc.integer({ min: 1, max: 9 }).map((days) => new Passes(days)),
    fc.constant(new Restarts()),
  ];
}
