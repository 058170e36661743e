import { describe, expect, test } from 'vitest';
import { loadFiles } from '../../../src/desk.ts';
import { createFinder } from '../../../src/language/find.ts';
import type { HeldOut } from '../../../src/language/held-out.ts';
import { topicAccuracyOf, topicFiguresOf } from '../../../src/language/topic-check.ts';
import { FOLDERS, TODAY } from '../../world.ts';
import { heldOut } from './examples.ts';

const loaded = await loadFiles(FOLDERS);
if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
const finder = createFinder(loaded.files.lexicon, loaded.files.policy, (text) => text);
const figuresOf = (...examples: readonly HeldOut[]) =>
  topicFiguresOf(examples, (text) => finder(text, TODAY));

/** An example that tells its topics, and what the others take it for. */
function told(
  intent: 'complaint.checklist' | 'complaint.deadline',
  typed: string,
  topics: readonly string[],
  like: readonly string[],
): HeldOut {
  const one = heldOut(intent, typed, 1);
  return {
    ...one,
    sentence: { ...one.sentence, topics },
    topics: like.map((topic, at) => ({ topic, score: 1 - at })),
  };
}

describe('what examples are about within their intent', () => {
  test('is right where words or the other examples say the same', () => {
    const [byWords, byOthers] = figuresOf(
      told('complaint.deadline', 'how long has the authority to answer', ['authority-answer'], []),
      told(
        'complaint.checklist',
        'he is raging about it, steps',
        ['improper-handling'],
        ['improper-handling'],
      ),
    );
    expect(byWords).toMatchObject({ topic: 'authority-answer', right: 1, mistaken: null });
    expect(byOthers).toMatchObject({ topic: 'improper-handling', right: 1, mistaken: null });
  });

  test('is else told by what it is taken for most often', () => {
    const [figures] = figuresOf(
      told('complaint.checklist', 'line cut in the contract', ['general-complaint'], []),
      told('complaint.checklist', 'he is raging about it', ['general-complaint'], []),
      told('complaint.checklist', 'contract line was cut off early', ['general-complaint'], []),
    );
    expect(figures).toMatchObject({
      examples: 3,
      right: 1 / 3,
      mistaken: {
        readAs: 'disconnection-in-contract',
        count: 2,
        examples: ['line cut in the contract', 'contract line was cut off early'],
      },
    });
  });

  test('may be several things at once, or all', () => {
    const five = [
      'other-dispute-limit',
      'fee-dispute-limit',
      'carrier-answer',
      'authority-answer',
      'authority-acceptance',
    ];
    const [both, all] = figuresOf(
      told(
        'complaint.deadline',
        'how long does the authority have to accept and to answer an appeal',
        ['authority-acceptance', 'authority-answer'],
        [],
      ),
      told('complaint.deadline', 'list all the time limits', five, []),
    );
    expect(both).toMatchObject({ topic: 'authority-acceptance and 1 more', right: 1 });
    expect(all).toMatchObject({ topic: 'carrier-answer and 4 more', right: 1 });
  });

  test('is not right where as many other things are meant', () => {
    const [figures] = figuresOf(
      told(
        'complaint.deadline',
        'how many days for our own answer, and how old may a fee dispute be for the authority',
        ['carrier-answer', 'authority-answer'],
        [],
      ),
    );
    expect(figures).toMatchObject({ topic: 'carrier-answer and 1 more', right: 0 });
  });

  test('is measured over all that tell it', () => {
    const figures = figuresOf(
      told('complaint.checklist', 'line cut in the contract', ['general-complaint'], []),
      told('complaint.checklist', 'he is raging about it', ['general-complaint'], []),
      told('complaint.deadline', 'how long has the authority to answer', ['authority-answer'], []),
    );
    expect(topicAccuracyOf(figures)).toBeCloseTo(2 / 3);
    expect(figuresOf(heldOut('help', 'hello', 1))).toEqual([]);
    expect(topicAccuracyOf([])).toBe(1);
  });
});
