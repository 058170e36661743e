import type { Language } from '../../bilingual.ts';
import { type Day, dayOfMonth, monthNumber, weekdayOf, yearNumber } from '../../calendar/day.ts';
import type { Evidence } from '../../complaints/case.ts';
import { KIND_WORDS, SIGNER_WORDS } from '../../complaints/evidence-words.ts';

const WEEKDAYS = {
  zh: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
} as const;
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** `2月23日周一`, `Mon 23 Feb`; with its year where that is another one than today's. */
export function shortDay(day: Day, today: Day, language: Language): string {
  const [year, month, date] = [yearNumber(day), monthNumber(day), dayOfMonth(day)];
  const weekday = WEEKDAYS[language][weekdayOf(day) % 7] ?? '';
  const isOther = year !== yearNumber(today);
  return language === 'zh'
    ? `${isOther ? `${year}年` : ''}${month}月${date}日${weekday}`
    : `${weekday} ${date} ${MONTHS[month - 1] ?? ''}${isOther ? ` ${year}` : ''}`;
}

/** Evidence in a few words: `录音 20150210-17，客服系统，2月10日周二，客户签`. */
export function evidenceWords(
  { kind, number, kept, day, signedBy }: Evidence,
  today: Day,
  language: Language,
): string {
  const signed = signedBy.map((signer) => SIGNER_WORDS[signer][language]);
  const parts = [
    [KIND_WORDS[kind][language], number].filter((part) => part !== null).join(' '),
    kept,
    day === null ? null : shortDay(day, today, language),
    ...signed,
  ];
  return parts.filter((part) => part !== null).join(language === 'zh' ? '，' : ', ');
}
