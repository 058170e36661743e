import type { Bilingual, Language } from '../../bilingual.ts';
import type { Day } from '../../calendar/day.ts';
import type { ClockName, Warning } from '../../case-watch/warnings.ts';
import { divider, type MessageView, section } from './blocks.ts';
import { harmless, type Markup, people, stacked } from './markup.ts';

/** What a warning is about: never the customer. */
export type WarnedCase = {
  readonly id: string;
  readonly title: Bilingual;
  readonly outlet: Bilingual | null;
  readonly owner: string;
  readonly done: number;
  readonly all: number;
};

export type CaseWarning = {
  readonly about: WarnedCase;
  readonly warning: Warning;
  /** Whether it is told to somebody else than the owner. */
  readonly isForManager: boolean;
};

/** A warning of a case's clock, in the language of who gets it; in both where that is not known. */
export function caseWarningView(given: CaseWarning, language: Language | null): MessageView {
  const languages: readonly Language[] = language === null ? ['zh', 'en'] : [language];
  const parts = languages.map((one) => partIn(given, one));
  return {
    text: stacked(parts),
    blocks: parts.flatMap((part, index) =>
      index === 0 ? [section(part)] : [divider(), section(part)],
    ),
  };
}

function partIn({ about, warning, isForManager }: CaseWarning, language: Language): Markup {
  const isZh = language === 'zh';
  const { id, title, outlet, owner, done, all } = about;
  const place = outlet === null ? '' : ` · ${outlet[language]}`;
  const head = isZh ? `工单${id}（${title.zh}${place}）` : `Case ${id} (${title.en}${place})`;
  const steps = isZh ? `已办${done}/${all}步` : `${done} of ${all} steps done`;
  const look = isZh ? `查看：/complaint show ${id}` : `To see it: /complaint show ${id}`;
  return stacked([
    harmless(`⏰ ${head}`),
    harmless(sentence(warning, language)),
    ...(isForManager ? [ownerLine(owner, language)] : []),
    harmless(`${steps}${isZh ? '。' : '. '}${look}`),
  ]);
}

function ownerLine(owner: string, language: Language): Markup {
  return (language === 'zh' ? `负责人：${people([owner])}` : `Owner: ${people([owner])}`) as Markup;
}

const CLOCK: Readonly<Record<ClockName, Bilingual>> = {
  legal: { zh: '法定答复期限', en: 'the legal time to answer' },
  branch: { zh: '分公司答复时限', en: "the branch's own time to answer" },
};

function sentence({ clock, stage, dueOn, actBy }: Warning, language: Language): string {
  const name = CLOCK[clock][language];
  const by = byWhen(dueOn, actBy, language);
  if (language === 'zh') {
    if (stage === 'late')
      return `已超过${name}（最晚${dueOn}），客户还没有得到答复。今天就联系客户，并记下原因。`;
    if (stage === 'day-before') return `${name}快到了：${by}`;
    return `${name}已过${stage === 'half' ? '一半' : '四分之三'}：${by}`;
  }
  if (stage === 'late')
    return `${upper(name)} is over (it was due on ${dueOn}), and the customer has not been answered. Contact him today, and note why it is late.`;
  if (stage === 'day-before') return `${upper(name)} is nearly over: ${by}`;
  return `${stage === 'half' ? 'Half' : 'Three quarters'} of ${name} has gone: ${by}`;
}

/** The deadline never moves; where it is a day off, the day to act does. */
function byWhen(dueOn: Day, actBy: Day, language: Language): string {
  if (language === 'zh')
    return actBy === dueOn
      ? `最晚${dueOn}答复客户。`
      : `最晚${dueOn}答复客户，那天不上班，请在${actBy}前办好。`;
  return actBy === dueOn
    ? `answer the customer by ${dueOn}.`
    : `answer the customer by ${dueOn}; that is a day off, so act by ${actBy}.`;
}

function upper(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
