import { type Checklist, checklistOf, newestChecklist } from '../checklists/checklist.ts';
import { checklistDifference } from '../checklists/difference.ts';
import { type Deed, type Effect, isPaused, only, type Scene, withReason } from './deed.ts';
import { refusal } from './world.ts';

export function changingOwner(
  { now }: Scene,
  { to, reason, how }: { to: string; reason: string; how: 'assigned' | 'taken-over' },
): Effect {
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

export function pausing({ reason }: Deed<'pause'>, { now }: Scene): Effect {
  if (isPaused(now))
    return refusal(
      'paused',
      '分公司时钟已经暂停了。法定15日时限不会停。',
      "The branch's clock stands already. The legal limit never stops.",
    );
  return withReason(reason, (kept) => ({ kind: 'paused', reason: kept }));
}

export function resuming({ now }: Scene): Effect {
  return isPaused(now)
    ? only({ kind: 'resumed' })
    : refusal('not-paused', '分公司时钟没有暂停。', "The branch's clock is running already.");
}

export function moving({ version }: Deed<'move'>, { now, checklist, world }: Scene): Effect {
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

export function changingChecklist(
  { checklist: id, reason }: Deed<'change-checklist'>,
  { now, checklist, world }: Scene,
): Effect {
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

export function placing({ channel, thread, card }: Deed<'place'>, { now }: Scene): Effect {
  const { place } = now;
  const isSamePlace = place?.channel === channel && place.thread === thread && place.card === card;
  return isSamePlace
    ? { ok: true, happened: [], hasMasked: false }
    : only({ kind: 'placed', channel, thread, card });
}
