import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { hasProgram } from '../../../src/practice/program.ts';
import { startWorkspace, type Workspace } from '../../../src/practice/workspace.ts';
import { watch } from '../../peer/watch.ts';

const running: Workspace[] = [];
let temporary = '';

beforeAll(async () => {
  temporary = await mkdtemp(join(tmpdir(), 'desk-test-'));
  vi.stubEnv('TMPDIR', temporary);
});

afterEach(async () => {
  await Promise.all(running.splice(0).map((workspace) => workspace.stop()));
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(temporary, { recursive: true });
});

async function start(port = 0): Promise<Workspace> {
  const workspace = await startWorkspace({ port, mode: 'socket' });
  running.push(workspace);
  return workspace;
}

function outsideAddresses(): readonly string[] {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ internal, address }) => !internal && !address.startsWith('fe80'))
    .map(({ address }) => address);
}

/** `open`, or the code with which the machine refuses. */
function knock(port: number, host: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect({ port, host });
    socket.once('connect', () => {
      socket.destroy();
      resolve('open');
    });
    socket.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
  });
}

describe.skipIf(!hasProgram())('the workspace (skipped where local-slack has no program)', () => {
  test('answers at its address, with the branch in it', async () => {
    const workspace = await start();
    const watched = await watch(workspace.url);
    const { channels } = watched.now();
    watched.close();
    expect(channels.map(({ name }) => name)).toContain('core-township');
    expect(workspace.apiUrl).toBe(`${workspace.url}/api/`);
    expect(new URL(workspace.url).hostname).toBe('127.0.0.1');
    expect(Number(new URL(workspace.url).port)).toBe(workspace.port);
  });

  test.skipIf(outsideAddresses().length === 0)(
    'is not reached at an address of the network (skipped on a machine that has none)',
    async () => {
      const { port } = await start();
      expect(await knock(port, '127.0.0.1')).toBe('open');
      for (const address of outsideAddresses()) {
        expect(await knock(port, address), address).toBe('ECONNREFUSED');
      }
    },
  );

  test('answers no page but its own', async () => {
    const { url } = await start();
    const state = `${url}/_control/state`;
    expect((await fetch(state, { headers: { origin: url } })).status).toBe(200);
    expect((await fetch(state, { headers: { origin: 'http://elsewhere.example' } })).status).toBe(
      403,
    );
    expect((await fetch(state, { headers: { origin: 'null' } })).status).toBe(403);
  });

  test('takes the next free port', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const taken = typeof address === 'object' ? (address?.port ?? 0) : 0;
    const { port } = await start(taken);
    other.close();
    expect(port).toBeGreaterThan(taken);
    expect(port).toBeLessThanOrEqual(taken + 20);
  });

  test('stops, and leaves nothing', async () => {
    const workspace = await start();
    expect(await readdir(temporary)).toHaveLength(1);
    const died = vi.fn();
    void workspace.died.then(died);
    await workspace.stop();
    await workspace.stop();
    expect(await knock(workspace.port, '127.0.0.1')).toBe('ECONNREFUSED');
    expect(await readdir(temporary)).toEqual([]);
    expect(died).not.toHaveBeenCalled();
  });

  test('says when it dies', async () => {
    const { died, pid } = await start();
    process.kill(pid ?? 0, 'SIGKILL');
    expect(await died).toMatchObject({
      code: 'practice',
      message: 'The practice workspace has ended: SIGKILL.',
    });
  });

  test('ends when the process that started it is killed', async () => {
    const parent = spawn(process.execPath, [fileURLToPath(new URL('parent.ts', import.meta.url))], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await once(createInterface(parent.stdout), 'line')) as [string];
    const { url } = JSON.parse(line) as { readonly url: string };
    const { port } = new URL(url);
    expect(await knock(Number(port), '127.0.0.1')).toBe('open');
    parent.kill('SIGKILL');
    await vi.waitFor(async () => {
      expect(await knock(Number(port), '127.0.0.1')).toBe('ECONNREFUSED');
      expect(await readdir(temporary)).toEqual([]);
    });
  });
});
