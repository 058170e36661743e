import type { Button, KnownBlock } from '@slack/types';
import type { Bilingual, Language } from '../../bilingual.ts';
import type { Step } from '../../checklists/checklist.ts';
import { ROLE_WORDS } from '../../complaints/evidence-words.ts';
import type { StepStanding } from '../../complaints/standing.ts';
import { askingOf } from '../../walking/asking.ts';
import type { CaseNow } from '../complaint-ports.ts';
import { LIMITS } from '../limits.ts';
import { actions, button, context, type MessageView, section } from './blocks.ts';
import { encodeStep, type StepDeed, stepActionId, stepBlockId } from './case-ids.ts';
import { bold, harmless, type Markup, stacked } from './markup.ts';

/** Five of these and two lines stay below what Slack takes in one section. */
const LONG = 450;
const LINE = 300;

export type StepSketch = {
  readonly now: CaseNow;
  readonly language: Language;
  /** What stands before it, such as what became of the one before. */
  readonly before?: readonly Markup[];
};

/** The step now being asked, with its buttons; the end of the checklist where all is answered. */
export function stepView({ now, language, before = [] }: StepSketch): MessageView {
  const standing = now.next;
  if (standing === null) return endView({ now, language, before });
  const { step } = standing;
  const head = bold(headWords(standing, now.standing.length, language), LINE);
  const lines = [
    ...before,
    head,
    harmless(step.task[language], LONG),
    ...(step.say === null ? [] : [quoted(step.say[language], language)]),
    ...(step.never === null ? [] : [harmless(`⛔ ${step.never[language]}`, LONG)]),
    ...(step.asks === null ? [] : [bold(`❓ ${step.asks.question[language]}`, LINE)]),
  ];
  const small = smallWords(step, language);
  const rows = buttonRows({ now, standing, language });
  return {
    text: stacked([...lines, small]),
    blocks: [section(stacked(lines)), context(small), ...rows],
  };
}

function headWords(
  { number, step, needsHelp }: StepStanding,
  all: number,
  language: Language,
): string {
  const help = needsHelp ? (language === 'zh' ? '（已找人帮忙）' : ' (help was asked for)') : '';
  return language === 'zh'
    ? `第${number}步（共${all}步） ${step.title.zh}${help}`
    : `Step ${number} of ${all}: ${step.title.en}${help}`;
}

/** What to say word for word. A line that begins with this sign is a quotation in Slack. */
function quoted(words: string, language: Language): Markup {
  const inside = harmless(words.replace(/\s+/g, ' '), LONG);
  return `> ${language === 'zh' ? '🗣 这样说：' : '🗣 Say: '}${inside}` as Markup;
}

function smallWords(step: Step, language: Language): Markup {
  const { evidence, who, by, mayNotApply, isRequired } = step;
  const zh = language === 'zh';
  const lines = [
    ...(evidence === null ? [] : [`📎 ${zh ? '凭证：' : 'Evidence: '}${evidence.words[language]}`]),
    `👤 ${ROLE_WORDS[who][language]} · ${by[language]}`,
    ...(mayNotApply === null
      ? []
      : [`${zh ? '可以不做：' : 'May be passed over: '}${mayNotApply[language]}`]),
    ...(isRequired ? [] : [zh ? '这一步不是必做。' : 'This step is not required.']),
  ];
  return harmless(lines.join('\n'), LONG);
}

type Rows = {
  readonly now: CaseNow;
  readonly standing: StepStanding;
  readonly language: Language;
};

const LABELS: Readonly<Record<Exclude<StepDeed, 'choice'>, Bilingual>> = {
  done: { zh: '好了', en: 'Done' },
  evidence: { zh: '填凭证', en: 'Give evidence' },
  'not-applicable': { zh: '不适用', en: 'Not applicable' },
  help: { zh: '找人帮忙', en: 'Need help' },
  back: { zh: '上一步', en: 'Back' },
};

function buttonRows({ now, standing, language }: Rows): readonly KnownBlock[] {
  const { step } = standing;
  const asking = askingOf(now.case, step.id);
  const about = { caseId: now.case.id, asking, language, choice: null };
  const plainButton = (deed: Exclude<StepDeed, 'choice'>, isMain?: true): Button =>
    button({
      actionId: stepActionId(deed),
      label: LABELS[deed][language],
      value: encodeStep({ ...about, deed }),
      ...(isMain === undefined ? {} : { isMain }),
    });
  const choices = (step.asks?.choices ?? []).map((choice, place) =>
    button({
      actionId: stepActionId('choice', place),
      label: choice.name[language],
      value: encodeStep({ ...about, deed: 'choice', choice: choice.id }),
    }),
  );
  const main =
    choices.length > 0
      ? choices
      : [plainButton(step.evidence === null ? 'done' : 'evidence', true)];
  const side = [
    ...(mayPass(step) ? [plainButton('not-applicable')] : []),
    plainButton('help'),
    ...(hasBack(now) ? [plainButton('back')] : []),
  ];
  const all = [...main, ...side];
  const rows: KnownBlock[] = [];
  for (let from = 0; from < all.length; from += LIMITS.buttonsInRow) {
    const row = all.slice(from, from + LIMITS.buttonsInRow);
    rows.push(actions(stepBlockId(asking, rows.length), row));
  }
  return rows;
}

/** A step that is not required may always be passed over. */
export function mayPass({ isRequired, mayNotApply }: Step): boolean {
  return !isRequired || mayNotApply !== null;
}

function hasBack({ standing }: CaseNow): boolean {
  return standing.some(({ state }) => state === 'done' || state === 'passed');
}

function endView({ now, language, before = [] }: StepSketch): MessageView {
  const isClosed = now.case.state === 'closed';
  const words = bold(
    isClosed
      ? { zh: `${now.case.id} 已结案。`, en: `${now.case.id} is closed.` }[language]
      : {
          zh: '步骤都答完了。请在最上面卡片的菜单里选“结案”。',
          en: 'All steps are answered. Choose “Close the case” in the menu of the card above.',
        }[language],
    LINE,
  );
  const lines = stacked([...before, words]);
  return { text: lines, blocks: [section(lines)] };
}
