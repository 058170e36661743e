import type { Day } from '../calendar/day.ts';
import { EVIDENCE_KINDS, SIGNERS, type Signer } from '../checklists/checklist.ts';
import { type Evidence, TOLD_CHANNELS, type Told } from '../complaints/case.ts';
import type { CaseDeed } from '../complaints/command.ts';
import { Problem } from '../problem.ts';
import { type Arguments, languageIn } from './arguments.ts';
import type { CaseAction } from './case-actions.ts';

/** The deed that the words of a command name. */
export function deedIn(
  action: Exclude<CaseAction, 'list' | 'show' | 'history'>,
  given: Arguments,
  today: Day,
): CaseDeed {
  const reason = given.value('reason') ?? '';
  switch (action) {
    case 'open':
      refuseMore(given, 1);
      return opening(given, today);
    case 'answer':
      refuseMore(given, 2);
      return answering(given);
    case 'back':
      refuseMore(given, 2);
      return { do: 'back', step: stepIn(given) };
    case 'help':
      refuseMore(given, 2);
      return { do: 'need-help', step: stepIn(given), note: given.value('note') };
  }
  refuseMore(given, 1);
  switch (action) {
    case 'assign':
      return { do: 'assign', to: needed(given, 'to'), reason };
    case 'take-over':
    case 'pause':
    case 'reopen':
      return { do: action, reason };
    case 'escalate': {
      const to = oneOf(given, 'to', ['hall-manager', 'complaint-officer'] as const);
      return { do: 'escalate', to, person: given.value('person'), reason };
    }
    case 'resume':
      return { do: 'resume' };
    case 'move':
      return { do: 'move', version: versionIn(given) };
    case 'change':
      return { do: 'change-checklist', checklist: needed(given, 'checklist'), reason };
    case 'tell':
      return { do: 'tell', ...tellingIn(given, today) };
    case 'note':
      return { do: 'note', text: needed(given, 'text') };
    case 'close': {
      const told = ['words', 'how', 'accepted', 'on'].some((name) => given.value(name) !== null);
      return {
        do: 'close',
        outcome: given.value('outcome'),
        note: given.value('note'),
        told: told ? tellingIn(given, today) : null,
      };
    }
  }
}

function opening(given: Arguments, today: Day): CaseDeed {
  const [checklist] = given.positionals;
  if (checklist === undefined)
    throw new Problem('usage', 'by which checklist? Its id stands in data/checklists');
  return {
    do: 'open',
    checklist,
    words: needed(given, 'words'),
    language: languageIn(given),
    outlet: given.value('outlet'),
    hall: given.value('hall'),
    contract: given.value('contract'),
    offer: given.value('offer'),
    rule: given.value('rule'),
    receivedOn: given.day('received') ?? today,
    owner: given.value('owner'),
  };
}

function answering(given: Arguments): CaseDeed {
  const step = stepIn(given);
  const corrects = given.flag('correct');
  const reason = given.value('not-applicable');
  if (reason !== null) {
    const other = ['choice', 'evidence', 'note'].find((name) => given.value(name) !== null);
    if (other !== undefined)
      throw new Problem(
        'usage',
        `--${other} says that it was done, --not-applicable that it was not`,
      );
    return {
      do: 'answer',
      step,
      given: { what: 'not-applicable', reason },
      saw: null,
      corrects,
    };
  }
  return {
    do: 'answer',
    step,
    given: {
      what: 'done',
      choice: given.value('choice'),
      evidence: evidenceIn(given),
      note: given.value('note'),
    },
    saw: null,
    corrects,
  };
}

function evidenceIn(given: Arguments): readonly Evidence[] {
  if (given.value('evidence') === null) {
    const other = ['number', 'kept', 'day', 'signed'].find((name) => given.value(name) !== null);
    if (other !== undefined)
      throw new Problem('usage', `--${other} of what? --evidence ${EVIDENCE_KINDS.join('|')}`);
    return [];
  }
  return [
    {
      kind: oneOf(given, 'evidence', EVIDENCE_KINDS),
      number: given.value('number'),
      kept: given.value('kept'),
      day: given.day('day'),
      signedBy: signersIn(given.value('signed')),
    },
  ];
}

function signersIn(text: string | null): readonly Signer[] {
  if (text === null) return [];
  return text.split(/[,，]/).map((name) => {
    const signer = SIGNERS.find((one) => one === name.trim());
    if (signer === undefined)
      throw new Problem('usage', `--signed ${name}: there are ${SIGNERS.join(', ')}`);
    return signer;
  });
}

const ACCEPTED = { yes: 'accepted', no: 'not-accepted', unknown: 'no-word' } as const;

function tellingIn(given: Arguments, today: Day): Told {
  const accepted = oneOf(given, 'accepted', ['yes', 'no', 'unknown'] as const);
  return {
    words: needed(given, 'words'),
    on: given.day('on') ?? today,
    channel: oneOf(given, 'how', TOLD_CHANNELS),
    accepted: ACCEPTED[accepted],
  };
}

function versionIn(given: Arguments): number | null {
  const text = given.value('version');
  if (text === null) return null;
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new Problem('usage', `--version ${text}: a whole number`);
  return Number(text);
}

function stepIn({ positionals: [, step] }: Arguments): string {
  if (step === undefined) throw new Problem('usage', 'which step? `desk cases show ID` names them');
  return step;
}

function needed(given: Arguments, name: string): string {
  const text = given.value(name);
  if (text === null) throw new Problem('usage', `--${name} is missing`);
  return text;
}

function oneOf<T extends string>(given: Arguments, name: string, names: readonly T[]): T {
  const text = needed(given, name);
  const found = names.find((one) => one === text);
  if (found === undefined)
    throw new Problem('usage', `--${name} ${text}: there are ${names.join(', ')}`);
  return found;
}

function refuseMore({ positionals }: Arguments, count: number): void {
  const extra = positionals[count];
  if (extra !== undefined) throw new Problem('usage', `"${extra}" is too much`);
}
