import { describe, expect, test } from 'vitest';
import { complaintKind } from '../../../src/language/complaint-kind.ts';
import { realDesk, TODAY } from '../../world.ts';

const [IMPROPER, CUT, CHANGED, GENERAL] = [
  'improper-handling',
  'disconnection-in-contract',
  'plan-changed-after-transfer',
  'general-complaint',
];
const listed = (...ids: readonly string[]) =>
  ids.map((id) => ({ ids: [id], word: id, from: 0, to: 1 }));
const like = (scores: Readonly<Record<string, number>>) =>
  Object.entries(scores)
    .map(([topic, score]) => ({ topic, score }))
    .sort((one, other) => other.score - one.score);

describe('the kind of a complaint', () => {
  test.each([
    ['is that of its listed words', listed(CUT), like({ [GENERAL]: 0.3 }), CUT],
    ['is a special one before the general', listed(GENERAL, CUT), [], CUT],
    ['is what a form without a signature is part of', listed(IMPROPER, CUT), [], CUT],
    [
      'is what its story is like, where no word is listed',
      [],
      like({ [CUT]: 0.2, [GENERAL]: -0.4 }),
      CUT,
    ],
    [
      'is that also where only complaints at large are named',
      listed(GENERAL),
      like({ [CUT]: 0.2 }),
      CUT,
    ],
    [
      'is none where the story is rather like any complaint',
      [],
      like({ [GENERAL]: 0.1, [CUT]: 0 }),
      null,
    ],
    ['is none where the story is like nothing', [], like({ [CUT]: -0.5, [GENERAL]: -0.6 }), null],
    [
      'is not that of a listed word which the story is surely unlike',
      listed(IMPROPER),
      like({ [CUT]: 0.6, [IMPROPER]: -0.3 }),
      CUT,
    ],
    [
      'is that of any complaint where the story is surely like those, and unlike the listed word',
      listed(CUT),
      like({ [GENERAL]: 0.7, [CUT]: -0.4 }),
      GENERAL,
    ],
    [
      'is that of a listed word in doubt',
      listed(IMPROPER),
      like({ [CUT]: 0.6, [IMPROPER]: 0.1 }),
      IMPROPER,
    ],
    [
      'is the other one where a signature is missing as well',
      [],
      like({ [IMPROPER]: 0.5, [CUT]: 0.1 }),
      CUT,
    ],
  ])('%s', (_, words, learnt, kind) => {
    expect(complaintKind(words, learnt)).toBe(kind);
  });
});

describe('a changed plan in a story without a word of plans or owners', () => {
  const plain = '用户发现号码被别人在网上改了业务';
  test.each([
    ['is one where the story is surely like those', 0.3, CHANGED],
    ['is none where it is hardly like them', 0.05, GENERAL],
  ])('%s', (_, score, kind) => {
    const learnt = like({ [CHANGED]: score, [GENERAL]: -0.4 });
    expect(complaintKind([], learnt, { plain })).toBe(kind);
  });
});

describe('a story that names no kind', () => {
  test.each([
    [
      'contract has four months to go and he insists we take the line off, now he is furious, steps?',
      CUT,
    ],
    ['他说线没到期就给掐了 要投诉 怎么处理', CUT],
    ['she never signed but our clerk did the deal anyway and now complains, steps?', IMPROPER],
    [
      'new owner of the number is complaining that the tariff is not what he took over, steps?',
      'plan-changed-after-transfer',
    ],
    ['customer complains about the smell in the hall, what do i do', GENERAL],
    ['how do I handle a complaint, step by step', null],
    ['收到客户的投诉信，按什么步骤来', null],
  ])('%s', async (text, checklist) => {
    const desk = await realDesk();
    const { reading } = desk.ask({ text, today: TODAY, context: null });
    expect(reading.intent).toBe('complaint.checklist');
    expect(reading.entities.checklist).toBe(checklist);
  });

  test.each([
    ['another customer says that somebody opened a number with his ID card', IMPROPER],
    ['还有一位说店员没让他签字就给办了业务', IMPROPER],
    ['next one is angry that nobody speaks his dialect', GENERAL],
  ])('and another one is told anew: %s', async (text, kind) => {
    const desk = await realDesk();
    const first = desk.ask({ text: '拆机投诉怎么处理', today: TODAY, context: null });
    const { reading } = desk.ask({ text, today: TODAY, context: first.context });
    expect(reading.intent).toBe('complaint.checklist');
    expect(reading.entities.checklist).toBe(kind);
  });

  test('and a follow-up is about the kind that was spoken of', async () => {
    const desk = await realDesk();
    const first = desk.ask({ text: '拆机投诉怎么处理', today: TODAY, context: null });
    const { reading } = desk.ask({ text: '要客户签字吗', today: TODAY, context: first.context });
    expect(reading.entities.checklist).toBe(CUT);
  });
});

describe('the kind of a complaint is not what its words seem to say', () => {
  test.each([
    ['客户投诉的是信号不好，不是业务违规，应该按什么步骤处理', GENERAL],
    ['transfer took three visits, she’s fed up with the paperwork and wants to complain', GENERAL],
    [
      'his hotline call was transferred from desk to desk five times, he’s fed up and complaining. steps?',
      GENERAL,
    ],
    [
      'customer mad about bad signal in his shop, complained at own hall yesterday, what steps',
      GENERAL,
    ],
    ['营业员代客户签字，客户知道了要投诉', IMPROPER],
    ['没有实名登记就给办了业务 客户来投诉了 咋整', IMPROPER],
  ])('%s', async (text, kind) => {
    const desk = await realDesk();
    const { reading } = desk.ask({ text, today: TODAY, context: null });
    expect(reading.entities.checklist).toBe(kind);
  });
});

describe('what is told as not having happened is no kind of it', () => {
  test.each([
    [
      'nobody disconnected anything, she complains that her bill is too high, what do I do',
      GENERAL,
    ],
    ['no cut-off, no transfer, no rule broken: he complains about the queue', GENERAL],
    ['机没拆，客户投诉赠送的话费没到', GENERAL],
    ['no line was cut and no plan was changed, he is just cross about the queue, steps?', GENERAL],
    ['没销号，没改套餐，他就是嫌我们说话难听，要投诉', GENERAL],
    // Who is barred for what he owes was not cut within a contract.
    ['he was cut off for an unpaid bill and is raging, steps?', GENERAL],
    ['欠费停机，客户来闹，怎么处理', GENERAL],
    ['contract not over, cut off for one unpaid month, he complains, steps?', CUT],
    ['he owes nothing and yet we cut his line, he complains', CUT],
    ['客户交了两年的费还被拆机，来投诉', CUT],
    ['no line was cut: the former owner changed the plan with the password, he complains', CHANGED],
    ['接了别人号的客户说他没换过套餐，是原机主在网上改的套餐', CHANGED],
    ['he was not disconnected, but his plan was changed after the transfer, he complains', CHANGED],
    ['we cut his line in the contract and he never agreed to the disconnection, he complains', CUT],
    ['合约没到期就给他拆了机，他来投诉', CUT],
  ])('%s', async (text, kind) => {
    const { reading } = (await realDesk()).ask({ text, today: TODAY, context: null });
    expect(reading).toMatchObject({
      intent: 'complaint.checklist',
      entities: { checklist: kind },
    });
  });
});
