import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, test } from 'vitest';
import { PRACTICE_USERS } from '../../src/practice/branch.ts';
import { openPeer, type Peer, wordsOf } from '../peer/peer.ts';
import { FOLDERS } from '../world.ts';
import { type RunningProgram, startProgram, temporaryFolder } from './run-bot.ts';

const SAM = PRACTICE_USERS.sam.id;
const OLIVIA = PRACTICE_USERS.olivia.id;

let peer: Peer;
let bot: RunningProgram;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let levels = '';

beforeAll(async () => {
  folder = await temporaryFolder();
  cpSync(FOLDERS.data, join(folder.path, 'data'), { recursive: true });
  levels = join(folder.path, 'data/campaigns/2015-q1/levels.yaml');
  peer = await openPeer('socket');
  const { botToken, appToken, apiUrl } = peer.workspace;
  bot = startProgram({
    SLACK_BOT_TOKEN: botToken,
    SLACK_APP_TOKEN: appToken,
    SLACK_API_URL: apiUrl,
    DATABASE_URL: 'sqlite::memory:',
    DESK_DATA: join(folder.path, 'data'),
    DESK_TODAY: '2015-02-10',
    DESK_POLICY_OWNERS: OLIVIA,
  });
  await bot.line(/joined Slack/);
});

afterAll(async () => {
  bot.signal('SIGTERM');
  await bot.ended;
  await peer.close();
  await folder.remove();
});

async function ask(matching: RegExp): Promise<void> {
  const text = 'can a township store offer the free phone?';
  const question = await peer.say({ channel: SAM, user: SAM, text });
  await peer.reply({ channel: question.channel, since: question.ts, matching });
}

/** The message that the owner of the policy gets, in the direct message with the bot. */
async function ownerIsTold(matching: RegExp): Promise<void> {
  await peer.waitFor(
    ({ messages }) =>
      Object.values(messages)
        .flat()
        .find((message) => matching.test(wordsOf(message))),
    { what: `the owner told ${matching}`, withinMs: 30_000 },
  );
}

test('a level that its owner does not expect is refused, and the answers stay those before', async () => {
  await ask(/secondary at a general township franchise store/);
  const before = readFileSync(levels, 'utf8');
  const [head = '', row = ''] = before.split(/(?=- offer: renewal-free-phone)/);
  writeFileSync(levels, head + row.replace('township-store: secondary', 'township-store: main'));
  await ownerIsTold(
    /did not take them[\s\S]*questions\.yaml:\d+[\s\S]*the level is main, not secondary/,
  );
  await ask(/secondary at a general township franchise store/);
});

test('with what its owner expects it is answered from within seconds, without a restart', async () => {
  const questions = join(folder.path, 'data/campaigns/2015-q1/questions.yaml');
  const before = readFileSync(questions, 'utf8');
  writeFileSync(
    questions,
    before.replace(/(township store.*|一般乡镇专营店.*)level: secondary/g, '$1level: main'),
  );
  await ownerIsTold(/I answer from them now/);
  await ask(/is a main offer at a general township franchise store/);
});

test('a broken file is refused with the reason, and the answers stay those before', async () => {
  const whole = readFileSync(levels, 'utf8');
  writeFileSync(levels, whole.replace('own-hall: main', 'own-hall: mian'));
  await ownerIsTold(/did not take them[\s\S]*data\/campaigns\/2015-q1\/levels\.yaml:\d+/);
  await ask(/is a main offer at a general township franchise store/);
});
