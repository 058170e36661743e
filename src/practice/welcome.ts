import type { Bilingual } from '../bilingual.ts';
import type { Day } from '../calendar/day.ts';

/** What the bot says first in the practice workspace. Plain text, short enough for a phone's screen. */
export function welcome(today: Day): Bilingual {
  return {
    zh: [
      `你好，我是 retention-desk。这里是练习环境，人物都是虚构的。我认为今天是 ${today}。可以试试：`,
      '1. @retention-desk 核心乡镇合作厅能推什么',
      '2. @retention-desk 合作厅能推啥（我会问您是哪一类）',
      '3. /promo 存200元怎么返',
      '4. /complaint 客户说合约没到期号被拆了',
      '5. #core-township 里的续约提醒：点“我来跟”',
    ].join('\n'),
    en: [
      `Hello, I am retention-desk. All is invented here. I believe that today is ${today}. Try:`,
      '1. @retention-desk what can I offer at a township partner hall?',
      '2. @retention-desk what can I offer at a partner hall?',
      '3. /promo how does a 200 deposit come back',
      '4. /complaint his line was cut in the contract',
      '5. the renewals in #urban: press “Mine”',
    ].join('\n'),
  };
}
