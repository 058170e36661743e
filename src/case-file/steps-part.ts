import type { Checklist } from '../checklists/checklist.ts';
import { type Condition, namedIn } from '../checklists/condition.ts';
import type { Case, EarlierAnswer } from '../complaints/case.ts';
import { ROLE_WORDS } from '../complaints/evidence-words.ts';
import type { StepStanding } from '../complaints/standing.ts';
import type { Part } from '../paper.ts';
import { givenInWords } from './happened.ts';
import { masked } from './masked.ts';
import { labelled, momentIn, NONE } from './words.ts';
import type { FileWorld } from './world.ts';

/** Every step of the checklist with its answer, or why there is none. */
export function stepsPart(
  found: Case,
  {
    checklist,
    standing,
  }: { readonly checklist: Checklist; readonly standing: readonly StepStanding[] },
  world: FileWorld,
): readonly Part[] {
  const { language } = world;
  const isZh = language === 'zh';
  const rows = standing.map((one) => [
    String(one.number),
    `${one.step.title[language]}\n${ROLE_WORDS[one.step.who][language]}`,
    [
      answerInWords(one, { found, checklist, standing }, world),
      ...found.earlier
        .filter(({ step }) => step === one.step.id)
        .map((earlier) => earlierInWords(earlier, world)),
    ].join('\n'),
    byWhom(one, world),
  ]);
  return [
    { kind: 'heading', level: 1, text: isZh ? '步骤' : 'Steps' },
    {
      kind: 'table',
      head: isZh
        ? ['序', '步骤', '怎么办的', '谁，何时']
        : ['#', 'Step', 'How it was done', 'By whom, when'],
      rows,
      shares: [5, 22, 53, 20],
    },
    ...goneSteps(found, checklist, world),
  ];
}

type Around = {
  readonly found: Case;
  readonly checklist: Checklist;
  readonly standing: readonly StepStanding[];
};

function answerInWords(one: StepStanding, around: Around, world: FileWorld): string {
  const isZh = world.language === 'zh';
  const { state, answer, step } = one;
  if (state === 'off' && step.when !== null) {
    const why = labelled(
      isZh ? '不涉及' : 'Did not arise',
      conditionInWords(step.when, around, world),
      world.language,
    );
    // It is kept: it counts again where an earlier answer is changed back.
    return answer === null
      ? why
      : `${why}\n${givenInWords(answer, { step: step.id, ref: answer.checklist, world })}`;
  }
  if (answer !== null && state !== 'later')
    return givenInWords(answer, { step: step.id, ref: answer.checklist, world });
  if (state === 'later') return isZh ? '要看前面的步骤' : 'An earlier step decides';
  const help = around.found.help[step.id];
  const asked =
    help === undefined
      ? ''
      : `\n${labelled(isZh ? '请求帮助' : 'Help was asked for', masked(help.note ?? NONE), world.language)}`;
  return (isZh ? '还没办' : 'Still to be done') + asked;
}

/** The answers by which a step does not arise. */
function conditionInWords(
  condition: Condition,
  { checklist, standing }: Around,
  world: FileWorld,
): string {
  const { language } = world;
  const facts = [...new Set(namedIn(condition).map(({ fact }) => fact))];
  const said = facts.map((fact) => {
    const asking = checklist.steps.find(({ asks }) => asks?.id === fact);
    const at = standing.find(({ step }) => step.id === asking?.id);
    const answer = at?.state === 'done' && at.answer?.what === 'done' ? at.answer.choice : null;
    const choice = asking?.asks?.choices.find(({ id }) => id === answer)?.name[language];
    const none = language === 'zh' ? '没有问到' : 'not asked';
    return `${asking?.asks?.question[language] ?? fact} ${choice ?? none}`;
  });
  return said.join(language === 'zh' ? '；' : '; ');
}

const WHY: Readonly<Record<EarlierAnswer['why'], { readonly zh: string; readonly en: string }>> = {
  corrected: { zh: '后来更正', en: 'corrected later' },
  'taken-back': { zh: '后来收回', en: 'taken back' },
  'new-version': { zh: '检查单换了版本', en: 'the checklist has a new version' },
  'other-checklist': { zh: '改用了另一张检查单', en: 'another checklist is used' },
};

function earlierInWords({ step, answer, why, until }: EarlierAnswer, world: FileWorld): string {
  const { language, timeZone, nameOf } = world;
  const given = givenInWords(answer, { step, ref: answer.checklist, world });
  const when = `${momentIn(until.at, timeZone)} ${nameOf.person(until.who)}`;
  const about =
    language === 'zh'
      ? `先前的回答（${WHY[why].zh}，${when}）`
      : `Earlier answer (${WHY[why].en}, ${when})`;
  return labelled(about, given, language);
}

function byWhom({ answer, state }: StepStanding, { timeZone, nameOf }: FileWorld): string {
  if (answer === null || state === 'later') return NONE;
  return `${nameOf.person(answer.stamp.who)}\n${momentIn(answer.stamp.at, timeZone)}`;
}

/** Answers to steps that the checklist now in use does not have. */
function goneSteps(found: Case, checklist: Checklist, world: FileWorld): readonly Part[] {
  const isZh = world.language === 'zh';
  const known = new Set(checklist.steps.map(({ id }) => id));
  const gone = found.earlier.filter(({ step }) => !known.has(step));
  if (gone.length === 0) return [];
  const titleOf = ({ step, answer }: EarlierAnswer): string =>
    world.checklists
      .find(({ id, version }) => id === answer.checklist.id && version === answer.checklist.version)
      ?.steps.find(({ id }) => id === step)?.title[world.language] ?? step;
  return [
    {
      kind: 'heading',
      level: 2,
      text: isZh ? '先前检查单的步骤' : 'Steps of an earlier checklist',
    },
    {
      kind: 'table',
      head: isZh ? ['步骤', '回答'] : ['Step', 'Answer'],
      rows: gone.map((one) => [titleOf(one), earlierInWords(one, world)]),
      shares: [28, 72],
    },
  ];
}
