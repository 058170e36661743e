import type { ChecklistRef, Step } from '../checklists/checklist.ts';
import { namedIn } from '../checklists/condition.ts';
import type { Happening } from './case.ts';
import { type Deed, type Effect, only, type Scene, stepOf } from './deed.ts';
import { keptNote, keptText } from './free-text.ts';
import { type StepStanding, standingOf } from './standing.ts';
import { keptAnswer } from './step-answer.ts';
import { type Refusal, refusal } from './world.ts';

export function answering(
  { step: id, given, saw, corrects }: Deed<'answer'>,
  scene: Scene,
): Effect {
  const { now, checklist, world } = scene;
  if (saw !== null && !isSame(saw, now.checklist)) return oldCard(scene);
  const step = stepOf(id, checklist);
  if ('ok' in step) return step;
  const standing = standingOf(now, checklist);
  const stands = standing.find((one) => one.step.id === id);
  if (stands?.state === 'off')
    return refusal(
      'step-is-off',
      `按前面的回答，“${step.title.zh}”这一步不用做。`,
      `By the earlier answers the step "${step.title.en}" does not apply.`,
    );
  if (stands?.state === 'later') {
    const first = askedFirst(step, standing);
    return refusal(
      'answer-first',
      `请先回答“${first?.title.zh ?? ''}”，才知道“${step.title.zh}”要不要做。`,
      `Please answer "${first?.title.en ?? ''}" first: it decides whether "${step.title.en}" applies.`,
    );
  }
  const before = now.answers[id];
  if (before !== undefined && !corrects)
    return refusal(
      'already-answered',
      `“${step.title.zh}”已经由${before.stamp.who}在${before.stamp.on}回答过了。要改，请用“更正”。`,
      `"${step.title.en}" was already answered by ${before.stamp.who} on ${before.stamp.on}. To change it, use "correct".`,
    );
  const kept = keptAnswer(step, given, world.today);
  if (!kept.ok) return kept;
  return {
    ok: true,
    happened: [{ kind: 'answered', step: id, given: kept.given }],
    hasMasked: kept.hasMasked,
  };
}

export function goingBack({ step: id }: Deed<'back'>, { now, checklist }: Scene): Effect {
  const step = stepOf(id, checklist);
  if ('ok' in step) return step;
  if (now.answers[id] === undefined)
    return refusal(
      'not-answered',
      `“${step.title.zh}”还没有回答，不用退回。`,
      `"${step.title.en}" has no answer yet, so there is nothing to take back.`,
    );
  return only({ kind: 'reopened-step', step: id });
}

export function askingHelp({ step: id, note }: Deed<'need-help'>, { checklist }: Scene): Effect {
  const step = stepOf(id, checklist);
  if ('ok' in step) return step;
  const kept = keptNote(note);
  if (!kept.ok) return kept;
  const happened: Happening = { kind: 'help-asked', step: id, note: kept.text };
  return { ok: true, happened: [happened], hasMasked: kept.hasMasked };
}

/** Slack holds it; the case only names it. An identity document is to be kept nowhere. */
export function linking({ file, step: id }: Deed<'link-file'>, { checklist }: Scene): Effect {
  if (IDENTITY_FILE.test(file.name))
    return refusal(
      'personal-data',
      '这个文件像是证件，没有关联。请把它从Slack里删掉，只写“已核对”和日期。',
      'That file looks like an identity document and was not linked. Please delete it from Slack, and note only "checked" and the day.',
      { askToDelete: true },
    );
  const step = id === null ? null : stepOf(id, checklist);
  if (step !== null && 'ok' in step) return step;
  const name = keptText(file.name, { isForgiving: true });
  if (!name.ok) return name;
  return {
    ok: true,
    happened: [{ kind: 'file-linked', file: { ...file, name: name.text }, step: id }],
    hasMasked: name.hasMasked,
  };
}

const IDENTITY_FILE = /身份证|护照|户口|证件照|passport|id[ _-]?card|identity/i;

/** The first open step that a step's condition waits for, itself or through another one. */
function askedFirst(step: Step, standing: readonly StepStanding[]): Step | undefined {
  const facts = step.when === null ? [] : namedIn(step.when).map(({ fact }) => fact);
  const waited = standing.find(
    (one) =>
      (one.state === 'open' || one.state === 'later') && facts.includes(one.step.asks?.id ?? ''),
  );
  return waited?.state === 'later' ? askedFirst(waited.step, standing) : waited?.step;
}

function isSame(one: ChecklistRef, other: ChecklistRef): boolean {
  return one.id === other.id && one.version === other.version;
}

function oldCard({ now, checklist }: Scene): Refusal {
  return refusal(
    'old-card',
    `这是旧卡片上的按钮：工单${now.id}现在用的是“${checklist.title.zh}”第${checklist.version}版。请用最新的卡片。`,
    `That button is from an old card: case ${now.id} now goes by "${checklist.title.en}", version ${checklist.version}. Please use the newest card.`,
  );
}
