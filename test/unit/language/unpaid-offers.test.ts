import { expect, test } from 'vitest';
import { realDesk } from '../../world.ts';
import { askedLast } from './conversation.ts';

const desk = await realDesk();

/** What the outlet earns by the last of these questions, in yuan; null where the policy does not say. */
function totalAfter(...texts: readonly string[]): unknown {
  return lastOf(...texts).facts.total;
}

/** What is answered to the last of these questions. */
function lastOf(...texts: readonly string[]) {
  return askedLast(desk, texts).answer;
}

test('the commission of the deposits is no answer for another offer, nor in a follow-up', () => {
  expect(totalAfter("what's our commission on the free phone")).toBeNull();
  expect(totalAfter("what's our commission on the free phone", 'for 12 households')).toBeNull();
  expect(totalAfter('合约惠机佣金多少', '20户呢')).toBeNull();
});

test.each([
  'we sold 12 phones, commission?',
  'commission per phone',
  'what do we earn on a handset',
  '卖了12台手机佣金多少',
  '手机佣金多少',
  'commission for 12 renewals',
  'we renewed 12 customers, commission?',
  '续约12户佣金多少',
])('nor for phones and renewals in general: %s', (text) => {
  expect(totalAfter(text)).toBeNull();
});

test('what is sold over the phone is paid for by its deposit', () => {
  expect(totalAfter('sold three 100s over the phone, commission?')).toBe(30);
  expect(totalAfter('续约时存200的4户佣金多少')).toBe(40);
});

test('a commission asked right after one offer is that offer’s, and one per household is any deposit’s', () => {
  expect(totalAfter('is the free phone main at an own hall', 'commission?')).toBeNull();
  expect(totalAfter('存费送机自有厅能推吗', '佣金呢')).toBeNull();
  expect(lastOf('where is 200 get 100 main', 'commission?').facts).toMatchObject({ deposit: 200 });
  expect(lastOf('存100送50在哪里主推', '佣金呢', '做了六十户呢').facts).toMatchObject({
    deposit: 100,
    total: 600,
  });
  expect(totalAfter('is the free phone main at an own hall', 'commission per household?')).toBe(10);
});

test.each([
  ['when is the commission paid?', 'The policy does not say when or how the commission is paid.'],
  ['佣金几号到账', '佣金什么时候发、怎么发，政策里没有写。'],
  ['how is the commission for the 100 transferred', 'The policy does not say when'],
])('when a commission is paid is not answered with how much alone: %s', (text, said) => {
  expect(lastOf(text).words.lead).toContain(said);
});

test.each([
  ['what do I personally earn on a 200', 'what a person gets of it, the policy does not say'],
  ['does the outlet lose its commission if he leaves', 'the policy does not say'],
])('nor what a person gets of it, or whether it is lost: %s', (text, said) => {
  expect(lastOf(text).words.lead).toContain(said);
});

test.each([
  ['sold 3 discount phones and 2 of the 200, commission?', 20],
  ['卖了3台手机和2户存200，佣金多少', 20],
  ['12户存200加5户存费送机佣金', 120],
])('of a mixed sale the deposits alone are counted: %s', (text, total) => {
  expect(totalAfter(text)).toBe(total);
});

test('and what else was sold is said to have none', () => {
  const { words } = lastOf('sold 3 discount phones and 2 of the 200, commission?');
  expect(words.notes).toContain(
    "The policy names no commission for discount phone with a contract: I don't know.",
  );
  expect(totalAfter('commission for 5 free phones')).toBeNull();
});

test('a customer who pays is no payday', () => {
  expect(lastOf('what do we earn when he pays in 100').words.lead).not.toContain('does not say');
});

test('a plan that is named by a wrong pair is asked for, and said to be none', () => {
  const { facts, words } = lastOf('deposit 100 get 100, how is it paid back');
  expect(facts).toMatchObject({ missing: 'deposit' });
  expect(words.notes).toContain('The policy has no plan that gives 100 yuan for a deposit of 100.');
});

test('a deposit that is named later is paid for', () => {
  expect(totalAfter("what's our commission on the free phone", 'for 12', 'and on the 100')).toBe(
    120,
  );
});

test.each([
  [
    'how does the 100 come back',
    'and the free phone?',
    'The policy names no payout for free phone',
  ],
  [
    'free phone at an own hall',
    'and how is it paid back',
    'The policy names no payout for free phone',
  ],
  [
    'compare the 100 and the 200 month by month',
    'and the free phone?',
    'The policy names no payout',
  ],
  ['存100怎么返', '送机的呢', '政策里没有存费送机的返还办法'],
])('what a deposit pays back is no answer for another offer: %s — %s', (before, text, lead) => {
  const answer = lastOf(before, text);
  expect(answer?.intent).toBe('payout.schedule');
  expect(answer?.facts).toMatchObject({ deposit: null, months: [] });
  expect(answer?.words.lead).toContain(lead);
});

test('and the deposit that is named next is answered', () => {
  expect(
    lastOf('how does the 100 come back', 'and the free phone?', '50 yuan')?.facts,
  ).toMatchObject({
    deposit: 50,
  });
});
