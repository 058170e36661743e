import { describe, expect, test } from 'vitest';
import {
  allStages,
  isQuiet,
  languageOf,
  stageRuleOf,
  timeRuleOf,
} from '../../../src/reminders/rules.ts';
import { rules } from './reminded.ts';

const OURS = rules({
  outlets: { 'own-hall': { stages: [30, 7], move: 'after' }, 'township-store': { stages: [20] } },
  plans: { 畅聊: { stages: [10, 1] } },
  channels: { C9: { stages: [5], postAt: 600, quiet: null, language: 'zh' }, C8: { move: 'stay' } },
  quiet: { from: 1_200, to: 510 },
});
const at = (outlet: string, plan: string, channel: string | null) =>
  stageRuleOf(OURS, { outlet, plan }, channel);

describe('what is said closest to a contract counts', () => {
  test('channel before plan, plan before outlet type, that before what holds for all', () => {
    expect(at('own-hall', '畅聊', 'C9').stages).toEqual([5]);
    expect(at('own-hall', '畅聊', 'C1').stages).toEqual([10, 1]);
    expect(at('own-hall', '飞享', null).stages).toEqual([30, 7]);
    expect(at('urban-partner-hall', '飞享', 'C1').stages).toEqual(OURS.stages);
  });

  test('stages and the moving rule one by one: what one of them leaves open the next one says', () => {
    expect(at('own-hall', '畅聊', 'C9').move).toBe('after');
    expect(at('own-hall', '畅聊', 'C8')).toEqual({ stages: [10, 1], move: 'stay' });
    expect(at('township-store', '飞享', null)).toEqual({ stages: [20], move: 'before' });
  });

  test('a name that every object has is no rule', () => {
    expect(at('constructor', 'toString', '__proto__')).toEqual({
      ...{ stages: OURS.stages, move: 'before' },
    });
  });

  test('time, quiet hours and language are a channel’s own; no quiet hours are its own too', () => {
    expect(timeRuleOf(OURS, 'C9')).toEqual({ postAt: 600, quiet: null });
    expect(timeRuleOf(OURS, 'C8')).toEqual({ postAt: 540, quiet: { from: 1_200, to: 510 } });
    expect([languageOf(OURS, 'C9'), languageOf(OURS, 'C8')]).toEqual(['zh', 'both']);
  });
});

test('whoever looks for due work looks for the stages of all, each once, most days before the end first', () => {
  expect(allStages(OURS)).toEqual([60, 30, 20, 15, 10, 7, 5, 3, 1, 0, -1, -7]);
});

test.each([
  [{ from: 1_200, to: 510 }, [1_199, 1_200, 0, 509, 510], [false, true, true, true, false]],
  [{ from: 720, to: 840 }, [719, 720, 839, 840], [false, true, true, false]],
  [{ from: 600, to: 600 }, [600], [false]],
  [null, [0, 600], [false, false]],
])('quiet hours %j', (quiet, minutes, expected) => {
  expect(minutes.map((minute) => isQuiet(quiet, minute))).toEqual(expected);
});
