import { describe, expect, test } from 'vitest';
import type { Step } from '../../../src/checklists/checklist.ts';
import type { Case } from '../../../src/complaints/case.ts';
import type { CaseDeed } from '../../../src/complaints/command.ts';
import { decide } from '../../../src/complaints/decide.ts';
import { nextStep, progressOf, standingOf } from '../../../src/complaints/standing.ts';
import type { Refusal } from '../../../src/complaints/world.ts';
import { asking, FIRST, SECOND, stepNamed, VERSIONS } from '../../checklist-versions.ts';
import {
  answerTo,
  carriedOut,
  caseAfter,
  caseWorld,
  command,
  evidenceFor,
  givenFor,
  openingOf,
  WANG,
  walked,
} from '../../complaints.ts';
import { day } from '../../world.ts';

const old = caseWorld('2015-02-10', { checklists: [FIRST] });
const world = caseWorld('2015-02-10', { checklists: VERSIONS });
const opened = () => caseAfter(old, command(openingOf('money')));
const stepOf = (id: string, list = FIRST): Step => {
  const step = list.steps.find((one) => one.id === id);
  if (step === undefined) throw new Error(id);
  return step;
};
const having = (now: Case, ...deeds: readonly CaseDeed[]): Case =>
  deeds.reduce((so, deed) => carriedOut(so, decide(so, command(deed), world)), now);
const refusedFor = (now: Case | null, deed: CaseDeed): Refusal => {
  const decided = decide(now, command(deed), world);
  if (decided.ok) throw new Error(`${deed.do} was not refused`);
  return decided;
};
const states = (now: Case, list = FIRST) =>
  Object.fromEntries(standingOf(now, list).map(({ step, state }) => [step.id, state]));
const TOLD = {
  words: '按规定改正',
  on: day('2015-02-10'),
  channel: 'phone',
  accepted: 'accepted',
} as const;
const close = (outcome: string | null, more: object = {}): CaseDeed => ({
  do: 'close',
  outcome,
  note: null,
  told: null,
  ...more,
});

describe('walking', () => {
  test('a step applies by the facts that earlier answers gave', () => {
    const now = opened();
    expect(states(now)).toMatchObject({ money: 'open', signed: 'later', report: 'later' });
    const no = having(now, answerTo(stepOf('money'), 'no'));
    expect(states(no)).toMatchObject({ money: 'done', signed: 'off', report: 'off' });
    const yes = having(now, answerTo(stepOf('money'), 'yes'));
    expect(states(yes)).toMatchObject({ signed: 'open', report: 'later' });
  });

  test('answers of steps that are switched off are kept, and count again when they are switched on', () => {
    const now = having(
      opened(),
      answerTo(stepOf('money'), 'yes'),
      answerTo(stepOf('signed'), 'no'),
      answerTo(stepOf('report')),
    );
    const corrected = { ...answerTo(stepOf('money'), 'no'), corrects: true } as CaseDeed;
    const off = having(now, corrected);
    expect(states(off)).toMatchObject({ signed: 'off', report: 'off' });
    expect(off.answers.report).toEqual(now.answers.report);
    const back = having(off, { ...answerTo(stepOf('money'), 'yes'), corrects: true } as CaseDeed);
    expect(states(back)).toMatchObject({ signed: 'done', report: 'done' });
    expect(back.earlier.map(({ step, why }) => [step, why])).toEqual([
      ['money', 'corrected'],
      ['money', 'corrected'],
    ]);
  });

  test('what a step answered that is switched off counts for no other step', () => {
    const chain = {
      ...FIRST,
      steps: [
        stepNamed('one', asking('a')),
        stepNamed('two', { ...asking('b'), when: { fact: 'a', is: 'yes' } }),
        stepNamed('three', { when: { fact: 'b', is: 'yes' } }),
      ],
    };
    const answer = (choice: string) =>
      ({ what: 'done', choice, evidence: [], note: null }) as const;
    const stamp = { who: 'U_LI', origin: 'slack', at: 0, on: day('2015-02-10') };
    const of = (one: string) =>
      standingOf(
        {
          answers: {
            one: { ...answer(one), stamp, checklist: { id: 'money', version: 1 } },
            two: { ...answer('yes'), stamp, checklist: { id: 'money', version: 1 } },
          },
          help: {},
        },
        chain,
      );
    expect(of('yes').map(({ state }) => state)).toEqual(['done', 'done', 'open']);
    expect(of('no').map(({ state }) => state)).toEqual(['done', 'off', 'off']);
    expect(progressOf(of('yes'))).toEqual({ done: 2, all: 3 });
    expect(progressOf(of('no'))).toEqual({ done: 1, all: 1 });
  });

  test('who asks for help is not held up: the other steps come first', () => {
    const now = having(opened(), { do: 'need-help', step: 'receive', note: '不会' });
    expect(nextStep(standingOf(now, FIRST))?.step.id).toBe('money');
    const answered = having(now, answerTo(stepOf('receive')));
    expect(answered.help).toEqual({});
  });

  test('a step is answered once; the second person is told by whom and when', () => {
    const now = having(opened(), answerTo(stepOf('receive')));
    const refused = refusedFor(now, answerTo(stepOf('receive')));
    expect(refused).toMatchObject({ code: 'already-answered' });
    expect(refused.reason.zh).toContain('U_LI在2015-02-10');
  });

  test('the same command changes nothing twice', () => {
    const once = command(answerTo(stepOf('receive')));
    const now = carriedOut(opened(), decide(opened(), once, world));
    expect(decide(now, once, world)).toEqual({
      ok: true,
      events: [],
      isRepeated: true,
      askToDelete: false,
    });
  });

  test.each([
    ['unknown-step', { ...answerTo(stepOf('receive')), step: 'dance' }],
    ['answer-first', answerTo(stepOf('signed'))],
    [
      'choice-missing',
      { ...answerTo(stepOf('money')), given: { ...givenFor(stepOf('money')), choice: null } },
    ],
    ['choice-missing', answerTo(stepOf('money'), 'perhaps')],
    [
      'evidence-missing',
      { ...answerTo(stepOf('money')), given: { ...givenFor(stepOf('money')), evidence: [] } },
    ],
    [
      'must-apply',
      { ...answerTo(stepOf('receive')), given: { what: 'not-applicable', reason: '忙' } },
    ],
    [
      'reason-missing',
      { ...answerTo(stepOf('learn')), given: { what: 'not-applicable', reason: ' ' } },
    ],
    ['old-card', { ...answerTo(stepOf('receive')), saw: { id: 'money', version: 2 } }],
    ['not-answered', { do: 'back', step: 'receive' }],
    ['unknown-step', { do: 'need-help', step: 'dance', note: null }],
    ['not-paused', { do: 'resume' }],
    ['reason-missing', { do: 'pause', reason: '' }],
    ['reason-missing', { do: 'escalate', to: 'hall-manager', person: null, reason: ' ' }],
    ['same-owner', { do: 'assign', to: 'U_LI', reason: '换班' }],
    ['reason-missing', { do: 'assign', to: ' ', reason: '换班' }],
    ['not-closed', { do: 'reopen', reason: '再看' }],
    ['unknown-checklist', { do: 'change-checklist', checklist: 'money', reason: '同一张' }],
    ['unknown-checklist', { do: 'change-checklist', checklist: 'nothing', reason: '没有' }],
    ['day-wrong', { do: 'tell', ...TOLD, on: day('2015-02-11') }],
    ['day-wrong', { do: 'tell', ...TOLD, on: day('2015-02-09') }],
    ['reason-missing', { do: 'tell', ...TOLD, words: '' }],
    ['unknown-outcome', { do: 'close', outcome: 'vanished', note: null, told: null }],
    ['no-case', openingOf('money')],
  ] as readonly (readonly [string, CaseDeed])[])('%s', (code, deed) => {
    const refused = refusedFor(opened(), deed);
    expect(refused.code).toBe(code);
    expect(refused.reason.zh).not.toBe('');
    expect(refused.reason.en).not.toBe('');
  });
});

describe('evidence', () => {
  const money = stepOf('money');
  const given = (more: object): CaseDeed => ({
    do: 'answer',
    step: 'money',
    given: {
      what: 'done',
      choice: 'yes',
      evidence: evidenceFor(money).map((one) => ({ ...one, ...more })),
      note: null,
    },
    saw: null,
    corrects: false,
  });

  test.each([
    [{ number: null }, '编号'],
    [{ kept: '  ' }, '存放处或所在系统'],
    [{ day: null, signedBy: [] }, '日期、客户签名'],
    [{ kind: 'recording' }, 'form'],
  ])('of %o it says what is missing', (more, missing) => {
    expect(refusedFor(opened(), given(more))).toMatchObject({ code: 'evidence-missing' });
    expect(refusedFor(opened(), given(more)).reason.zh).toContain(`还缺：${missing}。`);
  });

  test('it is not asked for where the answer is that there is none', () => {
    const none = { ...answerTo(money, 'no') } as Extract<CaseDeed, { do: 'answer' }>;
    const bare = { ...none, given: { ...none.given, evidence: [] } } as CaseDeed;
    expect(having(opened(), bare).answers.money).toMatchObject({ choice: 'no' });
  });

  test('its day cannot lie ahead', () => {
    expect(refusedFor(opened(), given({ day: day('2015-02-11') })).code).toBe('day-wrong');
  });

  test('a phone instead of a form number is refused; an identity number asks for the message to be deleted', () => {
    expect(refusedFor(opened(), given({ number: '13812345678' }))).toMatchObject({
      code: 'personal-data',
      askToDelete: false,
    });
    expect(refusedFor(opened(), given({ kept: '密码654321的柜子' }))).toMatchObject({
      code: 'personal-data',
      askToDelete: true,
    });
  });
});

describe('what must not be kept', () => {
  test('the words of a complaint are never lost for a number in them: all of it is masked', () => {
    const decided = decide(
      null,
      command(
        openingOf('money', { words: '他身份证11010519491231002X，密码是654321，电话13812345678' }),
      ),
      world,
    );
    expect(decided).toMatchObject({ ok: true, askToDelete: true });
    expect(carriedOut(null, decided).words).toBe('他身份证***，密码是***，电话138****5678');
  });

  test.each([
    ['a note', { do: 'note', text: '密码是654321' }],
    ['a reason', { do: 'take-over', reason: '密码是654321' }],
    ['what was told', { do: 'tell', ...TOLD, words: '新密码654321' }],
    ['a file', { do: 'link-file', file: { id: 'F1', name: '身份证正面.jpg' }, step: null }],
  ] as readonly (readonly [string, CaseDeed])[])('%s is refused', (_, deed) => {
    const who = { ...WANG };
    const decided = decide(opened(), command(deed, who), world);
    expect(decided).toMatchObject({ ok: false, code: 'personal-data', askToDelete: true });
  });

  test('phones are masked wherever they are typed', () => {
    const now = having(
      opened(),
      { do: 'note', text: '回13812345678' },
      { do: 'link-file', file: { id: 'F1', name: '录音13812345678.mp3' }, step: 'money' },
    );
    expect(JSON.stringify(now)).not.toContain('13812345678');
    const placed = caseAfter(old, command(openingOf('money', { contract: '13812345678' })));
    expect(placed.contract).toBe('138****5678');
  });

  test('a text that is too long is sent back; the words of a complaint are cut', () => {
    expect(refusedFor(opened(), { do: 'note', text: '长'.repeat(2_001) }).code).toBe('too-long');
    const long = caseAfter(old, command(openingOf('money', { words: '长'.repeat(9_000) })));
    expect(long.words).toHaveLength(2_000);
  });
});

describe('opening', () => {
  test.each([
    [{ receivedOn: day('2015-02-11') }, 'day-wrong'],
    [{ receivedOn: day('2013-02-09') }, 'day-wrong'],
    [{ checklist: 'nothing' }, 'unknown-checklist'],
    [{ words: '  ' }, 'reason-missing'],
  ])('%o is sent back', (more, code) => {
    expect(refusedFor(null, openingOf('money', more)).code).toBe(code);
  });

  test('a case goes by the newest version, and keeps it', () => {
    expect(caseAfter(world, command(openingOf('money'))).checklist).toEqual({
      id: 'money',
      version: 2,
    });
    expect(opened().checklist.version).toBe(1);
  });

  test('nothing can be done to a case that is not there', () => {
    expect(refusedFor(null, { do: 'note', text: '在吗' }).code).toBe('no-case');
  });

  test('the limit in force on the day of receipt counts', () => {
    const [limit] = world.limits.filter(({ id }) => id === 'carrier-answer');
    if (limit === undefined) throw new Error('no limit');
    const stricter = { ...limit, number: 10, inForceFrom: day('2026-01-01') };
    const of = (today: string) =>
      caseAfter(
        caseWorld(today, { checklists: [FIRST], limits: [stricter, limit] }),
        command(openingOf('money', { receivedOn: day(today) })),
      ).legal.days;
    expect(of('2025-12-31')).toBe(15);
    expect(of('2026-01-01')).toBe(10);
  });
});

describe('moving to a newer version', () => {
  test('answers that hold go along, the others are asked again and kept for the file', () => {
    const before = walked(old, opened(), { 'money-moved': 'yes', signed: 'no' });
    const moved = having(before, { do: 'move', version: null });
    expect(moved.checklist.version).toBe(2);
    expect(states(moved, SECOND)).toEqual({
      receive: 'done',
      money: 'done',
      signed: 'done',
      report: 'done',
      call: 'open',
      answer: 'open',
    });
    expect(moved.earlier.map(({ step, why }) => [step, why])).toEqual([
      ['answer', 'new-version'],
      ['learn', 'new-version'],
    ]);
  });

  test('it is refused where there is no newer one, and a card of the older one is old', () => {
    const moved = having(opened(), { do: 'move', version: 2 });
    expect(refusedFor(moved, { do: 'move', version: null }).code).toBe('no-newer-version');
    expect(refusedFor(moved, { do: 'move', version: 1 }).code).toBe('no-newer-version');
    const seen = { ...answerTo(stepOf('receive')), saw: { id: 'money', version: 1 } } as CaseDeed;
    expect(refusedFor(moved, seen).code).toBe('old-card');
  });

  test('the wrong checklist is changed with a reason; what was answered stays in the file', () => {
    const before = having(opened(), answerTo(stepOf('receive')), answerTo(stepOf('money'), 'no'));
    const changed = having(before, {
      do: 'change-checklist',
      checklist: 'other',
      reason: '不是钱的事',
    });
    expect(Object.keys(changed.answers)).toEqual(['receive']);
    expect(changed.earlier).toMatchObject([{ step: 'money', why: 'other-checklist' }]);
  });

  test('where the version of a case is missing in the data, it says so and does nothing', () => {
    const decided = decide(opened(), command({ do: 'resume' }), { ...world, checklists: [SECOND] });
    expect(decided).toMatchObject({ ok: false, code: 'unknown-checklist' });
  });
});

describe('the one way out', () => {
  const walkedThrough = () => walked(old, opened(), { 'money-moved': 'no' });

  test('says exactly what is missing', () => {
    const refused = refusedFor(opened(), close(null));
    expect(refused.gaps.map(({ what, step }) => step ?? what)).toEqual([
      'receive',
      'money',
      'signed',
      'report',
      'answer',
      'outcome',
      'told',
    ]);
    expect(refused.reason.zh).toBe(
      '还不能结案，还差：第1、2、3、4、6步；处理结果；哪天、怎样、对客户说了什么。',
    );
  });

  test('with everything there it closes, with what was said in the same breath', () => {
    const now = walkedThrough();
    expect(refusedFor(now, close('put-right')).gaps.map(({ what }) => what)).toEqual(['told']);
    const closed = having(now, close('put-right', { told: TOLD }));
    expect(closed).toMatchObject({ state: 'closed', closed: { outcome: 'put-right' } });
    expect(closed.told).toHaveLength(1);
  });

  test('whether he accepts must be known, unless he cannot be reached; that needs a word more', () => {
    const silent = { ...TOLD, accepted: 'no-word' };
    expect(
      refusedFor(walkedThrough(), close('explained', { told: silent })).gaps.map(
        ({ what }) => what,
      ),
    ).toEqual(['accepted']);
    expect(
      refusedFor(walkedThrough(), close('unreachable', { told: silent })).gaps.map(
        ({ what }) => what,
      ),
    ).toEqual(['note']);
    const closed = having(
      walkedThrough(),
      close('unreachable', { told: silent, note: '打了三次' }),
    );
    expect(closed.state).toBe('closed');
  });

  test('a case opened by mistake goes without its steps, never without the reason', () => {
    expect(refusedFor(opened(), close('opened-by-mistake')).gaps.map(({ what }) => what)).toEqual([
      'note',
    ]);
    expect(having(opened(), close('opened-by-mistake', { note: '重复' })).state).toBe('closed');
  });

  test('a step that is not required may be left open', () => {
    const now = having(walkedThrough(), { do: 'back', step: 'learn' });
    expect(having(now, close('put-right', { told: TOLD })).state).toBe('closed');
  });

  test('up to three steps are named, more are counted by their numbers', () => {
    const some = having(opened(), answerTo(stepOf('receive')), answerTo(stepOf('answer')));
    expect(refusedFor(some, close('explained', { told: TOLD })).reason.en).toBe(
      'It cannot be closed yet. Still missing: step 2 "money"; step 3 "signed"; step 4 "report".',
    );
    const none = having(opened(), answerTo(stepOf('receive')));
    expect(refusedFor(none, close('explained', { told: TOLD })).reason.en).toContain(
      'steps 2, 3, 4, 6',
    );
  });

  test('a reopened case is closed with what he was told since, the last of it', () => {
    const closed = having(walkedThrough(), close('put-right', { told: TOLD }));
    const again = having(closed, { do: 'reopen', reason: '客户又来了' });
    expect(refusedFor(again, close('explained')).gaps.map(({ what }) => what)).toEqual(['told']);
    const silent = having(again, { do: 'tell', ...TOLD, accepted: 'no-word' });
    expect(refusedFor(silent, close('explained')).gaps.map(({ what }) => what)).toEqual([
      'accepted',
    ]);
    const said = having(silent, { do: 'tell', ...TOLD });
    expect(having(said, close('explained')).state).toBe('closed');
  });

  test('a closed case takes notes, and nothing else before it is reopened with a reason', () => {
    const closed = having(
      walkedThrough(),
      { do: 'pause', reason: '等' },
      close('put-right', { told: TOLD }),
    );
    expect(closed.pauses).toMatchObject([{ to: '2015-02-10' }]);
    for (const deed of [answerTo(stepOf('receive')), { do: 'resume' }, close('explained')] as const)
      expect(refusedFor(closed, deed).code).toBe('closed');
    const noted = having(closed, { do: 'note', text: '客户致谢' });
    expect(refusedFor(noted, { do: 'reopen', reason: '' }).code).toBe('reason-missing');
    const again = having(noted, { do: 'reopen', reason: '客户又来了' });
    expect(again).toMatchObject({
      state: 'open',
      closed: null,
      reopenings: [{ reason: '客户又来了' }],
    });
    expect(Object.keys(again.answers)).toEqual(Object.keys(closed.answers));
  });
});

test('a place in Slack that is the same already brings nothing', () => {
  const at = { channel: 'C012AB3CD', thread: '1.2', card: '1.3' };
  const placed = having(opened(), { do: 'place', ...at });
  expect(placed.place).toEqual(at);
  expect(decide(placed, command({ do: 'place', ...at }), world)).toMatchObject({ events: [] });
});
