import type { KnownBlock } from '@slack/types';
import type { Bilingual, Language } from '../../bilingual.ts';
import type { Day } from '../../calendar/day.ts';
import type { Span } from '../../calendar/span.ts';
import type { ChannelLanguage } from '../../reminders/rules.ts';
import type { Figures, Week } from '../../reminders/week.ts';
import {
  figuresInWords,
  hallInWords,
  NOBODYS,
  refusalsInWords,
} from '../../reminders/week-words.ts';
import { actions, button, divider, type MessageView, section } from './blocks.ts';
import { shortDay } from './end-day.ts';
import { bold, harmless, type Markup, people, stacked } from './markup.ts';
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
/** A long name must not push the figures out of the line. */
const NAME = 48;
const WORDS = 160;
const SUM = 400;

/** The renewals of a week, for managers. */
export function renewalWeekView(given: RenewalWeek, language: ChannelLanguage): MessageView {
  const languages: readonly Language[] = language === 'both' ? ['zh', 'en'] : [language];
  const parts = languages.map((one) => partsIn(given, one));
  const { week, scope } = given;
  const picture = { week, scope, language: languages[0] ?? 'zh' };
  const label = { zh: '看图', en: 'Picture', both: '看图 Picture' }[language];
  const value = encodeRenewalWeek(picture);
  return {
    text: stacked(parts.flat()),
    blocks: [
      ...parts.flatMap((part, index): KnownBlock[] => [
        ...(index === 0 ? [] : [divider()]),
        ...part.map(section),
      ]),
      actions('renewal-week', [button({ actionId: RENEWAL_WEEK_ACTION, label, value })]),
    ],
  };
}

/** The whole, the halls and the people. */
function partsIn(given: RenewalWeek, language: Language): readonly Markup[] {
  const { figures, nameOf, reasonOf, scope } = given;
  const refusals = refusalsInWords(figures.all, reasonOf);
  const sum = [
    bold(titleOf(given)[language]),
    harmless(figuresInWords(figures.all)[language], SUM),
    ...(refusals === null ? [] : [harmless(refusals[language], SUM)]),
  ];
  const halls = figures.halls.map((hall) =>
    line(harmless(hallInWords(hall, nameOf)[language], NAME), hall.figures, language),
  );
  // In a channel a name calls whoever bears it: figures of persons are for direct messages.
  const who = scope === 'all' ? [] : figures.people;
  const persons = who.map(({ who: person, figures: own }) => {
    const isUser = /^[UW][A-Z0-9]+$/.test(person);
    const name = isUser ? people([person]) : harmless(person || NOBODYS[language], NAME);
    return line(name, own, language);
  });
  return [
    stacked(sum),
    ...list(BY_HALL[language], halls, language),
    ...list(BY_PERSON[language], persons, language),
  ];
}

function list(heading: string, lines: readonly Markup[], language: Language): readonly Markup[] {
  if (lines.length === 0) return [];
  const left = lines.length - SHOWN;
  const more = language === 'zh' ? `还有${left}个没有列出` : `${left} more are not listed`;
  const shown = [bold(heading), ...lines.slice(0, SHOWN)];
  return [stacked(left > 0 ? [...shown, harmless(more)] : shown)];
}

function line(name: Markup, figures: Figures, language: Language): Markup {
  const colon = language === 'zh' ? '：' : ': ';
  return `• ${name}${colon}${harmless(figuresInWords(figures)[language], WORDS)}` as Markup;
}

function titleOf({ week, days, asOf }: RenewalWeek): Bilingual {
  const [from, to, known] = [shortDay(days.from), shortDay(days.to), shortDay(asOf)];
  return {
    zh: `续约周报 ${week}（${from.zh}至${to.zh}提醒过的，结果到${known.zh}）`,
    en: `Renewals in week ${week} (reminded of from ${from.en} to ${to.en}; as of ${known.en})`,
  };
}

const BY_HALL = { zh: '按网点', en: 'By outlet' };
const BY_PERSON = { zh: '按负责人', en: 'By who looks after them' };
