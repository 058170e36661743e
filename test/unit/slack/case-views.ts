import type { ModalView } from '@slack/types';
import type { Bilingual, Language } from '../../../src/bilingual.ts';
import { newestChecklist } from '../../../src/checklists/checklist.ts';
import type { CaseDeed } from '../../../src/complaints/command.ts';
import { decide } from '../../../src/complaints/decide.ts';
import { type CaseView, viewOf } from '../../../src/complaints/view.ts';
import type { CaseLine } from '../../../src/slack/complaint-ports.ts';
import { caseCard } from '../../../src/slack/views/case-card.ts';
import { caseForm } from '../../../src/slack/views/case-forms.ts';
import type { FormAbout } from '../../../src/slack/views/case-ids.ts';
import { caseListView } from '../../../src/slack/views/case-list.ts';
import { openForm } from '../../../src/slack/views/case-open.ts';
import { answeredView, helpWantedView, passedByView } from '../../../src/slack/views/case-said.ts';
import { stepView } from '../../../src/slack/views/case-step.ts';
import { askingOf } from '../../../src/walking/asking.ts';
import {
  answerTo,
  carriedOut,
  caseAfter,
  caseWorld,
  command,
  openingOf,
  walked,
} from '../../complaints.ts';

const WORLD = caseWorld('2015-02-13');
const names: Readonly<Record<string, Bilingual>> = {
  'core-township-hall': { zh: '核心乡镇合作厅', en: 'core township partner hall' },
};
const SEEN = { today: WORLD.today, nameOf: (id: string) => names[id] ?? null, hasReport: true };

/** A case of the real checklists after some deeds. */
export function caseOf(
  checklist: string,
  language: Language,
  deeds: readonly CaseDeed[] = [],
): CaseView {
  const opening = openingOf(checklist, { language, hall: '河口镇合作厅', owner: 'U0LINA' });
  const commands = [opening, ...deeds].map((deed) => command(deed));
  return viewOf(caseAfter(WORLD, ...commands), WORLD);
}

/** The same with its first steps answered. */
export function walkedTo(checklist: string, step: string, language: Language): CaseView {
  const steps = newestChecklist(WORLD.checklists, checklist)?.steps ?? [];
  let now = caseOf(checklist, language).case;
  for (const one of steps) {
    if (one.id === step) break;
    const decision = decide(now, command(answerTo(one, 'no')), WORLD);
    now = carriedOut(now, decision.ok ? decision : decide(now, command(answerTo(one)), WORLD));
  }
  return viewOf(now, WORLD);
}

const PLAN = 'plan-changed-after-transfer';
const LINE = 'disconnection-in-contract';
const paused = caseOf(LINE, 'zh', [{ do: 'pause', reason: '等省公司查流水' }]);
const told: CaseDeed = {
  do: 'tell',
  words: '已改正',
  on: WORLD.today,
  channel: 'phone',
  accepted: 'accepted',
};
const closing: CaseDeed = { do: 'close', outcome: 'put-right', note: null, told: null };
const whole = walked(WORLD, caseOf(LINE, 'zh').case, {
  'contract-runs': 'no',
  'money-moved': 'no',
});
const closed = viewOf(
  [told, closing].reduce((so, deed) => carriedOut(so, decide(so, command(deed), WORLD)), whole),
  WORLD,
);

export const CASE_VIEWS = {
  'case-card-zh': caseCard(caseOf(LINE, 'zh'), SEEN),
  'case-card-en': caseCard(walkedTo(PLAN, 'check-change', 'en'), SEEN),
  'case-card-paused': caseCard(paused, SEEN),
  'case-card-skipped': caseCard(viewOf(whole, WORLD), SEEN),
  'case-card-closed': caseCard(closed, SEEN),
  'case-step-evidence-zh': stepView({ now: caseOf(LINE, 'zh'), language: 'zh' }),
  'case-step-done-en': stepView({ now: walkedTo(LINE, 'stop-changes', 'en'), language: 'en' }),
  'case-step-asks-zh': stepView({
    now: walkedTo(LINE, 'check-contract-end', 'zh'),
    language: 'zh',
  }),
  'case-step-asks-en': stepView({
    now: walkedTo(LINE, 'check-contract-end', 'en'),
    language: 'en',
  }),
  'case-step-end': stepView({ now: viewOf(whole, WORLD), language: 'zh' }),
  'case-answered': answeredView(firstAnswered(), WORLD.today, 'zh'),
  'case-passed-by': passedByView('en'),
  'case-help-wanted': helpWantedView({
    ...{ id: 'C-2015-0001', title: { zh: '合约期内拆机', en: 'Disconnection' }, by: 'U0LINA' },
    ...{
      step: '3. 先停手',
      note: '系统进不去 <!channel>',
      link: 'https://x.slack.com/p1',
      language: 'zh',
    },
  }),
  'case-list-zh': listView('zh', [lineOf(1, -2), lineOf(2, 0), lineOf(3, 12)]),
  'case-list-en': listView('en', [lineOf(1, -1), lineOf(2, 1)]),
  'case-list-empty': listView('en', []),
};

function firstAnswered(): CaseView['standing'][number] {
  const [first] = walkedTo(LINE, 'check-holder', 'zh').standing;
  if (first === undefined) throw new Error('no step');
  return first;
}

function lineOf(n: number, daysLeft: number, title = '合约期内拆机'): CaseLine {
  return {
    id: `C-2015-000${n}`,
    title: { zh: title, en: `Disconnection ${title.length > 20 ? title : ''}`.trim() },
    outlet: 'core-township-hall',
    owner: 'U0LINA',
    ...{ done: n, all: 14, dueOn: WORLD.today, isPaused: n === 3, daysLeft },
    card: n === 2 ? null : { channel: 'C1', ts: `${n}.1` },
  };
}

function listView(language: Language, lines: readonly CaseLine[]): ReturnType<typeof caseListView> {
  const linkOf = ({ ts }: { ts: string }) =>
    `https://x.slack.com/archives/C1/p${ts.replace('.', '')}`;
  return caseListView({
    ...SEEN,
    lines,
    filter: 'mine',
    language,
    linkOf,
    hasMore: lines.length > 2,
  });
}

const PEOPLE = [
  { user: 'U0WANG', name: '王主任' },
  { user: 'U0CHEN', name: '陈静' },
];

function formOf(
  deed: FormAbout['deed'],
  now: CaseView,
  language: Language,
  many = PEOPLE,
): ModalView {
  const step = now.next?.step.id ?? null;
  const asking = step === null ? null : askingOf(now.case, step);
  const form = caseForm(
    { deed, caseId: now.case.id, language, asking, choice: null },
    {
      ...{ now, today: WORLD.today, people: many, outcomes: WORLD.outcomes },
      checklists: WORLD.checklists,
      difference: [{ zh: '新增一步：查录音', en: 'New step: check the recording' }],
    },
  );
  if (form === null) throw new Error(`no form for ${deed}`);
  return form;
}

function opening(language: Language, words: string): ModalView {
  return openForm({
    about: { channel: 'C1', language, offer: null, checklist: LINE, draft: 'd', link: null },
    words,
    suggested: { checklist: LINE, why: words },
    checklists: WORLD.checklists,
    outlets: [
      { id: 'core-township-hall', name: names['core-township-hall'] ?? { zh: '', en: '' } },
    ],
    here: { outlet: 'core-township-hall', hall: words },
    today: WORLD.today,
    warning: words,
  });
}

const asks = walkedTo(LINE, 'check-contract-end', 'zh');
export const CASE_FORMS: Readonly<Record<string, ModalView>> = {
  'case-form-open': opening('zh', '号被拆了'),
  'case-form-evidence': formOf('evidence', asks, 'zh'),
  'case-form-evidence-en': formOf('evidence', walkedTo(LINE, 'check-contract-end', 'en'), 'en'),
  'case-form-close': formOf('close', asks, 'zh'),
  'case-form-close-en': formOf('close', asks, 'en'),
  'case-form-assign': formOf('assign', asks, 'zh'),
  'case-form-change': formOf('change-checklist', asks, 'en'),
  'case-form-move': formOf('move', asks, 'zh'),
  'case-form-escalate': formOf('escalate', asks, 'zh'),
  'case-form-pause': formOf('pause', asks, 'en'),
  'case-form-help': formOf('help', asks, 'zh'),
  'case-form-tell': formOf('tell', asks, 'en'),
};

/** Every text of a case far too long. */
function endless(view: CaseView): CaseView {
  const long: Bilingual = { zh: '<&*长'.repeat(600), en: '<&*long '.repeat(600) };
  const steps = view.checklist.steps.map((step) => ({
    ...step,
    ...{ title: long, task: long, say: long, never: long, by: long, mayNotApply: long },
    evidence: step.evidence === null ? null : { ...step.evidence, words: long },
    asks:
      step.asks === null
        ? null
        : {
            ...step.asks,
            question: long,
            choices: step.asks.choices.map((one) => ({ ...one, name: long })),
          },
  }));
  const checklist = { ...view.checklist, title: long, steps };
  const hall = long.zh;
  const standing = view.standing.map((one, index) => ({
    ...one,
    state: index > 3 ? ('off' as const) : one.state,
    step: steps[index] ?? one.step,
  }));
  const next =
    view.next === null
      ? null
      : { ...view.next, step: steps[view.next.number - 1] ?? view.next.step };
  return { ...view, case: { ...view.case, hall }, checklist, standing, next };
}

const worst = endless(asks);
const much = '<&*'.repeat(1_500);
export const LONGEST_CASE_VIEWS = {
  card: caseCard(worst, SEEN),
  step: stepView({ now: worst, language: 'en' }),
  answered: answeredView(
    endless(walkedTo(LINE, 'check-holder', 'zh')).standing[0] ?? firstAnswered(),
    WORLD.today,
    'en',
  ),
  help: helpWantedView({
    ...{ id: 'C-2015-0001', title: { zh: much, en: much }, by: 'U0LINA' },
    ...{ step: much, note: much, link: much, language: 'en' as const },
  }),
  list: listView(
    'en',
    Array.from({ length: 40 }, (_, n) => lineOf(n, n, much)),
  ),
};
export const LONGEST_CASE_FORMS: Readonly<Record<string, ModalView>> = {
  open: opening('en', much),
  evidence: formOf('evidence', worst, 'en'),
  'not applicable': formOf('not-applicable', worst, 'en'),
  close: formOf('close', worst, 'en'),
  assign: formOf(
    'assign',
    worst,
    'zh',
    Array.from({ length: 300 }, (_, n) => ({ user: `U${n}AB`, name: much })),
  ),
  move: formOf('move', worst, 'zh'),
};
