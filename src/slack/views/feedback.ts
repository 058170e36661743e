import type { ActionsBlock, KnownBlock } from '@slack/types';
import type { Language } from '../../bilingual.ts';
import { actions, button, context } from './blocks.ts';
import { encodeFeedback, FEEDBACK_ACTIONS, feedbackBlockId } from './ids.ts';
import { harmless } from './markup.ts';

/** What the person who asked may do about an answer. */
export type FeedbackOffer = {
  readonly answerId: string;
  readonly language: Language;
  readonly mayMarkWrong: boolean;
  readonly mayAskWhy: boolean;
  /** The bot knew no answer, and the question goes to the review list: nothing is noted in silence. */
  readonly isNoted: boolean;
};

/** What stands below an answer: the buttons "not what I asked" and, for managers, "why this answer?". */
export function feedbackBlocks(offer: FeedbackOffer): readonly KnownBlock[] {
  const noted = offer.isNoted ? [context(harmless(NOTED[offer.language]))] : [];
  return [...noted, ...buttons(offer)];
}

function buttons({
  answerId,
  language,
  mayMarkWrong,
  mayAskWhy,
}: FeedbackOffer): readonly ActionsBlock[] {
  const { wrong, why } = LABELS[language];
  const value = encodeFeedback(answerId);
  const shown = [
    ...(mayMarkWrong ? [button({ actionId: FEEDBACK_ACTIONS.wrong, label: wrong, value })] : []),
    ...(mayAskWhy ? [button({ actionId: FEEDBACK_ACTIONS.why, label: why, value })] : []),
  ];
  return shown.length === 0 ? [] : [actions(feedbackBlockId(answerId), shown)];
}

const LABELS: Readonly<Record<Language, { readonly wrong: string; readonly why: string }>> = {
  zh: { wrong: '答非所问', why: '为什么这样答' },
  en: { wrong: 'Not what I asked', why: 'Why this answer?' },
};

const NOTED: Readonly<Record<Language, string>> = {
  zh: '已记下这个问题，负责词库的同事会看（号码等个人信息已遮盖）。',
  en: 'I noted the question for whoever keeps my words (numbers and names are masked).',
};
