import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Config, dayBelievedIn, readConfig, VARIABLES } from '../../src/config.ts';
import { Problem } from '../../src/problem.ts';
import { day, ROOT } from '../world.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const BOT = { SLACK_BOT_TOKEN: 'xoxb-1234567890-abcdefghij' };
const APP = { SLACK_APP_TOKEN: 'xapp-1-A1234567-abcdefghij' };
const SIGNED = { SLACK_SIGNING_SECRET: '0123456789abcdef0123456789abcdef' };

/** The Problem that an environment causes. */
function problemOf(read: () => unknown): Problem {
  try {
    read();
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error('there is no problem');
}

describe('every variable of the contract is known, and no other', () => {
  const CONTRACT = [
    'SLACK_BOT_TOKEN',
    'SLACK_APP_TOKEN',
    'SLACK_SIGNING_SECRET',
    'SLACK_API_URL',
    'DATABASE_URL',
    'DESK_DATA',
    'DESK_TIMEZONE',
    'DESK_TODAY',
    'PORT',
    'LOG_LEVEL',
  ];
  // Where the words of staff are kept; a machine that answers another branch names its own.
  // The owner's consent to learn from use, and who has which role everywhere.
  const BESIDES = [
    'DESK_INTENTS',
    'DESK_REVIEW',
    'DESK_MANAGERS',
    'DESK_POLICY_OWNERS',
    'DESK_COMPLAINT_OFFICERS',
    'DESK_ADMINISTRATORS',
  ];
  const page = readFileSync(join(ROOT, '.env.example'), 'utf8').split('\n');
  const rows = page.flatMap((line, at) => {
    const match = /^(# )?([A-Z_]+)=(.*)$/.exec(line);
    return match === null
      ? []
      : [{ name: match[2] ?? '', value: match[3] ?? '', isOptional: match[1] !== undefined, at }];
  });

  test('the program knows those of the contract', () => {
    expect(Object.keys(VARIABLES).toSorted()).toEqual([...CONTRACT, ...BESIDES].toSorted());
  });

  test('.env.example lists each once', () => {
    expect(rows.map((row) => row.name).toSorted()).toEqual(Object.keys(VARIABLES).toSorted());
  });

  test('.env.example says in one or two lines what each is for', () => {
    for (const { name, at } of rows) {
      expect(page[at - 1], name).toMatch(/^# [^=]{20,}$/);
      expect(
        [page[at - 2], page[at - 3]].some(
          (line) => line === '' || /^#? ?[A-Z_]+=/.test(line ?? ''),
        ),
        name,
      ).toBe(true);
    }
  });

  test('.env.example holds no secret', () => {
    for (const { name, value, isOptional } of rows) {
      if (/TOKEN|SECRET/.test(name)) expect([value, isOptional], name).toEqual(['', false]);
      else expect(isOptional, name).toBe(true);
    }
  });

  test('.env.example as it stands, and with all that is optional, is a configuration', () => {
    const set = Object.fromEntries(rows.map((row) => [row.name, row.value]));
    expect(readConfig({}).slack()).toEqual({ mode: 'practice' });
    expect(readConfig(set)).toMatchObject({
      databaseUrl: 'sqlite:var/desk.sqlite',
      dataFolder: 'data',
      intentsFolder: 'intents',
      timeZone: 'Asia/Shanghai',
      todayOverride: '2015-02-10',
      port: 3000,
      logLevel: 'info',
    });
  });
});

describe('without variables', () => {
  test('everything has its default', () => {
    const { slack, ...rest } = readConfig({});
    expect(slack()).toEqual({ mode: 'practice' });
    expect(rest).toMatchObject({
      databaseUrl: null,
      dataFolder: 'data',
      intentsFolder: 'intents',
      timeZone: 'Asia/Shanghai',
      todayOverride: null,
      port: null,
      logLevel: null,
    });
  });

  test('an empty one counts as absent, and so does one of spaces', () => {
    const blank = (value: string): Environment =>
      Object.fromEntries(Object.keys(VARIABLES).map((name) => [name, value]));
    for (const env of [blank(''), blank('  '), { HOME: '/home/desk' }]) {
      expect(JSON.stringify(readConfig(env))).toBe(JSON.stringify(readConfig({})));
      expect(readConfig(env).slack()).toEqual({ mode: 'practice' });
    }
  });

  test('spaces around a value are not part of it', () => {
    expect(readConfig({ DESK_TODAY: ' 2015-02-10\n' }).todayOverride).toBe('2015-02-10');
  });
});

describe('a variable that is wrong is named, and what was in it is not repeated', () => {
  test.each<readonly [string, string]>([
    ['SLACK_BOT_TOKEN', 'xoxp-1234567890-s3cret'],
    ['SLACK_BOT_TOKEN', 'xoxb-short'],
    ['SLACK_BOT_TOKEN', 'Bearer xoxb-1234567890-s3cret'],
    ['SLACK_APP_TOKEN', 'xoxb-1234567890-s3cret'],
    ['SLACK_SIGNING_SECRET', 's3cret'],
    ['SLACK_API_URL', 's3cret host'],
    ['DATABASE_URL', 'mysql://desk:s3cret@db/desk'],
    ['DATABASE_URL', 'desk:s3cret@db'],
  ])('%s', (name, value) => {
    const problem = problemOf(() => readConfig({ [name]: value }));
    expect(problem.code).toBe('config');
    expect(problem.message).toContain(name);
    expect(problem.message).not.toContain('s3cret');
    expect(problem.message).not.toContain(value);
    expect(problem.message).not.toContain('\n');
  });

  test.each<readonly [string, string]>([
    ['DATABASE_URL', 'sqlite:'],
    ['DESK_TIMEZONE', 'Beijing'],
    ['DESK_TODAY', '2015-02-30'],
    ['DESK_TODAY', 'today'],
    ['PORT', 'http'],
    ['PORT', '70000'],
    ['PORT', '-1'],
    ['PORT', '30.5'],
    ['LOG_LEVEL', 'loud'],
  ])('%s=%s', (name, value) => {
    const problem = problemOf(() => readConfig({ [name]: value }));
    expect(problem.code).toBe('config');
    expect(problem.message).toContain(name);
  });

  test('all of them are named at once', () => {
    const { message } = problemOf(() =>
      readConfig({ SLACK_BOT_TOKEN: 'x', PORT: 'y', DESK_TODAY: 'z' }),
    );
    expect(message).toMatch(/SLACK_BOT_TOKEN.*DESK_TODAY.*PORT/s);
  });
});

describe('how the bot meets Slack', () => {
  test('the bot token and the app token join by Socket Mode', () => {
    expect(readConfig({ ...BOT, ...APP }).slack()).toEqual({
      mode: 'socket',
      botToken: BOT.SLACK_BOT_TOKEN,
      appToken: APP.SLACK_APP_TOKEN,
      apiUrl: null,
    });
  });

  test('Socket Mode goes before HTTP where both could be', () => {
    expect(readConfig({ ...BOT, ...APP, ...SIGNED, PORT: '3000' }).slack()).toMatchObject({
      mode: 'socket',
    });
  });

  test('the bot token, the signing secret and a port listen over HTTP', () => {
    expect(readConfig({ ...BOT, ...SIGNED, PORT: '3000' }).slack()).toEqual({
      mode: 'http',
      botToken: BOT.SLACK_BOT_TOKEN,
      signingSecret: SIGNED.SLACK_SIGNING_SECRET,
      port: 3000,
      apiUrl: null,
    });
  });

  test('another server is met at its own address', () => {
    const env = { ...BOT, ...APP, SLACK_API_URL: 'http://127.0.0.1:4000/api/' };
    expect(readConfig(env).slack()).toMatchObject({ apiUrl: 'http://127.0.0.1:4000/api/' });
  });

  test('a port alone is the port of the practice workspace', () => {
    expect(readConfig({ PORT: '4000' }).slack()).toEqual({ mode: 'practice' });
    expect(readConfig({ PORT: '4000' }).port).toBe(4000);
  });

  test.each<readonly [string, Environment, string]>([
    ['the bot token alone', BOT, 'SLACK_APP_TOKEN'],
    ['the app token alone', APP, 'SLACK_BOT_TOKEN'],
    ['the signing secret alone', SIGNED, 'SLACK_BOT_TOKEN'],
    ['the signing secret and a port', { ...SIGNED, PORT: '3000' }, 'SLACK_BOT_TOKEN'],
    ['the bot token and the signing secret without a port', { ...BOT, ...SIGNED }, 'PORT'],
    ['the bot token and a port', { ...BOT, PORT: '3000' }, 'SLACK_SIGNING_SECRET'],
  ])('%s is half a setting, and refused with what is missing', (_, env, missing) => {
    const problem = problemOf(() => readConfig(env).slack());
    expect(problem.code).toBe('config');
    expect(problem.message).toContain(missing);
    for (const secret of Object.values({ ...BOT, ...APP, ...SIGNED })) {
      expect(problem.message).not.toContain(secret);
    }
  });

  test('what needs no Slack is not held up by half a setting', () => {
    expect(readConfig(BOT).dataFolder).toBe('data');
  });
});

describe('the day to believe in', () => {
  const moment = Date.UTC(2015, 1, 9, 16, 30);
  const believing = (env: Environment): Config => readConfig(env);

  test('is the one that is given', () => {
    expect(dayBelievedIn(believing({ DESK_TODAY: '2015-03-03' }), day('2015-01-05'), moment)).toBe(
      '2015-01-05',
    );
  });

  test('else the one of the environment', () => {
    expect(dayBelievedIn(believing({ DESK_TODAY: '2015-03-03' }), null, moment)).toBe('2015-03-03');
  });

  test.each([
    ['Asia/Shanghai', '2015-02-10'],
    ['America/New_York', '2015-02-09'],
  ])('else today in %s', (zone, expected) => {
    expect(dayBelievedIn(believing({ DESK_TIMEZONE: zone }), null, moment)).toBe(expected);
  });
});

describe('learning from use', () => {
  test('keeps nothing for review, and nobody is a manager, unless somebody says so', () => {
    expect(readConfig({})).toMatchObject({ mayReview: null, managers: null });
    expect(readConfig({ DESK_REVIEW: 'off' }).mayReview).toBe(false);
    expect(readConfig({ DESK_REVIEW: 'on' }).mayReview).toBe(true);
  });

  test.each([
    ['DESK_COMPLAINT_OFFICERS', 'complaintOfficers'],
    ['DESK_ADMINISTRATORS', 'administrators'],
    ['DESK_POLICY_OWNERS', 'policyOwners'],
  ] as const)('%s names users and user groups', (variable, key) => {
    expect(readConfig({ [variable]: 'U012AB3CD S012AB3CD' })[key]).toEqual([
      'U012AB3CD',
      'S012AB3CD',
    ]);
    expect(readConfig({})[key]).toBeNull();
  });

  test('managers are Slack users, with commas or spaces between', () => {
    expect(readConfig({ DESK_MANAGERS: 'U012AB3CD, W045EF6GH\n' }).managers).toEqual([
      'U012AB3CD',
      'W045EF6GH',
    ]);
  });

  test.each([
    [{ DESK_REVIEW: 'yes' }, 'DESK_REVIEW is neither on nor off'],
    [
      { DESK_MANAGERS: '@wang' },
      'DESK_MANAGERS.0 is no Slack user id such as U012AB3CD, and no user group such as S012AB3CD',
    ],
  ])('%j is refused', (env, message) => {
    expect(problemOf(() => readConfig(env)).message).toBe(message);
  });
});
