import type { HomeView, KnownBlock } from '@slack/types';
import type { Bilingual, Language } from '../../bilingual.ts';
import type { Day } from '../../calendar/day.ts';
import { LIMITS } from '../limits.ts';
import { ABILITIES } from './abilities.ts';
import { context, divider, header, section } from './blocks.ts';
import { bold, harmless, item, stacked } from './markup.ts';

/** A part of the page that a room has made: what it shows, or that it could not be made. */
export type HomePart = { readonly title: Bilingual; readonly blocks: readonly KnownBlock[] | null };

export type HomeSketch = {
  readonly today: Day;
  readonly tries: readonly Bilingual[];
  /** The language of the reader, or both where it is not known. */
  readonly languages: readonly Language[];
  readonly parts: readonly HomePart[];
};

/** The bot's own page: first what is the reader's own, then what the bot can do. */
export function homeView({ today, tries, languages, parts }: HomeSketch): HomeView {
  const top = header(title(languages));
  const below: readonly KnownBlock[] = [
    ...languages.flatMap((language) => [...part(language, tries), divider()]),
    context(harmless(said(languages, believed(today)))),
  ];
  const room = LIMITS.homeBlocks - 1 - below.length;
  return { type: 'home', blocks: [top, ...fitted(parts, { room, languages }), ...below] };
}

/** A text in the reader's language, or in both, one after the other. */
export function said(languages: readonly Language[], text: Bilingual): string {
  return languages.map((language) => text[language]).join(' · ');
}

type Fitting = { readonly room: number; readonly languages: readonly Language[] };

/** Around the blocks of a part: its title, and the line below it. */
const FRAME = 2;

/** Each part gets its share of the room; what one does not need goes to those after it. */
function fitted(parts: readonly HomePart[], { room, languages }: Fitting): readonly KnownBlock[] {
  const shown = parts.filter(({ blocks }) => blocks === null || blocks.length > 0);
  let left = room;
  return shown.flatMap(({ title: name, blocks }, index) => {
    const share = Math.floor(left / (shown.length - index)) - FRAME;
    const whole = blocks ?? [context(harmless(said(languages, BROKEN)))];
    const taken =
      whole.length <= share
        ? whole
        : [...whole.slice(0, Math.max(share - 1, 0)), context(harmless(said(languages, MORE)))];
    left -= taken.length + FRAME;
    return [section(bold(said(languages, name))), ...taken, divider()];
  });
}

function title(languages: readonly Language[]): string {
  return languages.length === 1 && languages[0] === 'zh'
    ? '维系助手'
    : languages.length === 1
      ? 'Retention Desk'
      : 'Retention Desk · 维系助手';
}

function believed(today: Day): Bilingual {
  return { zh: `我认为今天是 ${today}。`, en: `I believe that today is ${today}.` };
}

function part(language: Language, tries: readonly Bilingual[]): ReturnType<typeof section>[] {
  const { can, how, ask } = WORDS[language];
  return [
    section(stacked([bold(can), ...ABILITIES.map((one) => item(one[language], 200))])),
    section(stacked([bold(ask), ...tries.map((one) => item(one[language], 200)), harmless(how)])),
  ];
}

const BROKEN: Bilingual = {
  zh: '这一部分现在显示不了，请过一会儿再打开。',
  en: 'This part cannot be shown just now; please open the page again in a while.',
};

const MORE: Bilingual = {
  zh: '还有更多，这里放不下。',
  en: 'There is more than fits here.',
};

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
