import type { ActionsBlock, KnownBlock } from '@slack/types';
import type { Picture } from '../../answers/picture.ts';
import type { Language } from '../../bilingual.ts';
import { actions, button, context } from './blocks.ts';
import {
  encodeFeedback,
  encodePicture,
  FEEDBACK_ACTIONS,
  feedbackBlockId,
  PICTURE_ACTION,
} from './ids.ts';
import { harmless } from './markup.ts';

/** What the person who asked may do about an answer. */
export type FeedbackOffer = {
  readonly answerId: string;
  readonly language: Language;
  readonly mayMarkWrong: boolean;
  readonly mayAskWhy: boolean;
  /** What the answer looks like drawn; null where it cannot be, or where only the asker sees it. */
  readonly picture: Picture | null;
  /** The bot knew no answer, and the question goes to the review list: nothing is noted in silence. */
  readonly isNoted: boolean;
};

/** What stands below an answer: the buttons "picture", "not what I asked" and, for managers, "why this answer?". */
export function feedbackBlocks(offer: FeedbackOffer): readonly KnownBlock[] {
  const noted = offer.isNoted ? [context(harmless(NOTED[offer.language]))] : [];
  return [...noted, ...buttons(offer)];
}

function buttons({
  answerId,
  language,
  mayMarkWrong,
  mayAskWhy,
  picture,
}: FeedbackOffer): readonly ActionsBlock[] {
  const { draw, wrong, why } = LABELS[language];
  const value = encodeFeedback(answerId);
  const shown = [
    ...(picture === null
      ? []
      : [button({ actionId: PICTURE_ACTION, label: draw, value: encodePicture(picture) })]),
    ...(mayMarkWrong ? [button({ actionId: FEEDBACK_ACTIONS.wrong, label: wrong, value })] : []),
    ...(mayAskWhy ? [button({ actionId: FEEDBACK_ACTIONS.why, label: why, value })] : []),
  ];
  return shown.length === 0 ? [] : [actions(feedbackBlockId(answerId), shown)];
}

type Labels = { readonly draw: string; readonly wrong: string; readonly why: string };
const LABELS: Readonly<Record<Language, Labels>> = {
  zh: { draw: '看图', wrong: '答非所问', why: '为什么这样答' },
  en: { draw: 'Picture', wrong: 'Not what I asked', why: 'Why this answer?' },
};

const NOTED: Readonly<Record<Language, string>> = {
  zh: '已记下这个问题，负责词库的同事会看（号码等个人信息已遮盖）。',
  en: 'I noted the question for whoever keeps my words (numbers and names are masked).',
};
