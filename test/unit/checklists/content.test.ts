import { describe, expect, test } from 'vitest';
import { namedIn } from '../../../src/checklists/condition.ts';
import { caseWorld } from '../../complaints.ts';

const { checklists } = caseWorld('2015-02-10');

/** Steps in which a line, a service or money is touched. */
const TOUCHING = ['choice-signed', 'restore-signed', 'correct-signed', 'carry-out', 'stop-harm'];

describe.each(checklists.map((one) => [one.id, one] as const))('%s', (_, { steps }) => {
  test('has eight to fifteen steps that a hall worker can do', () => {
    expect(steps.length).toBeGreaterThanOrEqual(8);
    expect(steps.length).toBeLessThanOrEqual(15);
    for (const { task, title } of steps) {
      // A title fits a card's line, a task a phone's screen.
      expect(title.zh.length).toBeLessThanOrEqual(14);
      expect(task.zh.length).toBeLessThanOrEqual(90);
    }
  });

  test('nothing is done to a line, a service or money without the customer’s signature', () => {
    const touching = steps.filter(({ id }) => TOUCHING.includes(id));
    expect(touching.length).toBeGreaterThan(0);
    for (const { evidence } of touching) expect(evidence?.signedBy).toContain('customer');
  });

  test('begins with a ticket, answers within 15 days in a way that can be shown, and ends with learning', () => {
    expect(steps[0]).toMatchObject({ id: 'receive', evidence: { kinds: ['ticket'] } });
    const answers = steps.filter(({ due }) => due.kind === 'before-deadline' && due.days === 0);
    expect(answers).toHaveLength(1);
    expect(answers[0]?.evidence?.kinds).toEqual(['recording', 'letter']);
    expect(answers[0]).toMatchObject({ isRequired: true, when: null, mayNotApply: null });
    expect(steps.at(-1)?.who).toBe('hall-manager');
  });

  test('nothing that may be said promises compensation, or a refund before it is decided', () => {
    for (const { say } of steps) {
      expect(say?.zh ?? '').not.toMatch(/赔偿您|赔您|补偿您|全退|一定退/);
      expect(say?.en ?? '').not.toMatch(/compensat|refund/i);
    }
  });

  test('every question decides something, and is asked of a step that cannot be passed over', () => {
    const decisive = new Set(
      steps.flatMap(({ when }) => (when === null ? [] : namedIn(when))).map(({ fact }) => fact),
    );
    for (const { asks, mayNotApply, isRequired } of steps) {
      if (asks === null) continue;
      expect([asks.id, isRequired, mayNotApply]).toEqual([asks.id, true, null]);
      expect([asks.id, decisive.has(asks.id) || INFORMING.includes(asks.id)]).toEqual([
        asks.id,
        true,
      ]);
    }
  });
});

/** Asked for the file, though no step depends on them. */
const INFORMING = ['changed-through'];
