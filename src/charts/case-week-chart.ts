import type { Bilingual, Language } from '../bilingual.ts';
import type { Span } from '../calendar/span.ts';
import type { Row, WeeklyFigures } from '../case-watch/weekly.ts';
import { type Block, box, onGround, sideBySide, stacked } from './blocks.ts';
import {
  asHeading,
  type Chart,
  chartOf,
  headOf,
  INNER,
  legendOf,
  pageOf,
  SMALL,
  smallPrint,
} from './chart.ts';
import { type BarRow, horizontalBars } from './horizontal-bars.ts';
import { oneLine } from './lettering.ts';
import { PALETTE } from './palette.ts';
import type { Page } from './svg.ts';

export type CaseWeekChart = {
  readonly week: string;
  readonly days: Span;
  readonly figures: WeeklyFigures;
  readonly nameOf: (id: string) => Bilingual | null;
  readonly language: Language;
};

/** The complaint cases of a week: how many, of which kind, at which outlets, and how long they took. */
export function caseWeekChart(picture: CaseWeekChart): Chart {
  return chartOf(caseWeekPage(picture), caseWeekAlt(picture));
}

export function caseWeekPage(picture: CaseWeekChart): Page {
  const { week, days, figures, language } = picture;
  const isZh = language === 'zh';
  const took = figures.daysToClose;
  return pageOf([
    headOf(
      isZh ? `投诉周报 ${week}` : `Complaints, week ${week}`,
      isZh ? `${days.from}至${days.to}` : `${days.from} to ${days.to}`,
    ),
    tiles(figures, language),
    legend(language),
    horizontalBars(isZh ? '按类别' : 'By kind', barsOf(figures.kinds, picture)),
    horizontalBars(isZh ? '按网点' : 'By outlet', barsOf(figures.outlets, picture)),
    smallPrint([
      isZh
        ? '条形后的数字：周末在办，本周新开，本周办结。'
        : 'Behind each bar: open at the end of the week, + opened and − closed in it.',
      took === null
        ? isZh
          ? '本周没有办结的工单。'
          : 'No case was closed in this week.'
        : isZh
          ? `办结用时（从收到到结案）：中位数${took.median}天，最长${took.longest}天。`
          : `Days from receipt to close: median ${took.median}, longest ${took.longest}.`,
    ]),
  ]);
}

const TILE_GAP = 20;
const TILES = 4;
const TILE_WIDTH = (INNER - (TILES - 1) * TILE_GAP) / TILES;
const TILE_PADDING = 18;

function tiles({ opened, closed, open, late }: WeeklyFigures, language: Language): Block {
  const isZh = language === 'zh';
  const given: readonly (readonly [string, number])[] = [
    [isZh ? '新开' : 'Opened', opened],
    [isZh ? '办结' : 'Closed', closed],
    [isZh ? '在办' : 'Open', open],
    [isZh ? '超期' : 'Late', late],
  ];
  const width = TILE_WIDTH - 2 * TILE_PADDING;
  return sideBySide(
    given.map(([heading, value]) =>
      onGround(
        stacked([
          oneLine(heading, { size: SMALL, width, colour: PALETTE.quiet }),
          oneLine(String(value), { size: 50, width, isBold: true }),
        ]),
        { width: TILE_WIDTH, padding: TILE_PADDING, fill: PALETTE.band, round: 14 },
      ),
    ),
    TILE_WIDTH + TILE_GAP,
  );
}

const SWATCH = 38;

function legend(language: Language): Block {
  const isZh = language === 'zh';
  const entries = [
    { words: isZh ? '在办' : 'open', fill: PALETTE.dark },
    { words: isZh ? '其中超期' : 'of them late', fill: PALETTE.bright },
  ];
  return legendOf(
    entries.map(({ words, fill }) => ({
      sign: {
        height: SWATCH,
        marks: [box({ x: 0, y: 0, width: SWATCH, height: SWATCH, fill, round: 6 })],
      },
      signWidth: SWATCH,
      words,
    })),
  );
}

function barsOf(rows: readonly Row[], { nameOf, language }: CaseWeekChart): readonly BarRow[] {
  const isZh = language === 'zh';
  return rows.map(({ id, opened, closed, open, late }) => ({
    name: rowName(id, nameOf, language),
    parts: [
      { value: open - late, fill: PALETTE.dark, what: isZh ? '在办' : 'open' },
      { value: late, fill: PALETTE.bright, what: isZh ? '超期' : 'late' },
    ],
    // What colour tells, the numbers tell as well.
    number: isZh
      ? `${open}${late > 0 ? `（超期${late}）` : ''} 新${opened} 结${closed}`
      : `${open}${late > 0 ? ` (${late} late)` : ''} +${opened} −${closed}`,
  }));
}

function rowName(id: string | null, nameOf: CaseWeekChart['nameOf'], language: Language): string {
  if (id === null) return language === 'zh' ? '没写网点' : 'No outlet named';
  return asHeading(nameOf(id)?.[language] ?? id);
}

/** The picture in sentences, with its numbers. */
export function caseWeekAlt({ week, figures, nameOf, language }: CaseWeekChart): string {
  const isZh = language === 'zh';
  const { opened, closed, open, late, kinds, outlets } = figures;
  const said = (rows: readonly Row[]): string =>
    rows.map((row) => `${rowName(row.id, nameOf, language)} ${row.open}`).join(isZh ? '、' : ', ');
  return isZh
    ? `投诉周报${week}：新开${opened}，办结${closed}，在办${open}，超期${late}。在办按类别：${said(kinds)}。按网点：${said(outlets)}。`
    : `Complaints in week ${week}: ${opened} opened, ${closed} closed, ${open} open, ${late} late. Open by kind: ${said(kinds)}. By outlet: ${said(outlets)}.`;
}
