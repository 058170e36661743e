import type { Bilingual, Language } from '../../bilingual.ts';
import type { EvidenceWanted } from '../../checklists/checklist.ts';
import type { StepStanding } from '../../complaints/standing.ts';
import type { CaseNow } from '../complaint-ports.ts';
import type { Doorway } from '../ports.ts';
import type { Recent } from '../recent.ts';
import { caseForm } from '../views/case-forms.ts';
import type { FormDeed, StepPress } from '../views/case-ids.ts';
import { noticeView, SAID } from '../views/case-said.ts';
import { askedNow, threadOfCase } from './cards.ts';
import type { CasePress } from './payloads.ts';
import { type StepWish, showNext, stepHere, type Walker, walkStep } from './walk.ts';

/** A press on a button below a step. */
export async function pressStep(
  press: CasePress,
  pressed: StepPress | null,
  { doorway, recent }: { readonly doorway: Doorway; readonly recent: Recent },
): Promise<void> {
  const language = pressed?.language ?? 'zh';
  const tell = answering(press, language, doorway);
  const now = pressed === null ? null : await doorway.complaints.find(pressed.caseId);
  if (pressed === null || now === null) return tell(SAID.gone);
  const user = press.user.id;
  const refusal = await doorway.complaints.refusal(user, now.case.id, 'case.answer');
  if (refusal !== null) return tell(refusal);
  const standing = now.next;
  const mark = `${user} ${press.value}`;
  if (standing === null || askedNow(now) !== pressed.asking) {
    // Pressed twice in a hurry is pressed once; anything else is told apart.
    if (recent.has(mark)) return;
    return tell(oldButton(now));
  }
  const form = formFor(pressed, standing);
  if (form !== null) return openStepForm(form, { press, pressed, now }, doorway);
  const wish = wishOf(pressed);
  if (wish === null) return;
  recent.note(mark);
  const show = await walkFor({ now, standing, wish }, { user, language, tell }, doorway);
  await show();
}

/** Tells whoever pressed something, below it. */
export function answering(
  press: CasePress,
  language: Language,
  { posting }: Doorway,
): Walker['tell'] {
  return (words) => {
    const view = noticeView(words[language]);
    return posting.respond(press.response_url, { view, replaces: false, thread: press.thread });
  };
}

/**
 * Does a wish about a step in the person's own conversation, so that Botkit knows what he is asked from then on. Gives
 * what there is to show: a modal may close before.
 */
export async function walkFor(
  wished: { readonly now: CaseNow; readonly standing: StepStanding; readonly wish: StepWish },
  walker: Walker,
  doorway: Doorway,
): Promise<() => Promise<void>> {
  const at = threadOfCase(wished.now);
  const shows: (() => Promise<void>)[] = [];
  const here = stepHere(wished.now, async () => {
    const after = await walkStep(wished, walker, doorway);
    if (after !== null) shows.push(() => showNext(after, walker.language, doorway));
    return after ?? 'same';
  });
  if (at !== null && here !== null) {
    const { teamId: team } = doorway.identity();
    await doorway.walk({ key: { team, ...at, user: walker.user }, text: '', choice: null }, here);
  }
  return async () => {
    for (const show of shows) await show();
  };
}

/** That nothing was counted twice, and what is asked now. */
function oldButton(now: CaseNow): Bilingual {
  const { next } = now;
  if (now.case.state === 'closed' || next === null) return SAID.closed;
  const { number, step } = next;
  return {
    zh: `${SAID.old.zh}第${number}步 ${step.title.zh}。`,
    en: `${SAID.old.en} step ${number}, ${step.title.en}.`,
  };
}

/** What a button has to ask before it can count. */
function formFor({ deed, choice }: StepPress, { step }: StepStanding): FormDeed | null {
  if (deed === 'evidence' || deed === 'not-applicable' || deed === 'help') return deed;
  if (deed === 'choice' && needsEvidence(step.evidence, choice)) return 'evidence';
  return deed === 'done' && step.evidence !== null ? 'evidence' : null;
}

function needsEvidence(wanted: EvidenceWanted | null, choice: string | null): boolean {
  return wanted !== null && (choice === null || !wanted.notNeededFor.includes(choice));
}

async function openStepForm(
  deed: FormDeed,
  { press, pressed, now }: { press: CasePress; pressed: StepPress; now: CaseNow },
  { posting, complaints, today }: Doorway,
): Promise<void> {
  const { caseId, asking, language, choice } = pressed;
  const world = {
    ...{ now, today: today(), people: [], difference: [] },
    checklists: complaints.checklists(),
    outcomes: complaints.outcomes(),
  };
  const form = caseForm({ deed, caseId, language, asking, choice }, world);
  if (form !== null) await posting.openModal(press.trigger_id, form);
}

function wishOf({ deed, choice }: StepPress): StepWish | null {
  if (deed === 'back') return { do: 'back' };
  if (deed !== 'done' && deed !== 'choice') return null;
  return { do: 'answer', given: { what: 'done', choice, evidence: [], note: null } };
}
