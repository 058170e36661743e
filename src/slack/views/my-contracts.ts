import type { KnownBlock } from '@slack/types';
import type { Bilingual, Language } from '../../bilingual.ts';
import type { DigestLine } from '../../reminders/plan.ts';
import type { ChannelLanguage } from '../../reminders/rules.ts';
import { context, header, type MessageView, section } from './blocks.ts';
import { type Digest, lineOf, termButtons } from './digest.ts';
import { inLanguage } from './digest-words.ts';
import { bold, harmless, stacked } from './markup.ts';

/** Names the buttons that stand in no digest. */
export const MINE_KEY = 'mine';

export type Mine = Pick<Digest, 'nameOf' | 'reasonOf' | 'today'> & {
  readonly lines: readonly DigestLine[];
  readonly languages: readonly Language[];
};

const SHOWN = 8;

/** Somebody's own contracts, soonest end first, with the same buttons as in a digest. */
export function myContractBlocks({ lines, languages, ...rest }: Mine): readonly KnownBlock[] {
  const [first = 'zh'] = languages;
  const language: ChannelLanguage = languages.length > 1 ? 'both' : first;
  const say = (words: Bilingual): string => inLanguage(words, language);
  if (lines.length === 0) return [section(harmless(say(NONE)))];
  const own = { ...rest, language, key: MINE_KEY };
  const left = lines.length - SHOWN;
  return [
    ...lines
      .slice(0, SHOWN)
      .flatMap((line) => [section(lineOf(line, own, true)), ...termButtons(line, own)]),
    ...(left > 0 ? [context(harmless(say(MORE(left))))] : []),
  ];
}

/** The same as a message for one person. */
export function myContractsView(mine: Mine): MessageView {
  const [language = 'zh'] = mine.languages;
  const title = TITLE[language];
  return {
    text: stacked([bold(title), harmless(`${mine.lines.length}`)]),
    blocks: [header(title), ...myContractBlocks(mine)],
  };
}

export const TITLE: Bilingual = { zh: '我的合约', en: 'My contracts' };
const NONE = { zh: '没有快到期的合约在您名下。', en: 'No contract of yours ends soon.' };
const MORE = (left: number): Bilingual => ({ zh: `后面还有${left}个`, en: `${left} more` });
