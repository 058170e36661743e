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
