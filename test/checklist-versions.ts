import type { Bilingual } from '../src/bilingual.ts';
import type { Checklist, EvidenceWanted, Step } from '../src/checklists/checklist.ts';

/** Small checklists with two versions: none of the real ones has a second one yet. */
const both = (text: string): Bilingual => ({ zh: text, en: text });

const FORM: EvidenceWanted = {
  words: both('form'),
  kinds: ['form'],
  needs: ['number', 'kept', 'day'],
  signedBy: ['customer'],
  notNeededFor: ['no'],
};

export function stepNamed(id: string, more: Partial<Step> = {}): Step {
  return {
    id,
    title: both(id),
    task: both(`do ${id}`),
    say: null,
    never: null,
    evidence: null,
    asks: null,
    when: null,
    isRequired: true,
    mayNotApply: null,
    who: 'hall-staff',
    by: both('soon'),
    due: { kind: 'event' },
    answersHoldSince: null,
    ...more,
  };
}

function checklist(id: string, version: number, steps: readonly Step[]): Checklist {
  return {
    id,
    version,
    title: both(`${id} ${version}`),
    about: both(id),
    source: { document: both('test'), clause: both('1') },
    steps,
  };
}

const YES_NO = [
  { id: 'yes', name: both('yes') },
  { id: 'no', name: both('no') },
];
export const asking = (id: string) => ({ asks: { id, question: both(id), choices: YES_NO } });

const receive = stepNamed('receive');
const money = stepNamed('money', { ...asking('money-moved'), evidence: FORM });
const signed = stepNamed('signed', {
  ...asking('signed'),
  when: { fact: 'money-moved', is: 'yes' },
});
const report = stepNamed('report', {
  when: {
    all: [
      { fact: 'money-moved', is: 'yes' },
      { fact: 'signed', is: 'no' },
    ],
  },
  mayNotApply: both('reported before'),
});
const learn = stepNamed('learn', { isRequired: false });
const answer = stepNamed('answer', { task: both('answer within 15 days') });

export const FIRST = checklist('money', 1, [receive, money, signed, report, learn, answer]);

/** `receive` says more, but means the same; `answer` means something else; `learn` went, `call` came, `report` applies more often. */
export const SECOND = checklist('money', 2, [
  { ...receive, task: both('receive, kindly'), answersHoldSince: 1 },
  money,
  signed,
  { ...report, when: { fact: 'money-moved', is: 'yes' } },
  stepNamed('call'),
  { ...answer, task: both('answer in writing within 15 days') },
]);

export const OTHER = checklist('other', 1, [receive, stepNamed('look'), answer]);

export const VERSIONS: readonly Checklist[] = [FIRST, SECOND, OTHER];
