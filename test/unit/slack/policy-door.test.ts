import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerDraftPress, reasonGiven, sendBack } from '../../../src/slack/decide-draft.ts';
import { answerDirectly } from '../../../src/slack/listeners/direct-message.ts';
import { openRecent } from '../../../src/slack/recent.ts';
import {
  decodeDraft,
  decodeDraftMessage,
  encodeDraft,
  encodeDraftMessage,
} from '../../../src/slack/views/ids.ts';
import { messageEvent, pressBody } from '../../payloads/slack.ts';
import {
  type Behaviour,
  BUTTON,
  fakeDoorway,
  notedLog,
  OWNER,
  PREPARER,
  PREVIEW,
  SECOND_OWNER,
} from './doorway.ts';

const SHEET = { id: 'F1', name: '二季度.xlsx', url_private_download: 'https://files.slack.com/x' };
const dropped = (fields = {}) =>
  messageEvent({ subtype: 'file_share', user: PREPARER, text: '', files: [SHEET], ...fields });

async function drop(fields = {}, behaviour: Behaviour = {}) {
  const doorway = fakeDoorway(behaviour);
  await answerDirectly(dropped(fields), doorway);
  return doorway.done;
}

describe('a sheet that is dropped in a direct message', () => {
  it('is imported in the name of who dropped it, each other owner is asked, and the thread has the preview', async () => {
    const [imported, first, second, preview, ...rest] = await drop();
    expect(imported).toBe(`import 二季度.xlsx (2 bytes) by ${PREPARER}`);
    const key = `policy-draft:2015-q2:${PREVIEW.print}:D1:100.1`;
    expect(first).toContain(`deliver policy-draft ${key}:${OWNER} to D_${OWNER}`);
    expect(second).toContain(`deliver policy-draft ${key}:${SECOND_OWNER} to D_${SECOND_OWNER}`);
    expect(preview).toMatch(/^post D1 100\.1: [\s\S]*waits for approval/);
    expect(rest).toEqual([]);
  });

  it('has the name where Slack gives one', async () => {
    const user_profile = { display_name: '王主任', real_name: '' };
    expect((await drop({ user_profile }))[0]).toMatch(/by 王主任 \(U0WANG\)$/);
  });

  it('of an owner is not for that owner to approve', async () => {
    const preview = { ...PREVIEW, preparedBy: OWNER };
    const done = await drop({ user: OWNER }, { policy: { preview } });
    expect(done.filter((line) => line.startsWith('deliver'))).toHaveLength(1);
    expect(done.join()).not.toContain(`to D_${OWNER}`);
  });

  it('with many changes has the whole of them as a file', async () => {
    const lines = Array.from({ length: 9 }, (_, index) => `line ${index}`);
    const preview = { ...PREVIEW, lines: { zh: lines, en: lines } };
    const done = await drop({}, { policy: { preview } });
    expect(done.at(-1)).toMatch(/^attach D1 100\.1: 2015-q2-changes\.txt [\s\S]*- line 8/);
  });

  it('in doubt is answered with its cells, and nobody is asked', async () => {
    const message = { zh: '不是等级', en: 'is no level' };
    const doubtful = [{ sheet: '优惠矩阵', cell: 'C2', value: '?', message }];
    const done = await drop({}, { policy: { sheet: { kind: 'doubtful', doubtful } } });
    expect(done[1]).toMatch(/优惠矩阵!C2 “\?”：不是等级 · is no level/);
    expect(done).toHaveLength(2);
  });

  it('that Slack keeps back is not imported', async () => {
    const done = await drop({}, { fetched: { kind: 'kept-back', why: 'no-right' } });
    expect(done).toEqual([expect.stringMatching(/^post D1 100\.1: .*files:read/s)]);
  });

  it('of somebody else is not even fetched, and he is told who may', async () => {
    const done = await drop({ user: 'U_LI' });
    expect(done).toEqual([expect.stringContaining(`<@${PREPARER}> <@${OWNER}>`)]);
  });

  it('and one of another kind beside it are answered each', async () => {
    const done = await drop({ files: [{ ...SHEET, name: 'a.docx' }, SHEET] });
    expect(done[0]).toMatch(/a\.docx/);
    expect(done.at(-1)).toMatch(/waits for approval/);
  });

  it('with words beside it is taken once, though the answer to the words is tried again', async () => {
    const taken = openRecent();
    const doorway = fakeDoorway({
      turn: () => {
        throw new Error('away');
      },
    });
    const event = dropped({ text: 'payouts' });
    await expect(answerDirectly(event, doorway, taken)).rejects.toThrow('away');
    await expect(answerDirectly(event, doorway, taken)).rejects.toThrow('away');
    expect(doorway.done.filter((line) => line.startsWith('import'))).toHaveLength(1);
  });

  it('leaves ids in the log, and neither its name nor its words', async () => {
    const log = notedLog();
    await answerDirectly(dropped(), { ...fakeDoorway(), log });
    expect(log.lines).toEqual([expect.stringContaining('"file":"F1"')]);
    expect(log.lines.join()).not.toContain('二季度');
  });
});

const press = (user: string, value = encodeDraft(BUTTON)) =>
  pressBody(value, { user: { id: user, name: 'olivia' }, channel: { id: 'D9' } });

async function pressed(
  user: string,
  behaviour: Behaviour = {},
  deed: 'approve' | 'send-back' | 'all' = 'approve',
) {
  const doorway = fakeDoorway(behaviour);
  await answerDraftPress(press(user), deed, doorway);
  return doorway.done;
}

describe('a press below a draft', () => {
  it('approves it in the name of the one who pressed, tells the others, and takes the buttons away', async () => {
    const done = await pressed(OWNER);
    expect(done[0]).toBe(`approve 2015-q2 by olivia (${OWNER})`);
    expect(done[1]).toContain(`policy-approved:2015-q2:D1:100.1:${PREPARER} to D_${PREPARER}`);
    expect(done[2]).toContain(`to D_${SECOND_OWNER}`);
    expect(done[3]).toMatch(/^replace D9 60\.1: .*Approved/s);
    expect(done).toHaveLength(4);
  });

  it.each([
    ['of somebody who is no owner', 'U_LI', {}, /Only a policy owner/],
    [
      'of the one who prepared it',
      OWNER,
      { policy: { now: { kind: 'open', preparedBy: `Olivia (${OWNER})` } } },
      /prepared this policy yourself/,
    ],
    [
      'on a draft that was imported again',
      OWNER,
      { policy: { now: { kind: 'stale', why: 'changed' } } },
      /imported again/,
    ],
    [
      'on one that is approved',
      OWNER,
      { policy: { now: { kind: 'stale', why: 'approved' } } },
      /approved already/,
    ],
  ] as const)('%s is refused', async (_what, user, behaviour, words) => {
    const done = await pressed(user, behaviour);
    expect(done).toEqual([expect.stringMatching(words)]);
    expect(await pressed(user, behaviour, 'send-back')).toEqual(done);
  });

  it('that comes second finds out while it waits', async () => {
    const done = await pressed(OWNER, { policy: { approve: { kind: 'stale', why: 'approved' } } });
    expect(done.at(-1)).toMatch(/^respond .*approved already/s);
  });

  it('with a value that is none of ours is stale', async () => {
    const doorway = fakeDoorway();
    await answerDraftPress(press(OWNER, '["../../etc","x","y"]'), 'approve', doorway);
    expect(doorway.done).toEqual([expect.stringMatching(/This draft is gone/)]);
  });

  it('shows all changes in the thread of the request', async () => {
    expect(await pressed(OWNER, {}, 'all')).toEqual([
      expect.stringMatching(/^attach D9 60\.1: 2015-q2-changes\.txt/),
    ]);
  });

  it('asks for the reason of sending it back, which the preparer and the other owners read', async () => {
    const [modal] = await pressed(OWNER, {}, 'send-back');
    expect(modal).toMatch(/^modal 1\.1: policy:send-back-reason \["2015-q2"/);
    const doorway = fakeDoorway();
    const metadata = encodeDraftMessage({ ...BUTTON, channel: 'D9', ts: '60.1' });
    const values = { reason: { reason: { type: 'plain_text_input', value: ' 佣金不对 ' } } };
    const view = { id: 'V1', private_metadata: metadata, state: { values } };
    await sendBack(reasonGiven({ user: { id: OWNER, name: 'olivia' }, view }), doorway);
    expect(doorway.done[0]).toMatch(/V1:U0WANG to D_U0WANG: .*佣金不对/s);
    expect(doorway.done[1]).toContain(`to D_${SECOND_OWNER}`);
    expect(doorway.done[2]).toMatch(/^post D_U0OLIVIA 60\.1: .*佣金不对/s);
  });
});

describe('a draft on a button', () => {
  it('comes back as it was given', () => {
    expect(decodeDraft(encodeDraft(BUTTON))).toEqual(BUTTON);
    const message = { ...BUTTON, channel: 'D9', ts: '60.1' };
    expect(decodeDraftMessage(encodeDraftMessage(message))).toEqual(message);
  });

  it('is nothing else than a name, a print and a message', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (draft, print) => {
        const decoded = decodeDraft(JSON.stringify([draft, print, 'D1:1']));
        if (decoded !== null) expect(decoded.draft).toMatch(/^[a-z0-9-]+(\.v\d+)?$/);
        expect(decodeDraft(draft)).toBeNull();
      }),
    );
    for (const value of [
      '',
      '[]',
      '["a","0123456789abcdef"]',
      '["../a","0123456789abcdef","D1:1"]',
    ])
      expect(decodeDraft(value)).toBeNull();
  });
});
