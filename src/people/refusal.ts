import type { Bilingual } from '../bilingual.ts';
import type { Standing } from './directory.ts';

/** What to say to somebody who may not: kindly, and why. */
export function refusalFor(standing: Standing): Bilingual {
  return WORDS[standing];
}

const WORDS: Readonly<Record<Standing, Bilingual>> = {
  inside: {
    zh: '抱歉，这一项您没有权限。需要的话，请找您的主管。',
    en: 'Sorry, you have no right to this. If you need it, please ask your manager.',
  },
  outside: {
    zh: '抱歉，合约和投诉只对本分公司的同事开放，访客和外部账号看不到。优惠和返还的问题可以随时问我。',
    en: 'Sorry, contracts and complaints are for the branch’s own people, not for guests or other workspaces. Ask me about offers and payouts any time.',
  },
  unknown: {
    zh: '抱歉，我现在在 Slack 查不到您的身份，稳妥起见先不显示。请过一分钟再试；一直这样就告诉管理员。',
    en: 'Sorry, Slack cannot tell me just now who you are, so I show nothing. Please try again in a minute; if it stays so, tell the administrator.',
  },
};
