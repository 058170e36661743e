import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseIsoWeek } from '../../../src/calendar/iso-week.ts';
import type { Warning, WarningStage } from '../../../src/case-watch/warnings.ts';
import { caseClusterView } from '../../../src/slack/views/case-cluster.ts';
import { caseWarningView } from '../../../src/slack/views/case-warning.ts';
import { caseWeekView } from '../../../src/slack/views/case-week.ts';
import { decodePicture } from '../../../src/slack/views/ids.ts';
import { day, ROOT } from '../../world.ts';

const about = {
  ...{ id: 'C-2015-0003', owner: 'U0WANG', done: 5, all: 14 },
  title: { zh: '合约期内拆机', en: 'Disconnection during a contract' },
  outlet: { zh: '核心乡镇合作厅', en: 'core township partner hall' },
};
const warn = (stage: WarningStage, actBy: string): Warning => {
  return { clock: 'legal', stage, dueOn: day('2015-02-20'), actBy: day(actBy) };
};
const golden = (name: string): string => join(ROOT, 'test/golden/slack', `${name}.txt`);

describe('what is said of cases unasked', () => {
  test('warnings: short, with the day to act, and in both languages where none is known', async () => {
    const views = [
      caseWarningView({ about, warning: warn('half', '2015-02-17'), isForManager: false }, null),
      caseWarningView(
        { about, warning: warn('three-quarters', '2015-02-20'), isForManager: false },
        'zh',
      ),
      caseWarningView(
        { about, warning: warn('day-before', '2015-02-17'), isForManager: false },
        'en',
      ),
      caseWarningView({ about, warning: warn('late', '2015-02-17'), isForManager: true }, null),
    ];
    const said = views.map(({ text }) => text).join('\n\n');
    await expect(`${said}\n`).toMatchFileSnapshot(golden('case-warnings'));
  });

  test('a cluster names cases, never customers', async () => {
    const cases = Array.from({ length: 14 }, (_, index) => `C-2015-${1000 + index}`);
    const name = { zh: '存200元送100元', en: 'deposit 200, get 100' };
    const { text } = caseClusterView({ kind: 'offer', name, days: 30, cases });
    await expect(`${text}\n`).toMatchFileSnapshot(golden('case-cluster'));
  });

  test('a week has its figures and a button that draws them', async () => {
    const days = parseIsoWeek('2015-W07');
    if (days === undefined) throw new Error('there is such a week');
    const row = (id: string | null) => ({ id, opened: 3, closed: 2, open: 4, late: 1 });
    const view = caseWeekView(
      {
        ...{ week: '2015-W07', days, of: 'U0MANAGER', nameOf: () => about.title },
        outcomeOf: () => ({ zh: '已解释', en: 'explained' }),
        figures: {
          ...{ opened: 3, closed: 2, open: 4, late: 1 },
          ...{ kinds: [row('a')], outlets: [row('b'), row(null)] },
          daysToClose: { median: 5.5, longest: 12 },
          outcomes: [{ id: 'explained', cases: 2 }],
        },
      },
      null,
    );
    await expect(`${view.text}\n`).toMatchFileSnapshot(golden('case-week'));
    const button = JSON.stringify(view.blocks.at(-1));
    const value: string = JSON.parse(button).elements[0].value;
    expect(decodePicture(value)).toEqual({
      ...{ kind: 'case-week', week: '2015-W07', of: 'U0MANAGER', language: 'zh' },
    });
    expect(decodePicture(value.replace('U0MANAGER', 'x;y'))).toBeNull();
  });
});
