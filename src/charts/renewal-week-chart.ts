import type { Bilingual, Language } from '../bilingual.ts';
import type { Day } from '../calendar/day.ts';
import type { Span } from '../calendar/span.ts';
import { type Figures, renewalRate, type Week } from '../reminders/week.ts';
import { figuresInWords, hallInWords, NOBODYS, refusalsInWords } from '../reminders/week-words.ts';
import { box } from './blocks.ts';
import { type Chart, chartOf, headOf, legendOf, pageOf, smallPrint } from './chart.ts';
import { type BarRow, horizontalBars } from './horizontal-bars.ts';
import { PALETTE } from './palette.ts';

export type RenewalWeekPicture = {
  /** As ISO 8601 names the week; null where the span is another one. */
  readonly week: string | null;
  readonly days: Span;
  readonly asOf: Day;
  readonly figures: Week;
  readonly language: Language;
  readonly nameOf: (id: string) => Bilingual | null;
  readonly reasonOf: (id: string) => Bilingual | null;
  /** What somebody is called who looks after contracts. */
  readonly personOf: (who: string) => string;
};

/** More bars no phone shows at once; the rest is one bar. */
const SHOWN = 10;
const SIGN = 28;

/** Of what was reminded of in a span: what was renewed, what ended otherwise, and what is open, by hall and person. */
export function renewalWeekChart(picture: RenewalWeekPicture): Chart {
  const { week, days, asOf, figures, language, nameOf, reasonOf, personOf } = picture;
  const isZh = language === 'zh';
  const title = isZh ? `续约周报 ${week ?? ''}` : `Renewals ${week ?? ''}`;
  const when = isZh
    ? `${days.from}至${days.to}提醒过的合约，结果到${asOf}`
    : `Contracts reminded of from ${days.from} to ${days.to}, as of ${asOf}`;
  const all = figuresInWords(figures.all)[language];
  const refusals = refusalsInWords(figures.all, reasonOf)?.[language] ?? null;
  const halls = rowsOf(
    figures.halls.map((hall) => ({ ...hall, name: hallInWords(hall, nameOf)[language] })),
    language,
  );
  const people = rowsOf(
    figures.people.map(({ who, figures: own }) => ({
      figures: own,
      name: who === '' ? NOBODYS[language] : personOf(who),
    })),
    language,
  );
  const headings = isZh ? ['按网点', '按负责人'] : ['By outlet', 'By who looks after them'];
  const lists = [halls, people].map((rows, index) => ({ heading: headings[index] ?? '', rows }));
  const page = pageOf([
    headOf(title.trim(), when),
    smallPrint([all, ...(refusals === null ? [] : [refusals])]),
    legendOf(
      LEGEND.map(({ fill, words }) => ({
        sign: { height: SIGN, marks: [box({ x: 0, y: 0, width: SIGN, height: SIGN, fill })] },
        signWidth: SIGN,
        words: words[language],
      })),
    ),
    ...lists
      .filter(({ rows }) => rows.length > 0)
      .map(({ heading, rows }) => horizontalBars(heading, rows)),
    smallPrint([NUMBERS[language]]),
  ]);
  const spoken = lists.flatMap(({ heading, rows }) => [
    `${heading}${isZh ? '：' : ':'}`,
    ...rows.map(({ name, number }) => `${name} ${number}`),
  ]);
  const alt = [title.trim(), when, all, ...(refusals === null ? [] : [refusals]), ...spoken];
  return chartOf(page, alt.join(isZh ? '；' : '; '));
}

type Named = { readonly name: string; readonly figures: Figures };

function rowsOf(named: readonly Named[], language: Language): readonly BarRow[] {
  const shown = named.length > SHOWN ? named.slice(0, SHOWN - 1) : named;
  const rest = named.slice(shown.length);
  const rows = shown.map((one) => ({ name: one.name, ...partsOf([one.figures]) }));
  if (rest.length === 0) return rows;
  const name = language === 'zh' ? `其余${rest.length}个` : `${rest.length} others`;
  return [...rows, { name, ...partsOf(rest.map(({ figures }) => figures)) }];
}

function partsOf(figures: readonly Figures[]): Omit<BarRow, 'name'> {
  const sum = (of: (one: Figures) => number): number =>
    figures.reduce((total, one) => total + of(one), 0);
  const [due, renewed, open] = [
    sum((one) => one.due),
    sum(({ standings }) => standings.renewed),
    sum(({ standings }) => standings.open),
  ];
  const [first] = figures;
  const rate = figures.length === 1 && first !== undefined ? renewalRate(first) : null;
  return {
    parts: [
      { value: renewed, fill: PALETTE.dark, what: 'renewed' },
      { value: due - renewed - open, fill: PALETTE.bright, what: 'ended' },
      { value: open, fill: PALETTE.line, what: 'open' },
    ],
    number: `${renewed}/${due}${rate === null ? '' : ` ${rate}%`}`,
  };
}

const LEGEND = [
  { fill: PALETTE.dark, words: { zh: '已续约', en: 'renewed' } },
  { fill: PALETTE.bright, words: { zh: '其他', en: 'something else' } },
  { fill: PALETTE.line, words: { zh: '还没结果', en: 'still open' } },
] as const;
const NUMBERS = {
  zh: '数字：已续约/提醒过的；百分比不算“不是本厅客户”。',
  en: 'Numbers: renewed of reminded of; the rate leaves out those that are not ours.',
};
