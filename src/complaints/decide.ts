import { checklistOf } from '../checklists/checklist.ts';
import type { Case, CaseEvent } from './case.ts';
import type { CaseCommand } from './command.ts';
import { type Effect, type Scene, withReason } from './deed.ts';
import {
  changingChecklist,
  changingOwner,
  moving,
  pausing,
  placing,
  resuming,
} from './deeds-on-course.ts';
import { closing, noting, reopening, telling } from './deeds-on-end.ts';
import { answering, askingHelp, goingBack, linking } from './deeds-on-steps.ts';
import { opening } from './opening.ts';
import { type CaseWorld, type Decision, type Refusal, refusal } from './world.ts';

/**
 * The one guard: what a command brings to a case, or why it brings nothing. A command that was carried out before brings
 * nothing again.
 */
export function decide(now: Case | null, command: CaseCommand, world: CaseWorld): Decision {
  if (now?.keys.includes(command.key))
    return { ok: true, events: [], isRepeated: true, askToDelete: false };
  const effect = effectOf(now, command, world);
  if (!effect.ok) return effect;
  const { who, origin } = command.by;
  const events = effect.happened.map(
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
  return { ok: true, events, isRepeated: false, askToDelete: effect.hasMasked };
}

function effectOf(now: Case | null, command: CaseCommand, world: CaseWorld): Effect {
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
      return resuming(scene);
    case 'move':
      return moving(command, scene);
    case 'change-checklist':
      return changingChecklist(command, scene);
    case 'tell':
      return telling(command, scene);
    case 'close':
      return closing(command, scene);
    case 'link-file':
      return linking(command, scene);
  }
}

function opened(): Refusal {
  return refusal('no-case', '这个工单已经开了。', 'This case is open already.');
}
