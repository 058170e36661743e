import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadFiles } from '../../../src/desk.ts';
import { loadLexicon } from '../../../src/files/intent-files.ts';
import { folderPrint, grown, kept } from '../../../src/files/kept.ts';
import { loadPolicy } from '../../../src/files/policy-files.ts';
import { INTENTS } from '../../../src/language/reading.ts';
import { FOLDERS } from '../../world.ts';
import { emptyFolder } from './overlay.ts';

describe('the files that come with the bot', () => {
  test('hold together', async () => {
    const loaded = await loadFiles(FOLDERS);
    expect(loaded.ok ? [] : loaded.problems).toEqual([]);
    if (!loaded.ok) return;
    const { policy, checklists, lexicon } = loaded.files;
    expect(checklists.map((one) => one.id).sort()).toEqual([
      'disconnection-in-contract',
      'general-complaint',
      'improper-handling',
      'plan-changed-after-transfer',
    ]);
    expect(policy.limits.map(({ id, number, unit }) => `${id} ${number} ${unit}`)).toEqual([
      'carrier-answer 15 days',
      'authority-acceptance 5 working-days',
      'authority-answer 30 days',
      'fee-dispute-limit 5 months',
      'other-dispute-limit 2 years',
    ]);
    expect(lexicon.intents.map((entry) => entry.id)).toEqual(INTENTS);
    for (const intent of INTENTS) {
      for (const language of ['zh', 'en']) {
        const isTaught = lexicon.examples.some(
          (one) => one.intent === intent && one.language === language,
        );
        expect(isTaught, `${intent} in ${language}`).toBe(true);
      }
    }
  });
});

describe('a folder that is not there', () => {
  test('is one fault, and not one for each file that should be in it', () => {
    const nowhere = join(emptyFolder(), 'nowhere');
    const problems = [
      { file: nowhere, line: 1, path: '', message: 'cannot be read: it does not exist' },
    ];
    expect(loadPolicy(nowhere)).toEqual({ ok: false, problems });
    const policy = loadPolicy(FOLDERS.data);
    if (!policy.ok) throw new Error('the data does not hold');
    expect(loadLexicon(nowhere, policy.value)).toEqual({ ok: false, problems });
  });

  test('is no folder where it is a file', () => {
    const file = join(emptyFolder(), 'data');
    writeFileSync(file, '');
    expect(loadPolicy(file)).toMatchObject({
      problems: [{ message: 'cannot be read: it is no folder' }],
    });
  });

  test('says each thing that an empty one lacks', () => {
    const data = join(emptyFolder(), 'data');
    mkdirSync(data);
    const loaded = loadPolicy(data);
    expect(loaded.ok ? [] : loaded.problems.map((problem) => problem.file)).toEqual([
      'data/outlets.yaml',
      'data/campaigns',
      'data/complaints/limits.yaml',
      'data/checklists',
      'data/complaints/outcomes.yaml',
      'data/complaints/branch.yaml',
      'data/coaching',
      'data/register.yaml',
      'data/porting/rules.yaml',
    ]);
  });
});

describe('what was made from files is kept until they change', () => {
  function sources(): { readonly folder: string; readonly keep: string } {
    const place = emptyFolder();
    const folder = join(place, 'files');
    mkdirSync(folder);
    writeFileSync(join(folder, 'one.yaml'), 'one');
    return { folder, keep: join(place, 'kept') };
  }
  let made = 0;
  const make = async (): Promise<{ readonly number: number; readonly weights: Float32Array }> => {
    made += 1;
    return { number: made, weights: Float32Array.of(0.5, made) };
  };
  type Made = Awaited<ReturnType<typeof make>>;
  function keptOf(of: { readonly keep: string | null; readonly folder: string }): Promise<Made> {
    return kept({ keep: of.keep, kind: 'one', print: folderPrint(of.folder) }, make);
  }

  test('the same files give the same value, without making it again', async () => {
    const { folder, keep } = sources();
    const first = await keptOf({ keep, folder });
    expect(await keptOf({ keep, folder })).toEqual(first);
    expect(readdirSync(keep)).toHaveLength(1);
  });

  test('the same files under another name of their folder are the same files', async () => {
    const { folder, keep } = sources();
    const first = await keptOf({ keep, folder });
    expect(await keptOf({ keep, folder: join(folder, '../files/.') })).toEqual(first);
  });

  test.each<readonly [string, (folder: string) => void]>([
    ['a changed line', (folder) => writeFileSync(join(folder, 'one.yaml'), 'two')],
    ['a new file', (folder) => writeFileSync(join(folder, 'two.yaml'), '')],
    [
      'a text that moves from one file to another',
      (folder) => {
        writeFileSync(join(folder, 'one.yaml'), '');
        writeFileSync(join(folder, 'two.yaml'), 'one');
      },
    ],
  ])('%s makes it anew, and the old one goes', async (_, change) => {
    const { folder, keep } = sources();
    const first = await keptOf({ keep, folder });
    change(folder);
    const second = await keptOf({ keep, folder });
    expect(second.number).toBeGreaterThan(first.number);
    expect(readdirSync(keep)).toHaveLength(1);
  });

  test('a file that was cut short is made anew', async () => {
    const { folder, keep } = sources();
    const first = await keptOf({ keep, folder });
    const [name = ''] = readdirSync(keep);
    writeFileSync(join(keep, name), readFileSync(join(keep, name)).subarray(0, 20));
    const second = await keptOf({ keep, folder });
    expect(second.number).toBeGreaterThan(first.number);
    expect(await keptOf({ keep, folder })).toEqual(second);
  });

  test('what was made while its files changed is not kept', async () => {
    const { folder, keep } = sources();
    const print = folderPrint(folder);
    const isStill = (): boolean => folderPrint(folder) === print;
    await kept({ keep, kind: 'one', print, isStill }, async () => {
      writeFileSync(join(folder, 'one.yaml'), 'two');
      return make();
    });
    writeFileSync(join(folder, 'one.yaml'), 'one');
    const before = made;
    expect((await keptOf({ keep, folder })).number).toBe(before + 1);
  });

  test('of each kind one is kept', async () => {
    const { folder, keep } = sources();
    const print = folderPrint(folder);
    const first = await keptOf({ keep, folder });
    await kept({ keep, kind: 'another', print }, make);
    expect(readdirSync(keep)).toHaveLength(2);
    expect(await keptOf({ keep, folder })).toEqual(first);
  });

  test('what grows is made from what was kept under the same print, and kept again', async () => {
    const { keep } = sources();
    const grow = (print: string, word: string): Promise<readonly string[]> =>
      grown(
        { keep, kind: 'one', print },
        async (before: readonly string[] = []) => [...before, word],
        (words) => words,
      );
    await grow('a', 'first');
    expect(await grow('a', 'second')).toEqual(['first', 'second']);
    expect(await grow('a', 'third')).toEqual(['first', 'second', 'third']);
    expect(await grow('b', 'fourth')).toEqual(['fourth']);
    expect(readdirSync(keep)).toHaveLength(1);
  });

  test('where nothing can be kept, or nothing should be, it is made each time', async () => {
    const { folder } = sources();
    const first = await keptOf({ keep: join(folder, 'one.yaml'), folder });
    const second = await keptOf({ keep: join(folder, 'one.yaml'), folder });
    const third = await keptOf({ keep: null, folder });
    expect([second.number, third.number]).toEqual([first.number + 1, first.number + 2]);
  });
});
