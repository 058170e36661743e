import type { Bilingual, Language } from '../../bilingual.ts';
import type { CaseNow } from '../complaint-ports.ts';
import type { Doorway } from '../ports.ts';
import { section } from '../views/blocks.ts';
import type { MenuDeed } from '../views/case-ids.ts';
import { harmless, type Markup, people } from '../views/markup.ts';
import { askedNow, refreshCard, threadOfCase } from './cards.ts';
import { showNext } from './walk.ts';

export type Change = {
  readonly before: CaseNow;
  readonly now: CaseNow;
  readonly deed: MenuDeed | 'evidence' | 'not-applicable' | 'help';
  readonly user: string;
  readonly language: Language;
};

/** Shows a change that somebody made by a menu or a modal: a line in the thread, the card, and the step if it is another. */
export async function showChange(
  { before, now, deed, user, language }: Change,
  doorway: Doorway,
): Promise<void> {
  const words = CHANGED[deed];
  const at = threadOfCase(now);
  const line = words === undefined ? null : lineOf(words(now), language, user);
  const isOther = askedNow(before) !== askedNow(now);
  if (at !== null && isOther) return showNext(now, language, doorway, line === null ? [] : [line]);
  if (at !== null && line !== null) {
    await doorway.posting.post(at, { text: line, blocks: [section(line)] });
  }
  await refreshCard(now.case.id, doorway);
}

function lineOf(words: Bilingual, language: Language, user: string): Markup {
  return `${harmless(words[language], 600)} · ${people([user])}` as Markup;
}

const CHANGED: Readonly<Partial<Record<Change['deed'], (now: CaseNow) => Bilingual>>> = {
  assign: () => ({
    zh: '🤝 换了负责人，见上面的卡片。',
    en: '🤝 Somebody else is in charge now: see the card above.',
  }),
  'take-over': () => ({
    zh: '🤝 换了负责人，见上面的卡片。',
    en: '🤝 Somebody else is in charge now: see the card above.',
  }),
  escalate: (now) => {
    const reason = now.case.escalations.at(-1)?.reason ?? '';
    return { zh: `⬆️ 已上报：${reason}`, en: `⬆️ Escalated: ${reason}` };
  },
  pause: (now) => {
    const reason = now.case.pauses.at(-1)?.reason ?? '';
    return {
      zh: `⏸ 本公司时限暂停：${reason}。法定时限照走。`,
      en: `⏸ The branch clock stands: ${reason}. The legal clock goes on.`,
    };
  },
  resume: () => ({ zh: '▶️ 本公司时限恢复计时。', en: '▶️ The branch clock runs again.' }),
  move: (now) => ({
    zh: `🆕 改用第${now.checklist.version}版清单；答过的仍然算数，变了的重新问。`,
    en: `🆕 Version ${now.checklist.version} of the checklist is used now; answers stand, what changed is asked again.`,
  }),
  'change-checklist': (now) => ({
    zh: `🔀 换成“${now.checklist.title.zh}”清单。`,
    en: `🔀 The checklist is “${now.checklist.title.en}” now.`,
  }),
  tell: () => ({ zh: '📣 已记下对客户的答复。', en: '📣 What the customer was told is noted.' }),
  close: (now) => ({ zh: `✅ ${now.case.id} 已结案。`, en: `✅ ${now.case.id} is closed.` }),
  reopen: (now) => ({
    zh: `📂 重新打开：${now.case.reopenings.at(-1)?.reason ?? ''}`,
    en: `📂 Reopened: ${now.case.reopenings.at(-1)?.reason ?? ''}`,
  }),
};
