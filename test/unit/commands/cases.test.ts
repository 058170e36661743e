import { Readable } from 'node:stream';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { caseVerbs } from '../../../src/case-verbs.ts';
import { casesCommand } from '../../../src/commands/cases.ts';
import { openStore } from '../../../src/store/open.ts';
import type { Store } from '../../../src/store/schema.ts';
import { caseWorld } from '../../complaints.ts';
import { day } from '../../world.ts';

let store: Store;
beforeEach(async () => {
  store = await openStore('sqlite::memory:');
});
afterEach(() => store.close());

type Printed = Record<string, unknown>;

async function desk(today: string, ...words: readonly string[]) {
  const out: Printed[] = [];
  const err: string[] = [];
  const code = await casesCommand(
    words,
    caseVerbs(store, caseWorld(today), {
      today: day(today),
      account: () => 'account',
      known: KNOWN,
    }),
    {
      input: Readable.from([]),
      out: (line) => out.push(JSON.parse(line)),
      err: (line) => err.push(line),
    },
  );
  return { code, out, err };
}

const KNOWN = { outlets: ['own-hall', 'township-store'], offers: ['data-pack-bogo'] };
const OPEN = ['open', 'general-complaint', '--words', '多扣了流量费', '--by', 'Olivia Grant'];
const TICKET = ['--evidence', 'ticket', '--number', 'GD-1', '--kept', 'CRM', '--day', '2015-02-10'];

test('a case is opened, answered, refused its closing, and listed, a line of JSON each', async () => {
  const opened = await desk('2015-02-10', ...OPEN, '--outlet', 'own-hall');
  expect(opened.out[0]).toMatchObject({
    id: 'C-2015-0001',
    owner: 'Olivia Grant',
    next: 'receive',
  });
  const bare = await desk('2015-02-10', 'answer', 'C-2015-0001', 'receive');
  expect(bare).toMatchObject({ code: 1, out: [{ ok: false, code: 'evidence-missing' }] });
  const answered = await desk('2015-02-10', 'answer', 'c-2015-0001', 'receive', ...TICKET);
  expect(answered.out[0]).toMatchObject({ next: 'acknowledge', progress: { done: 1 } });
  const closed = await desk('2015-02-10', 'close', 'C-2015-0001', '--outcome', 'explained');
  expect(closed).toMatchObject({ code: 1, out: [{ code: 'gaps' }] });
  expect(closed.err[0]).toMatch(/^It cannot be closed yet\. Still missing: steps 2, 3, /);
  const listed = await desk('2015-02-10', 'list');
  expect(listed.out).toMatchObject([{ id: 'C-2015-0001', stepsDone: 1, isLate: false }]);
});

test('a key that was used before changes nothing, and says so', async () => {
  const first = await desk('2015-02-10', ...OPEN, '--key', 'a');
  const again = await desk('2015-02-10', ...OPEN, '--key', 'a');
  expect(again.out[0]).toEqual(first.out[0]);
  expect(again.err).toEqual(['This was done before; nothing was changed.']);
  expect((await desk('2015-02-10', 'list', '--all')).out).toHaveLength(1);
});

test('what must not be kept is refused on the command line too, and a phone is masked', async () => {
  await desk('2015-02-10', ...OPEN);
  const refused = await desk('2015-02-10', 'note', 'C-2015-0001', '--text', '服务密码是654321');
  expect(refused).toMatchObject({ code: 1, out: [{ code: 'personal-data' }] });
  await desk('2015-02-10', 'note', 'C-2015-0001', '--text', '回电13812345678');
  const shown = await desk('2015-02-10', 'show', 'C-2015-0001');
  expect(shown.out[0]).toMatchObject({ notes: [{ text: '回电138****5678', by: 'account' }] });
});

test('the lists tell open, closed, late, an owner and an outlet apart', async () => {
  await desk('2015-02-10', ...OPEN, '--outlet', 'own-hall');
  await desk('2015-02-10', ...OPEN, '--outlet', 'township-store', '--owner', 'U_WANG');
  const mistaken = ['--outcome', 'opened-by-mistake', '--note', '重复'];
  expect((await desk('2015-02-11', 'close', 'C-2015-0002', ...mistaken)).code).toBe(0);
  const ids = async (today: string, ...words: readonly string[]) =>
    (await desk(today, 'list', ...words)).out.map(({ id }) => id);
  expect(await ids('2015-02-11')).toEqual(['C-2015-0001']);
  expect(await ids('2015-02-11', '--closed')).toEqual(['C-2015-0002']);
  expect(await ids('2015-02-11', '--all', '--owner', 'U_WANG')).toEqual(['C-2015-0002']);
  expect(await ids('2015-02-11', '--all', '--outlet', 'own-hall')).toEqual(['C-2015-0001']);
  expect(await ids('2015-02-11', '--late')).toEqual([]);
  expect(await ids('2015-02-26', '--late')).toEqual(['C-2015-0001']);
  expect(await ids('2015-02-26', '--all', '--limit', '1')).toHaveLength(1);
  await desk('2015-02-12', 'reopen', 'C-2015-0002', '--reason', '客户又来了');
  expect(await ids('2015-02-12')).toHaveLength(2);
});

test('the history names who did what, when and from where', async () => {
  await desk('2015-02-10', ...OPEN);
  await desk('2015-02-10', 'take-over', 'C-2015-0001', '--reason', '换班', '--by', 'U_WANG');
  const { out } = await desk('2015-02-10', 'history', 'C-2015-0001');
  expect(out).toMatchObject([
    { seq: 1, kind: 'opened', by: 'Olivia Grant' },
    { seq: 2, kind: 'assigned', by: 'U_WANG', detail: { to: 'U_WANG', how: 'taken-over' } },
  ]);
  expect(out[1]?.origin).toMatch(/^command line of ./);
});

test('every action does what it says', async () => {
  const id = 'C-2015-0001';
  await desk('2015-02-10', ...OPEN);
  const done = async (...words: readonly string[]) => {
    const { code, out } = await desk('2015-02-10', ...words);
    expect([words, code, out[0]]).toMatchObject([words, 0, { id }]);
    return out[0];
  };
  await done('answer', id, 'receive', ...TICKET);
  expect(await done('back', id, 'receive')).toMatchObject({ next: 'receive' });
  expect(await done('help', id, 'receive', '--note', '找不到工单')).toMatchObject({
    next: 'acknowledge',
  });
  expect(await done('answer', id, 'check-holder', '--not-applicable', '不查资料')).toMatchObject({
    progress: { done: 1 },
  });
  expect(await done('assign', id, '--to', 'U_WANG', '--reason', '他熟')).toMatchObject({
    owner: 'U_WANG',
  });
  await done('escalate', id, '--to', 'complaint-officer', '--reason', '缺单');
  expect(await done('pause', id, '--reason', '等客户资料')).toMatchObject({
    clocks: { branch: { isPaused: true, dueOn: null } },
  });
  expect(await done('resume', id)).toMatchObject({ clocks: { branch: { isPaused: false } } });
  expect(
    await done('change', id, '--checklist', 'improper-handling', '--reason', '选错了'),
  ).toMatchObject({ checklist: 'improper-handling' });
  const told = ['--words', '已改正', '--how', 'phone', '--accepted', 'yes'];
  expect(await done('tell', id, ...told)).toMatchObject({ told: [{ accepted: 'accepted' }] });
});

test('wrong words are a wrong usage, told before anything is done', async () => {
  await desk('2015-02-10', ...OPEN);
  const wrong = [
    [],
    ['walk'],
    ['open'],
    ['open', 'general-complaint'],
    [...OPEN, '--outlet', 'moon-hall'],
    [...OPEN, '--offer', 'free-lunch'],
    ['answer', 'C-2015-0001'],
    ['answer', 'C-2015-0001', 'receive', '--number', 'GD-1'],
    ['answer', 'C-2015-0001', 'receive', '--evidence', 'rumour'],
    ['answer', 'C-2015-0001', 'receive', ...TICKET, '--signed', 'nobody'],
    ['answer', 'C-2015-0001', 'receive', '--note', 'x', '--not-applicable', 'y'],
    ['escalate', 'C-2015-0001', '--to', 'boss', '--reason', 'x'],
    ['tell', 'C-2015-0001', '--words', 'x', '--how', 'pigeon', '--accepted', 'yes'],
    ['move', 'C-2015-0001', '--version', 'two'],
    ['list', '--open', '--closed'],
    ['list', '--closed', '--late'],
    ['list', '--reason', 'x'],
    ['show', 'C-2015-0001', 'more'],
    ['note', 'C-2015-0001', '--text', 'x', '--by', ' '],
  ];
  for (const words of wrong)
    await expect(desk('2015-02-10', ...words), words.join(' ')).rejects.toMatchObject({
      code: 'usage',
    });
  await expect(desk('2015-02-10', 'show', 'C-2015-0009')).rejects.toMatchObject({ code: 'data' });
  expect((await desk('2015-02-10', 'history', 'C-2015-0001')).out).toHaveLength(1);
});
