import { pictureOf } from '../answers/picture.ts';
import type { Answered, Turn } from '../dialogs/turn.ts';
import { codeOf } from './outcome.ts';
import { type Press, pressSchema, threadOf } from './payloads.ts';
import type { Doorway } from './ports.ts';
import type { Recent } from './recent.ts';
import type { MessageView } from './views/blocks.ts';
import { openCaseBlock } from './views/case-open.ts';
import { feedbackBlocks } from './views/feedback.ts';
import { type Audience, decodeFeedback, type FeedbackKind } from './views/ids.ts';
import { forgottenView, markedView, onlyManagersView } from './views/marked.ts';
import { pictureNote } from './views/picture.ts';
import { turnView } from './views/turn.ts';
import { whyView } from './views/why.ts';

/** A turn as the message that this person gets: with the buttons that they may use. */
export async function messageOf(
  turn: Turn,
  { audience, user }: { readonly audience: Audience; readonly user: string },
  { review, isManager }: Doorway,
): Promise<MessageView> {
  if (turn.kind === 'stale') return turnView(turn, audience, []);
  const { id, answer } = turn;
  const isUnknown = answer.intent === 'out_of_scope';
  const picture = pictureOf(answer);
  const isWished = answer.wantsPicture === true;
  const below = feedbackBlocks({
    answerId: id,
    language: answer.language,
    mayMarkWrong: review !== null && !isUnknown && answer.intent !== 'help',
    mayAskWhy: await isManager(user),
    // A file is seen by the whole channel; where it is sent along, there is no need of a button.
    picture: audience === 'everyone' && !isWished ? picture : null,
    isNoted: review !== null && isUnknown,
  });
  const noted = isWished ? pictureNote({ picture, audience, language: answer.language }) : [];
  const opening =
    answer.opensCase === undefined ? [] : [openCaseBlock(answer.opensCase, answer.language)];
  return turnView(turn, audience, [...noted, ...opening, ...below]);
}

/** Puts a question that got no answer on the review list. The person has the answer: a failure is for the log. */
export async function noteUnknown(turn: Turn, { review, answered, log }: Doorway): Promise<void> {
  if (review === null || turn.kind === 'stale' || turn.answer.intent !== 'out_of_scope') return;
  try {
    const asked = await answered(turn.id);
    if (asked !== null) await review({ ...asked, reason: 'not-understood' });
  } catch (error) {
    log.error('review.note', { code: codeOf(error) });
  }
}

/** A press on "not what I asked" or "why this answer?": only the one who pressed sees what comes. */
export async function answerFeedback(
  body: unknown,
  kind: FeedbackKind,
  { doorway, recent }: { readonly doorway: Doorway; readonly recent: Recent },
): Promise<void> {
  const press = pressSchema.parse(body);
  const id = decodeFeedback(press.actions[0].value);
  const asked = id === null ? null : await doorway.answered(id);
  const mark = `${press.user.id} ${id}`;
  // Pressed twice in a hurry is pressed once.
  if (kind === 'wrong' && recent.has(mark)) return;
  const view =
    asked === null
      ? forgottenView()
      : await (kind === 'wrong' ? markWrong(asked, doorway) : explain(asked, press, doorway));
  if (kind === 'wrong' && asked !== null) recent.note(mark);
  const thread = threadOf(press);
  await doorway.posting.respond(press.response_url, { view, replaces: false, thread });
}

async function markWrong(asked: Answered, { review }: Doorway): Promise<MessageView> {
  // Switched off since the button was shown: nothing may be kept, and nobody is told that it was.
  if (review === null) return forgottenView();
  await review({ ...asked, reason: 'marked-wrong' });
  return markedView(asked.language);
}

async function explain(asked: Answered, { user }: Press, doorway: Doorway): Promise<MessageView> {
  const { question, language } = asked;
  if (!(await doorway.isManager(user.id))) {
    doorway.log.info('why.refused', { user: user.id });
    return onlyManagersView(language);
  }
  const why = await doorway.explain(question);
  return whyView({ question: question.text, why, nameOf: doorway.nameOf }, language);
}
