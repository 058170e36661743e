import type { News } from '../../answers/news-in-words.ts';
import type { Language } from '../../bilingual.ts';
import { divider, type MessageView, section } from './blocks.ts';
import { bold, harmless, item, type Markup, stacked } from './markup.ts';

/** Lines in each language: the whole is read at one glance, about a dozen lines in both. */
const SHOWN = 4;
const LINE = 220;

/** What a channel is told when a policy takes effect. */
export function policyNewsView(news: Readonly<Record<Language, News>>): MessageView {
  const [zh, en] = [partOf(news.zh, 'zh'), partOf(news.en, 'en')];
  return { text: stacked([zh, en]), blocks: [section(zh), divider(), section(en)] };
}

function partOf({ lead, about, lines }: News, language: Language): Markup {
  const more = lines.length - SHOWN;
  return stacked([
    bold(lead, LINE * 2),
    ...(about === '' ? [] : [harmless(about, LINE)]),
    ...lines.slice(0, SHOWN).map((line) => item(line, LINE)),
    ...(more > 0 ? [item(MORE[language](more), LINE)] : []),
  ]);
}

const MORE: Readonly<Record<Language, (lines: number) => string>> = {
  zh: (lines) => `还有${lines}条：直接问我，比如“现在能推什么”`,
  en: (lines) => `${lines} more: ask me, such as “what can I offer now?”`,
};
