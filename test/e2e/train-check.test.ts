import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { openWorkshop } from '../../src/workshop.ts';
import { emptyFolder } from '../unit/files/overlay.ts';
import { FOLDERS, TODAY } from '../world.ts';
import { run } from './run-command.ts';

test('desk train check prints its figures as one line, and for people which intents are confused', async () => {
  const { code, out, err } = await run(['train', 'check'], {});
  expect(code).toBe(0);
  const figures: unknown = JSON.parse(out);
  expect(Object.keys(figures as object)).toEqual([
    'intent_accuracy',
    'entity_f1',
    'examples',
    'p50_us',
    'p99_us',
    'group_accuracy',
    'groups',
    'contradictions',
    'near_duplicates',
    'suspicious',
    'topic_accuracy',
  ]);
  const {
    intent_accuracy: accuracy,
    entity_f1: f1,
    topic_accuracy: topics,
  } = figures as Record<string, number>;
  expect(accuracy).toBeGreaterThan(0.8);
  expect(f1).toBeGreaterThan(0.95);
  expect(topics).toBeGreaterThan(0.9);
  expect(err).toMatch(/threshold \S+ \(in force\): of ours \S+ % right/);
  expect(err).toMatch(/\d+ × \S+ read as \S+: /);
  expect(err).toMatch(/^carrier-answer +\d+ +\S+ %/m);
  // Not a terminal: no progress in between.
  expect(err).not.toContain('\r');
});

test('desk train check takes nothing more', async () => {
  const { code, out } = await run(['train', 'check', 'now'], {});
  expect([code, out]).toEqual([2, '']);
});

test('an example under the wrong intent is told at once: whom it hurt, and what it contradicts', async () => {
  const { folders, keep, teach } = fewExamples();
  const check = async () =>
    (await openWorkshop(folders, keep)).checkTraining(TODAY, () => undefined);
  expect((await check()).change).toBeNull();

  teach('help', ['自有厅能推什么', '便利渠道能推什么啊']);
  const { change, doubts } = await check();
  expect(change?.added.map(({ sentence }) => sentence.typed)).toEqual([
    '自有厅能推什么',
    '便利渠道能推什么啊',
  ]);
  expect(change?.hurt[0]).toMatchObject({
    intent: 'promo.eligibility',
    cause: { sentence: { intent: 'help' } },
  });
  const pairs = doubts.contradictions.map(({ one, other }) => [one.intent, other.intent].sort());
  expect(pairs).toContainEqual(['help', 'promo.eligibility']);

  // Whoever runs it twice reads the same words.
  expect((await check()).change).toEqual(change);
});

/** The first examples of every intent in a folder of their own: enough to learn from, and quick. */
function fewExamples() {
  const place = emptyFolder();
  const intents = join(place, 'intents');
  cpSync(FOLDERS.intents, intents, { recursive: true });
  const change = (
    file: string,
    edit: (sentences: readonly string[]) => readonly string[],
  ): void => {
    const path = join(intents, 'examples', file);
    const { intent, zh, en } = parse(readFileSync(path, 'utf8')) as Record<
      'zh' | 'en',
      string[]
    > & {
      readonly intent: string;
    };
    writeFileSync(path, stringify({ intent, zh: edit(zh), en: en.slice(0, 60) }));
  };
  for (const file of readdirSync(join(intents, 'examples'))) {
    change(file, (sentences) => sentences.slice(0, 60));
  }
  return {
    folders: { data: FOLDERS.data, intents },
    keep: join(place, 'kept'),
    teach: (intent: string, more: readonly string[]) =>
      change(`${intent}.yaml`, (sentences) => [...sentences, ...more]),
  };
}

test('desk ask --explain adds why', async () => {
  const { code, out } = await run(['ask', '合作厅能推啥', '--explain'], {
    env: { DESK_TODAY: '2015-02-10' },
  });
  expect(code).toBe(0);
  expect(Object.keys((JSON.parse(out) as { explain: object }).explain)).toContain('closest');
});
