import { describe, expect, it } from 'vitest';
import type { Step } from '../../../src/checklists/checklist.ts';
import { readReply } from '../../../src/walking/step-reply.ts';
import { day } from '../../world.ts';

const TODAY = day('2015-02-12');
const STEP: Step = {
  id: 'check',
  title: { zh: '查', en: 'Check' },
  task: { zh: '查', en: 'check' },
  say: null,
  never: null,
  evidence: null,
  asks: null,
  when: null,
  isRequired: true,
  mayNotApply: null,
  who: 'hall-staff',
  by: { zh: '当天', en: 'the same day' },
  due: { kind: 'same-day' },
  answersHoldSince: null,
};
const ASKS: Step = {
  ...STEP,
  asks: {
    id: 'runs',
    question: { zh: '合约还没到期吗？', en: 'Does the contract still run?' },
    choices: [
      { id: 'yes', name: { zh: '是', en: 'yes' } },
      { id: 'no', name: { zh: '否', en: 'no' } },
    ],
  },
};
const PROVED: Step = {
  ...STEP,
  evidence: {
    words: { zh: '录音或业务单', en: 'recording or form' },
    kinds: ['recording', 'form'],
    needs: ['number', 'kept', 'day'],
    signedBy: ['customer'],
    notNeededFor: [],
  },
};
const say = (text: string, step = STEP) => readReply(text, step, TODAY);

describe('a typed reply to a step', () => {
  it.each([
    '好了',
    '好了。',
    '已完成',
    '查好了',
    '下一步',
    'done',
    'Done!',
    'all done',
    'ＤＯＮＥ',
    'next',
    '这步做完了',
  ])('%s is done', (text) => {
    expect(say(text)).toMatchObject({ say: 'done', note: null });
  });

  it.each([
    'ok',
    '好的',
    '好',
    'done?',
    '好了吗',
    'donegal',
    '嗯嗯',
    '今天天气不错',
    'how does the 200 deposit come back?',
    '存200怎么返',
    'did she get it done yesterday',
  ])('%s is none: a wrong "done" costs more than a second look', (text) => {
    expect(say(text)).toBeNull();
  });

  it('keeps what is said behind it', () => {
    expect(say('好了，客户在场看着改的')).toMatchObject({ say: 'done', note: '客户在场看着改的' });
    expect(say('done: he saw it himself')).toMatchObject({ note: 'he saw it himself' });
  });

  it.each([
    ['不适用 因为没有过户', '没有过户'],
    ['不适用，因为 号码没停', '号码没停'],
    ['不适用 because no transfer', 'no transfer'],
    ['不适用因为没动过钱', '没动过钱'],
    ['not applicable, because he has left', 'he has left'],
    ['N/A: no form was used', 'no form was used'],
    ['跳过', null],
    ['skip it', null],
  ])('%s does not apply, and why', (text, reason) => {
    expect(say(text)).toEqual({ say: 'not-applicable', reason });
  });

  it.each(['上一步', '回到上一步', 'back', 'go back.', '返回'])('%s goes back', (text) => {
    expect(say(text)).toEqual({ say: 'back' });
  });

  it.each([
    ['帮助', null],
    ['help', null],
    ['help?', null],
    ['求助：系统进不去', '系统进不去'],
    ['I need help, the CRM is down', 'the CRM is down'],
  ])('%s asks for help', (text, note) => {
    expect(say(text)).toEqual({ say: 'help', note });
  });

  it.each(['到哪一步了？', 'where are we?', '进度'])('%s asks where the case stands', (text) => {
    expect(say(text)).toEqual({ say: 'where' });
  });

  it.each([
    ['是', 'yes'],
    ['是的', 'yes'],
    ['yes', 'yes'],
    ['否', 'no'],
    ['没有', 'no'],
    ['No.', 'no'],
    ['1', 'yes'],
    ['第二个', 'no'],
  ])('%s answers the question of a step', (text, choice) => {
    expect(say(text, ASKS)).toMatchObject({ say: 'done', choice });
    expect(say(text, STEP)).toBeNull();
  });
});

describe('typed evidence', () => {
  it.each([
    [
      '录音编号 20150210-17，客服系统，2月10日，客户签了',
      { kind: 'recording', number: '20150210-17', kept: '客服系统', day: '2015-02-10' },
    ],
    [
      'recording 20150210-17, CRM, 10 Feb',
      { kind: 'recording', number: '20150210-17', kept: 'CRM', day: '2015-02-10', signedBy: [] },
    ],
    [
      '免填单号TX-0042，放在厅里3号档案盒，昨天，客户已签',
      {
        kind: 'form',
        number: 'TX-0042',
        kept: '厅里3号档案盒',
        day: '2015-02-11',
        signedBy: ['customer'],
      },
    ],
    [
      '好了，业务单 YW123456，档案柜',
      { kind: 'form', number: 'YW123456', kept: '档案柜', day: null },
    ],
    [
      'form no. A-77; kept in the drawer; 2015-02-09; signed by the customer and the manager',
      { kind: 'form', number: 'A-77', kept: 'the drawer', signedBy: ['customer', 'manager'] },
    ],
  ])('%s', (text, evidence) => {
    expect(say(text, PROVED)).toMatchObject({ say: 'done', evidence });
  });

  it.each(['客户很生气', '录音在哪里找？', '10 Feb', '2月10日', '12号的事'])(
    '%s is none',
    (text) => {
      expect(say(text, PROVED)).toBeNull();
    },
  );
});
