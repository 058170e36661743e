import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Amounts, amountsIn } from '../../../src/language/amounts.ts';
import { normalise } from '../../../src/language/normalise.ts';
import { holds } from '../../holds.ts';
import { anyQuestion, anyText, STRANGE } from './texts.ts';

const PLANS = [
  { depositYuan: 200, giftYuan: 100, monthlyYuan: [10, 8, 18], months: [15, 12] },
  { depositYuan: 100, giftYuan: 50, monthlyYuan: [8, 16], months: [10, 6] },
  { depositYuan: 50, giftYuan: 5, monthlyYuan: [5], months: [10] },
];

function amountsOf(text: string): Amounts {
  return amountsIn(normalise(text).plain, PLANS);
}

describe('a deposit is named by what is paid in', () => {
  test.each([
    ['存200怎么返', 200],
    ['存２００元怎么返', 200],
    ['存二百怎么返', 200],
    ['存两百块怎么返', 200],
    ['预存100的', 100],
    ['充一百', 100],
    ['200那档', 200],
    ['50元的那一档', 50],
    ['how does the 200 deposit come back', 200],
    ['deposit of 100', 100],
    ['if he pays 50', 50],
    ['the 50 one', 50],
    ['200 yuan plan', 200],
    ['a hundred yuan deposit', 100],
    ['存¥200', 200],
    ['存100客户拿多少', 100],
    ['送50客户每月返多少', 100],
    ['a deposit of 100, he gets the 50 in how many parts', 100],
    ['100 is the gift and not the deposit', 200],
    ['50是送的，存的是100', 100],
    ['the 50 deposit deal', 50],
  ])('%s', (text, deposit) => {
    expect(amountsOf(text)).toMatchObject({ deposit, unknownDeposit: null, households: null });
  });
});

describe('a deposit is named by deposit and gift', () => {
  test.each([
    ['存200送100', 200],
    ['存200元送100元', 200],
    ['存100送50怎么返', 100],
    ['充一百送五十', 100],
    ['deposit 200 get 100', 200],
    ['deposit 100 yuan and get 50', 100],
    ['200/100', 200],
    ['100+50', 100],
    ['存50元送5元流量包', 50],
  ])('%s', (text, deposit) => {
    expect(amountsOf(text).deposit).toBe(deposit);
  });
});

describe('a deposit is named by what comes back a month, or by how long that takes', () => {
  test.each([
    ['the one that returns 10 a month, how long does it go on', 200],
    ['the 5-a-month plan: total months?', 50],
    ['the eighteen yuan a month deal', 200],
    ['每月返10块的那档总共能拿多少', 200],
    ['the fifteen-month plan, what is the first credit', 200],
    ['the deposit plan ending after fifteen months', 200],
    ['15个月的那档', 200],
    // Two plans pay 8 a month, and two take ten months.
    ['the 8 a month plan', null],
    ['the ten month plan', null],
    ['the 24-month plan', null],
    // A contract of fifteen months is no plan.
    ['a 15 month contract', null],
  ])('%s', (text, deposit) => {
    expect(amountsOf(text)).toMatchObject({ deposit, unknownDeposit: null, households: null });
  });
});

describe('a deposit is named by its gift alone', () => {
  test.each([
    ['送100的那档', 200],
    ['送50的那档', 100],
    ['返50的', 100],
    ['the one that gives 100 back', 200],
    ['the one with a gift of 50', 100],
    ['送5元的', 50],
    ['送的100块分几个月到账', 200],
    ['the one that gives the customer 50', 100],
  ])('%s', (text, deposit) => {
    expect(amountsOf(text).deposit).toBe(deposit);
  });
});

describe('a deposit that no plan has is known to be none', () => {
  test.each([
    ['存300元怎么返', 300],
    ['deposit of 500', 500],
    ['存1000送500', 1000],
    ['预存八十', 80],
    ['300送100', 300],
    ['can we make it 300 get 150', 300],
    ['put in 80 get 50 back', 80],
  ])('%s', (text, unknownDeposit) => {
    expect(amountsOf(text)).toMatchObject({ deposit: null, unknownDeposit });
  });

  test.each([
    ['deposit 100 get 100', 100, 100],
    ['存50送50的怎么返', 50, 50],
    ['存200元送50元', 200, 50],
    ['pay 200 and get 200', 200, 200],
  ])(
    '%s: a pair that no plan has, though each amount is one’s',
    (text, unknownDeposit, wrongGift) => {
      expect(amountsOf(text)).toMatchObject({ deposit: null, unknownDeposit, wrongGift });
    },
  );

  test.each([
    ['put in 100 get 100 back', 100],
    ['存50每月返5', 50],
    ['deposit 200 gives 100', 200],
  ])('%s: what comes back is no wrong gift', (text, deposit) => {
    expect(amountsOf(text)).toMatchObject({ deposit, wrongGift: null });
  });

  test.each([
    '怎么返',
    '3个月后',
    '第2步',
    'how does it come back',
    "before the 10 o'clock meeting",
    'for the 12 shops',
    '',
  ])('%j names none', (text) => {
    expect(amountsOf(text)).toMatchObject({ deposit: null, unknownDeposit: null });
  });
});

describe('households are counted', () => {
  test.each([
    ['办12户佣金多少', 12],
    ['五十户', 50],
    ['１２户', 12],
    ['两个客户', 2],
    ['1户', 1],
    ['commission for 12 households', 12],
    ['a dozen households', 12],
    ['12 new customers', 12],
    ['half a dozen sign-ups', 6],
    ['twenty-five families', 25],
    ['1,200 households', 1200],
    ['the first clerk signed up 12 households, the second 9. what is our commission', 21],
    ['sold 18 - sorry, typo, 81 - of them', 81],
    ['three salesgirls sold five households each', 15],
    ['三个店员每人办了5户', 15],
    ['自有厅上个月办了33户,佣金应该是330还是300', 33],
    ['十五户退了三户,按十二户算佣金多少', 12],
    ['8 households at own hall and 5 at the convenience point, commission in total', 13],
  ])('%s', (text, households) => {
    expect(amountsOf(text)).toMatchObject({ households, deposit: null });
  });

  test.each([
    ['办12户存100送50佣金多少', 12, 100],
    ['五十户存100', 50, 100],
    ['一百户存一百', 100, 100],
    ['a dozen households on the 200 deposit', 12, 200],
    ['for 3 customers at 50', 3, 50],
    ['50户存50', 50, 50],
    ['40 households with 50 deposit: 200 yuan commission, right', 40, 50],
    ['1 household, 200 deposit. commission 100?', 1, 200],
    ['存100送50 客户昨天交的', null, 100],
    ['20 households, commission on 100', 20, 100],
    ['10户佣金100块，是不是这么算', 10, null],
    ['10户佣金100块的档', 10, 100],
    ['上午6户存100，下午又办了4户存100，佣金总共多少', 10, 100],
    ['25 households 200 plan total commission', 25, 200],
    ['fourteen of the deposit 50', 14, 50],
  ])('%s: they are not taken for the deposit', (text, households, deposit) => {
    expect(amountsOf(text)).toMatchObject({ households, deposit });
  });

  test.each([
    'are 20 of the deposit and 2 of the gift credited',
    'deposit 100: all 50 of the gift',
    '0户',
    '每户多少',
    '1.5户',
    'per household',
  ])('%s counts none', (text) => {
    expect(amountsOf(text).households).toBeNull();
  });
});

describe('whatever the text', () => {
  test('a deposit is one of the plans, households are a count, and places lie in the text', () => {
    holds(
      fc.property(fc.oneof(anyText, anyQuestion), (text) => {
        const { plain } = normalise(text);
        const { deposit, unknownDeposit, households, places } = amountsIn(plain, PLANS);
        expect([null, 50, 100, 200]).toContain(deposit);
        expect([50, 100, 200]).not.toContain(unknownDeposit);
        expect(deposit === null || unknownDeposit === null).toBe(true);
        expect(households === null || (Number.isInteger(households) && households > 0)).toBe(true);
        for (const { from, to } of places) {
          expect(from >= 0 && from < to && to <= plain.length).toBe(true);
        }
      }),
      500,
    );
  });

  test('every count of households is read as it is, in both languages', () => {
    holds(
      fc.property(fc.integer({ min: 1, max: 9999 }), (count) => {
        expect(amountsOf(`办${count}户佣金多少`).households).toBe(count);
        expect(amountsOf(`commission for ${count} households`).households).toBe(count);
      }),
    );
  });

  test.each(STRANGE)('%s is read without a fault', (_, text) => {
    expect(() => amountsOf(text)).not.toThrow();
  });
});

describe('several deposits', () => {
  test.each([
    ['the fifty, the hundred and the 200, what do we earn on each', true],
    ['存100和存200每月各返多少', true],
    ['compare the 100 and the 200 deposit', true],
    ['deposit 200 and get 100', false],
    ['100, 50 gift when does it come back', false],
  ])('are asked about alike or not: %s', (text, isOfSeveral) => {
    expect(amountsOf(text).isOfSeveral).toBe(isOfSeveral);
  });

  test.each([
    ['3 households took the 50 and 5 took the 200', 8],
    ['4 customers on the 100 and 3 on the 50', 7],
    ['办了3户存50的和5户存200的', 8],
  ])('have the households of all of them: %s', (text, households) => {
    expect(amountsOf(text)).toMatchObject({ households, deposit: null });
  });
});

describe('households', () => {
  test.each([
    ['22 deposits this week', 22],
    ['nine deposit gift households', 9],
    ['a couple of households', 2],
    ['if they sign 3 on the hundred', 3],
    ['nineteen 200s, our cut', 19],
    ['14 households no 15 sorry, 50 deposit', 15],
  ])('are counted in %s', (text, households) => {
    expect(amountsOf(text).households).toBe(households);
  });

  test.each(['what are the three deposit gifts', 'one of those deposits', '200 deposits'])(
    'are not counted in %s',
    (text) => {
      expect(amountsOf(text).households).toBeNull();
    },
  );
});

test.each(['broadband 100M', '50 Mbps', 'waited 50 minutes', '100 months', '50%'])(
  '%s is no amount',
  (text) => {
    expect(amountsOf(text)).toMatchObject({ deposit: null, households: null, places: [] });
  },
);

test('what a customer gives is his deposit', () => {
  expect(amountsOf('customer give 200, then 50 first, and after').deposit).toBe(200);
});

test('an arrow stands between deposit and gift, and the letter O for a zero', () => {
  expect(amountsOf('the ¥100→¥50 deposit gift').deposit).toBe(100);
  expect(amountsOf('dep 2oo get 1oo').deposit).toBe(200);
});
