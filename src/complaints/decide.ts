import {
  type Checklist,
  type ChecklistRef,
  checklistOf,
  newestChecklist,
  type Step,
} from '../checklists/checklist.ts';
import { checklistDifference } from '../checklists/difference.ts';
import type { Case, CaseEvent, Happening, Told } from './case.ts';
import { closingGaps, outcomeOf } from './closing.ts';
import type { CaseCommand, CaseDeed } from './command.ts';
import { keptNote, keptReason, keptText } from './free-text.ts';
import { opening } from './opening.ts';
import { standingOf } from './standing.ts';
import { keptAnswer } from './step-answer.ts';
import { type CaseWorld, type Decision, type Refusal, refusal } from './world.ts';

/** What a deed brings, before it is numbered and stamped. */
type Outcome =
  | { readonly ok: true; readonly happened: readonly Happening[]; readonly hasMasked: boolean }
  | Refusal;

type Deed<Kind extends CaseDeed['do']> = Extract<CaseDeed, { readonly do: Kind }>;
type Scene = { readonly now: Case; readonly checklist: Checklist; readonly world: CaseWorld };

/**
 * The one guard: what a command brings to a case, or why it brings nothing. A command that was carried out before brings
 * nothing again.
 */
export function decide(now: Case | null, command: CaseCommand, world: CaseWorld): Decision {
  if (now?.keys.includes(command.key))
    return { ok: true, events: [], isRepeated: true, askToDelete: false };
  const outcome = outcomeOfDeed(now, command, world);
  if (!outcome.ok) return outcome;
  const { who, origin } = command.by;
  const events = outcome.happened.map(
    (happened, index): CaseEvent => ({
      seq: (now?.seq ?? 0) + index + 1,
      at: world.now,
      on: world.today,
      who,
      origin,
      key: command.key,
      happened,
    }),
  );
  return { ok: true, events, isRepeated: false, askToDelete: outcome.hasMasked };
}

function outcomeOfDeed(now: Case | null, command: CaseCommand, world: CaseWorld): Outcome {
  if (command.do === 'open') return now === null ? opening(command, world) : opened();
  if (now === null) return refusal('no-case', '没有这个工单。', 'There is no such case.');
  const checklist = checklistOf(world.checklists, now.checklist);
  if (checklist === null)
    return refusal(
      'unknown-checklist',
      `清单“${now.checklist.id}”第${now.checklist.version}版不在数据里，请告诉管理员。`,
      `Version ${now.checklist.version} of the checklist "${now.checklist.id}" is not in the data; please tell the administrator.`,
    );
  const scene: Scene = { now, checklist, world };
  // What was said, seen and linked may be added later; what changes the work may not.
  if (command.do === 'reopen') return reopening(command, scene);
  if (command.do === 'note') return noting(command);
  if (command.do === 'place') return placing(command, scene);
  if (now.state === 'closed')
    return refusal(
      'closed',
      `工单${now.id}已经结案（${now.closed?.stamp.on ?? ''}）。要继续处理，请先写明原因重新打开。`,
      `Case ${now.id} was closed (${now.closed?.stamp.on ?? ''}). To go on with it, reopen it first, with a reason.`,
    );
  switch (command.do) {
    case 'answer':
      return answering(command, scene);
    case 'back':
      return goingBack(command, scene);
    case 'need-help':
      return askingHelp(command, scene);
    case 'assign':
      return changingOwner(scene, { to: command.to, reason: command.reason, how: 'assigned' });
    case 'take-over': {
      const to = command.by.who;
      return changingOwner(scene, { to, reason: command.reason, how: 'taken-over' });
    }
    case 'escalate': {
      const { to, person } = command;
      return withReason(command.reason, (reason) => ({ kind: 'escalated', to, person, reason }));
    }
    case 'pause':
      return pausing(command, scene);
    case 'resume':
      return isPaused(now)
        ? only({ kind: 'resumed' })
        : refusal('not-paused', '分公司时钟没有暂停。', "The branch's clock is running already.");
    case 'move':
      return moving(command, scene);
    case 'change-checklist':
      return changingChecklist(command, scene);
    case 'tell':
      return telling(command, scene);
    case 'close':
      return closing(command, scene);
    case 'link-file': {
      const { file, step } = command;
      const known = step === null ? null : stepOf(step, checklist);
      if (known !== null && 'ok' in known) return known;
      return only({ kind: 'file-linked', file, step });
    }
  }
}

function answering({ step: id, given, saw, corrects }: Deed<'answer'>, scene: Scene): Outcome {
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
    const first = standing.find((one) => one.state === 'open' && one.step.asks !== null)?.step;
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

function goingBack({ step: id }: Deed<'back'>, { now, checklist }: Scene): Outcome {
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

function askingHelp({ step: id, note }: Deed<'need-help'>, { checklist }: Scene): Outcome {
  const step = stepOf(id, checklist);
  if ('ok' in step) return step;
  const kept = keptNote(note);
  if (!kept.ok) return kept;
  const happened: Happening = { kind: 'help-asked', step: id, note: kept.text };
  return { ok: true, happened: [happened], hasMasked: kept.hasMasked };
}

function changingOwner(
  { now }: Scene,
  { to, reason, how }: { to: string; reason: string; how: 'assigned' | 'taken-over' },
): Outcome {
  if (to.trim() === '')
    return refusal('reason-missing', '请写明交给谁。', 'Please say to whom it goes.');
  if (to === now.owner)
    return refusal(
      'same-owner',
      `工单${now.id}本来就由${to}负责。`,
      `Case ${now.id} is ${to}'s already.`,
    );
  return withReason(reason, (kept) => ({ kind: 'assigned', to, reason: kept, how }));
}

function pausing({ reason }: Deed<'pause'>, { now }: Scene): Outcome {
  if (isPaused(now))
    return refusal(
      'paused',
      '分公司时钟已经暂停了。法定15日时限不会停。',
      "The branch's clock stands already. The legal limit never stops.",
    );
  return withReason(reason, (kept) => ({ kind: 'paused', reason: kept }));
}

function moving({ version }: Deed<'move'>, { now, checklist, world }: Scene): Outcome {
  const to =
    version === null
      ? newestChecklist(world.checklists, now.checklist.id)
      : checklistOf(world.checklists, { id: now.checklist.id, version });
  if (to === null || to.version <= now.checklist.version)
    return refusal(
      'no-newer-version',
      `清单没有更新的版本（现在是第${now.checklist.version}版）。`,
      `There is no newer version of the checklist than ${now.checklist.version}.`,
    );
  return only({ kind: 'moved', version: to.version, again: againIn(checklist, to) });
}

function changingChecklist(
  { checklist: id, reason }: Deed<'change-checklist'>,
  { now, checklist, world }: Scene,
): Outcome {
  const to = newestChecklist(world.checklists, id);
  if (to === null)
    return refusal('unknown-checklist', `没有“${id}”这张清单。`, `There is no checklist "${id}".`);
  if (to.id === now.checklist.id)
    return refusal(
      'unknown-checklist',
      '用的就是这张清单。',
      'The case goes by that checklist already.',
    );
  return withReason(reason, (kept) => ({
    kind: 'checklist-changed',
    checklist: { id: to.id, version: to.version },
    again: againIn(checklist, to),
    branchDays: world.branch.perChecklist[to.id] ?? world.branch.workingDays,
    reason: kept,
  }));
}

/** Steps whose answers do not go along. */
function againIn(from: Checklist, to: Checklist): readonly string[] {
  const { changed, removed } = checklistDifference(from, to);
  return [...changed, ...removed].map(({ id }) => id);
}

function telling(command: Deed<'tell'>, scene: Scene): Outcome {
  const { words, on, channel, accepted } = command;
  const kept = keptTold({ words, on, channel, accepted }, scene);
  if (!kept.ok) return kept;
  return { ok: true, happened: [{ kind: 'told', ...kept.told }], hasMasked: kept.hasMasked };
}

function keptTold(
  told: Told,
  { now, world }: Scene,
): { readonly ok: true; readonly told: Told; readonly hasMasked: boolean } | Refusal {
  if (told.words.trim() === '')
    return refusal(
      'reason-missing',
      '请写下对客户说的原话。',
      'Please write down what the customer was told, word for word.',
    );
  if (told.on > world.today || told.on < now.receivedOn)
    return refusal(
      'day-wrong',
      `告知日期${told.on}不对：应在收到投诉（${now.receivedOn}）之后、今天之前。`,
      `The day ${told.on} cannot be right: it lies between the complaint (${now.receivedOn}) and today.`,
    );
  const kept = keptText(told.words);
  if (!kept.ok) return kept;
  return { ok: true, told: { ...told, words: kept.text }, hasMasked: kept.hasMasked };
}

function closing({ outcome, note, told }: Deed<'close'>, scene: Scene): Outcome {
  const { now, world } = scene;
  if (outcome !== null && outcomeOf(world, outcome) === null)
    return refusal(
      'unknown-outcome',
      `没有“${outcome}”这个结果。可选：${world.outcomes.map(({ name }) => name.zh).join('；')}`,
      `There is no outcome "${outcome}". There are: ${world.outcomes.map(({ id }) => id).join(', ')}`,
    );
  const kept = keptNote(note);
  if (!kept.ok) return kept;
  const said = told === null ? null : keptTold(told, scene);
  if (said?.ok === false) return said;
  const last = said === null ? (now.told.at(-1) ?? null) : said.told;
  const gaps = closingGaps(now, world, { outcome, note: kept.text, told: last });
  if (gaps.length > 0 || outcome === null)
    return refusal(
      'gaps',
      `还不能结案，还差：${gaps.map(({ words }) => words.zh).join('；')}。`,
      `It cannot be closed yet. Still missing: ${gaps.map(({ words }) => words.en).join('; ')}.`,
      { gaps },
    );
  return {
    ok: true,
    happened: [
      ...(said === null ? [] : [{ kind: 'told' as const, ...said.told }]),
      { kind: 'closed', outcome, note: kept.text },
    ],
    hasMasked: kept.hasMasked || said?.hasMasked === true,
  };
}

function reopening({ reason }: Deed<'reopen'>, { now }: Scene): Outcome {
  if (now.state === 'open')
    return refusal('not-closed', `工单${now.id}还开着。`, `Case ${now.id} is open already.`);
  return withReason(reason, (kept) => ({ kind: 'reopened', reason: kept }));
}

function noting({ text }: Deed<'note'>): Outcome {
  const kept = keptReason(text);
  if (!kept.ok) return kept;
  return {
    ok: true,
    happened: [{ kind: 'noted', text: kept.text }],
    hasMasked: kept.hasMasked,
  };
}

function placing({ channel, thread, card }: Deed<'place'>, { now }: Scene): Outcome {
  const { place } = now;
  const isSamePlace = place?.channel === channel && place.thread === thread && place.card === card;
  return isSamePlace
    ? { ok: true, happened: [], hasMasked: false }
    : only({ kind: 'placed', channel, thread, card });
}

function withReason(reason: string, happened: (kept: string) => Happening): Outcome {
  const kept = keptReason(reason);
  if (!kept.ok) return kept;
  return { ok: true, happened: [happened(kept.text)], hasMasked: kept.hasMasked };
}

function only(happened: Happening): Outcome {
  return { ok: true, happened: [happened], hasMasked: false };
}

function stepOf(id: string, { steps }: Checklist): Step | Refusal {
  return (
    steps.find((step) => step.id === id) ??
    refusal('unknown-step', `清单里没有“${id}”这一步。`, `The checklist has no step "${id}".`)
  );
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

function isPaused({ pauses }: Case): boolean {
  return pauses.some(({ to }) => to === null);
}

function opened(): Refusal {
  return refusal('no-case', '这个工单已经开了。', 'This case is open already.');
}
