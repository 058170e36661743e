import { describe, expect, test } from 'vitest';
import type { Context } from '../../../src/language/reading.ts';
import { realDesk, TODAY } from '../../world.ts';

const desk = await realDesk();

/** The limits that the last of these questions asks for. */
function limitsIn(...texts: readonly string[]): readonly string[] {
  let context: Context | null = null;
  let topics: readonly string[] = [];
  for (const text of texts) {
    const asked: ReturnType<typeof desk.ask> = desk.ask({ text, today: TODAY, context });
    context = asked.context;
    topics = asked.reading.topics;
  }
  return topics;
}

describe('which time limit is asked for', () => {
  test.each([
    ['how long does the authority have to answer', ['authority-answer']],
    ['how many days do we have to answer a complaint', ['carrier-answer']],
    ['a complaint came in yesterday, what is our last day to reply', ['carrier-answer']],
    ['投诉最晚几号之前必须回', ['carrier-answer']],
    ['管局受理以后几天给答复', ['authority-answer']],
    ['管局多久', ['authority-acceptance', 'authority-answer']],
    ['can he still appeal about a fee dispute from last year', ['fee-dispute-limit']],
    ['三年前的服务问题还能申诉吗', ['other-dispute-limit']],
    ['cutoff age for appeals that arent about charges', ['other-dispute-limit']],
    [
      'papers are with the regulator, when does one hear whether they take it',
      ['authority-acceptance'],
    ],
    ['all the limits please', []],
    ['1月30日接的投诉最晚哪天要回', ['carrier-answer']],
    [
      'after the appeal is accepted the authority has to give its answer within ?',
      ['authority-answer'],
    ],
    [
      'authority: days to decide on acceptance, and days to answer after that',
      ['authority-acceptance', 'authority-answer'],
    ],
  ])('%s', (text, limits) => {
    expect(limitsIn(text)).toEqual(limits);
  });

  test('an answer that is nobody’s is that of whom was spoken of', () => {
    const ofAuthority = 'how long does the authority take to accept an appeal';
    expect(limitsIn(ofAuthority, 'and to answer?')).toEqual(['authority-answer']);
    expect(limitsIn('管局多久决定受不受理', '多久答复')).toEqual(['authority-answer']);
  });
});

describe('who earns is kept in a talk about commission', () => {
  const outletsAfter = (...texts: readonly string[]): readonly string[] => {
    let context: Context | null = null;
    for (const text of texts) context = desk.ask({ text, today: TODAY, context }).context;
    return context?.last.entities.outlets ?? [];
  };

  test('from one question about it to the next, and where "there" points at it', () => {
    expect(outletsAfter('what does a township store earn per household', '12 households')).toEqual([
      'township-store',
    ]);
    expect(
      outletsAfter(
        'does a convenience point lead with the 100 deposit',
        'what is the commission on it there',
      ),
    ).toEqual(['convenience-point']);
  });
});

test.each([
  ['13812345678什么时候到期', '还剩几天', 'renewal.status'],
  ['when does 13812345678 end', 'how many days left', 'renewal.status'],
  ['合约没到期客户要拆机投诉了怎么办', '要客户签字吗', 'complaint.checklist'],
])('after %s, %s asks more of the same', (first, then, intent) => {
  const { context } = desk.ask({ text: first, today: TODAY, context: null });
  const { reading } = desk.ask({ text: then, today: TODAY, context });
  expect(reading.intent).toBe(intent);
  expect(reading.entities).toEqual(context?.last.entities);
});

test('a missing signature in a special complaint leaves it the special one', () => {
  const { reading } = desk.ask({
    text: '没签字就拆机 客户投诉怎么办',
    today: TODAY,
    context: null,
  });
  expect(reading.entities.checklist).toBe('disconnection-in-contract');
});
