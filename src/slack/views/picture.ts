import type { KnownBlock } from '@slack/types';
import type { Picture } from '../../answers/picture.ts';
import type { Language } from '../../bilingual.ts';
import { context, type MessageView, section } from './blocks.ts';
import type { Audience } from './ids.ts';
import { harmless } from './markup.ts';

/** To a press on a picture that nobody can draw any more: the policy has changed, or the button is an old one. */
export function noPictureView(): MessageView {
  const text = harmless(
    [
      '这张图画不出来了：政策可能已经变了。请再问一次。',
      'I cannot draw that any more: the policy may have changed. Please ask again.',
    ].join('\n'),
  );
  return { text, blocks: [section(text)] };
}

/** What stands below an answer that was wished for as a picture and gets none; nothing where the picture is sent. */
export function pictureNote({
  picture,
  audience,
  language,
}: {
  readonly picture: Picture | null;
  readonly audience: Audience;
  readonly language: Language;
}): readonly KnownBlock[] {
  if (picture === null) return [context(harmless(NOT_DRAWN[language]))];
  return audience === 'asker' ? [context(harmless(SEEN_BY_ALL[language]))] : [];
}

const NOT_DRAWN: Readonly<Record<Language, string>> = {
  zh: '这个答案没有图：能画的是某档存费的返还，和哪类网点能推什么。',
  en: 'There is no picture of this: I draw how a deposit comes back, and what may be offered where.',
};
const SEEN_BY_ALL: Readonly<Record<Language, string>> = {
  zh: '图会被整个频道看到，所以这里不发：在频道里@我，或者私信我，就发图。',
  en: 'A picture is seen by the whole channel, so none is sent here: mention me in the channel, or write to me directly, and you get it.',
};
