import { describe, expect, test } from 'vitest';
import { everywhere, type Grant, mayAs } from '../../../src/people/role.ts';

const at = (outlet: string | null, hall: string | null = null) => ({ outlet, hall });
const manager = (outlets: readonly string[] | null, halls: readonly string[] | null): Grant => ({
  ...{ role: 'manager', outlets, halls },
});

describe('a role holds where it was given', () => {
  test('one without bounds holds everywhere, also where the place is not known', () => {
    for (const place of [undefined, at(null), at('own-hall'), at('own-hall', '中心厅')])
      expect(mayAs([everywhere('manager')], 'manager', place)).toBe(true);
  });

  test('one for outlet types holds in all their halls, and at no other type', () => {
    const grants = [manager(['core-township-hall', 'township-store'], null)];
    expect(mayAs(grants, 'manager', at('township-store', '河口店'))).toBe(true);
    expect(mayAs(grants, 'manager', at('core-township-hall'))).toBe(true);
    expect(mayAs(grants, 'manager', at('own-hall', '河口店'))).toBe(false);
  });

  test('one for a hall holds there alone, and not at the outlet type as a whole', () => {
    const grants = [manager(null, ['河口店'])];
    expect(mayAs(grants, 'manager', at('township-store', '河口店'))).toBe(true);
    expect(mayAs(grants, 'manager', at('township-store', '青石店'))).toBe(false);
    expect(mayAs(grants, 'manager', at('township-store'))).toBe(false);
  });

  test('halls and outlet types together: these halls of these types', () => {
    const grants = [manager(['township-store'], ['河口店'])];
    expect(mayAs(grants, 'manager', at('township-store', '河口店'))).toBe(true);
    expect(mayAs(grants, 'manager', at('own-hall', '河口店'))).toBe(false);
    expect(mayAs(grants, 'manager', at('township-store', '青石店'))).toBe(false);
  });

  test('an unknown place is nobody’s but those who have the role everywhere', () => {
    expect(mayAs([manager(['own-hall'], null)], 'manager', at(null))).toBe(false);
    expect(mayAs([manager(null, ['中心厅'])], 'manager', at(null))).toBe(false);
  });

  test('asked without a place, anywhere will do', () => {
    expect(mayAs([manager(['own-hall'], ['中心厅'])], 'manager')).toBe(true);
  });
});

test('no role contains another one, and nobody without a grant has any', () => {
  expect(mayAs([everywhere('administrator')], 'manager')).toBe(false);
  expect(mayAs([everywhere('manager')], 'staff')).toBe(false);
  expect(mayAs([], 'staff')).toBe(false);
});

test('several grants add up', () => {
  const grants = [manager(['own-hall'], null), manager(null, ['河口店'])];
  expect(mayAs(grants, 'manager', at('own-hall', '中心厅'))).toBe(true);
  expect(mayAs(grants, 'manager', at('township-store', '河口店'))).toBe(true);
  expect(mayAs(grants, 'manager', at('township-store', '青石店'))).toBe(false);
});
