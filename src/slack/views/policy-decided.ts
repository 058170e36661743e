import { dayInWords } from '../../answers/wording.ts';
import type { Bilingual } from '../../bilingual.ts';
import type { Day } from '../../calendar/day.ts';
import type { Stale } from '../policy-ports.ts';
import type { MessageView } from './blocks.ts';
import { chosenView, type FrozenMessage, type ShownMessage } from './chosen.ts';
import { POLICY_BLOCK } from './ids.ts';
import { bothView } from './policy-sheet.ts';

export type Approved = {
  readonly set: string;
  readonly version: number;
  readonly from: Day;
  readonly by: string;
};

/** To those who were not there: who approved what, and from which day on it holds. */
export function approvedView({ set, version, from, by }: Approved): MessageView {
  return bothView({
    zh: `${set} 第${version}版已由 ${by} 批准，${dayInWords(from, 'zh')}起生效。`,
    en: `${by} has approved version ${version} of ${set}: in force from ${dayInWords(from, 'en')} on.`,
  });
}

export type SentBack = { readonly draft: string; readonly by: string; readonly reason: string };

/** To those who were not there: a draft was sent back, and why. */
export function sentBackView({ draft, by, reason }: SentBack): MessageView {
  return bothView({
    zh: `${by} 没有批准草稿 ${draft}：${reason}\n改好表格后再拖给我一次。`,
    en: `${by} has sent the draft ${draft} back: ${reason}\nMend the sheet and drop it here again.`,
  });
}

/** The request without its buttons, with what was decided. */
export function settledView(message: ShownMessage, { zh, en }: Bilingual): FrozenMessage {
  return chosenView(message, `${zh} · ${en}`, ({ block_id: id }) => id === POLICY_BLOCK);
}

export const SETTLED = {
  approved: (from: Day): Bilingual => ({
    zh: `已批准，${dayInWords(from, 'zh')}起生效`,
    en: `Approved, in force from ${dayInWords(from, 'en')} on`,
  }),
  sentBack: (reason: string): Bilingual => ({ zh: `已退回：${reason}`, en: 'Sent back' }),
} as const;

/** To a press that does nothing any more. */
export function stalePolicyView(why: Stale): MessageView {
  return bothView(STALE[why]);
}

export function refusedPressView(reason: Bilingual): MessageView {
  return bothView(reason);
}

/** To somebody who is no policy owner. */
export function onlyOwnersView(): MessageView {
  return bothView({
    zh: '只有政策负责人可以决定。',
    en: 'Only a policy owner may decide this.',
  });
}

export function ownDraftView(): MessageView {
  return bothView({
    zh: '这份政策是您自己准备的，要由另一位政策负责人决定。',
    en: 'You have prepared this policy yourself: another policy owner has to decide.',
  });
}

const STALE: Readonly<Record<Stale, Bilingual>> = {
  changed: {
    zh: '这份草稿在这条消息之后又导入过，请看最新的那条。',
    en: 'The draft was imported again after this message: please look at the newest one.',
  },
  approved: { zh: '这份政策已经批准过了。', en: 'This policy has been approved already.' },
  gone: { zh: '这份草稿已经不在了。', en: 'This draft is gone.' },
};
