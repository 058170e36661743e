import { afterAll, beforeAll, expect, test } from 'vitest';
import { PRACTICE_USERS } from '../../src/practice/branch.ts';
import { practiceContracts } from '../../src/practice/contracts.ts';
import { wordsOf } from '../peer/peer.ts';
import { labelsOf } from '../peer/press.ts';
import type { Message } from '../peer/seen.ts';
import { TODAY } from '../world.ts';
import { type Branch, openBranch } from './complaint-branch.ts';

// A manager drops the file of the business system into the direct message with the bot.

const { liNa, wang } = PRACTICE_USERS;
const file = practiceContracts(TODAY).replace('LJ-0003,', ',');

let branch: Branch;

beforeAll(async () => {
  branch = await openBranch(TODAY);
});
afterAll(() => branch.close());

const drop = (user: string, text: string): Promise<Message> =>
  branch.peer.drop({
    ...{ channel: user, user },
    files: [{ name: '合约.csv', bytes: Buffer.from(text) }],
  });
const below = ({ channel, ts }: Message, matching: RegExp): Promise<Message> =>
  branch.peer.reply({ channel, thread: ts, matching, withinMs: 30_000 });

test('who is no manager is refused, and nothing is read', async () => {
  const reply = await below(await drop(liNa.id, file), /权限|colleagues|access/);
  expect(labelsOf(reply)).toEqual([]);
});

test('a manager sees what it would change and what is wrong with it, imports it, and takes it back', async () => {
  const { peer } = branch;
  const preview = await below(await drop(wang.id, file), /新增 199.*有问题 1|199 new/);
  expect(wordsOf(preview)).toMatch(/第 4 行|line 4/i);
  expect(wordsOf(preview)).not.toMatch(/1990000\d{4}/);
  await peer.press({ user: wang.id, message: preview, control: { label: /^(?:导入|Import)$/ } });
  const taken = await peer.waitFor(
    () => peer.messages(preview.channel).find((one) => /第 1 批|batch 1/i.test(wordsOf(one))),
    { what: 'the import is told', withinMs: 30_000 },
  );
  const asked = await peer.say({
    channel: wang.id,
    user: wang.id,
    text: '合约LJ-0001什么时候到期',
  });
  await peer.reply({ channel: asked.channel, since: asked.ts, matching: /还有60天/ });
  await peer.press({ user: wang.id, message: taken, control: { label: /撤销|back/ } });
  await peer.waitFor(
    () => peer.messages(preview.channel).find((one) => /已撤销|taken back/i.test(wordsOf(one))),
    { what: 'it is taken back', withinMs: 30_000 },
  );
  expect(branch.log.lines.join('\n')).not.toMatch(/1990000|合约\.csv/);
});
