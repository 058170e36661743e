import { describe, expect, test } from 'vitest';
import { renewalWeekChart } from '../../../src/charts/renewal-week-chart.ts';
import { openTally, type SaidTerm, weekOf } from '../../../src/reminders/week.ts';
import { day } from '../../world.ts';

const TERM: SaidTerm = {
  ...{ outlet: 'core-township-hall', hall: '河口镇合作厅', owner: 'U1' },
  ...{ claimedBy: null, unreachable: 0, outcome: null, reason: null, isChanged: false },
};

function chart(terms: readonly SaidTerm[], language: 'zh' | 'en') {
  const tally = openTally();
  for (const one of terms) tally.add(one);
  return renewalWeekChart({
    ...{ week: '2015-W07', days: { from: day('2015-02-09'), to: day('2015-02-15') } },
    ...{ asOf: day('2015-02-16'), figures: weekOf(tally.cells()), language },
    nameOf: () => null,
    reasonOf: (id) => (id === 'price' ? { zh: '嫌贵', en: 'too expensive' } : null),
    personOf: (who) => `<${who}>`,
  });
}

describe('the picture of a week', () => {
  const terms: readonly SaidTerm[] = [
    TERM,
    { ...TERM, outcome: 'renewed' },
    { ...TERM, outcome: 'refused', reason: 'price' },
    { ...TERM, hall: '城东合作厅', owner: '', outcome: 'not-ours' },
  ];

  test('says in words all that its bars show', () => {
    const { alt } = chart(terms, 'en');
    for (const words of [
      '4 due, 3 taken up, 1 renewed (33%), 1 refused, 1 not ours, 1 still open',
      'too expensive 1',
      '河口镇合作厅 1/3 33%',
      '城东合作厅 0/1',
      '<U1> 1/3',
      'nobody 0/1',
    ])
      expect(alt).toContain(words);
  });

  test('names of halls and people can do nothing in it', () => {
    const nasty = '"><script>alert(1)</script>';
    const { svg } = chart([{ ...TERM, hall: nasty, owner: nasty }], 'zh');
    expect(svg).not.toContain('<script');
  });

  test('of many halls the smallest are one bar, and nothing is left out of the sum', () => {
    const many = Array.from({ length: 30 }, (_, n) =>
      Array.from({ length: 31 - n }, (): SaidTerm => ({ ...TERM, hall: `厅${n}`, owner: 'U1' })),
    ).flat();
    const { alt } = chart(many, 'zh');
    expect(alt).toContain(`提醒${many.length}个`);
    const numbers = [...alt.matchAll(/(?:厅\d+|其余21个) 0\/(\d+)/g)].map(([, due]) => Number(due));
    expect(numbers).toHaveLength(10);
    expect(numbers.reduce((one, other) => one + other, 0)).toBe(many.length);
  });

  test('a week of nothing is drawn without bars', () => {
    expect(chart([], 'zh').alt).toContain('提醒0个');
  });
});
