import type { Bilingual } from '../../bilingual.ts';
import { context, type MessageView, section } from './blocks.ts';
import { bold, harmless, item, stacked } from './markup.ts';

/** Said when somebody calls without asking anything: there is no question to tell the language from. */
export function helpHintView(tries: readonly Bilingual[]): MessageView {
  const text = [
    '想问什么？比如： · What would you like to know? For example:',
    ...tries.flatMap(({ zh, en }) => [zh, en]),
  ].join('\n');
  const list = tries.flatMap(({ zh, en }) => [item(zh, 200), item(en, 200)]);
  return {
    text: harmless(text),
    blocks: [
      section(stacked([bold('想问什么？ · What would you like to know?'), ...list])),
      context(harmless('中英文都可以。 · Chinese and English both work.')),
    ],
  };
}
