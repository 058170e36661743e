import type { KnownBlock } from '@slack/types';
import type { Bilingual, Language } from '../../bilingual.ts';
import type { Day } from '../../calendar/day.ts';
import type { CaseFilter, CaseLine } from '../complaint-ports.ts';
import { context, type MessageView, section } from './blocks.ts';
import { leftWords } from './case-card.ts';
import { shortDay } from './case-words.ts';
import { bold, harmless, linked, type Markup, people, stacked } from './markup.ts';

/** More than a phone shows without scrolling for long; the rest is counted. */
export const SHOWN_CASES = 15;
const LINE = 160;

export type ListSketch = {
  readonly lines: readonly CaseLine[];
  readonly filter: CaseFilter;
  readonly today: Day;
  readonly language: Language;
  readonly nameOf: (id: string) => Bilingual | null;
  /** The address of a message; null where it is not known. */
  readonly linkOf: (message: { readonly channel: string; readonly ts: string }) => string | null;
  readonly hasMore: boolean;
};

/** Open cases, the nearer clock first. */
export function caseListView(sketch: ListSketch): MessageView {
  const { lines, filter, language } = sketch;
  const zh = language === 'zh';
  if (lines.length === 0) {
    const text = harmless(EMPTY[filter][language]);
    return { text, blocks: [section(text)] };
  }
  const head = bold(TITLES[filter][language]);
  const shown = caseSections([head, ...caseLines(sketch)]);
  const tail: KnownBlock[] = sketch.hasMore
    ? [
        context(
          harmless(
            zh ? '后面还有，这里只列最急的。' : 'There are more; these are the most urgent.',
          ),
        ),
      ]
    : [];
  return { text: stacked([head, ...caseLines(sketch)]), blocks: [...shown, ...tail] };
}

/** Lines of cases as blocks, a few in each: one section takes 3,000 characters, and an address may be long. */
export function caseSections(lines: readonly Markup[]): readonly KnownBlock[] {
  const sections: KnownBlock[] = [];
  for (let from = 0; from < lines.length; from += IN_SECTION) {
    sections.push(section(stacked(lines.slice(from, from + IN_SECTION))));
  }
  return sections;
}

const IN_SECTION = 5;

/** A line for each case, at most as many as are shown. */
export function caseLines({
  lines,
  today,
  language,
  nameOf,
  linkOf,
}: ListSketch): readonly Markup[] {
  return lines.slice(0, SHOWN_CASES).map((line) => {
    const due = shortDay(line.dueOn, today, language);
    const left = leftWords(line.daysLeft, language);
    const place =
      line.outlet === null ? '' : ` · ${nameOf(line.outlet)?.[language] ?? line.outlet}`;
    const words = `${line.title[language]} ${line.done}/${line.all} · ${line.isPaused ? '⏸ ' : ''}${due} ${left}${place}`;
    const about = harmless(words, LINE);
    return `• ${linked(line.id, line.card === null ? null : linkOf(line.card))} ${about} · ${people([line.owner])}` as Markup;
  });
}

const TITLES: Readonly<Record<CaseFilter, Bilingual>> = {
  mine: { zh: '我的投诉案子', en: 'My complaint cases' },
  late: { zh: '已经超时的案子', en: 'Cases that are late' },
  all: { zh: '看得到的案子', en: 'Cases that you may see' },
};
const EMPTY: Readonly<Record<CaseFilter, Bilingual>> = {
  mine: { zh: '您手上没有没办完的投诉案子。', en: 'You have no open complaint case.' },
  late: { zh: '没有超时的案子。', en: 'No case is late.' },
  all: { zh: '没有您能看的、没办完的案子。', en: 'There is no open case that you may see.' },
};
