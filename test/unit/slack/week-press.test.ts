import { expect, it } from 'vitest';
import { openRecent } from '../../../src/slack/recent.ts';
import type { RenewalWeekDoor, WeekPress } from '../../../src/slack/renewal-week-ports.ts';
import { encodeRenewalWeek } from '../../../src/slack/views/renewal-week-ids.ts';
import { drawWeek } from '../../../src/slack/week-press.ts';
import { pressBody } from '../../payloads/slack.ts';
import { fakeDoorway } from './doorway.ts';
import { NO_RENEWAL_WEEK } from './no-renewals.ts';

const MINE = { week: '2015-W07', scope: 'mine', language: 'en' } as const;

function open(door: Partial<RenewalWeekDoor> = {}) {
  const asked: WeekPress[] = [];
  const renewalWeek: RenewalWeekDoor = {
    ...NO_RENEWAL_WEEK,
    picture: async (press) => {
      asked.push(press);
      return { name: 'renewals.png', alt: 'Bars.', png: new Uint8Array([0x89]) };
    },
    ...door,
  };
  return { asked, doorway: fakeDoorway({ renewalWeek }), recent: openRecent() };
}

it('the picture of one’s own outlets does not come into a channel', async () => {
  const parts = open();
  await drawWeek(pressBody(encodeRenewalWeek(MINE)), parts);
  expect(parts.asked).toMatchObject([{ button: MINE, user: 'U_LI', channel: 'C1' }]);
  expect(parts.doorway.done).toHaveLength(1);
  expect(parts.doorway.done[0]).toMatch(/^upload D\S* null: renewals\.png Bars\.$/);
});

it('that of all outlets comes where its message stands, once for a press in a hurry', async () => {
  const parts = open();
  const body = pressBody(encodeRenewalWeek({ ...MINE, scope: 'all' }));
  await Promise.all([drawWeek(body, parts), drawWeek(body, parts)]);
  expect(parts.doorway.done).toEqual(['upload C1 50.1: renewals.png Bars.']);
});

it('who may not see it is told so, and an old button that it is old', async () => {
  const parts = open({ picture: NO_RENEWAL_WEEK.picture });
  await drawWeek(pressBody(encodeRenewalWeek(MINE)), parts);
  expect(parts.doorway.done.join()).toContain('只有主管能看');
  await drawWeek(pressBody('["2015-W07"]'), parts);
  expect(parts.doorway.done).toHaveLength(2);
  expect(parts.doorway.done.join()).not.toContain('upload');
});
