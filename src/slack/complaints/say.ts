import type { Language } from '../../bilingual.ts';
import type { StepStanding } from '../../complaints/standing.ts';
import type { Turn } from '../../dialogs/turn.ts';
import { languageOf } from '../../language/normalise.ts';
import { screened } from '../../screened.ts';
import { readReply, type StepReply } from '../../walking/step-reply.ts';
import { keyOf } from '../answer-message.ts';
import type { CaseNow } from '../complaint-ports.ts';
import { messageOf, noteUnknown } from '../feedback.ts';
import type { SlackMessage } from '../payloads.ts';
import { sendWantedPicture } from '../picture.ts';
import type { Doorway } from '../ports.ts';
import { spokenText } from '../speech.ts';
import { deleteWords, SAID } from '../views/case-said.ts';
import { harmless } from '../views/markup.ts';
import { linkFiles } from './files.ts';
import { privately, type StepWish, showNext, stepHere, type Walker, walkStep } from './walk.ts';

/** A message in the thread of a case. False where no case is walked there: it is a message like any other. */
export async function sayInCase(message: SlackMessage, doorway: Doorway): Promise<boolean> {
  const { channel, thread_ts: thread, user } = message;
  if (thread === undefined) return false;
  const now = await doorway.complaints.at(channel, thread);
  if (now === null) return false;
  const text = spokenText(message.text, doorway.identity().botUserId);
  const language = spokenIn(text, now.case.language);
  const place = { channel, thread };
  const walker = { user, language, tell: privately({ ...place, user, language }, doorway) };
  if (message.files.length > 0) await linkFiles({ now, message, walker }, doorway);
  if (text === '') return message.files.length > 0;
  const found = screened(text);
  if (found.isRefused) {
    await walker.tell(deleteWords(found));
    return true;
  }
  const standing = now.case.state === 'open' ? now.next : null;
  if (standing === null) return afterTheEnd(text, now, walker);
  await turnIn({ now, standing, text, message, walker }, doorway);
  if (found.found.length > 0) await walker.tell(deleteWords(found));
  return true;
}

export function spokenIn(text: string, otherwise: Language): Language {
  return /\p{Script=Han}|[a-z]{2,}/iu.test(text) ? languageOf(text) : otherwise;
}

// Whoever goes on with a closed case is told; everything else there is a question like any other.
async function afterTheEnd(text: string, now: CaseNow, walker: Walker): Promise<boolean> {
  const [anyStep] = now.checklist.steps;
  const { receivedOn: today } = now.case;
  const reply = anyStep === undefined ? null : readReply(text, { ...anyStep, asks: null }, today);
  if (reply === null || now.case.state === 'open') return false;
  await walker.tell(SAID.closed);
  return true;
}

type Said = {
  readonly now: CaseNow;
  readonly standing: StepStanding;
  readonly text: string;
  readonly message: SlackMessage;
  readonly walker: Walker;
};

async function turnIn(said: Said, doorway: Doorway): Promise<void> {
  const { now, message, text, walker } = said;
  const at = { message, thread: message.thread_ts ?? null };
  const shows: Taken['show'][] = [];
  let isInvolved = walker.user === now.case.owner;
  const here = stepHere(now, async (asked) => {
    isInvolved ||= asked !== null;
    const taken = await takeReply(said, asked, doorway);
    if (taken === null) return null;
    shows.push(taken.show);
    return taken.after;
  });
  if (here === null) return;
  const turn = await doorway.walk({ key: keyOf(at, doorway), text, choice: null }, here);
  if (turn.kind === 'step') for (const show of shows) await show();
  else await answerInTheMiddle(turn, { ...said, isInvolved }, doorway);
}

type Taken = { readonly after: CaseNow | 'same'; readonly show: () => Promise<void> };

async function takeReply(
  said: Said,
  asked: string | null,
  doorway: Doorway,
): Promise<Taken | null> {
  const { now, standing, text, walker, message } = said;
  const { complaints, today } = doorway;
  const reply = readReply(text, standing.step, today());
  if (reply === null) return null;
  const { id } = now.case;
  const refusal = await complaints.refusal(walker.user, id, 'case.answer');
  if (refusal !== null) return same(() => walker.tell(refusal));
  if (reply.say === 'where') return same(() => showNext(now, walker.language, doorway));
  if (await isLate({ now, asked, ts: message.ts }, doorway)) {
    const words = harmless(SAID.meanwhile[walker.language]);
    return same(() => showNext(now, walker.language, doorway, [words]));
  }
  const after = await walkStep({ now, standing, wish: wishOf(reply) }, walker, doorway);
  return after === null
    ? same(async () => {})
    : { after, show: () => showNext(after, walker.language, doorway) };
}

function same(show: Taken['show']): Taken {
  return { after: 'same', show };
}

/** Whether somebody answers a step that is no longer the one being asked: a colleague was quicker. */
async function isLate(
  { now, asked, ts }: { now: CaseNow; asked: string | null; ts: string },
  { complaints }: Doorway,
): Promise<boolean> {
  const shown = await complaints.asked.recall(now.case.id);
  if (shown !== null && Number(ts) < Number(shown.ts)) return true;
  const here = stepHere(now, async () => null);
  return asked !== null && here !== null && asked !== here.standing.asking;
}

function wishOf(reply: Exclude<StepReply, { say: 'where' }>): StepWish {
  switch (reply.say) {
    case 'done': {
      const { choice, evidence, note } = reply;
      return {
        do: 'answer',
        given: { what: 'done', choice, evidence: evidence === null ? [] : [evidence], note },
      };
    }
    case 'not-applicable':
      return { do: 'answer', given: { what: 'not-applicable', reason: reply.reason ?? '' } };
    case 'back':
      return { do: 'back' };
    case 'help':
      return { do: 'help', note: reply.note };
  }
}

// What the bot cannot answer was said to a colleague, or is no reply: only whoever walks the case is told, and kindly.
async function answerInTheMiddle(
  turn: Turn,
  { now, message, walker, isInvolved }: Said & { readonly isInvolved: boolean },
  doorway: Doorway,
): Promise<void> {
  if (turn.kind === 'answer' && turn.answer.intent === 'out_of_scope') {
    if (isInvolved) await walker.tell(SAID.notUnderstood);
    return;
  }
  const place = { channel: message.channel, thread: message.thread_ts ?? null };
  const seen = { audience: 'everyone', user: walker.user } as const;
  await doorway.posting.post(place, await messageOf(turn, seen, doorway));
  await sendWantedPicture(turn, place, doorway);
  await noteUnknown(turn, doorway);
  if (turn.kind === 'answer' && turn.asked === null) await showNext(now, walker.language, doorway);
}
