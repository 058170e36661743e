import type { Language } from '../../bilingual.ts';
import { type MessageView, section } from './blocks.ts';
import { harmless } from './markup.ts';

/** A failure that we foresaw and that has words of its own. */
export function problemView(message: string): MessageView {
  const text = harmless(message);
  return { text, blocks: [section(text)] };
}

/** Any other failure. The reference stands in the log too, beside what happened. */
export function unknownProblemView(reference: string, language: Language): MessageView {
  return problemView(UNKNOWN[language](reference));
}

const UNKNOWN: Readonly<Record<Language, (reference: string) => string>> = {
  zh: (reference) =>
    `抱歉，我这边出错了，没能回答。请再问一次；如果还不行，请把编号 ${reference} 告诉负责机器人的同事。`,
  en: (reference) =>
    `Sorry, something went wrong here and I could not answer. Please ask again; if it stays, tell whoever looks after the bot this reference: ${reference}`,
};
