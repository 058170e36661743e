import { pictureOf } from '../answers/picture.ts';
import type { Turn } from '../dialogs/turn.ts';
import { codeOf } from './outcome.ts';
import { pressSchema, threadOf } from './payloads.ts';
import type { Doorway } from './ports.ts';
import type { Place } from './posting.ts';
import type { Recent } from './recent.ts';
import { decodePicture } from './views/ids.ts';
import { noPictureView } from './views/picture.ts';

/** A press on "picture": it is drawn and posted where the answer stands, once for a press in a hurry. */
export async function answerPicture(
  body: unknown,
  { doorway, recent }: { readonly doorway: Doorway; readonly recent: Recent },
): Promise<void> {
  const press = pressSchema.parse(body);
  const { value } = press.actions[0];
  const thread = threadOf(press);
  const mark = `${press.channel.id} ${thread} ${value}`;
  if (recent.has(mark)) return;
  recent.note(mark);
  const picture = decodePicture(value);
  const drawn = picture === null ? null : await doorway.draw(picture);
  if (drawn === null) {
    const response = { view: noPictureView(), replaces: false, thread };
    return doorway.posting.respond(press.response_url, response);
  }
  await doorway.posting.upload({ channel: press.channel.id, thread }, drawn);
}

/** Sends the picture that a question wished for, below its answer. The answer stands: a failure is told and logged. */
export async function sendWantedPicture(turn: Turn, place: Place, doorway: Doorway): Promise<void> {
  if (turn.kind === 'stale' || turn.answer.wantsPicture !== true) return;
  const picture = pictureOf(turn.answer);
  if (picture === null) return;
  const { posting, log, draw } = doorway;
  try {
    const drawn = await draw(picture);
    if (drawn === null) await posting.post(place, noPictureView());
    else await posting.upload(place, drawn);
  } catch (error) {
    // Thrown on, the question would be answered a second time.
    log.error('slack.picture', { code: codeOf(error) });
  }
}
