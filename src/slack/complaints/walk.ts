import type { Bilingual, Language } from '../../bilingual.ts';
import type { Given } from '../../complaints/case.ts';
import type { StepStanding } from '../../complaints/standing.ts';
import type { StepHere } from '../../dialogs/turn.ts';
import { askingOf } from '../../walking/asking.ts';
import type { CaseNow, Done } from '../complaint-ports.ts';
import type { Doorway } from '../ports.ts';
import type { Place } from '../posting.ts';
import { noticeView, SAID } from '../views/case-said.ts';
import type { Markup } from '../views/markup.ts';
import { askedNow, askStep, threadOfCase } from './cards.ts';
import { callForHelp } from './help.ts';

/** What somebody does about the step being asked. */
export type StepWish =
  | { readonly do: 'answer'; readonly given: Given }
  | { readonly do: 'back' }
  | { readonly do: 'help'; readonly note: string | null };

export type Walker = {
  readonly user: string;
  readonly language: Language;
  /** Tells him what only he has to read. */
  readonly tell: (words: Bilingual) => Promise<void>;
};

/** Does what was wished for about the step that is asked; the guard may refuse. */
export async function fulfil(
  { now, standing, wish }: { now: CaseNow; standing: StepStanding; wish: StepWish },
  user: string,
  { complaints }: Doorway,
): Promise<Done> {
  const { id } = now.case;
  const asking = askingOf(now.case, standing.step.id);
  const key = `${asking}:${user}:${wish.do}`;
  switch (wish.do) {
    case 'answer': {
      const step = standing.step.id;
      const saw = now.case.checklist;
      const deed = { do: 'answer', step, given: wish.given, saw, corrects: false } as const;
      return complaints.act(id, deed, { user, key });
    }
    case 'help':
      return complaints.act(
        id,
        { do: 'need-help', step: standing.step.id, note: wish.note },
        { user, key },
      );
    case 'back': {
      const last = lastAnswered(now);
      if (last === null) return { ok: true, now, again: true, askToDelete: false };
      const backTo = askingOf(now.case, last.step.id);
      return complaints.act(
        id,
        { do: 'back', step: last.step.id },
        { user, key: `${backTo}:back` },
      );
    }
  }
}

/** The step before: of those that are answered, the last one before the step being asked, else the last of all. */
export function lastAnswered({ standing, next }: CaseNow): StepStanding | null {
  const answered = standing.filter(({ state }) => state === 'done' || state === 'passed');
  const current = next?.number ?? Number.POSITIVE_INFINITY;
  return answered.findLast(({ number }) => number < current) ?? answered.at(-1) ?? null;
}

/** One wish about a step, from whichever door: the next step is asked, or the person is told why not. */
export async function walkStep(
  { now, standing, wish }: { now: CaseNow; standing: StepStanding; wish: StepWish },
  walker: Walker,
  doorway: Doorway,
): Promise<CaseNow | null> {
  if (wish.do === 'back' && lastAnswered(now) === null) {
    await walker.tell(SAID.noBack);
    return null;
  }
  const done = await fulfil({ now, standing, wish }, walker.user, doorway);
  if (!done.ok) {
    await walker.tell(done.reason);
    return null;
  }
  // Pressed twice in a hurry: what the first one did is being shown.
  if (done.again) return null;
  if (wish.do === 'help') await callForHelp({ now: done.now, standing }, walker, doorway);
  return done.now;
}

/** Asks what is next in the case's own thread. */
export async function showNext(
  now: CaseNow,
  language: Language,
  doorway: Doorway,
  before: readonly Markup[] = [],
): Promise<void> {
  const at = threadOfCase(now);
  if (at !== null) await askStep({ now, language, at, before }, doorway);
}

/** What a turn of Botkit's conversation needs to know of a case. */
export function stepHere(
  now: CaseNow,
  take: (asked: string | null) => Promise<CaseNow | 'same' | null>,
): StepHere | null {
  const asking = askedNow(now);
  if (asking === null) return null;
  const { id: caseId } = now.case;
  return {
    standing: { caseId, asking },
    take: async (asked) => {
      const after = await take(asked?.asking ?? null);
      if (after === null) return null;
      const next = askedNow(after === 'same' ? now : after);
      return { next: next === null ? null : { caseId, asking: next } };
    },
  };
}

/** Tells somebody in a place what nobody else there sees. */
export function privately(
  at: Place & { readonly user: string; readonly language: Language },
  { posting }: Doorway,
): Walker['tell'] {
  return (words) => posting.whisper(at, noticeView(words[at.language]));
}
