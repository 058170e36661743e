import type { Bilingual } from '../../bilingual.ts';
import type { ComplaintDoor } from '../complaint-ports.ts';
import type { HomeSection } from '../ports.ts';
import type { Posting } from '../posting.ts';
import { section } from '../views/blocks.ts';
import { caseLines, caseSections } from '../views/case-list.ts';
import { said } from '../views/home.ts';
import { harmless } from '../views/markup.ts';
import { linksTo } from './links.ts';

export type HomeCasesPorts = {
  readonly complaints: Pick<ComplaintDoor, 'list'>;
  readonly nameOf: (id: string) => Bilingual | null;
  readonly linkTo: Posting['linkTo'];
};

/** On the bot's own page: the reader's open cases, the nearer day first. */
export function casesSection({ complaints, nameOf, linkTo }: HomeCasesPorts): HomeSection {
  return {
    name: 'my-cases',
    title: { zh: '我的投诉案子', en: 'My complaint cases' },
    blocks: async ({ user, languages, today }) => {
      const { lines, hasMore } = await complaints.list(user, 'mine', null);
      if (lines.length === 0) return [section(harmless(said(languages, NONE)))];
      const linkOf = await linksTo(lines, { linkTo });
      const [language = 'zh'] = languages;
      const shown = caseLines({ lines, today, language, nameOf, linkOf, filter: 'mine', hasMore });
      const more = hasMore ? [harmless(said(languages, MORE))] : [];
      return caseSections([...shown, ...more]);
    },
  };
}

const NONE: Bilingual = {
  zh: '没有没办完的案子。用 /complaint 立案。',
  en: 'No open case. Open one with /complaint.',
};
const MORE: Bilingual = {
  zh: '后面还有：/complaint list',
  en: 'There are more: /complaint list',
};
