import type { Bilingual } from '../../bilingual.ts';
import { divider, type MessageView, section } from './blocks.ts';
import { harmless } from './markup.ts';

/** Something said unasked, in both languages. */
export function announcementView({ zh, en }: Bilingual): MessageView {
  return {
    text: harmless(`${zh}\n${en}`),
    blocks: [section(harmless(zh)), divider(), section(harmless(en))],
  };
}
