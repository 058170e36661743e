import type { Button, KnownBlock, ModalView } from '@slack/types';
import type { Language } from '../../bilingual.ts';
import { LIMITS } from '../limits.ts';
import { actions, button, plain, section } from './blocks.ts';
import { type Digest, lineOf } from './digest.ts';
import { encodeTerm, TERM_PAGE, termBlockId } from './term-ids.ts';

/** A modal takes a hundred blocks, and a phone scrolls so far gladly. */
const PAGE = 20;

/** All contracts of a digest, page by page, for one reader; `page` counts from 0. */
export function digestPage(digest: Digest, page: number, language: Language): ModalView {
  const { lines, key, today } = digest;
  const pages = Math.max(1, Math.ceil(lines.length / PAGE));
  const shown = Math.min(Math.max(page, 0), pages - 1);
  const part = lines.slice(shown * PAGE, (shown + 1) * PAGE);
  const turn = (to: number, label: string): Button => {
    // The button says which page it turns to where others name a contract.
    const value = encodeTerm({ contract: String(to), endsOn: today, key });
    return button({ actionId: `${TERM_PAGE}:${to}`, label, value });
  };
  const buttons = [
    ...(shown > 0 ? [turn(shown - 1, WORDS[language].back)] : []),
    ...(shown < pages - 1 ? [turn(shown + 1, WORDS[language].next)] : []),
  ];
  const own = { ...digest, language };
  const blocks: KnownBlock[] = [
    ...part.map((line) => section(lineOf(line, own, true))),
    ...(buttons.length === 0
      ? []
      : [actions(termBlockId({ contract: '*', endsOn: today, key }), buttons)]),
  ];
  return {
    type: 'modal',
    title: plain(`${WORDS[language].title} ${shown + 1}/${pages}`, LIMITS.modalTitle),
    close: plain(WORDS[language].close, LIMITS.modalTitle),
    blocks,
  };
}

const WORDS: Readonly<
  Record<Language, Readonly<Record<'title' | 'next' | 'back' | 'close', string>>>
> = {
  zh: { title: '全部合约', next: '下一页', back: '上一页', close: '关闭' },
  en: { title: 'All contracts', next: 'Next', back: 'Back', close: 'Close' },
};
