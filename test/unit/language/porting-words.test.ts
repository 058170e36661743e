import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { speaksOfPorting } from '../../../src/language/porting-words.ts';
import { realDesk, TODAY } from '../../world.ts';

const desk = await realDesk();
const readingOf = (text: string) => desk.ask({ text, today: TODAY, context: null }).reading;

const PORTING = [
  '客户要携号转网',
  '客户想携转',
  '要转到联通去',
  '客户要转移动',
  '转到电信',
  '转网',
  '客户要转出',
  '带号转走',
  '不换号转到移动',
  '号码不变转到电信',
  '想换到别的运营商',
  '从联通转过来的客户',
  '办NP的客户',
  'customer wants to port out',
  'he asks for a port-out',
  'porting',
  'she ports her number',
  'port the number to another carrier',
  'wants to port',
  'number portability',
  'an MNP request',
  'customer wants NP',
  'switch carrier keeping the number',
  'take his number to another carrier',
  'bring her old number with her',
  'he is going to China Mobile',
  'switching to Unicom',
];

const SLIPS = [
  '攜號轉網',
  '從聯通轉過來的客戶',
  '邪号转网',
  '写号转网',
  '携号专网',
  '携号转往',
  'xie hao zhuan wang',
  'xiehaozhuanwang',
  'xie hao zuan wang',
  'customer 要 xie hao zhuan wang',
  'xhzw',
  'ＮＰ客户',
  'prot out',
  'portout',
  'he wants to prt out',
  'number portablity',
  'protability',
  'portng his number',
];

/** Words that look or sound like those of porting. */
const NEAR = [
  '转到王姐那边',
  '转账',
  '转正',
  '过户',
  '转接电话',
  '呼叫转移',
  '转人工',
  '转合约',
  '话费转到移动账户',
  '电话转到电信客服',
  '余额转出',
  '工单转出',
  '客户转网点',
  '转网厅办理',
  '转移动态',
  '哪些网点主推',
  '中国移动的客服电话',
  '联通营业厅',
  '写号',
  'transfer the call',
  'transfer the contract to his wife',
  'port of the router',
  'USB port',
  'open port 8080',
  'port forwarding',
  'what port number',
  'connect it to port 3',
  'export the report',
  'passport',
  'a portion',
  'portable wifi',
  'np',
  'np, thanks',
  'switch plans',
  'change his number',
  'keep the number when changing the plan',
];

describe('a question that speaks of porting a number is known, however it is typed', () => {
  test.each([...PORTING, ...SLIPS])('%s', (text) => {
    expect(readingOf(text).mentionsPorting).toBe(true);
  });
});

describe('words near to it are none', () => {
  test.each(NEAR)('%s', (text) => {
    expect(readingOf(text).mentionsPorting).toBe(false);
  });
});

test('it is known wherever it stands', () => {
  const around = fc.constantFrom(
    '自有厅能推什么',
    'what can I offer at an own hall',
    '存200怎么返',
    '',
  );
  fc.assert(
    fc.property(around, fc.constantFrom(...PORTING, ...SLIPS), around, (before, word, after) => {
      expect(readingOf(`${before}, ${word}, ${after}`).mentionsPorting).toBe(true);
    }),
  );
});

test('any text at all can be looked through', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      expect(typeof speaksOfPorting(text)).toBe('boolean');
    }),
  );
});

describe('no intent changes by it', () => {
  test.each([
    ['客户要携号转网自有厅能推什么', 'promo.eligibility'],
    ['客戶要攜號轉網自有廳能推什麼', 'promo.eligibility'],
    ['customer wants to port out, what can I offer at an own hall', 'promo.eligibility'],
    ['客户6月要携转，存200返了多少', 'payout.schedule'],
    ['客户想携转怎么挽留', 'renewal.coaching'],
    ['客户投诉不给办携号转网怎么处理', 'complaint.checklist'],
    ['携号转网怎么办理', 'out_of_scope'],
  ])('%s', (text, intent) => {
    expect(readingOf(text)).toMatchObject({ intent, mentionsPorting: true });
  });
});

describe('a follow-up is about the customer who ports', () => {
  const lastOf = (...texts: readonly string[]) =>
    texts.reduce<ReturnType<typeof desk.ask> | null>(
      (before, text) => desk.ask({ text, today: TODAY, context: before?.context ?? null }),
      null,
    )?.reading;

  test.each([
    [['客户要携号转网自有厅能推什么', '那一般乡镇专营店呢', '缴费站呢']],
    [['customer wants to port out, what can I offer at an own hall', 'and at a township store?']],
    [['客户要携转能推什么', '自有厅']],
    [
      [
        'how do I answer a customer who wants to port out on a renewal call',
        'and when he says no?',
      ],
    ],
    [['客户想携转怎么挽留', '他嫌贵怎么回答']],
    [['客户想携转怎么挽留', '那自有厅能推什么', '那缴费站呢']],
  ])('%s', (texts) => {
    expect(lastOf(...texts)?.mentionsPorting).toBe(true);
  });

  test.each([
    [['客户要携号转网自有厅能推什么', '投诉几天之内要答复'], 'a question of its own'],
    [['客户6月要携转，存200返了多少', '那存100的呢'], 'the payout of another deposit'],
    [['客户想携转怎么挽留', '那天气呢'], 'not ours'],
    [['客户要携号转网自有厅能推什么', '其他网点投诉几天要答复'], 'others are not he'],
    [['自有厅能推什么', '那缴费站呢'], 'nobody ports'],
  ])('%s: %s', (texts) => {
    expect(lastOf(...texts)?.mentionsPorting).toBe(false);
  });
});
