import { momentAt } from '../../../src/calendar/clock.ts';
import type { Day } from '../../../src/calendar/day.ts';
import { workingCalendar } from '../../../src/calendar/working-days.ts';
import type { CaseWithHistory, FileWorld } from '../../../src/case-file/world.ts';
import type { CaseEvent, Evidence, Given, Happening } from '../../../src/complaints/case.ts';
import { foldCase } from '../../../src/complaints/fold.ts';
import { loadPolicy } from '../../../src/files/policy-files.ts';
import { day, FOLDERS } from '../../world.ts';

export const ZONE = 'Asia/Shanghai';

/** When, who, and what happened. */
export type Turn = readonly [on: string, minute: number, who: string, happened: Happening];

export function caseOf(id: string, turns: readonly Turn[]): CaseWithHistory {
  const history = turns.map(([text, minute, who, happened], index): CaseEvent => {
    const on = day(text);
    const at = momentAt(on, minute, ZONE);
    return { seq: index + 1, key: `k${index}`, at, on, who, origin: 'Slack', happened };
  });
  const found = foldCase(id, history);
  if (found === null) throw new Error('nothing happened');
  return { found, history };
}

const LIMIT = { rule: 'carrier-answer', days: 15, inForceFrom: day('2016-07-30') };

type Opened = Extract<Happening, { kind: 'opened' }>;

export function opened(words: string, on: string, more: Partial<Opened> = {}): Happening {
  return {
    kind: 'opened',
    checklist: { id: 'disconnection-in-contract', version: 1 },
    language: 'zh',
    outlet: 'core-township-hall',
    hall: '城关合作厅',
    contract: 'HT-2014-0309',
    offer: 'deposit-200-get-100',
    rule: null,
    owner: 'U0WANG',
    legal: LIMIT,
    branchDays: 7,
    ...more,
    words,
    receivedOn: day(on),
  };
}

type Done = Extract<Given, { what: 'done' }>;

export function done(step: string, more: Partial<Done> = {}): Happening {
  const given: Given = { what: 'done', choice: null, evidence: [], note: null, ...more };
  return { kind: 'answered', step, given };
}

export function proof(
  kind: Evidence['kind'],
  number: string,
  more: Partial<Evidence> = {},
): Evidence {
  return { kind, number, kept: '城关厅档案盒3', day: day('2015-01-12'), signedBy: [], ...more };
}

type Known = Extract<ReturnType<typeof loadPolicy>, { ok: true }>['value'];
let read: Known | null = null;

/** Read once, by the first test that asks. */
function known(): Known {
  if (read !== null) return read;
  const loaded = loadPolicy(FOLDERS.data);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  read = loaded.value;
  return read;
}

const PEOPLE: Readonly<Record<string, string>> = {
  U0WANG: '王芳（U0WANG）',
  U0LI: '李强（U0LI）',
  U0OFFICER: '赵敏（U0OFFICER）',
};

type Seen = { readonly language: 'zh' | 'en'; readonly now: number; readonly today: Day };

export function worldOf(seen: Seen): FileWorld {
  const { language } = seen;
  const { policy, checklistVersions, outcomes, branchRules, calendarYears } = known();
  const offer = { zh: '存200元送100元', en: 'deposit 200, get 100' }[language];
  return {
    ...seen,
    timeZone: ZONE,
    checklists: checklistVersions,
    limits: policy.limits,
    outcomes,
    calendar: workingCalendar(calendarYears),
    branch: branchRules,
    nameOf: {
      outlet: (id) => policy.outlets.find((one) => one.id === id)?.name[language] ?? id,
      offer: (id) => (id === 'deposit-200-get-100' ? offer : id),
      rule: (id) => id,
      person: (who) => (language === 'zh' ? (PEOPLE[who] ?? who) : who),
    },
  };
}

const [WANG, LI, OFFICER] = ['U0WANG', 'U0LI', 'U0OFFICER'];
const COMPLAINT =
  '张先生（电话13812345678）说：合约没到期号码被拆了，309元被转走又转回，没签过字。';
const ANSWER =
  '309元已全额退回您的账户。\n转款时没有请您签名，是我们的错；赔偿3000元没有依据，不能办。您可以申诉。';
const moves = { kept: '计费系统', signedBy: [] } as const;

/** The first lesson of past cases to its end: corrections, a pause, a hand-over, and things nobody should type. */
export const DISCONNECTION = caseOf('C-2015-0001', [
  ['2015-01-12', 570, WANG, opened(COMPLAINT, '2015-01-12')],
  ['2015-01-12', 571, 'bot', { kind: 'placed', channel: 'C0HALL', thread: '1.1', card: '1.2' }],
  [
    ...(['2015-01-12', 575, WANG] as const),
    done('receive', { evidence: [proof('ticket', 'TS20150112-0034', { kept: '客服工单系统' })] }),
  ],
  [
    ...(['2015-01-12', 580, WANG] as const),
    done('check-holder', { evidence: [proof('system-record', 'SL-88121', { kept: null })] }),
  ],
  [
    ...(['2015-01-12', 582, WANG] as const),
    done('stop-changes', { note: '退费单先压着，身份证330102198001011234不要外传' }),
  ],
  [
    ...(['2015-01-12', 590, WANG] as const),
    done('check-contract-end', {
      choice: 'yes',
      evidence: [proof('system-record', 'HT-2014-0309')],
    }),
  ],
  ['2015-01-12', 600, WANG, done('list-money-moves', { choice: 'no' })],
  [
    ...(['2015-01-12', 640, WANG] as const),
    done('list-money-moves', {
      choice: 'yes',
      evidence: [proof('list', 'LS-0107, LS-0109', moves)],
      note: '11月7日转出309元，11月9日转回',
    }),
  ],
  [
    ...(['2015-01-13', 540, LI] as const),
    { kind: 'help-asked', step: 'find-signed-forms', note: '档案盒3里没有11月7日的单' },
  ],
  [
    ...(['2015-01-13', 600, LI] as const),
    { kind: 'assigned', to: LI, reason: '王芳轮休', how: 'taken-over' },
  ],
  [
    ...(['2015-01-13', 660, LI] as const),
    done('find-signed-forms', { choice: 'missing', evidence: [proof('form', 'YW-2014-1107')] }),
  ],
  [
    ...(['2015-01-13', 700, LI] as const),
    done('ask-handler', {
      choice: 'no',
      evidence: [proof('statement', 'SM-1', { signedBy: ['handler'] })],
    }),
  ],
  [
    ...(['2015-01-13', 720, LI] as const),
    {
      ...{ kind: 'escalated', to: 'complaint-officer', person: OFFICER },
      reason: '转款没有签名，说法对不上',
    },
  ],
  ['2015-01-13', 725, LI, done('report')],
  ['2015-01-14', 540, OFFICER, { kind: 'paused', reason: '等总部录音调取' }],
  ['2015-01-16', 540, OFFICER, { kind: 'resumed' }],
  [
    ...(['2015-01-16', 600, OFFICER] as const),
    done('agree-one-explanation', { evidence: [proof('page', 'SM-2', { number: null })] }),
  ],
  [
    ...(['2015-01-16', 610, OFFICER] as const),
    {
      kind: 'file-linked',
      ...{ file: { id: 'F0SCAN', name: '说明_v2.docx' }, step: 'agree-one-explanation' },
    },
  ],
  [
    ...(['2015-01-19', 600, LI] as const),
    done('explain-in-writing', {
      evidence: [proof('letter', 'SH-0119', { signedBy: ['customer'] })],
    }),
  ],
  [
    ...(['2015-01-19', 620, LI] as const),
    {
      ...{ kind: 'answered', step: 'choice-signed' },
      given: { what: 'not-applicable', reason: '号码已拆，客户不要求恢复' },
    },
  ],
  ['2015-01-20', 600, OFFICER, done('decide-by-rules')],
  [
    ...(['2015-01-20', 630, OFFICER] as const),
    { kind: 'noted', text: '客户要求赔3000元；*不承诺赔偿* | 按协议答复 <b>' },
  ],
  [
    ...(['2015-01-21', 640, OFFICER] as const),
    {
      ...{ kind: 'told', words: ANSWER, on: day('2015-01-21') },
      ...{ channel: 'letter', accepted: 'not-accepted' },
    },
  ],
  [
    ...(['2015-01-21', 650, OFFICER] as const),
    done('answer', { evidence: [proof('letter', 'DF-0121', { signedBy: ['customer'] })] }),
  ],
  [
    ...(['2015-01-26', 650, OFFICER] as const),
    done('close-and-learn', { evidence: [proof('meeting-note', 'BH-0126')] }),
  ],
  ['2015-01-26', 660, OFFICER, { kind: 'closed', outcome: 'claim-declined', note: null }],
]);

const BARE = { language: 'en', offer: null, contract: null, hall: null, owner: LI } as const;

/** Just begun, in English, and late. */
export const OPEN_AND_LATE = caseOf('C-2015-0002', [
  ['2015-01-12', 570, WANG, opened('Mr Smith says his plan was changed.', '2015-01-12', BARE)],
  ['2015-01-12', 575, WANG, done('receive', { evidence: [proof('ticket', 'TS-1')] })],
  ['2015-01-13', 575, WANG, { kind: 'reopened-step', step: 'receive' }],
]);
