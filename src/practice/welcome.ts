import type { Bilingual } from '../bilingual.ts';
import type { Day } from '../calendar/day.ts';

/** What the bot says first in the practice workspace. Plain text, short enough for a phone's screen. */
export function welcome(today: Day): Bilingual {
  return {
    zh: [
      `你好，我是 retention-desk。这里是练习环境，人物均为虚构。我认为今天是 ${today}。试试：`,
      '1. @retention-desk 核心乡镇合作厅主推什么？',
      '2. @retention-desk how does a 200 deposit come back?',
      '3. /promo',
    ].join('\n'),
    en: [
      `Hello, I am retention-desk. This is a practice workspace; everybody in it is invented. I believe that today is ${today}. Try:`,
      '1. @retention-desk what may a core township hall lead with?',
      '2. @retention-desk 存200元怎么返还？',
      '3. /promo',
    ].join('\n'),
  };
}
