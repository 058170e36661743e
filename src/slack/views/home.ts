import type { HomeView } from '@slack/types';
import type { Bilingual, Language } from '../../bilingual.ts';
import type { Day } from '../../calendar/day.ts';
import { ABILITIES } from './abilities.ts';
import { context, divider, header, section } from './blocks.ts';
import { bold, harmless, item, stacked } from './markup.ts';

/** The bot's own page. In both languages: Slack does not tell which one somebody reads. */
export function homeView(today: Day, tries: readonly Bilingual[]): HomeView {
  return {
    type: 'home',
    blocks: [
      header('Retention Desk · 维系助手'),
      ...part('zh', tries),
      divider(),
      ...part('en', tries),
      divider(),
      context(harmless(`我认为今天是 ${today}。 · I believe that today is ${today}.`)),
    ],
  };
}

function part(language: Language, tries: readonly Bilingual[]): ReturnType<typeof section>[] {
  const { can, how, ask } = WORDS[language];
  return [
    section(stacked([bold(can), ...ABILITIES.map((one) => item(one[language], 200))])),
    section(stacked([bold(ask), ...tries.map((one) => item(one[language], 200)), harmless(how)])),
  ];
}

type Texts = { readonly can: string; readonly ask: string; readonly how: string };

const WORDS: Readonly<Record<Language, Texts>> = {
  zh: {
    can: '我能回答什么',
    ask: '可以试试',
    how: '在“消息”里直接问，在频道里 @我，或用 /promo 问只给自己看的问题。',
  },
  en: {
    can: 'What I can answer',
    ask: 'Things to try',
    how: 'Ask in Messages, mention me in a channel, or use /promo for an answer that only you see.',
  },
};
