import { expect, test } from 'vitest';
import { momentAt } from '../../src/calendar/clock.ts';
import { type CaseWatching, openCaseWatching } from '../../src/case-watching.ts';
import { type ComplaintDesk, complaintDesk } from '../../src/complaint-desk.ts';
import type { CaseDeed } from '../../src/complaints/command.ts';
import { openDesk } from '../../src/desk.ts';
import { everywhere } from '../../src/people/role.ts';
import { deliveryLedger } from '../../src/store/deliveries.ts';
import type { Store } from '../../src/store/schema.ts';
import { openingOf } from '../complaints.ts';
import { day, FOLDERS } from '../world.ts';
import { eachEngine } from './engines.ts';

const ZONE = 'Asia/Shanghai';
const MANAGER = 'U0MANAGER';
const desk = await openDesk(FOLDERS, null);
const log = { debug() {}, info() {}, warn() {}, error() {} };

type Watch = {
  readonly cases: ComplaintDesk;
  /** Moves the clock and looks; answers `key → channel` of what was newly planned. */
  readonly at: (text: string, minute?: number) => Promise<readonly string[]>;
  readonly states: () => Promise<Readonly<Record<string, string>>>;
  readonly open: (more?: Parameters<typeof openingOf>[1]) => Promise<string>;
  readonly act: (id: string, deed: Exclude<CaseDeed, { do: 'open' }>) => Promise<void>;
};

function watchOf(store: Store): Watch {
  let [now, today] = [momentAt(day('2015-03-02'), 600, ZONE), day('2015-03-02')];
  let keys = 0;
  const by = { who: 'U0OWNER', origin: 'test' };
  const cases = complaintDesk({
    ...{ store, rules: () => desk.caseRules, now: () => now, today: () => today },
  });
  const watching: CaseWatching = openCaseWatching({
    ...{ store, log, timeZone: ZONE, isDayGiven: false },
    desk: () => desk,
    now: () => now,
    today: () => today,
    directChannel: async (user) => `D${user}`,
    directory: {
      usersWith: async (role) => (role === 'policy-owner' ? ['U0POLICY'] : [MANAGER]),
      languageOf: async () => 'zh',
      grantsOf: async () => [everywhere('manager')],
    },
  });
  const ledger = deliveryLedger(store);
  const all = () => ledger.list({ state: null, channel: null });
  return {
    cases,
    async at(text, minute = 9 * 60) {
      [now, today] = [momentAt(day(text), minute, ZONE), day(text)];
      const before = new Set((await all()).map(({ key }) => key));
      await watching.lookNow();
      const fresh = (await all()).filter(({ key }) => !before.has(key));
      return fresh.map(({ key, channel }) => `${key} → ${channel}`).toSorted();
    },
    states: async () => Object.fromEntries((await all()).map(({ key, state }) => [key, state])),
    async open(more = {}) {
      const deed = openingOf('general-complaint', { receivedOn: today, owner: 'U0OWNER', ...more });
      const done = await cases.open({ deed, key: `o${++keys}`, by, asker: 'trusted' });
      if (!done.ok) throw new Error(done.reason.en);
      return done.view.case.id;
    },
    async act(id, deed) {
      const done = await cases.act({ id, deed, key: `a${++keys}`, by, asker: 'trusted' });
      if (!done.ok) throw new Error(done.reason.en);
    },
  };
}

const warnings = (planned: readonly string[]): readonly string[] =>
  planned.filter((line) => line.startsWith('case-warning'));

eachEngine((place) => {
  test('a stage is said once, at nine on its day; the new owner hears the next; late, the manager too', async () => {
    const watch = watchOf(await place.open());
    await watch.at('2015-03-02');
    const id = await watch.open();
    expect(warnings(await watch.at('2015-03-02', 620))).toEqual([]);
    // Seven working days of the branch's own: half of them are over on the fourth.
    expect(warnings(await watch.at('2015-03-06', 500))).toEqual([]);
    const half = `case-warning:${id}:branch:half → DU0OWNER`;
    expect(warnings(await watch.at('2015-03-06'))).toEqual([half]);
    expect(warnings(await watch.at('2015-03-06', 700))).toEqual([]);
    await watch.act(id, { do: 'assign', to: 'U0NEXT', reason: '轮休' });
    expect(warnings(await watch.at('2015-03-06', 720))).toEqual([]);
    // The bot was away until both clocks were over: of each the latest, and nothing of what it overtook.
    expect(warnings(await watch.at('2015-03-18'))).toEqual([
      `case-warning:${id}:branch:late → DU0NEXT`,
      `case-warning:${id}:branch:late:${MANAGER} → D${MANAGER}`,
      `case-warning:${id}:legal:late → DU0NEXT`,
      `case-warning:${id}:legal:late:${MANAGER} → D${MANAGER}`,
    ]);
    expect((await watch.states())[`case-warning:${id}:branch:half`]).toBe('superseded');
  });

  test('what was not said yet when the case is closed is not said any more, and nothing after it', async () => {
    const watch = watchOf(await place.open());
    await watch.at('2015-03-02');
    const id = await watch.open();
    await watch.at('2015-03-06');
    expect((await watch.states())[`case-warning:${id}:branch:half`]).toBe('pending');
    await watch.act(id, { do: 'close', outcome: 'opened-by-mistake', note: '重复', told: null });
    expect(warnings(await watch.at('2015-03-18'))).toEqual([]);
    expect((await watch.states())[`case-warning:${id}:branch:half`]).toBe('superseded');
  });

  test('a clock that stands warns of nothing; the legal one never stands', async () => {
    const watch = watchOf(await place.open());
    await watch.at('2015-03-02');
    const id = await watch.open();
    await watch.act(id, { do: 'pause', reason: '等总部' });
    expect(warnings(await watch.at('2015-03-10'))).toEqual([
      `case-warning:${id}:legal:half → DU0OWNER`,
    ]);
  });

  test('a case whose owner is nobody in Slack is its managers’ matter', async () => {
    const watch = watchOf(await place.open());
    await watch.at('2015-03-02');
    const id = await watch.open({ owner: 'root' });
    expect(warnings(await watch.at('2015-03-06'))).toEqual([
      `case-warning:${id}:branch:half:${MANAGER} → D${MANAGER}`,
    ]);
  });

  test('three cases that name one offer are told to the policy owner once, and again when they have doubled', async () => {
    const watch = watchOf(await place.open());
    await watch.at('2015-03-02');
    const offer = 'deposit-200-get-100';
    const clusters: string[][] = [];
    for (let cases = 1; cases <= 6; cases += 1) {
      await watch.open({ offer });
      const planned = await watch.at('2015-03-02', 620 + cases);
      clusters.push(planned.filter((line) => line.startsWith('case-cluster')));
    }
    const key = `case-cluster:offer:${offer}:2015-03-02`;
    expect(clusters).toEqual([
      ...[[], [], [`${key}:3:U0POLICY → DU0POLICY`]],
      ...[[], [], [`${key}:6:U0POLICY → DU0POLICY`]],
    ]);
  });

  test('the week that is over is told on its first working morning, once, though the bot starts again', async () => {
    const store = await place.open();
    const watch = watchOf(store);
    await watch.at('2015-02-16');
    await watch.open();
    const weekly = (planned: readonly string[]) =>
      planned.filter((line) => line.startsWith('case-weekly'));
    // The 23rd and the 24th are days off: the Spring Festival.
    expect(weekly(await watch.at('2015-02-23'))).toEqual([]);
    expect(weekly(await watch.at('2015-02-25', 8 * 60))).toEqual([]);
    const key = `case-weekly:2015-W08:${MANAGER} → D${MANAGER}`;
    expect(weekly(await watch.at('2015-02-25'))).toEqual([key]);
    expect(weekly(await watchOf(store).at('2015-02-26'))).toEqual([]);
  });
});
