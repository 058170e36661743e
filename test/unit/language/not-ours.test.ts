import { describe, expect, test } from 'vitest';
import { realDesk, TODAY } from '../../world.ts';

const desk = await realDesk();
const intentOf = (text: string) => desk.ask({ text, today: TODAY, context: null }).reading.intent;

describe('what leaving a contract costs is nothing that the policy says', () => {
  test.each([
    '客户提前解约违约金怎么算',
    '合约没到期退网要赔多少钱',
    'what is the early termination fee if he leaves during the contract',
    'penalty for leaving the contract before its end?',
  ])('%s', (text) => {
    expect(intentOf(text)).toBe('out_of_scope');
  });

  test.each([
    '合约没到期就拆机，客户要赔偿，来投诉了',
    'customer complains about the early termination fee that we took, steps?',
    '客户投诉违约金，怎么处理',
  ])('but a complaint about it is one: %s', (text) => {
    expect(intentOf(text)).toBe('complaint.checklist');
  });
});

describe('a fault that no customer complains of, and nobody asks what to do about, is no complaint', () => {
  test.each(['家里网速太慢', '宿舍一格信号都没有', 'the signal in my flat is terrible'])(
    '%s',
    (text) => {
      expect(intentOf(text)).toBe('out_of_scope');
    },
  );

  test.each([
    '客户说网速太慢，在厅里发脾气',
    '有人说家里没信号要投诉，怎么办',
    'customer banging on the counter over bad reception',
    'caller is angry, there is no signal in her flat',
  ])('but this is one: %s', (text) => {
    expect(intentOf(text)).toBe('complaint.checklist');
  });
});

describe('a notice to all that is pasted in is none of ours', () => {
  test.each([
    'NOTICE: the escalator is closed from 9 to 12. We apologise for the inconvenience.',
    'Dear all, late forms will not be processed. Regards, Admin',
    '通知：三楼停水半天，请大家提前接水',
  ])('%s', (text) => {
    expect(intentOf(text)).toBe('out_of_scope');
  });

  test('but a letter about a customer’s complaint is', () => {
    const text =
      'Dear team, a customer complains that his line was cut in the contract, what are the steps?';
    expect(intentOf(text)).toBe('complaint.checklist');
  });
});

describe('what a call costs, and what others earn, is not ours', () => {
  test.each([
    'international call rates to Peru',
    'how do i set up call forwarding for a customer',
    'what commission does an estate agent take',
    'steps for hiring a new clerk',
    'opening hours on new year’s eve',
  ])('%s', (text) => {
    expect(intentOf(text)).toBe('out_of_scope');
  });
});

describe('whether a reply is in time is asked of the limits', () => {
  test.each([
    'we got his complaint on the 2nd, by what day must he hear from us',
    'complaint came in 16 days ago, are we late',
    'is a month too long for an answer to a complaint',
    'customer threatens an appeal over charges from 7 months back, can he still',
    'can we sit on this complaint for three weeks',
  ])('%s', (text) => {
    expect(intentOf(text)).toBe('complaint.deadline');
  });

  test.each([
    'a customer complains that the transfer takes too long',
    'customer complains he was cut off for an unpaid bill',
    'he complained that he had to sit on the floor for an hour',
    'on which day was his line cut, the customer complains about it',
    'clerk says the form is needed, the customer complains that it is not, who is right',
  ])('but what a customer complains of is a complaint: %s', (text) => {
    expect(intentOf(text)).toBe('complaint.checklist');
  });
});

test('an angry customer’s question about his money is one about the money', () => {
  expect(intentOf('angry customer wants to know when his 200 deposit is back')).toBe(
    'payout.schedule',
  );
  expect(intentOf('客户发火问存200的钱什么时候返完')).toBe('payout.schedule');
  // What was overcharged is no deposit.
  expect(
    intentOf('customer complains about an overcharge and asks when he gets his money back'),
  ).toBe('complaint.checklist');
  expect(intentOf('客户投诉多扣了费，问什么时候退')).toBe('complaint.checklist');
});

test.each([
  'how much commission does the seller get on a deposit gift',
  'what does a neighbour outlet earn per household',
])('who sells for us is no other business: %s', (text) => {
  expect(intentOf(text)).toBe('payout.commission');
});

describe('a customer who is not content with an offer has no complaint by that alone', () => {
  test.each([
    '客户手机摔了能不能换惠机',
    '客户不乐意存200',
    '客户嫌存200太多不满意，还有什么档',
    'customer is unhappy with the discount phone, what else can I offer',
    'customer grumbles the 200 is too much, what else is there',
    '客户骂完就挂，续约电话还打吗',
  ])('%s', (text) => {
    expect(intentOf(text)).not.toBe('complaint.checklist');
  });

  test.each([
    'customer complains about our team leader, what now',
    '客户投诉存费送机送的手机是坏的',
  ])('but who complains does: %s', (text) => {
    expect(intentOf(text)).toBe('complaint.checklist');
  });
});
