import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { type Trained, trainCheckCommand } from '../../../src/commands/train-check.ts';
import type { Moved } from '../../../src/language/change.ts';
import { MODELS } from '../../../src/language/train-check.ts';
import { TODAY } from '../../world.ts';
import { exampleOf, heldOut } from '../language/examples.ts';

const hello = heldOut('help', 'hello', -2.5, 'out_of_scope');
const offer: Moved = {
  before: { intent: 'help', text: 'what can I push', readAs: 'help', lead: 1 },
  now: hello,
  loss: 3.5,
};
const TRAINED: Trained = {
  intentAccuracy: 0.86543,
  groupAccuracy: 0.8,
  groups: 3,
  entityF1: 0.99,
  examples: 4,
  intents: [
    {
      intent: 'help',
      examples: 3,
      right: 2 / 3,
      rightByGroup: 0.5,
      mistaken: { readAs: 'out_of_scope', count: 1 },
    },
    { intent: 'clarify', examples: 1, right: 1, rightByGroup: 1, mistaken: null },
  ],
  topics: [],
  calibration: [
    { threshold: 0.3, isInForce: true, right: 0.8, refused: 0.1, recognised: 0.9, wrong: 0.1 },
  ],
  confusions: [{ is: 'help', readAs: 'out_of_scope', count: 1, examples: ['hello'] }],
  doubts: {
    contradictions: [
      { one: exampleOf('help', 'hi'), other: exampleOf('clarify', 'hi!'), likeness: 0.999 },
    ],
    doubles: Array.from({ length: 12 }, (_, number) => [
      exampleOf('help', `hey ${number}`),
      exampleOf('help', `hey, ${number}`),
    ]),
    suspects: [hello],
  },
  change: null,
  past: { last: { day: TODAY, readings: [] }, before: null },
  p50Us: 129.6,
  p99Us: 640.2,
  isKept: true,
};

async function printed(trained: Trained) {
  const out: string[] = [];
  const err: string[] = [];
  const progress: string[] = [];
  const code = await trainCheckCommand(
    [],
    {
      open: async () => ({
        checkTraining: async (_, onModel) => {
          onModel();
          return trained;
        },
        lineOf: ({ intent }) => ({ file: `examples/${intent}.yaml`, line: 7 }),
      }),
      today: TODAY,
      progress: (words) => progress.push(words),
    },
    {
      input: Readable.from([]),
      out: (line) => out.push(line),
      err: (line) => err.push(line),
    },
  );
  return { code, out, err, progress };
}

describe('desk train check prints', () => {
  test('one line of JSON, the keys of the contract first', async () => {
    const { code, out } = await printed(TRAINED);
    expect([code, out]).toEqual([
      0,
      [
        '{"intent_accuracy":0.8654,"entity_f1":0.99,"examples":4,"p50_us":130,"p99_us":640,' +
          '"group_accuracy":0.8,"groups":3,"contradictions":1,"near_duplicates":12,"suspicious":1,"topic_accuracy":1}',
      ],
    ]);
  });

  test('a line for each intent, in columns', async () => {
    const { err } = await printed(TRAINED);
    expect(err.slice(1, 4)).toEqual([
      'intent   examples    right  without paraphrases  else most often read as',
      'help            3   66.7 %               50.0 %  out_of_scope (1 ×)',
      'clarify         1  100.0 %              100.0 %',
    ]);
  });

  test('and for each topic, where examples tell what they are about', async () => {
    const mistaken = { readAs: 'b', count: 2, examples: ['one', 'two'] };
    const topics = [
      { topic: 'a', examples: 8, right: 0.75, mistaken },
      { topic: 'b', examples: 12, right: 1, mistaken: null },
    ];
    const { err, out } = await printed({ ...TRAINED, topics });
    const from = err.findIndex((line) => line.startsWith('What the examples under'));
    expect(err.slice(from + 1, from + 4)).toEqual([
      'topic  examples    right  else most often read as',
      'a             8   75.0 %  b (2 ×): one | two',
      'b            12  100.0 %',
    ]);
    expect(out[0]).toContain('"topic_accuracy":0.9');
  });

  test('at most ten of each doubt, with file and line, and how many more there are', async () => {
    const { err } = await printed(TRAINED);
    const from = (start: string): number => err.findIndex((line) => line.startsWith(start));
    const near = from('Near-duplicates');
    expect(err[near]).toMatch(/: 12$/);
    expect(err[near + 1]).toBe('  "hey 0" = "hey, 0" (examples/help.yaml: 7, 7)');
    expect(err[near + 11]).toBe('  and 2 more');
    expect(err[from('Suspicious') + 1]).toBe(
      '  "hello" (examples/help.yaml:7) reads like out_of_scope',
    );
    expect(err[from('Contradictions') + 1]).toBe(
      '  100 % alike: "hi" (examples/help.yaml:7) ≠ "hi!" (examples/clarify.yaml:7)',
    );
  });

  test('last, that there is nothing to compare with yet', async () => {
    const { err } = await printed(TRAINED);
    expect(err.at(-1)).toMatch(/^Nothing to compare with yet/);
  });

  test('last, what was hurt since the last check, and by which line', async () => {
    const { err } = await printed({
      ...TRAINED,
      change: {
        since: TODAY,
        added: [hello],
        removed: [],
        nowWrong: [offer],
        nowRight: [],
        edge: { wrong: 2, right: 1 },
        hurt: [{ intent: 'clarify', before: 0.971, now: 0.964, examples: [offer], cause: hello }],
      },
    });
    expect(err.slice(-6)).toEqual([
      'Since the check of 2015-02-10: 1 example added, 0 removed.',
      '  added "hello" (examples/help.yaml:7); the other examples alone would have it read as out_of_scope',
      '  HURT clarify (97.1 % → 96.4 % right): 1 example now wrong: what can I push',
      '    most likely by "hello" (examples/help.yaml:7)',
      '  now read wrong: 1: what can I push (help, as out_of_scope)',
      '  at the edge: 2 more turned wrong and 1 right; some do at any change.',
    ]);
  });

  test('a sentence where the check could not be kept', async () => {
    const { err } = await printed({ ...TRAINED, isKept: false });
    expect(err.at(-1)).toMatch(/could not be kept/);
  });

  test('how far it has come, and wipes it away', async () => {
    const { progress } = await printed(TRAINED);
    expect(progress).toContainEqual(expect.stringContaining(`learnt 1 of ${MODELS} times`));
    expect(progress.at(-1)).toBe('');
  });
});
