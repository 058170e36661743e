import type { Turn } from '../dialogs/turn.ts';
import { messageOf } from './feedback.ts';
import { codeOf } from './outcome.ts';
import { type Press, pressSchema, threadOf } from './payloads.ts';
import { sendWantedPicture } from './picture.ts';
import type { Doorway } from './ports.ts';
import type { Recent } from './recent.ts';
import { chosenView } from './views/chosen.ts';
import { type DecodedChoice, decodeChoice } from './views/ids.ts';
import { privateChosenView } from './views/private-chosen.ts';
import { staleView } from './views/stale.ts';

/** A pressed choice: the question shows what was chosen and loses its buttons, and the answer follows. */
export async function answerPress(body: unknown, doorway: Doorway, recent: Recent): Promise<void> {
  const press = pressSchema.parse(body);
  const pressed = decodeChoice(press.actions[0].value);
  const turn = await turnOf(press, pressed, doorway);
  const id = `${press.user.id} ${press.actions[0].value}`;
  if (turn.kind === 'answer' && pressed !== null) {
    recent.note(id);
    if (pressed.audience === 'asker') await answerPrivately(press, turn, doorway);
    else await answerInPublic(press, turn, doorway);
  } else if (!recent.has(id)) {
    // Pressed twice in a hurry is pressed once; anything else is told apart.
    const response = { view: staleView(), replaces: false, thread: threadOf(press) };
    await doorway.posting.respond(press.response_url, response);
  }
}

async function turnOf(
  press: Press,
  pressed: DecodedChoice | null,
  doorway: Doorway,
): Promise<Turn> {
  if (pressed === null) return { kind: 'stale' };
  const { teamId: team } = doorway.identity();
  const { channel, user } = press;
  const key = { team, channel: channel.id, thread: threadOf(press), user: user.id };
  return doorway.converse({ key, text: '', choice: pressed.choice });
}

// Slack does not give back a message that only one person sees: the answer takes its place, and says what was chosen.
async function answerPrivately(press: Press, turn: Turn, doorway: Doorway): Promise<void> {
  const seen = { audience: 'asker', user: press.user.id } as const;
  const view = privateChosenView(await messageOf(turn, seen, doorway), labelOf(press));
  await doorway.posting.respond(press.response_url, { view, replaces: true });
}

async function answerInPublic(press: Press, turn: Turn, doorway: Doorway): Promise<void> {
  const { posting, log } = doorway;
  const { message } = press;
  const channel = press.channel.id;
  try {
    if (message !== undefined) {
      await posting.replace({ channel, ts: message.ts }, chosenView(message, labelOf(press)));
    }
  } catch (error) {
    // The answer matters more than the buttons; pressed again they are stale.
    log.warn('slack.question-keeps-buttons', { code: codeOf(error) });
  }
  const seen = { audience: 'everyone', user: press.user.id } as const;
  const place = { channel, thread: threadOf(press) };
  await posting.post(place, await messageOf(turn, seen, doorway));
  await sendWantedPicture(turn, place, doorway);
}

function labelOf(press: Press): string {
  return press.actions[0].text?.text ?? '';
}
