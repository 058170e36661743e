import type { Bilingual, Language } from '../../bilingual.ts';
import type { Span } from '../../calendar/span.ts';
import type { Row, WeeklyFigures } from '../../case-watch/weekly.ts';
import { actions, button, divider, type MessageView, section } from './blocks.ts';
import type { CaseWeekPicture } from './case-week-ids.ts';
import { encodePicture, PICTURE_ACTION } from './ids.ts';
import { bold, harmless, item, type Markup, stacked } from './markup.ts';

export type CaseWeek = {
  /** As ISO 8601 names it. */
  readonly week: string;
  readonly days: Span;
  readonly figures: WeeklyFigures;
  readonly nameOf: (id: string) => Bilingual | null;
  readonly outcomeOf: (id: string) => Bilingual | null;
  readonly of: CaseWeekPicture['of'];
};

/** Lines of a list: the whole is read at a glance, and the picture shows the rest. */
const SHOWN = 6;
const LINE = 200;

/** The cases of a week, in the language of who gets it; in both where that is not known. */
export function caseWeekView(given: CaseWeek, language: Language | null): MessageView {
  const languages: readonly Language[] = language === null ? ['zh', 'en'] : [language];
  const parts = languages.map((one) => partIn(given, one));
  const picture: CaseWeekPicture = {
    kind: 'case-week',
    week: given.week,
    of: given.of,
    language: languages[0] ?? 'zh',
  };
  return {
    text: stacked(parts),
    blocks: [
      ...parts.flatMap((part, index) =>
        index === 0 ? [section(part)] : [divider(), section(part)],
      ),
      actions('case-week', [
        button({
          actionId: PICTURE_ACTION,
          label: language === 'en' ? 'Picture' : '看图 Picture',
          value: encodePicture(picture),
        }),
      ]),
    ],
  };
}

function partIn({ week, days, figures, nameOf, outcomeOf }: CaseWeek, language: Language): Markup {
  const isZh = language === 'zh';
  const { opened, closed, open, late, kinds, outlets, daysToClose, outcomes } = figures;
  const title = isZh
    ? `投诉周报 ${week}（${days.from}至${days.to}）`
    : `Complaints in week ${week} (${days.from} to ${days.to})`;
  const sum = isZh
    ? `新开${opened}件，办结${closed}件，在办${open}件，超法定期限${late}件`
    : `${opened} opened, ${closed} closed, ${open} open, ${late} past the legal limit`;
  const nameIn = (id: string | null): string =>
    id === null ? (isZh ? '没写网点' : 'no outlet named') : (nameOf(id)?.[language] ?? id);
  const rows = (some: readonly Row[]): readonly Markup[] =>
    some.slice(0, SHOWN).map((row) => item(rowIn(nameIn(row.id), row, language), LINE));
  return stacked([
    bold(title),
    harmless(sum),
    ...rows(kinds),
    harmless(isZh ? '按网点：' : 'By outlet:'),
    ...rows(outlets),
    ...(daysToClose === null
      ? []
      : [
          harmless(
            isZh
              ? `办结用时：中位数${daysToClose.median}天，最长${daysToClose.longest}天`
              : `Days to close: median ${daysToClose.median}, longest ${daysToClose.longest}`,
          ),
        ]),
    ...(outcomes.length === 0
      ? []
      : [
          harmless(
            (isZh ? '结果：' : 'Outcomes: ') +
              outcomes
                .map(({ id, cases }) => `${outcomeOf(id)?.[language] ?? id} ${cases}`)
                .join(isZh ? '；' : '; '),
          ),
        ]),
  ]);
}

function rowIn(name: string, { opened, closed, open, late }: Row, language: Language): string {
  if (language === 'zh')
    return `${name}：新开${opened}，办结${closed}，在办${open}${late > 0 ? `，超期${late}` : ''}`;
  return `${name}: ${opened} opened, ${closed} closed, ${open} open${late > 0 ? `, ${late} late` : ''}`;
}
