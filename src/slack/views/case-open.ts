import type { ActionsBlock, ModalView } from '@slack/types';
import type { CaseHint } from '../../answers/answer.ts';
import type { Bilingual, Language } from '../../bilingual.ts';
import type { Day } from '../../calendar/day.ts';
import type { Checklist } from '../../checklists/checklist.ts';
import { actions, button } from './blocks.ts';
import { CASE_OPEN, encodeOpen, encodeOpenForm, OPEN_FORM, type OpenAbout } from './case-ids.ts';
import { formModal } from './form.ts';
import { harmless, type Markup } from './markup.ts';

export type OpenSketch = {
  readonly about: OpenAbout;
  /** Masked already; it is shown, and the person may mend it. */
  readonly words: string;
  /** The checklist that stands first, and why; null where nothing suggests one. */
  readonly suggested: { readonly checklist: string; readonly why: string } | null;
  readonly checklists: readonly Checklist[];
  readonly outlets: readonly { readonly id: string; readonly name: Bilingual }[];
  readonly here: { readonly outlet: string | null; readonly hall: string | null };
  readonly today: Day;
  /** What was masked in the words, so that the person deletes it where he typed it. */
  readonly warning: string | null;
};

const WORDS = 2_000;
const LINE = 60;

/** Opens a case: the words suggest a checklist, the person confirms it. */
export function openForm(sketch: OpenSketch): ModalView {
  const { about, words, suggested, outlets, here, today } = sketch;
  const { language } = about;
  const zh = language === 'zh';
  return formModal({
    callbackId: OPEN_FORM,
    metadata: encodeOpenForm(about),
    title: zh ? '投诉立案' : 'Open a complaint',
    send: zh ? '立案' : 'Open',
    close: zh ? '取消' : 'Cancel',
    intro: introOf(sketch),
    fields: [
      {
        kind: 'select',
        id: 'checklist',
        label: zh ? '哪一种投诉' : 'Which kind',
        options: suggestedFirst(sketch).map(({ id, title }) => ({ id, label: title[language] })),
        initial: suggested?.checklist,
      },
      {
        kind: 'text',
        id: 'words',
        label: zh ? '客户怎么说的' : 'What the customer says',
        hint: zh
          ? '不写姓名、证件号码、密码、完整的号码。'
          : 'No names, identity numbers, passwords or full phone numbers.',
        max: WORDS,
        initial: words,
      },
      {
        kind: 'day',
        id: 'received',
        label: zh ? '哪天收到的（法定时限从这天算）' : 'Received on (the legal clock runs from it)',
        initial: today,
      },
      {
        kind: 'select',
        id: 'outlet',
        label: zh ? '哪类网点' : 'Outlet type',
        options: outlets.map(({ id, name }) => ({ id, label: name[language] })),
        initial: here.outlet ?? undefined,
        isOptional: true,
      },
      {
        kind: 'line',
        id: 'hall',
        label: zh ? '哪个厅' : 'Which hall',
        max: LINE,
        ...(here.hall === null ? {} : { initial: here.hall }),
        isOptional: true,
      },
      {
        kind: 'line',
        id: 'contract',
        label: zh ? '合约编号（没有就空着）' : 'Contract id, if there is one',
        max: LINE,
        isOptional: true,
      },
      ...(about.channel === null || about.channel.startsWith('D')
        ? []
        : [
            {
              kind: 'select',
              id: 'place',
              label: zh ? '在哪里办' : 'Where to walk through it',
              options: [
                {
                  id: 'here',
                  label: zh
                    ? '本频道的消息列里（频道里的人都看得到）'
                    : 'A thread of this channel (all in it see it)',
                },
                { id: 'direct', label: zh ? '只和我的私信里' : 'My direct message with you' },
              ],
              initial: 'here',
            } as const,
          ]),
      {
        kind: 'select',
        id: 'language',
        label: '语言 Language',
        options: [
          { id: 'zh', label: '中文' },
          { id: 'en', label: 'English' },
        ],
        initial: language,
      },
    ],
  });
}

/** The four checklists, the suggested one first. */
function suggestedFirst({ suggested, checklists }: OpenSketch): readonly Checklist[] {
  const isFirst = ({ id }: Checklist): boolean => id === suggested?.checklist;
  return [...checklists.filter(isFirst), ...checklists.filter((one) => !isFirst(one))];
}

function introOf({ suggested, warning }: OpenSketch): readonly Markup[] {
  return [warning, suggested?.why ?? null].flatMap((line) =>
    line === null ? [] : [harmless(line)],
  );
}

/** Why a checklist is suggested: which words say so. */
export function whySuggested(title: string, words: readonly string[], language: Language): string {
  if (language === 'zh') {
    const said = words.map((word) => `“${word}”`).join('、');
    return words.length === 0
      ? `没有词指明是哪一种投诉，先用“${title}”；请您确认。`
      : `建议用“${title}”，因为说到了${said}；请您确认。`;
  }
  const said = words.map((word) => `“${word}”`).join(', ');
  return words.length === 0
    ? `No word says which kind it is, so “${title}” comes first; please confirm.`
    : `“${title}” is suggested, because of ${said}; please confirm.`;
}

/** The button below an answer about a complaint. */
export function openCaseBlock(hint: CaseHint, language: Language): ActionsBlock {
  const label = { zh: '立案，一步一步办', en: 'Open a case' }[language];
  return actions('case-open', [
    button({ actionId: CASE_OPEN, label, value: encodeOpen({ hint, language }) }),
  ]);
}
