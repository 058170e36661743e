import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createServer as createListener } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { isFree, portsFrom } from '../../../src/practice/port.ts';
import { startWorkspace } from '../../../src/practice/workspace.ts';
import { Problem } from '../../../src/problem.ts';
import { fakeProgram } from './fake-program.ts';

let temporary = '';

beforeAll(async () => {
  temporary = await mkdtemp(join(tmpdir(), 'desk-test-'));
  vi.stubEnv('TMPDIR', temporary);
});

afterAll(async () => {
  vi.unstubAllEnvs();
  const left = (await readdir(temporary)).filter((name) => !name.startsWith('fake-'));
  await rm(temporary, { recursive: true });
  expect(left).toEqual([]);
});

async function failure(program: string, startWithinMs = 10_000): Promise<Problem> {
  const bounds = { startWithinMs, endWithinMs: 1_000 };
  const error = await startWorkspace({ port: 0, mode: 'socket', program, bounds }).catch((e) => e);
  expect(error).toBeInstanceOf(Problem);
  expect(error).toMatchObject({ code: 'practice' });
  return error;
}

describe.skipIf(process.platform === 'win32')('a workspace that does not start', () => {
  test('has no program', async () => {
    expect((await failure('/nowhere/local-slack')).message).toBe(
      'The practice workspace did not start: spawn /nowhere/local-slack ENOENT.',
    );
  });

  test('has a program that ends', async () => {
    const program = await fakeProgram('echo "error: no such thing" >&2', 'exit 3');
    expect((await failure(program)).message).toBe(
      'The practice workspace did not start: exit code 3, error: no such thing.',
    );
  });

  test('has a program that never answers', async () => {
    const program = await fakeProgram('exec /bin/sleep 600');
    expect((await failure(program, 200)).message).toBe(
      'The practice workspace did not start: no answer within 0.2 seconds.',
    );
  });

  test('says so in one line', async () => {
    const program = await fakeProgram('echo "a"', 'echo "error: b"', 'echo "c"', 'exit 1');
    expect((await failure(program)).message).not.toContain('\n');
  });

  test('finds no free port', async () => {
    // The last port has none after it.
    const other = createListener().listen(65_535, '127.0.0.1');
    await once(other, 'listening');
    const start = startWorkspace({ port: 65_535, mode: 'socket', program: '/nowhere' });
    await expect(start).rejects.toThrow('65535 to 65535 are taken');
    other.close();
  });
});

describe.skipIf(process.platform === 'win32')('the program', () => {
  test('is given nothing of our environment', async () => {
    vi.stubEnv('SLACK_BOT_TOKEN', 'xoxb-secret');
    const program = await fakeProgram('echo error: $(export -p)', 'exit 1');
    const { message } = await failure(program);
    expect(message).toContain('BUN_OPTIONS');
    expect(message).not.toContain('xoxb-secret');
    expect(message).not.toContain('SLACK');
  });

  test('is killed when it does not end by itself', async () => {
    const answering = createServer((_, response) => response.end('{}')).listen(0, '127.0.0.1');
    await once(answering, 'listening');
    const address = answering.address();
    const port = typeof address === 'object' ? address?.port : 0;
    const program = await fakeProgram(
      "trap '' TERM",
      `echo "http://127.0.0.1:${port} "`,
      'read line',
    );
    const bounds = { startWithinMs: 10_000, endWithinMs: 100 };
    const workspace = await startWorkspace({ port: 0, mode: 'socket', program, bounds });
    await workspace.stop();
    expect(() => process.kill(workspace.pid ?? 0, 0)).toThrow('ESRCH');
    answering.close();
  });
});

describe('the ports', () => {
  test('are the wanted one and the twenty after it', () => {
    expect(portsFrom(3000)).toHaveLength(21);
    expect(portsFrom(3000).at(-1)).toBe(3020);
    expect(portsFrom(65_530)).toEqual([65_530, 65_531, 65_532, 65_533, 65_534, 65_535]);
    expect(portsFrom(0)).toEqual([0]);
  });

  test('are free or taken', async () => {
    const other = createListener().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
    expect(await isFree(port)).toBe(false);
    other.close();
    await once(other, 'close');
    expect(await isFree(port)).toBe(true);
  });
});
