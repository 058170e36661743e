import type { Bilingual } from '../../bilingual.ts';
import { type Day, dayOfMonth, monthNumber, weekdayOf } from '../../calendar/day.ts';

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `2月13日周五`, `Fri 13 Feb`: as one says it to a colleague. */
export function shortDay(day: Day): Bilingual {
  const [weekday, month] = [weekdayOf(day), monthNumber(day)];
  return {
    zh: `${month}月${dayOfMonth(day)}日周${'一二三四五六日'[weekday - 1] ?? ''}`,
    en: `${WEEKDAYS[weekday - 1] ?? ''} ${dayOfMonth(day)} ${MONTHS[month - 1] ?? ''}`,
  };
}

/** When a contract ends, seen from today. */
export function endInWords(endsOn: Day, daysLeft: number): Bilingual {
  const { zh, en } = shortDay(endsOn);
  if (daysLeft === 0) return { zh: `今天（${zh}）到期`, en: `ends today, ${en}` };
  if (daysLeft === 1) return { zh: `明天（${zh}）到期`, en: `ends tomorrow, ${en}` };
  if (daysLeft > 1)
    return { zh: `${zh}到期，还有${daysLeft}天`, en: `ends ${en}, in ${daysLeft} days` };
  const ago = -daysLeft;
  return { zh: `${zh}已到期${ago}天`, en: `ended ${en}, ${ago} ${ago === 1 ? 'day' : 'days'} ago` };
}
