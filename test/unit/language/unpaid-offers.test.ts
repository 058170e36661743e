import { expect, test } from 'vitest';
import type { Context } from '../../../src/language/reading.ts';
import { realDesk, TODAY } from '../../world.ts';

const desk = await realDesk();

/** What the outlet earns by the last of these questions, in yuan; null where the policy does not say. */
function totalAfter(...texts: readonly string[]): unknown {
  let context: Context | null = null;
  let total: unknown;
  for (const text of texts) {
    const asked: ReturnType<typeof desk.ask> = desk.ask({ text, today: TODAY, context });
    context = asked.context;
    total = asked.answer.facts.total;
  }
  return total;
}

test('the commission of the deposits is no answer for another offer, nor in a follow-up', () => {
  expect(totalAfter("what's our commission on the free phone")).toBeNull();
  expect(totalAfter("what's our commission on the free phone", 'for 12 households')).toBeNull();
  expect(totalAfter('合约惠机佣金多少', '20户呢')).toBeNull();
});

test('a deposit that is named later is paid for', () => {
  expect(totalAfter("what's our commission on the free phone", 'for 12', 'and on the 100')).toBe(
    120,
  );
});
