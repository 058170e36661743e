import type { Listener } from '../listener.ts';
import { pressSchema, threadOf } from '../payloads.ts';
import { openRecent } from '../recent.ts';
import { decodeRenewalWeek, RENEWAL_WEEK_ACTION } from '../views/renewal-week-ids.ts';
import { staleView } from '../views/stale.ts';
import { saidView } from '../views/term-said.ts';

/** A press on the picture of a week: drawn for what the presser may see, and posted where the message stands. */
export const renewalWeekButton: Listener = {
  name: 'renewal-week-button',
  needs: { buttons: true, scopes: ['files:write'] },
  listen: (app, doorway) => {
    const recent = openRecent();
    app.action(RENEWAL_WEEK_ACTION, async ({ ack, body }) => {
      await ack();
      const press = pressSchema.parse(body);
      const { value } = press.actions[0];
      const { posting, renewalWeek, directory } = doorway;
      const [channel, thread, user] = [press.channel.id, threadOf(press), press.user.id];
      const mark = `${channel} ${thread} ${user} ${value}`;
      if (recent.has(mark)) return;
      recent.note(mark);
      const button = decodeRenewalWeek(value);
      const answer = (view: ReturnType<typeof staleView>) =>
        posting.respond(press.response_url, { view, replaces: false });
      if (button === null) return answer(staleView());
      const drawn = await renewalWeek.picture({
        ...{ button, user, channel },
        nameOfUser: posting.nameOf,
      });
      if ('refused' in drawn) {
        const language = (await directory.languageOf(user)) ?? 'zh';
        return answer(saidView(drawn.refused[language]));
      }
      // Beside an answer that he alone sees it would be seen by the whole channel.
      const isHere = button.scope === 'all' || channel.startsWith('D');
      const place = isHere
        ? { channel, thread }
        : { channel: await posting.directChannel(user), thread: null };
      await posting.upload(place, drawn);
    });
  },
};
