import { type MessageView, section } from './blocks.ts';
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
