import type { Checklist, Step } from '../checklists/checklist.ts';
import type { Case, Happening } from './case.ts';
import type { CaseDeed } from './command.ts';
import { keptReason } from './free-text.ts';
import { type CaseWorld, type Refusal, refusal } from './world.ts';

/** What a deed brings, before it is numbered and stamped. */
export type Effect =
  | { readonly ok: true; readonly happened: readonly Happening[]; readonly hasMasked: boolean }
  | Refusal;

export type Deed<Kind extends CaseDeed['do']> = Extract<CaseDeed, { readonly do: Kind }>;

/** A case that is there, and what is decided about it by. */
export type Scene = {
  readonly now: Case;
  readonly checklist: Checklist;
  readonly world: CaseWorld;
};

export function only(happened: Happening): Effect {
  return { ok: true, happened: [happened], hasMasked: false };
}

export function withReason(reason: string, happened: (kept: string) => Happening): Effect {
  const kept = keptReason(reason);
  if (!kept.ok) return kept;
  return { ok: true, happened: [happened(kept.text)], hasMasked: kept.hasMasked };
}

export function stepOf(id: string, { steps }: Checklist): Step | Refusal {
  return (
    steps.find((step) => step.id === id) ??
    refusal('unknown-step', `清单里没有“${id}”这一步。`, `The checklist has no step "${id}".`)
  );
}

export function isPaused({ pauses }: Case): boolean {
  return pauses.some(({ to }) => to === null);
}
