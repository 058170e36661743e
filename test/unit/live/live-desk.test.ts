import { appendFileSync, cpSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Desk } from '../../../src/desk.ts';
import { openLiveDesk } from '../../../src/live/live-desk.ts';
import { lookAndTell } from '../../../src/live/watch-files.ts';
import { Problem } from '../../../src/problem.ts';
import { FOLDERS, realDesk } from '../../world.ts';
import { notedLog } from '../slack/doorway.ts';

const old = await realDesk();
let root = '';
let folders = FOLDERS;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'live-'));
  folders = { data: join(root, 'data'), intents: join(root, 'intents') };
  cpSync(FOLDERS.data, folders.data, { recursive: true });
  cpSync(FOLDERS.intents, folders.intents, { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

/** A desk over the folders; each further opening gives what `nexts` gives. */
async function open(...nexts: readonly (Desk | Error)[]) {
  const left = [...nexts];
  let opened = 0;
  const live = await openLiveDesk({
    folders,
    first: async () => old,
    next: async () => {
      opened += 1;
      const next = left.shift();
      if (next === undefined || next instanceof Error) throw next ?? new Error('nothing is left');
      return next;
    },
  });
  return { live, opened: () => opened };
}

const edit = (): void => appendFileSync(join(folders.data, 'outlets.yaml'), '# a note\n');
const another = (): Desk => ({ ...old });

describe('changed files', () => {
  it('are not looked at twice while nothing changes', async () => {
    const { live, opened } = await open(another());
    for (const _ of [1, 2, 3]) expect(await live.look()).toEqual({ kind: 'same' });
    expect(opened()).toBe(0);
    expect(live.current()).toBe(old);
  });

  it('are taken whole once they have come to rest', async () => {
    const next = another();
    const { live } = await open(another(), next);
    edit();
    expect(await live.look()).toEqual({ kind: 'same' });
    edit();
    expect(await live.look()).toEqual({ kind: 'same' });
    expect(live.current()).toBe(old);
    expect(await live.look()).toEqual({ kind: 'taken' });
    expect(live.current()).toBe(next);
    expect(await live.look()).toEqual({ kind: 'same' });
  });

  it('are prepared from the moment they are noticed, and what changes again is prepared anew', async () => {
    const signals: AbortSignal[] = [];
    const live = await openLiveDesk({
      folders,
      first: async () => old,
      next: async (signal) => {
        signals.push(signal);
        return another();
      },
    });
    for (const _ of [1, 2, 3]) {
      edit();
      await live.look();
    }
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, true, false]);
    expect(await live.look()).toEqual({ kind: 'taken' });
    expect(signals).toHaveLength(3);
  });

  it('are not taken where they changed while they were read', async () => {
    const [mixed, whole] = [another(), another()];
    const given = [mixed, whole];
    let release = (): void => undefined;
    const live = await openLiveDesk({
      folders,
      first: async () => old,
      next: async () => {
        await new Promise<void>((resolve) => {
          release = resolve;
        });
        return given.shift() ?? old;
      },
    });
    edit();
    await live.look();
    const looking = live.look();
    edit();
    release();
    expect(await looking).toEqual({ kind: 'same' });
    expect(live.current()).toBe(old);
    await live.look();
    release();
    expect(await live.look()).toEqual({ kind: 'taken' });
    expect(live.current()).toBe(whole);
  });

  it('that are put back as they were change nothing', async () => {
    const { live } = await open(another());
    const added = join(folders.data, 'coaching', 'new.yaml');
    writeFileSync(added, 'id: new\n');
    await live.look();
    rmSync(added);
    for (const _ of [1, 2]) expect(await live.look()).toEqual({ kind: 'same' });
    expect(live.current()).toBe(old);
  });

  it('are refused whole with the reason, once, and the desk before stays in force', async () => {
    const { live, opened } = await open(new Problem('data', 'data/outlets.yaml:3 no'), another());
    edit();
    await live.look();
    expect(await live.look()).toEqual({ kind: 'refused', reason: 'data/outlets.yaml:3 no' });
    expect(await live.look()).toEqual({ kind: 'same' });
    expect(opened()).toBe(1);
    expect(live.current()).toBe(old);
    edit();
    await live.look();
    expect(await live.look()).toEqual({ kind: 'taken' });
  });

  it('are noticed when one is added, removed, or only its time changes', async () => {
    const { live } = await open(another(), another(), another());
    const added = join(folders.data, 'coaching', 'new.yaml');
    const changes = [
      () => writeFileSync(added, 'id: new\n'),
      () => rmSync(added),
      () => utimesSync(join(folders.intents, 'intents.yaml'), 1, 1),
    ];
    for (const change of changes) {
      change();
      await live.look();
      expect(await live.look()).toEqual({ kind: 'taken' });
    }
  });

  it('that are gone altogether do not take the desk down', async () => {
    const { live } = await open(new Problem('data', 'data cannot be read'));
    rmSync(folders.data, { recursive: true });
    await live.look();
    expect((await live.look()).kind).toBe('refused');
    expect(live.current()).toBe(old);
    cpSync(FOLDERS.data, folders.data, { recursive: true });
  });

  it('two looks at once open the files once', async () => {
    const { live, opened } = await open(another(), another());
    edit();
    await live.look();
    await Promise.all([live.look(), live.look(), live.look()]);
    expect(opened()).toBe(1);
  });
});

describe('the owners of the policy', () => {
  it('are told when files are taken, and why when they are not; nobody is told of nothing', async () => {
    const faults = Array.from({ length: 20 }, (_, line) => `data/outlets.yaml:${line} no`);
    const { live } = await open(new Problem('data', faults.join('\n')), another());
    const told: string[] = [];
    const ports = {
      live,
      log: notedLog(),
      tellOwners: async ({ en }: { en: string }) => {
        told.push(en);
      },
    };
    for (const _ of [1, 2]) {
      edit();
      await lookAndTell(ports);
      await lookAndTell(ports);
      await lookAndTell(ports);
    }
    expect(told).toHaveLength(2);
    expect(told[0]).toMatch(/did not take them and answer as before:\ndata\/outlets\.yaml:0 no\n/);
    expect(told[0]?.split('\n')).toHaveLength(10);
    expect(told[1]).toMatch(/hold together: I answer from them now/);
    expect(ports.log.lines).toEqual([
      expect.stringMatching(/^error files\.refused /),
      'info files.taken {}',
    ]);
  });

  it('who cannot be told do not stop the watch', async () => {
    const { live } = await open(another());
    const log = notedLog();
    const tellOwners = async (): Promise<void> => {
      throw new Error('channel_not_found');
    };
    edit();
    await lookAndTell({ live, log, tellOwners });
    await lookAndTell({ live, log, tellOwners });
    expect(log.lines.at(-1)).toBe('error files.owners-not-told {"error":"channel_not_found"}');
  });
});
