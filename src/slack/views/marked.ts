import type { Language } from '../../bilingual.ts';
import { type MessageView, section } from './blocks.ts';
import { harmless } from './markup.ts';

/** To somebody who marked an answer as wrong. */
export function markedView(language: Language): MessageView {
  return oneLine(MARKED[language]);
}

/** To somebody who is no manager and asks why. */
export function onlyManagersView(language: Language): MessageView {
  return oneLine(ONLY_MANAGERS[language]);
}

/** To a press below an answer that nobody remembers. */
export function forgottenView(): MessageView {
  return oneLine(FORGOTTEN);
}

function oneLine(words: string): MessageView {
  const text = harmless(words);
  return { text, blocks: [section(text)] };
}

const MARKED: Readonly<Record<Language, string>> = {
  zh: '谢谢，已记下，请先不要照这个答案办。换个说法再问一次：写明网点、优惠或预存金额会更准。',
  en: 'Thank you, noted. Please do not act on that answer. Try again in other words: naming the outlet, the offer or the deposit helps.',
};

const ONLY_MANAGERS: Readonly<Record<Language, string>> = {
  zh: '这个按钮只给主管用。觉得答得不对，请点“答非所问”，或告诉主管。',
  en: 'This button is for managers. If the answer looks wrong, press “Not what I asked”, or tell your manager.',
};

const FORGOTTEN = [
  '这个答案太久了，我已经不记得当时的问题。请再问一次。',
  'That answer is too old: I no longer remember the question. Please ask it again.',
].join('\n');
