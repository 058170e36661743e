import { describe, expect, test } from 'vitest';
import type { CaseEvent } from '../../../src/complaints/case.ts';
import { decide } from '../../../src/complaints/decide.ts';
import { foldCase } from '../../../src/complaints/fold.ts';
import { caseWorld, command, openingOf } from '../../complaints.ts';

const world = caseWorld('2015-02-10');
const [opened] = (() => {
  const decided = decide(null, command(openingOf('general-complaint')), world);
  return decided.ok ? decided.events : [];
})();
if (opened === undefined) throw new Error('not opened');
const event = (more: Partial<CaseEvent>): CaseEvent => ({ ...opened, seq: 2, ...more });

describe('events that cannot be a case are refused, not guessed at', () => {
  test.each([
    ['a gap', [opened, event({ seq: 3, happened: { kind: 'resumed' } })], 'does not follow 1'],
    [
      'a beginning without an opening',
      [event({ seq: 1, happened: { kind: 'resumed' } })],
      'begins with',
    ],
    ['a second opening', [opened, event({})], 'opened twice'],
    [
      'an event of a newer program',
      [opened, event({ happened: JSON.parse('{"kind":"sung","song":"la"}') })],
      'newer version',
    ],
  ])('%s', (_, events, words) => {
    expect(() => foldCase('C-2015-0001', events)).toThrow(words);
  });

  test('no events are no case', () => {
    expect(foldCase('C-2015-0001', [])).toBeNull();
  });
});
