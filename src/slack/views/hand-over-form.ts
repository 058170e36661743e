import type { ModalView } from '@slack/types';
import type { Language } from '../../bilingual.ts';
import { addDays, type Day } from '../../calendar/day.ts';
import { formModal } from './form.ts';
import { harmless } from './markup.ts';
import { HAND_OVER_FORM } from './term-ids.ts';

export type HandOver = {
  readonly colleagues: readonly { readonly user: string; readonly name: string }[];
  readonly today: Day;
  readonly language: Language;
  /** Where it was asked for, so that the answer stands there. */
  readonly channel: string;
};

/** Who has somebody's contracts while he is away, and from when to when. */
export function handOverForm({ colleagues, today, language, channel }: HandOver): ModalView {
  const words = WORDS[language];
  return formModal({
    callbackId: HAND_OVER_FORM,
    metadata: channel,
    title: words.title,
    send: words.send,
    close: words.close,
    intro: [harmless(words.intro)],
    fields: [
      {
        ...{ id: 'deputy', kind: 'select', label: words.deputy },
        options: colleagues.map(({ user, name }) => ({ id: user, label: name })),
      },
      { ...{ id: 'from', kind: 'day', label: words.from }, initial: today },
      { ...{ id: 'to', kind: 'day', label: words.to }, initial: addDays(today, 6) },
    ],
  });
}

type Texts = Readonly<
  Record<'title' | 'send' | 'close' | 'intro' | 'deputy' | 'from' | 'to', string>
>;
const WORDS: Readonly<Record<Language, Texts>> = {
  zh: {
    title: '请人代管合约',
    send: '交给他',
    close: '取消',
    intro: '这几天的提醒会叫他，到期自动还给您。',
    deputy: '交给谁',
    from: '从哪天',
    to: '到哪天（含）',
  },
  en: {
    title: 'Hand over my contracts',
    send: 'Hand over',
    close: 'Cancel',
    intro: 'Reminders call your colleague on these days; after them they are yours again.',
    deputy: 'To whom',
    from: 'From',
    to: 'To, included',
  },
};
