import type { ConversationKey, Turn } from '../../dialogs/turn.ts';
import type { Listener } from '../listener.ts';
import { codeOf } from '../outcome.ts';
import { type Press, pressSchema } from '../payloads.ts';
import type { Doorway } from '../ports.ts';
import { openRecent, type Recent } from '../recent.ts';
import { chosenView } from '../views/chosen.ts';
import { CHOICE_ACTION, decodeChoice } from '../views/ids.ts';
import { privateChosenView } from '../views/private-chosen.ts';
import { staleView } from '../views/stale.ts';
import { turnView } from '../views/turn.ts';

export const choiceButton: Listener = {
  name: 'choice-button',
  needs: { buttons: true },
  listen: (app, doorway) => {
    const recent = openRecent();
    app.action(CHOICE_ACTION, async ({ ack, body }) => {
      await ack();
      await answerPress(body, doorway, recent);
    });
  },
};

/** A pressed choice: the question shows what was chosen and loses its buttons, and the answer follows. */
export async function answerPress(body: unknown, doorway: Doorway, recent: Recent): Promise<void> {
  const press = pressSchema.parse(body);
  const [{ value }] = press.actions;
  const choice = decodeChoice(value);
  const key = keyOf(press, doorway);
  const id = `${key.user} ${value}`;
  const turn: Turn =
    choice === null ? { kind: 'stale' } : await doorway.converse({ key, text: '', choice });
  if (turn.kind === 'answer') {
    recent.note(id);
    await showAnswer(press, turn, doorway);
  } else if (!recent.has(id)) {
    // Pressed twice in a hurry is pressed once; anything else is told apart.
    await doorway.posting.respond(press.response_url, { view: staleView(), replaces: false });
  }
}

async function showAnswer(press: Press, turn: Turn, { posting, log }: Doorway): Promise<void> {
  const { message, container, channel, response_url: url } = press;
  const label = press.actions[0].text?.text ?? '';
  const view = turnView(turn);
  if (container.is_ephemeral || message === undefined) {
    // Slack does not give back what only one person sees: the answer takes its place, and says what was chosen.
    return posting.respond(url, { view: privateChosenView(view, label), replaces: true });
  }
  try {
    await posting.replace({ channel: channel.id, ts: message.ts }, chosenView(message, label));
  } catch (error) {
    // The answer matters more than the buttons; pressed again they are stale.
    log.warn({ method: 'chat.update', code: codeOf(error) }, 'a question keeps its buttons');
  }
  await posting.post({ channel: channel.id, thread: threadOf(press) }, view);
}

function keyOf(press: Press, doorway: Doorway): ConversationKey {
  const { teamId: team } = doorway.identity();
  return { team, channel: press.channel.id, thread: threadOf(press), user: press.user.id };
}

function threadOf({ message, container }: Press): string | null {
  return message?.thread_ts ?? container.thread_ts ?? null;
}
