import type { Button } from '@slack/types';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openContractDoor } from '../../../src/contract-door.ts';
import { answerDirectly } from '../../../src/slack/listeners/direct-message.ts';
import { answerContractPress } from '../../../src/slack/take-contracts.ts';
import type { FrozenMessage } from '../../../src/slack/views/chosen.ts';
import type { ContractDeed } from '../../../src/slack/views/contract-ids.ts';
import { auditTrail } from '../../../src/store/audit.ts';
import { contractBook } from '../../../src/store/contracts.ts';
import { openStore } from '../../../src/store/open.ts';
import type { Store } from '../../../src/store/schema.ts';
import { OUTLETS } from '../../contracts-hostile/desk.ts';
import { csv, row } from '../../contracts-hostile/files.ts';
import { messageEvent, pressBody } from '../../payloads/slack.ts';
import { fakeDirectory, fakeDoorway, notedLog, PREPARER } from './doorway.ts';

const FILE = {
  id: 'F1',
  name: '张三的合约.csv',
  url_private_download: 'https://files.slack.com/x',
};
const TWO = csv([row(), row({ contract_id: 'HT2', phone: '13800009999' })]);

let store: Store;
beforeEach(async () => {
  store = await openStore('sqlite::memory:');
});
afterEach(() => store.close());

/** A manager in Slack before a real store; the file may be another one at each fetch. */
function branch(
  roles: Readonly<Record<string, readonly ['manager']>> = { [PREPARER]: ['manager'] },
) {
  const kept = new Map<string, unknown>();
  const contracts = openContractDoor({
    store,
    outlets: () => OUTLETS,
    now: () => 1_000,
    memory: {
      get: async (key) => kept.get(key),
      set: async (key, value) => kept.set(key, value),
      delete: async (key) => kept.delete(key),
    },
    onProblem: (error) => {
      throw error;
    },
  });
  const directory = fakeDirectory(roles, { languageOf: async () => 'en' });
  const fake = fakeDoorway({ contracts, directory });
  const log = notedLog();
  const views: FrozenMessage[] = [];
  let bytes = Buffer.from(TWO);
  const doorway = {
    ...fake,
    log,
    fetchFile: async () => ({ kind: 'bytes', bytes }) as const,
    posting: {
      ...fake.posting,
      post: async (_: unknown, view: FrozenMessage) => void views.push(view),
      replace: async (_: unknown, view: FrozenMessage) => void views.push(view),
      respond: async (_: string, { view }: { view: FrozenMessage }) => void views.push(view),
    },
  };
  const last = (): FrozenMessage => views.at(-1) ?? expect.fail('nothing was said');
  return {
    log,
    kept,
    last,
    drop: async (text: string) => {
      bytes = Buffer.from(text);
      await answerDirectly(
        messageEvent({ subtype: 'file_share', user: PREPARER, text: '', files: [FILE] }),
        doorway,
      );
    },
    change: (text: string) => {
      bytes = Buffer.from(text);
    },
    press: async (deed: ContractDeed, user = PREPARER, view = last()) => {
      const button = buttonsOf(view).find(({ action_id: id }) => id === `contracts:${deed}`);
      const body = pressBody(button?.value ?? expect.fail(`there is no button ${deed}`));
      await answerContractPress({ ...body, user: { id: user } }, deed, doorway);
    },
  };
}

function buttonsOf({ blocks }: FrozenMessage): readonly Button[] {
  return blocks.flatMap((block) =>
    block.type === 'actions' && 'elements' in block ? (block.elements as Button[]) : [],
  );
}

describe('a file of contracts that a manager drops in a direct message', () => {
  it('is looked through and changes nothing until somebody presses', async () => {
    const { drop, last } = branch();
    await drop(TWO);
    expect(last().text).toContain('new 2, changed 0, unchanged 0, refused 0, not in the file 0');
    expect(buttonsOf(last()).map(({ text }) => text.text)).toEqual(['Import', 'Leave it']);
    expect(await contractBook(store).count({})).toBe(0);
  });

  it('is imported by a press, and taken back by another; the audit trail says who did', async () => {
    const { drop, press, last } = branch();
    await drop(TWO);
    await press('take');
    expect(last().text).toContain('imported (batch 1)');
    expect(await contractBook(store).count({})).toBe(2);
    await press('undo');
    expect(last().text).toContain('Taken back');
    expect(await contractBook(store).count({})).toBe(0);
    const events = await auditTrail(store).of({ kind: 'contracts', thing: '1' });
    expect(events.map(({ who, origin, what }) => [who, origin, what])).toEqual([
      [PREPARER, 'Slack', 'take in'],
      [PREPARER, 'Slack', 'undo'],
    ]);
  });

  it('and is complete: what it does not have is over, and back after the undo', async () => {
    const { drop, press, last } = branch();
    await drop(TWO);
    await press('take');
    await drop(csv([row()]));
    expect(buttonsOf(last()).map(({ text }) => text.text)).toEqual([
      'Import; it is complete: 1 others are over',
      'Leave it',
    ]);
    await press('complete');
    expect(await contractBook(store).count({})).toBe(1);
    expect((await contractBook(store).find('HT2'))?.vanishedAt).toBe(1_000);
    await press('undo');
    expect(await contractBook(store).count({})).toBe(2);
  });

  it('is imported once, however often the button is pressed', async () => {
    const { drop, press, last } = branch();
    await drop(TWO);
    const preview = last();
    await press('take');
    await press('take', PREPARER, preview);
    expect(last().text).toContain('dealt with already');
    expect(await contractBook(store).count({})).toBe(2);
  });

  it('is not imported where it has changed since it was looked through, or was left', async () => {
    const { drop, press, last, change } = branch();
    await drop(TWO);
    const preview = last();
    change(csv([row({ contract_id: 'HT9' })]));
    await press('take');
    expect(last().text).toContain('has changed');
    await press('leave', PREPARER, preview);
    change(TWO);
    await press('take', PREPARER, preview);
    expect(last().text).toContain('dealt with already');
    expect(await contractBook(store).count({})).toBe(0);
  });

  it('tells where its rows are wrong, without what stands there', async () => {
    const { drop, last } = branch();
    await drop(csv([row({ phone: '1380000777' })]));
    expect(last().text).toContain('line 2, phone is no mobile number of 11 digits');
    expect(last().text).not.toContain('1380000777');
  });

  it('that cannot be read is answered with the reason', async () => {
    const { drop, last } = branch();
    await drop(TWO.replace('ends_on', 'end'));
    expect(last().text).toContain('missing: ends_on');
    expect(last().text).toContain('Nothing has changed');
  });

  it('leaves no name, phone or file name in the log, the buttons or the memory', async () => {
    const { drop, press, log, kept, last } = branch();
    await drop(TWO);
    const seen = [JSON.stringify([...kept]), JSON.stringify(last().blocks)];
    await press('take');
    for (const text of [...seen, log.lines.join('\n'), JSON.stringify(last())])
      expect(text).not.toMatch(/张三|13800|合约\.csv/);
  });

  it('of somebody who is no manager is not looked through, nor imported by his press', async () => {
    const { drop, last } = branch({});
    await drop(TWO);
    expect(last().text).toBe('No right.');
    const manager = branch();
    await manager.drop(TWO);
    await manager.press('take', 'U_LI');
    expect(manager.last().text).toBe('No right.');
    expect(await contractBook(store).count({})).toBe(0);
  });

  it('is taken back only by who took it in', async () => {
    const { drop, press, last } = branch({ [PREPARER]: ['manager'], U_LI: ['manager'] });
    await drop(TWO);
    await press('take');
    await press('undo', 'U_LI');
    expect(last().text).toContain('Somebody else took this file in');
    expect(await contractBook(store).count({})).toBe(2);
  });
});

it('a sheet that is neither policy nor contracts says what contracts would need', async () => {
  const fake = fakeDoorway({
    policy: { sheet: { kind: 'refused', reason: { zh: '不是', en: 'it is none' } } },
  });
  await answerDirectly(
    messageEvent({ subtype: 'file_share', user: PREPARER, text: '', files: [FILE] }),
    fake,
  );
  expect(fake.done.join()).toContain('contract_id, customer_name');
});
