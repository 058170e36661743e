import { expect, test } from 'vitest';
import { workingCalendar } from '../../src/calendar/working-days.ts';
import { type Asker, type ComplaintDesk, complaintDesk } from '../../src/complaint-desk.ts';
import type { CaseDeed } from '../../src/complaints/command.ts';
import type { CaseView } from '../../src/complaints/view.ts';
import { everywhere } from '../../src/people/role.ts';
import { auditTrail } from '../../src/store/audit.ts';
import { deliveryLedger } from '../../src/store/deliveries.ts';
import type { Store } from '../../src/store/schema.ts';
import { answerTo, caseWorld, LI, openingOf, WANG } from '../complaints.ts';
import { day } from '../world.ts';
import { eachEngine } from './engines.ts';

const staff = everywhere('staff');
const asker = (user: string): Asker => ({ user, grants: [staff] });
type Act = Exclude<CaseDeed, { readonly do: 'open' }>;

function deskOf(store: Store, today = '2015-02-10'): ComplaintDesk {
  const world = caseWorld(today);
  return complaintDesk({
    store,
    rules: () => world,
    now: () => world.now,
    today: () => world.today,
  });
}

async function opened(desk: ComplaintDesk, key: string, more = {}): Promise<CaseView> {
  const deed = openingOf('general-complaint', more);
  const done = await desk.open({ deed, key, by: LI, asker: asker(LI.who) });
  if (!done.ok) throw new Error(done.reason.en);
  return done.view;
}

eachEngine((place) => {
  test('who may not see a case is refused, kindly, and it is written down without what he typed', async () => {
    const store = await place.open();
    const desk = deskOf(store);
    const { id } = (await opened(desk, 'a')).case;
    const deed: Act = { do: 'note', text: '张三的事' };
    const done = await desk.act({ id, deed, key: 'b', by: WANG, asker: asker(WANG.who) });
    expect(done).toMatchObject({ ok: false, code: 'not-allowed' });
    const [line] = await auditTrail(store).of({ kind: 'case', thing: id });
    expect(line).toMatchObject({ who: 'U_WANG', what: 'refused', detail: { what: 'note' } });
    expect(await desk.history(id)).toHaveLength(1);
    const officer = { user: WANG.who, grants: [everywhere('complaint-officer')] };
    expect(await desk.act({ id, deed, key: 'b', by: WANG, asker: officer })).toMatchObject({
      ok: true,
    });
  });

  test('nobody from outside opens a case; that is written down too', async () => {
    const store = await place.open();
    const deed = openingOf('general-complaint');
    const outside = { user: 'U_GUEST', grants: [] };
    const done = await deskOf(store).open({ deed, key: 'a', by: LI, asker: outside });
    expect(done).toMatchObject({ ok: false, code: 'not-allowed' });
    expect(await auditTrail(store).of({ kind: 'case', thing: 'new' })).toHaveLength(1);
  });

  test('an opening that is sent twice answers the same case, and announces it once', async () => {
    const store = await place.open();
    const world = caseWorld('2015-02-10');
    const desk = complaintDesk({
      store,
      rules: () => world,
      now: () => world.now,
      today: () => world.today,
      announce: ({ after, events }) => [
        {
          key: `${after.id}:${events[0]?.seq}`,
          kind: 'case',
          channel: 'C012AB3CD',
          content: { text: `${after.id} opened`, blocks: [] },
          dueAt: world.now,
          lifeMs: 60_000,
        },
      ],
    });
    const [one, other] = await Promise.all([opened(desk, 'a'), opened(desk, 'a')]);
    expect(one?.case.id).toBe(other?.case.id);
    const planned = await deliveryLedger(store).list({ state: null, channel: null });
    expect(planned.map(({ content }) => content.text)).toEqual(['C-2015-0001 opened']);
  });

  test('two people answer two steps at the same moment: both answers are taken', async () => {
    const desk = deskOf(await place.open());
    const { case: now, checklist } = await opened(desk, 'a');
    const [first, second] = checklist.steps;
    if (first === undefined || second === undefined) throw new Error('no steps');
    const done = await Promise.all(
      [first, second].map((step, index) => {
        const deed = answerTo(step);
        if (deed.do === 'open') throw new Error('no answer');
        return desk.act({ id: now.id, deed, key: `k${index}`, by: LI, asker: 'trusted' });
      }),
    );
    expect(done.every(({ ok }) => ok)).toBe(true);
    expect((await desk.find(now.id))?.progress.done).toBe(2);
  });

  test('200 cases walked at the same time are not mixed up', async () => {
    const desk = deskOf(await place.open());
    const COUNT = 200;
    const STEPS = 5;
    const views = await Promise.all(
      Array.from({ length: COUNT }, (_, index) =>
        opened(desk, `open ${index}`, { words: `第${index}件`, owner: `U${index}` }),
      ),
    );
    await Promise.all(
      views.map(async ({ case: of, checklist }, index) => {
        for (const step of checklist.steps.slice(0, STEPS)) {
          const deed = answerTo(step);
          if (deed.do !== 'answer' || deed.given.what !== 'done') throw new Error('no answer');
          const given = { ...deed.given, note: `${index} ${step.id}` };
          await desk.act({
            id: of.id,
            deed: { ...deed, given },
            key: `${index} ${step.id}`,
            by: LI,
            asker: 'trusted',
          });
        }
      }),
    );
    for (const [index, { case: of }] of views.entries()) {
      const now = await desk.find(of.id);
      expect(now?.case).toMatchObject({ words: `第${index}件`, owner: `U${index}` });
      const notes = Object.entries(now?.case.answers ?? {}).map(([step, answer]) => [
        answer.what === 'done' ? answer.note : '',
        step,
      ]);
      expect(notes).toHaveLength(STEPS);
      for (const [note, step] of notes) expect(note).toBe(`${index} ${step}`);
    }
  }, 60_000);

  test('lists are reckoned anew when the calendar of a year is published', async () => {
    const store = await place.open();
    const unknown = complaintDesk({
      store,
      rules: () => ({ ...caseWorld('2026-09-20'), calendar: workingCalendar([]) }),
      now: () => 1,
      today: () => day('2026-09-20'),
    });
    await opened(unknown, 'a', { receivedOn: day('2026-09-20') });
    const desk = deskOf(store, '2026-09-21');
    const rows = async () => (await desk.list({ state: 'open', seen: null, limit: 5 })).cases;
    expect(await rows()).toMatchObject([{ branchDueOn: null, nearestDueOn: '2026-10-05' }]);
    expect(await desk.refresh()).toBe(1);
    expect(await rows()).toMatchObject([{ branchDueOn: '2026-09-30', nearestDueOn: '2026-09-30' }]);
    expect(await desk.refresh()).toBe(0);
  });

  test('late is what is past its deadline, not what is past the day to act before a holiday', async () => {
    const store = await place.open();
    const desk = deskOf(store, '2026-09-20');
    const { id } = (await opened(desk, 'a', { receivedOn: day('2026-09-20') })).case;
    await desk.act({
      id,
      deed: { do: 'pause', reason: '等资料' },
      key: 'b',
      by: LI,
      asker: 'trusted',
    });
    const lateOn = async (today: string) =>
      (await desk.list({ state: 'open', seen: null, dueBefore: day(today), limit: 5 })).cases
        .length;
    // Act by 30 September, the limit itself ends on 5 October.
    expect([await lateOn('2026-10-02'), await lateOn('2026-10-05')]).toEqual([0, 0]);
    expect(await lateOn('2026-10-06')).toBe(1);
  });
});
