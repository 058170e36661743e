import { expect, test } from 'vitest';
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
  ]);
  const { intent_accuracy: accuracy, entity_f1: f1 } = figures as Record<string, number>;
  expect(accuracy).toBeGreaterThan(0.8);
  expect(f1).toBeGreaterThan(0.95);
  expect(err).toMatch(/threshold \S+ \(in force\): of ours \S+ % right/);
  expect(err).toMatch(/\d+ × \S+ read as \S+: /);
});

test('desk train check takes nothing more', async () => {
  const { code, out } = await run(['train', 'check', 'now'], {});
  expect([code, out]).toEqual([2, '']);
});

test('desk ask --explain adds why', async () => {
  const { code, out } = await run(['ask', '合作厅能推啥', '--explain'], {
    env: { DESK_TODAY: '2015-02-10' },
  });
  expect(code).toBe(0);
  expect(Object.keys((JSON.parse(out) as { explain: object }).explain)).toContain('closest');
});
