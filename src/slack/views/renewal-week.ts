import type { KnownBlock } from '@slack/types';
import type { Bilingual, Language } from '../../bilingual.ts';
import type { Day } from '../../calendar/day.ts';
import type { Span } from '../../calendar/span.ts';
import type { ChannelLanguage } from '../../reminders/rules.ts';
import type { Week } from '../../reminders/week.ts';
import {
  figuresInWords,
  hallInWords,
  NOBODYS,
  refusalsInWords,
} from '../../reminders/week-words.ts';
import { actions, button, divider, type MessageView, section } from './blocks.ts';
import { shortDay } from './end-day.ts';
import { bold, harmless, item, type Markup, people, stacked } from './markup.ts';
import {
  encodeRenewalWeek,
  RENEWAL_WEEK_ACTION,
  type RenewalWeekButton,
} from './renewal-week-ids.ts';

export type RenewalWeek = {
  /** As ISO 8601 names it. */
  readonly week: string;
  readonly days: Span;
  /** What became of the terms is known up to this day. */
  readonly asOf: Day;
  readonly figures: Week;
  readonly scope: RenewalWeekButton['scope'];
  readonly nameOf: (id: string) => Bilingual | null;
  readonly reasonOf: (id: string) => Bilingual | null;
};

/** Lines of a list: the whole is read at a glance, and the picture shows more. */
const SHOWN = 8;
const LINE = 240;

/** The renewals of a week, for managers. */
export function renewalWeekView(given: RenewalWeek, language: ChannelLanguage): MessageView {
  const languages: readonly Language[] = language === 'both' ? ['zh', 'en'] : [language];
  const parts = languages.map((one) => partIn(given, one));
  const { week, scope } = given;
  const picture = { week, scope, language: languages[0] ?? 'zh' };
  const label = { zh: '看图', en: 'Picture', both: '看图 Picture' }[language];
  const value = encodeRenewalWeek(picture);
  return {
    text: stacked(parts),
    blocks: [
      ...parts.flatMap((part, index): KnownBlock[] =>
        index === 0 ? [section(part)] : [divider(), section(part)],
      ),
      actions('renewal-week', [button({ actionId: RENEWAL_WEEK_ACTION, label, value })]),
    ],
  };
}

function partIn(given: RenewalWeek, language: Language): Markup {
  const { figures, nameOf, reasonOf, scope } = given;
  const refusals = refusalsInWords(figures.all, reasonOf);
  const halls = figures.halls
    .slice(0, SHOWN)
    .map((hall) =>
      item(line(hallInWords(hall, nameOf)[language], figuresInWords(hall.figures), language), LINE),
    );
  // In a channel a name calls whoever bears it: figures of persons are for direct messages.
  const who = scope === 'all' ? [] : figures.people.slice(0, SHOWN);
  return stacked([
    bold(titleOf(given)[language]),
    harmless(figuresInWords(figures.all)[language], 2 * LINE),
    ...(refusals === null ? [] : [harmless(refusals[language], 2 * LINE)]),
    harmless(BY_HALL[language]),
    ...halls,
    ...more(figures.halls.length, language),
    ...(who.length === 0 ? [] : [harmless(BY_PERSON[language])]),
    ...who.map(({ who: person, figures: own }) => {
      const name = person === '' ? harmless(NOBODYS[language]) : people([person]);
      const words = line('', figuresInWords(own), language);
      return `• ${name}${harmless(words, LINE)}` as Markup;
    }),
    ...(scope === 'all' ? [] : more(figures.people.length, language)),
  ]);
}

function more(count: number, language: Language): readonly Markup[] {
  const left = count - SHOWN;
  if (left <= 0) return [];
  return [harmless(language === 'zh' ? `还有${left}个没有列出` : `${left} more are not listed`)];
}

function line(name: string, words: Bilingual, language: Language): string {
  return `${name}${language === 'zh' ? '：' : ': '}${words[language]}`;
}

function titleOf({ week, days, asOf }: RenewalWeek): Bilingual {
  const [from, to, known] = [shortDay(days.from), shortDay(days.to), shortDay(asOf)];
  return {
    zh: `续约周报 ${week}（${from.zh}至${to.zh}提醒过的，结果到${known.zh}）`,
    en: `Renewals in week ${week} (reminded of from ${from.en} to ${to.en}; as of ${known.en})`,
  };
}

const BY_HALL = { zh: '按网点：', en: 'By outlet:' };
const BY_PERSON = { zh: '按负责人：', en: 'By who looks after them:' };
