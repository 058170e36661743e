import type { Answer } from '../answers/answer.ts';
import { parseDay } from '../calendar/day.ts';
import { pressSchema, threadOf } from './payloads.ts';
import type { Doorway, Picture } from './ports.ts';
import type { Recent } from './recent.ts';
import { decodePicture } from './views/ids.ts';
import { noPictureView } from './views/picture.ts';

/** The picture that shows what an answer says, or null: not all can be drawn. */
export function pictureOf({ intent, facts, words, language }: Answer): Picture | null {
  const day = typeof facts.date === 'string' ? parseDay(facts.date) : undefined;
  if (day === undefined) return null;
  if (intent === 'payout.schedule') {
    const { deposit, months } = facts;
    // Only a missing credit has choices: the day of its deposit may be unknown, and a picture would show another one.
    const isPaid = words.choices === null && Array.isArray(months) && months.length > 0;
    return isPaid && typeof deposit === 'number'
      ? { kind: 'payout', deposit, day, language }
      : null;
  }
  const isShown = intent === 'promo.eligibility' && facts.active === true;
  return isShown ? { kind: 'matrix', day, language } : null;
}

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
