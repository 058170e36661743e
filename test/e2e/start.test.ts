import { spawnSync } from 'node:child_process';
import { connect } from 'node:net';
import { describe, expect, test } from 'vitest';
import { hasProgram } from '../../src/practice/program.ts';
import { ROOT } from '../world.ts';
import { startProgram } from './run-bot.ts';

const BOT_TOKEN = 'xoxb-1234567890-abcdefghij';

describe('npm start with a wrong environment says why in one line and ends', () => {
  test.each([
    [
      'a malformed bot token',
      { SLACK_BOT_TOKEN: 'xoxp-wrong' },
      /SLACK_BOT_TOKEN is no bot token/,
      2,
    ],
    [
      'a bot token alone',
      { SLACK_BOT_TOKEN: BOT_TOKEN },
      /neither SLACK_APP_TOKEN .* nor SLACK_SIGNING_SECRET/,
      2,
    ],
    [
      'an app token alone',
      { SLACK_APP_TOKEN: 'xapp-1-A0-1234567890' },
      /SLACK_BOT_TOKEN is missing/,
      2,
    ],
    ['a day that is none', { DESK_TODAY: '2015-02-30' }, /DESK_TODAY "2015-02-30" is no day/, 2],
    ['an unknown time zone', { DESK_TIMEZONE: 'Mars/Base' }, /DESK_TIMEZONE is no time zone/, 2],
    [
      'no data folder',
      { DESK_DATA: '/nowhere/at/all' },
      /\/nowhere\/at\/all:1 cannot be read: it does not exist/,
      1,
    ],
    [
      'no Slack at the address',
      {
        SLACK_BOT_TOKEN: BOT_TOKEN,
        SLACK_APP_TOKEN: 'xapp-1-A0-1234567890',
        SLACK_API_URL: 'http://127.0.0.1:9/api/',
        DATABASE_URL: 'sqlite::memory:',
      },
      /127\.0\.0\.1:9/,
      1,
    ],
  ] satisfies [string, Record<string, string>, RegExp, number][])(
    '%s',
    async (_, env, words, code) => {
      const program = startProgram({ LOG_LEVEL: 'silent', ...env });
      expect(await program.ended).toBe(code);
      expect(program.said()).toMatch(words);
      expect(program.said().split('\n').filter(Boolean)).toHaveLength(1);
      expect(program.said()).not.toContain(BOT_TOKEN);
    },
  );
});

describe.skipIf(!hasProgram())('the practice workspace', () => {
  test('Ctrl-C stops the bot and the workspace, both', async () => {
    const program = startProgram({ PORT: '0' });
    const [, port] = await program.line(/Practice workspace: http:\/\/127\.0\.0\.1:(\d+)/);
    await program.line(/2015-02-10/);
    expect(await isListening(Number(port))).toBe(true);
    program.signal('SIGINT');
    expect(await program.ended).toBe(0);
    expect(await isListening(Number(port))).toBe(false);
  });

  test('it believes in another day when told so', async () => {
    const program = startProgram({ PORT: '0', DESK_TODAY: '2015-03-31' });
    await program.line(/today is 2015-03-31/);
    program.signal('SIGTERM');
    expect(await program.ended).toBe(0);
  });
});

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

test.each(['bin/start.js', 'bin/desk.js'])(
  '%s says to an old Node that it is too old',
  (program) => {
    const older =
      'data:text/javascript,Object.defineProperty(process,"version",{value:"v20.11.1"})';
    const { status, stderr } = spawnSync(process.execPath, ['--import', older, program], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    expect(status).toBe(2);
    expect(stderr).toMatch(/^desk: Node v20\.11\.1 is too old: 26 or newer is needed\./);
  },
);
