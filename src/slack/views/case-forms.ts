import type { ModalView } from '@slack/types';
import type { Bilingual, Language } from '../../bilingual.ts';
import type { Day } from '../../calendar/day.ts';
import type { Checklist, EvidenceWanted, Step } from '../../checklists/checklist.ts';
import { ACCEPTANCES, type Outcome, TOLD_CHANNELS } from '../../complaints/case.ts';
import {
  ACCEPTANCE_WORDS,
  CHANNEL_WORDS,
  KIND_WORDS,
  ROLE_WORDS,
  SIGNER_WORDS,
} from '../../complaints/evidence-words.ts';
import { stepOf } from '../../walking/asking.ts';
import type { CaseNow } from '../complaint-ports.ts';
import { encodeForm, type FormAbout, formCallback } from './case-ids.ts';
import { type Field, formModal } from './form.ts';
import { harmless, item, type Markup } from './markup.ts';

/** Somebody who may be put in charge, by his name. */
export type Person = { readonly user: string; readonly name: string };

/** What the forms need to know beside the case. */
export type FormWorld = {
  readonly now: CaseNow;
  readonly today: Day;
  readonly people: readonly Person[];
  readonly checklists: readonly Checklist[];
  readonly outcomes: readonly Outcome[];
  readonly difference: readonly Bilingual[];
};

const REASON = 500;
const LINE = 120;
const WORDS = 1_000;

/** The modal for a deed; null where the step that it is of is no longer there. */
export function caseForm(about: FormAbout, world: FormWorld): ModalView | null {
  const { language } = about;
  const sketch = SKETCHES[about.deed](world, language, about);
  if (sketch === null) return null;
  const { title, send, intro = [], fields } = sketch;
  return formModal({
    callbackId: formCallback(about.deed),
    metadata: encodeForm(about),
    title,
    send: send ?? say('保存', 'Save')[language],
    close: say('取消', 'Cancel')[language],
    intro,
    fields,
  });
}

type Sketch = {
  readonly title: string;
  readonly send?: string;
  readonly intro?: readonly Markup[];
  readonly fields: readonly Field[];
};
type Sketcher = (world: FormWorld, language: Language, about: FormAbout) => Sketch | null;

const SKETCHES: Readonly<Record<FormAbout['deed'], Sketcher>> = {
  evidence: (world, language, { asking, choice }) => {
    const step = stepIn(world.now, asking);
    return step?.evidence == null
      ? null
      : evidenceSketch(step, step.evidence, { ...world, choice }, language);
  },
  'not-applicable': ({ now }, language, { asking }) => {
    const step = stepIn(now, asking);
    if (step === null) return null;
    return {
      title: say('不适用', 'Not applicable')[language],
      intro: [
        harmless(step.title[language]),
        ...(step.mayNotApply === null ? [] : [harmless(step.mayNotApply[language])]),
      ],
      fields: [reason(say('为什么不用做？', 'Why does it not apply?')[language])],
    };
  },
  help: (_world, language) => ({
    title: say('找人帮忙', 'Need help')[language],
    send: say('发出', 'Send')[language],
    fields: [
      {
        ...reason(
          say(
            '要帮什么？厅主管和投诉专员会看到。',
            'With what? The manager and the officers see it.',
          )[language],
        ),
        isOptional: true,
      },
    ],
  }),
  assign: ({ people, now }, language) => ({
    title: say('交给别人', 'Hand over')[language],
    fields: [
      ...(people.length === 0
        ? []
        : [
            {
              kind: 'select',
              id: 'to',
              label: say('交给谁', 'To whom')[language],
              options: people
                .filter(({ user }) => user !== now.case.owner)
                .map(({ user, name }) => ({ id: user, label: name })),
              isOptional: true,
            } as const,
          ]),
      {
        kind: 'line',
        id: 'user',
        label: say('或者写他的 Slack 成员编号（U…）', 'Or his Slack member id (U…)')[language],
        max: 40,
        isOptional: true,
      },
      reason(say('为什么', 'Why')[language]),
    ],
  }),
  'take-over': (_world, language) => ({
    title: say('我来接手', 'Take over')[language],
    fields: [reason(say('为什么', 'Why')[language])],
  }),
  escalate: (_world, language) => ({
    title: say('上报', 'Escalate')[language],
    fields: [
      {
        kind: 'select',
        id: 'to',
        label: say('报给谁', 'To whom')[language],
        options: (['hall-manager', 'complaint-officer'] as const).map((role) => ({
          id: role,
          label: ROLE_WORDS[role][language],
        })),
        initial: 'complaint-officer',
      },
      reason(say('为什么', 'Why')[language]),
    ],
  }),
  pause: (_world, language) => ({
    title: say('暂停本公司时限', 'Pause the branch clock')[language],
    intro: [harmless(say('法定时限不会停。', 'The legal clock does not stop.')[language])],
    fields: [reason(say('为什么要等？', 'What does it wait for?')[language])],
  }),
  move: ({ now, difference }, language) => ({
    title: say('改用新版清单', 'Use the newer version')[language],
    send: say('改用', 'Use it')[language],
    intro: [
      harmless(
        say(
          `第${now.checklist.version}版 → 第${now.newest}版，有这些变化：`,
          `Version ${now.checklist.version} → ${now.newest} changes this:`,
        )[language],
      ),
      ...difference.slice(0, 40).map((line) => item(line[language], 300)),
    ],
    fields: [],
  }),
  'change-checklist': ({ now, checklists }, language) => ({
    title: say('换一种清单', 'Change the checklist')[language],
    fields: [
      {
        kind: 'select',
        id: 'checklist',
        label: say('换成', 'To')[language],
        options: checklists
          .filter(({ id }) => id !== now.checklist.id)
          .map(({ id, title }) => ({ id, label: title[language] })),
      },
      reason(say('为什么', 'Why')[language]),
    ],
  }),
  tell: ({ today }, language) => ({
    title: say('已答复客户', 'The customer was told')[language],
    fields: toldFields(today, language, null),
  }),
  close: ({ now, today, outcomes }, language) => ({
    title: say('结案', 'Close the case')[language],
    send: say('结案', 'Close')[language],
    fields: [
      {
        kind: 'select',
        id: 'outcome',
        label: say('结果', 'How it ended')[language],
        options: outcomes.map(({ id, name }) => ({ id, label: name[language] })),
      },
      ...(now.case.told.length > 0
        ? []
        : toldFields(today, language, say('还没答复就留空', 'Leave empty if not yet')[language])),
      {
        kind: 'text',
        id: 'note',
        label: say('说明', 'Note')[language],
        max: WORDS,
        isOptional: true,
      },
    ],
  }),
  reopen: (_world, language) => ({
    title: say('重新打开', 'Reopen')[language],
    fields: [reason(say('为什么', 'Why')[language])],
  }),
};

function toldFields(today: Day, language: Language, hint: string | null): readonly Field[] {
  const optional = hint === null ? {} : ({ isOptional: true, hint } as const);
  return [
    {
      kind: 'text',
      id: 'words',
      label: say('对客户怎么说的', 'What he was told')[language],
      max: WORDS,
      ...optional,
    },
    { kind: 'day', id: 'on', label: say('哪天', 'When')[language], initial: today },
    {
      kind: 'select',
      id: 'channel',
      label: say('怎么说的', 'How')[language],
      options: TOLD_CHANNELS.map((id) => ({ id, label: CHANNEL_WORDS[id][language] })),
      initial: 'phone',
    },
    {
      kind: 'select',
      id: 'accepted',
      label: say('客户接受吗', 'Does he accept it')[language],
      options: ACCEPTANCES.map((id) => ({ id, label: ACCEPTANCE_WORDS[id][language] })),
      ...(hint === null ? {} : { isOptional: true as const }),
    },
  ];
}

function evidenceSketch(
  step: Step,
  wanted: EvidenceWanted,
  { today, choice }: FormWorld & { readonly choice: string | null },
  language: Language,
): Sketch {
  const [first] = wanted.kinds;
  const needs = (field: 'number' | 'kept' | 'day'): object =>
    wanted.needs.includes(field) ? {} : { isOptional: true };
  return {
    title: say('凭证', 'Evidence')[language],
    intro: [
      harmless(step.title[language]),
      harmless(`📎 ${wanted.words[language]}`),
      harmless(
        say(
          '只写编号和存放处。不要写证件号码、密码、完整号码。',
          'Only numbers of papers and where they are: no identity numbers, passwords or full phone numbers.',
        )[language],
      ),
    ],
    fields: [
      ...(step.asks === null
        ? []
        : [
            {
              kind: 'select',
              id: 'choice',
              label: step.asks.question[language],
              options: step.asks.choices.map(({ id, name }) => ({ id, label: name[language] })),
              initial: choice ?? undefined,
            } as const,
          ]),
      {
        kind: 'select',
        id: 'kind',
        label: say('是什么', 'What it is')[language],
        options: wanted.kinds.map((kind) => ({ id: kind, label: KIND_WORDS[kind][language] })),
        initial: first,
      },
      {
        kind: 'line',
        id: 'number',
        label: say('编号', 'Its number')[language],
        max: 60,
        ...needs('number'),
      },
      {
        kind: 'line',
        id: 'kept',
        label: say('存放在哪里（系统、柜子、档案盒）', 'Where it is kept (system, cabinet, box)')[
          language
        ],
        max: LINE,
        ...needs('kept'),
      },
      {
        kind: 'day',
        id: 'day',
        label: say('它的日期', 'Its day')[language],
        initial: today,
        ...needs('day'),
      },
      ...(wanted.signedBy.length === 0
        ? []
        : [
            {
              kind: 'checks',
              id: 'signed',
              label: say('谁签了名', 'Who has signed')[language],
              options: wanted.signedBy.map((who) => ({
                id: who,
                label: SIGNER_WORDS[who][language],
              })),
              isOptional: true,
            } as const,
          ]),
      {
        kind: 'line',
        id: 'note',
        label: say('备注', 'Note')[language],
        max: REASON,
        isOptional: true,
      },
    ],
  };
}

function stepIn({ checklist }: CaseNow, asking: string | null): Step | null {
  if (asking === null) return null;
  return checklist.steps.find(({ id }) => id === stepOf(asking)) ?? null;
}

function reason(label: string): Field {
  return { kind: 'text', id: 'reason', label, max: REASON };
}

function say(zh: string, en: string): Bilingual {
  return { zh, en };
}
