import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { limitsSaid } from '../../../src/language/limits.ts';
import { normalise } from '../../../src/language/normalise.ts';
import { FOLDERS, realDesk, TODAY } from '../../world.ts';
import { askedLast } from './conversation.ts';

const desk = await realDesk();

/** The limits that the last of these questions asks for. */
function limitsIn(...texts: readonly string[]): readonly string[] {
  return askedLast(desk, texts).reading.topics;
}

const toldGroups = z.object({
  topics: z.array(
    z.object({
      ids: z.array(z.string()),
      zh: z.array(z.string()).nullish(),
      en: z.array(z.string()).nullish(),
    }),
  ),
});

/** The examples of `intents/` that tell which limits they ask for. */
function limitExamples(): readonly { readonly text: string; readonly ids: readonly string[] }[] {
  const file = join(FOLDERS.intents, 'examples', 'complaint.deadline.yaml');
  return toldGroups
    .parse(parse(readFileSync(file, 'utf8')))
    .topics.flatMap(({ ids, zh, en }) =>
      [...(zh ?? []), ...(en ?? [])].map((text) => ({ text, ids })),
    );
}

/** What the words alone say, without any learning; ours where they say nothing. */
function limitsSaidBy(text: string): readonly string[] {
  return limitsSaid(normalise(text).plain) ?? ['carrier-answer'];
}

describe('which time limit is asked for', () => {
  test.each([
    ['how long does the authority have to answer', ['authority-answer']],
    ['how many days do we have to answer a complaint', ['carrier-answer']],
    ['a complaint came in yesterday, what is our last day to reply', ['carrier-answer']],
    ['投诉最晚几号之前必须回', ['carrier-answer']],
    ['管局受理以后几天给答复', ['authority-answer']],
    ['公司答复投诉和管局答复申诉分别多少天', ['carrier-answer', 'authority-answer']],
    ['收费争议多久之内的管局才收', ['fee-dispute-limit']],
    [
      'if she goes to the regulator, how long may it take to accept the matter',
      ['authority-acceptance'],
    ],
    ['when may a customer take his complaint to the regulator', ['carrier-answer']],
    ['管局受理和答复各要几天', ['authority-acceptance', 'authority-answer']],
    ['管局多久', ['authority-acceptance', 'authority-answer']],
    ['when can a customer take his complaint to the authority', ['carrier-answer']],
    ['after how long may a user appeal if we just sit on it', ['carrier-answer']],
    ['how much time before an unanswered complaint can become an appeal', ['carrier-answer']],
    ["appeal filed, working days until it's accepted or thrown out?", ['authority-acceptance']],
    ['authority accepted the appeal, how many days til it answers', ['authority-answer']],
    [
      'how long for us to answer, and after that how long for the authority to accept and then to answer',
      ['carrier-answer', 'authority-acceptance', 'authority-answer'],
    ],
    [
      'two numbers please: days we have to answer a complaint, months after which a fee dispute is too old',
      ['carrier-answer', 'fee-dispute-limit'],
    ],
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

  test.each([
    ['disputes that arent about fees, time limit for an appeal?', ['other-dispute-limit']],
    ['how many years may a non-fee dispute wait', ['other-dispute-limit']],
    [
      'how old may a dispute be, fees and all others, for the authority to take it',
      ['fee-dispute-limit', 'other-dispute-limit'],
    ],
    [
      'how many days for our own reply, and how stale may a fee dispute be for the authority',
      ['carrier-answer', 'fee-dispute-limit'],
    ],
    ['我们回复的期限，还有申诉受理的期限，各几天', ['carrier-answer', 'authority-acceptance']],
    [
      'do the five months hold for fees only, and what is the limit for other disputes',
      ['fee-dispute-limit', 'other-dispute-limit'],
    ],
    [
      'how long does the authority get to decide whether it takes an appeal',
      ['authority-acceptance'],
    ],
    [
      'appeals: time for the authority to accept AND time to answer, need both pls',
      ['authority-acceptance', 'authority-answer'],
    ],
    ['whats the cutoff for ansering complaints', ['carrier-answer']],
    ['can he go over our heads after ten days of nothing', ['carrier-answer']],
    [
      'how long do we get, and how long does the regulator get to answer',
      ['carrier-answer', 'authority-answer'],
    ],
    ['what is the deadline for filing an appeal', ['fee-dispute-limit', 'other-dispute-limit']],
    ['申诉受不受理，几个工作日给准信', ['authority-acceptance']],
    [
      'two things, how many days do we have to reply and how long has the authority to answer',
      ['carrier-answer', 'authority-answer'],
    ],
    [
      'how soon does the authority say yes or no to taking the case, and how soon after all does it answer it',
      ['authority-acceptance', 'authority-answer'],
    ],
    ['管局那边受理要几天 答复要几天', ['authority-acceptance', 'authority-answer']],
    [
      'botched transfer three years ago, not after money, is he too late to appeal',
      ['other-dispute-limit'],
    ],
    [
      'is an 18 month old complaint about the signal still good for an appeal',
      ['other-dispute-limit'],
    ],
    ['服务态度问题过了一年还能申诉吗', ['other-dispute-limit']],
  ])('who acts, what is done and how old the matter is tell it: %s', (text, limits) => {
    expect(limitsIn(text)).toEqual(limits);
  });

  test('of the examples whose limits are told, 95 in 100 are read so by their words', () => {
    const all = desk.policy.limits.map(({ id }) => id);
    const told = limitExamples();
    const wrong = told.filter(({ text, ids }) => {
      const named = limitsSaidBy(text);
      return !isDeepStrictEqual((named.length === 0 ? all : named).toSorted(), ids.toSorted());
    });
    expect(told.length).toBeGreaterThan(500);
    expect(wrong.length / told.length).toBeLessThan(0.05);
  });

  test('an answer that is nobody’s is that of whom was spoken of', () => {
    const ofAuthority = 'how long does the authority take to accept an appeal';
    expect(limitsIn(ofAuthority, 'and to answer?')).toEqual(['authority-answer']);
    expect(limitsIn('管局多久决定受不受理', '多久答复')).toEqual(['authority-answer']);
  });
});

describe('who earns is kept in a talk about commission', () => {
  const outletsAfter = (...texts: readonly string[]): readonly string[] =>
    askedLast(desk, texts).context?.last.entities.outlets ?? [];

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
