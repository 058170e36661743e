import { describe, expect, test } from 'vitest';
import { parseIsoWeek } from '../../../src/calendar/iso-week.ts';
import type { WeeklyFigures } from '../../../src/case-watch/weekly.ts';
import { caseWeekAlt, caseWeekChart, caseWeekPage } from '../../../src/charts/case-week-chart.ts';
import { misplaced } from './drawn.ts';

const days = parseIsoWeek('2015-W07');
if (days === undefined) throw new Error('there is such a week');

const row = (id: string | null, opened: number, open: number, late: number) => ({
  ...{ id, opened, closed: 1, open, late },
});
const FIGURES: WeeklyFigures = {
  ...{ opened: 5, closed: 4, open: 9, late: 2 },
  kinds: [row('disconnection-in-contract', 3, 6, 2), row('general-complaint', 2, 3, 0)],
  outlets: [row('core-township-hall', 4, 7, 2), row(null, 1, 2, 0)],
  daysToClose: { median: 5.5, longest: 12 },
  outcomes: [{ id: 'explained', cases: 4 }],
};
const name = { zh: '名字很长的一类投诉'.repeat(3), en: 'a kind of complaint with a long name' };

describe("the picture of a week's cases", () => {
  test.each(['zh', 'en'] as const)('nothing lies over something else, in %s', (language) => {
    const many = Array.from({ length: 8 }, (_, index) =>
      row(`k${index}`, index, 900 * index, index),
    );
    for (const figures of [FIGURES, { ...FIGURES, kinds: many, outlets: [] }]) {
      const page = caseWeekPage({ week: '2015-W07', days, figures, nameOf: () => name, language });
      expect(misplaced(page)).toEqual([]);
    }
  });

  test('the alternative text has the figures', () => {
    const picture = { week: '2015-W07', days, figures: FIGURES, nameOf: () => null };
    expect(caseWeekAlt({ ...picture, language: 'zh' })).toBe(
      '投诉周报2015-W07：新开5，办结4，在办9，超期2。在办按类别：Disconnection-in-contract 6、General-complaint 3。按网点：Core-township-hall 7、没写网点 2。',
    );
    expect(caseWeekChart({ ...picture, language: 'en' }).svg).toContain('9');
  });
});
