import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LOOKUP_SCOPES, openLookups } from '../../../src/slack/lookups.ts';
import { notedLog } from './doorway.ts';

type Reply = Readonly<Record<string, unknown>>;
const USERS: Readonly<Record<string, Reply>> = {
  U0LI: { team_id: 'T0', locale: 'zh-CN' },
  U0SAM: { team_id: 'T0', locale: 'en-GB' },
  U0JEAN: { team_id: 'T0', locale: 'fr-FR' },
  U0GRID: { team_id: 'E0HOME', enterprise_user: { teams: ['T9', 'T0'] } },
  U0OTHER: { team_id: 'T9' },
  U0STRANGER: { team_id: 'T0', is_stranger: true },
  U0GUEST: { team_id: 'T0', is_restricted: true },
  U0SINGLE: { team_id: 'T0', is_ultra_restricted: true },
  U0LEFT: { team_id: 'T0', deleted: true },
  U0BOT: { team_id: 'T0', is_bot: true },
};

const asked: URLSearchParams[] = [];
// local-slack has no user groups: this is the part of Slack's Web API that is asked.
const server = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk: Buffer) => {
    body += chunk.toString();
  });
  request.on('end', () => {
    const given = new URLSearchParams(body);
    asked.push(given);
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(replyTo(request.url ?? '', given)));
  });
});

function replyTo(url: string, given: URLSearchParams): Reply {
  if (url.endsWith('auth.test')) return { ok: true, user_id: 'U0BOT', team_id: 'T0' };
  if (url.endsWith('users.info')) {
    const user = USERS[given.get('user') ?? ''];
    return user === undefined ? { ok: false, error: 'user_not_found' } : { ok: true, user };
  }
  return given.get('usergroup') === 'S0CARE'
    ? { ok: true, users: ['U0LI', 'U0SAM'] }
    : { ok: false, error: 'no_such_subteam' };
}

let lookups: ReturnType<typeof openLookups>;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const apiUrl = `http://127.0.0.1:${port}/api/`;
  lookups = openLookups({ botToken: 'xoxb-0123456789', apiUrl, log: notedLog() });
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

describe('an account', () => {
  test.each([
    ['U0LI', 'inside', 'zh'],
    ['U0SAM', 'inside', 'en'],
    ['U0JEAN', 'inside', null],
    ['U0GRID', 'inside', null],
    ['U0OTHER', 'outside', null],
    ['U0STRANGER', 'outside', null],
    ['U0GUEST', 'outside', null],
    ['U0SINGLE', 'outside', null],
    ['U0LEFT', 'outside', null],
    ['U0BOT', 'outside', null],
    ['U0NOBODY', 'outside', null],
  ])('%s is %s and reads %s', async (user, standing, language) => {
    expect(await lookups.accountOf(user)).toEqual({ standing, language });
  });

  test('is asked for with its language', () => {
    expect(asked.some((given) => given.get('include_locale') === 'true')).toBe(true);
  });
});

test('the members of a group, or a failure where there is none', async () => {
  expect(await lookups.membersOf('S0CARE')).toEqual(['U0LI', 'U0SAM']);
  await expect(lookups.membersOf('S0GONE')).rejects.toThrow('no_such_subteam');
});

test('it takes two rights, which the manifest asks for', () => {
  expect(LOOKUP_SCOPES).toEqual(['users:read', 'usergroups:read']);
});
