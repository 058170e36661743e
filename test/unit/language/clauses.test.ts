import { describe, expect, test } from 'vitest';
import { clausesOf } from '../../../src/language/clauses.ts';
import { day, realDesk } from '../../world.ts';

describe('a message consists of its remarks', () => {
  test.each([
    ['whose contracts end? doing the call sheet', ['whose contracts end', 'doing the call sheet']],
    ['ok, whose contracts end', ['whose contracts end']],
    ['谁的合约到期了，我在列名单', ['谁的合约到期了', '我在列名单']],
    ['it pays 10.5 yuan a month', []],
    ['', []],
  ])('%s', (text, clauses) => {
    expect(clausesOf(text)).toEqual(clauses);
  });
});

test('one remark that asks surely is answered, whatever stands beside it', async () => {
  const desk = await realDesk();
  const { reading } = desk.ask({
    text: 'whose contracts end this week? doing the call sheet, coffee in the other hand',
    today: day('2015-02-10'),
    context: null,
  });
  expect(reading.intent).toBe('renewal.list');
});
