import type { Language } from '../../bilingual.ts';
import { askingOf, stepOf } from '../../walking/asking.ts';
import type { AskedMessage, CaseNow } from '../complaint-ports.ts';
import { codeOf } from '../outcome.ts';
import type { Doorway } from '../ports.ts';
import type { Place } from '../posting.ts';
import { caseCard } from '../views/case-card.ts';
import { answeredView, passedByView } from '../views/case-said.ts';
import { stepView } from '../views/case-step.ts';
import type { Markup } from '../views/markup.ts';

/** The step that is asked of a case now; null where nothing is. */
export function askedNow(now: CaseNow): string | null {
  if (now.case.state !== 'open') return null;
  return now.next === null ? null : askingOf(now.case, now.next.step.id);
}

/** The thread in which a case is walked; null where it has none yet. */
export function threadOfCase({ case: { place } }: CaseNow): (Place & { thread: string }) | null {
  const thread = place?.thread ?? place?.card ?? null;
  return place === null || thread === null ? null : { channel: place.channel, thread };
}

/** Posts the card of a case, and its first step below it. */
export async function placeCase(
  now: CaseNow,
  { channel, user, language }: { channel: string; user: string; language: Language },
  doorway: Doorway,
): Promise<void> {
  const { posting, complaints } = doorway;
  const card = await posting.send({ channel, thread: null }, cardOf(now, doorway));
  const { id } = now.case;
  const by = { user, key: `place:${channel}:${card}` };
  const placed = await complaints.act(id, { do: 'place', channel, thread: card, card }, by);
  const at = { channel, thread: card };
  await askOnly({ now: placed.ok ? placed.now : now, language, at }, doorway);
}

export type Asking = {
  readonly now: CaseNow;
  readonly language: Language;
  readonly at: Place;
  readonly before?: readonly Markup[];
};

/** Asks the step that is next, and takes the buttons from the one before. */
export async function askStep(asking: Asking, doorway: Doorway): Promise<void> {
  const { now, language } = asking;
  const { id } = now.case;
  const before = await doorway.complaints.asked.recall(id);
  await askOnly(asking, doorway);
  await Promise.all([
    before === null ? null : settle(before, { now, language }, doorway),
    refreshCard(id, doorway),
  ]);
}

async function askOnly({ at, ...sketch }: Asking, doorway: Doorway): Promise<void> {
  const { complaints, posting } = doorway;
  const { now } = sketch;
  const ts = await posting.send(at, stepView(sketch));
  const asking = askedNow(now);
  const asked = asking === null ? null : { asking, channel: at.channel, ts };
  await complaints.asked.note(now.case.id, asked);
}

// The buttons of what was asked before say nothing any more; pressed all the same, they say that they are old.
async function settle(
  asked: AskedMessage,
  { now, language }: Pick<Asking, 'now' | 'language'>,
  { posting, today, log }: Doorway,
): Promise<void> {
  const standing = now.standing.find(({ step }) => step.id === stepOf(asked.asking));
  const isAnswered = standing !== undefined && standing.answer !== null;
  const view = isAnswered ? answeredView(standing, today(), language) : passedByView(language);
  try {
    await posting.replace(asked, view);
  } catch (error) {
    log.warn('case.step-keeps-buttons', { caseId: now.case.id, code: codeOf(error) });
  }
}

/**
 * Shows on its card how a case stands now. Two changes at once are shown one after the other, each as the case stands
 * by then; a card that could not be changed is right again at the next change.
 */
export async function refreshCard(id: string, doorway: Doorway): Promise<void> {
  const { complaints, posting, log } = doorway;
  await complaints.inOrder(id, async () => {
    const now = await complaints.find(id);
    const card = now?.case.place?.card ?? null;
    if (now === null || card === null || now.case.place === null) return;
    try {
      await posting.replace({ channel: now.case.place.channel, ts: card }, cardOf(now, doorway));
    } catch (error) {
      log.warn('case.card-is-old', { caseId: id, code: codeOf(error) });
    }
  });
}

function cardOf(now: CaseNow, { today, nameOf, complaints }: Doorway): ReturnType<typeof caseCard> {
  return caseCard(now, { today: today(), nameOf, hasReport: complaints.report !== null });
}
