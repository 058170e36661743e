import { Problem } from '../problem.ts';
import type { Case, CaseEvent, EarlierAnswer, Stamp, StepAnswer } from './case.ts';

/** How a case stands after what happened to it; null where nothing did. */
export function foldCase(id: string, events: readonly CaseEvent[]): Case | null {
  return events.reduce<Case | null>((so, event) => afterEvent(id, so, event), null);
}

/** How a case stands after one more event. */
export function afterEvent(id: string, before: Case | null, event: CaseEvent): Case {
  const { happened, seq, key } = event;
  if (seq !== (before?.seq ?? 0) + 1)
    throw new Problem('store', `case ${id}: event ${seq} does not follow ${before?.seq ?? 0}`);
  if (before === null) {
    if (happened.kind !== 'opened')
      throw new Problem('store', `case ${id} begins with "${happened.kind}", not with its opening`);
    const { kind: _, ...opening } = happened;
    return {
      ...opening,
      id,
      seq,
      state: 'open',
      opened: stampOf(event),
      answers: {},
      earlier: [],
      help: {},
      pauses: [],
      escalations: [],
      told: [],
      files: [],
      notes: [],
      closed: null,
      reopenings: [],
      place: null,
      keys: [key],
    };
  }
  const keys = before.keys.includes(key) ? before.keys : [...before.keys, key];
  return { ...changed(before, event), seq, keys };
}

function changed(before: Case, event: CaseEvent): Case {
  const { happened } = event;
  const stamp = stampOf(event);
  switch (happened.kind) {
    case 'opened':
      throw new Problem('store', `case ${before.id} is opened twice`);
    case 'answered': {
      const { [happened.step]: _, ...help } = before.help;
      const answer = { ...happened.given, stamp, checklist: before.checklist };
      const earlier = endedAnswers(before, [happened.step], { why: 'corrected', until: stamp });
      return {
        ...before,
        help,
        answers: { ...before.answers, [happened.step]: answer },
        earlier: [...before.earlier, ...earlier],
      };
    }
    case 'reopened-step':
      return withoutAnswers(before, [happened.step], { why: 'taken-back', until: stamp });
    case 'help-asked':
      return {
        ...before,
        help: { ...before.help, [happened.step]: { note: happened.note, stamp } },
      };
    case 'assigned':
      return { ...before, owner: happened.to };
    case 'escalated': {
      const { to, person, reason } = happened;
      return { ...before, escalations: [...before.escalations, { to, person, reason, stamp }] };
    }
    case 'paused':
      return {
        ...before,
        pauses: [...before.pauses, { from: event.on, to: null, reason: happened.reason }],
      };
    case 'resumed':
      return { ...before, pauses: ended(before.pauses, event) };
    case 'moved': {
      const checklist = { ...before.checklist, version: happened.version };
      const after = withoutAnswers(before, happened.again, { why: 'new-version', until: stamp });
      return { ...after, checklist };
    }
    case 'checklist-changed': {
      const { checklist, branchDays, again } = happened;
      const after = withoutAnswers(before, again, { why: 'other-checklist', until: stamp });
      return { ...after, checklist, branchDays, help: {} };
    }
    case 'told': {
      const { kind: _, ...told } = happened;
      return { ...before, told: [...before.told, { ...told, stamp }] };
    }
    case 'closed': {
      const { outcome, note } = happened;
      return {
        ...before,
        state: 'closed',
        closed: { outcome, note, stamp },
        pauses: ended(before.pauses, event),
      };
    }
    case 'reopened':
      return {
        ...before,
        state: 'open',
        closed: null,
        reopenings: [
          ...before.reopenings,
          { reason: happened.reason, stamp, toldBefore: before.told.length },
        ],
      };
    case 'file-linked': {
      const { file, step } = happened;
      return { ...before, files: [...before.files, { file, step, stamp }] };
    }
    case 'noted':
      return { ...before, notes: [...before.notes, { text: happened.text, stamp }] };
    case 'placed': {
      const { kind: _, ...place } = happened;
      return { ...before, place };
    }
    default:
      happened satisfies never;
      throw new Problem(
        'store',
        `event ${event.seq} of case ${before.id} was made by a newer version of the desk`,
      );
  }
}

type Ending = Pick<EarlierAnswer, 'why' | 'until'>;

function withoutAnswers(before: Case, steps: readonly string[], ending: Ending): Case {
  const answers = Object.fromEntries(
    Object.entries(before.answers).filter(([step]) => !steps.includes(step)),
  );
  return {
    ...before,
    answers,
    earlier: [...before.earlier, ...endedAnswers(before, steps, ending)],
  };
}

function endedAnswers(
  { answers }: Case,
  steps: readonly string[],
  ending: Ending,
): readonly EarlierAnswer[] {
  return steps.flatMap((step) => {
    const answer: StepAnswer | undefined = answers[step];
    return answer === undefined ? [] : [{ step, answer, ...ending }];
  });
}

function ended(pauses: Case['pauses'], { on }: CaseEvent): Case['pauses'] {
  return pauses.map((pause) => (pause.to === null ? { ...pause, to: on } : pause));
}

function stampOf({ who, origin, at, on }: CaseEvent): Stamp {
  return { who, origin, at, on };
}
