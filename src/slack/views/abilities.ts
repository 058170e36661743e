import type { Bilingual } from '../../bilingual.ts';

/** What the bot is for, a line each. */
export const ABILITIES: readonly Bilingual[] = [
  { zh: '各网点能推什么优惠', en: 'What may be offered at which outlet' },
  {
    zh: '预存和赠送怎么返还、网点拿多少佣金',
    en: 'How deposits and gifts come back, what the outlet earns',
  },
  {
    zh: '投诉怎么处理、多久必须答复；/complaint 立案',
    en: 'What to do about a complaint, and by when; /complaint opens a case',
  },
  {
    zh: '哪些合约快到期、续约电话怎么打；/renewals 看名单',
    en: 'Which contracts end soon, how to make the renewal call; /renewals lists them',
  },
];
