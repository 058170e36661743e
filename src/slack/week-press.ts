import { pressSchema, threadOf } from './payloads.ts';
import type { Doorway } from './ports.ts';
import type { Recent } from './recent.ts';
import type { MessageView } from './views/blocks.ts';
import { decodeRenewalWeek } from './views/renewal-week-ids.ts';
import { staleView } from './views/stale.ts';
import { saidView } from './views/term-said.ts';

/** A press on the picture of a week: drawn for what the presser may see, once for a press in a hurry. */
export async function drawWeek(
  body: unknown,
  { doorway, recent }: { readonly doorway: Doorway; readonly recent: Recent },
): Promise<void> {
  const press = pressSchema.parse(body);
  const { value } = press.actions[0];
  const { posting, renewalWeek, directory } = doorway;
  const [channel, thread, user] = [press.channel.id, threadOf(press), press.user.id];
  const mark = `${channel} ${thread} ${user} ${value}`;
  if (recent.has(mark)) return;
  recent.note(mark);
  const answer = (view: MessageView): Promise<void> =>
    posting.respond(press.response_url, { view, replaces: false });
  const button = decodeRenewalWeek(value);
  if (button === null) return answer(staleView());
  const drawn = await renewalWeek.picture({ button, user, channel, nameOfUser: posting.nameOf });
  if ('refused' in drawn) {
    const language = (await directory.languageOf(user)) ?? 'zh';
    return answer(saidView(drawn.refused[language]));
  }
  // Beside an answer that he alone sees it would be seen by the whole channel.
  const isHere = button.scope === 'all' || channel.startsWith('D');
  const direct = async () => ({ channel: await posting.directChannel(user), thread: null });
  await posting.upload(isHere ? { channel, thread } : await direct(), drawn);
}
