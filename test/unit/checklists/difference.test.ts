import { describe, expect, test } from 'vitest';
import { newestChecklists } from '../../../src/checklists/checklist.ts';
import { checklistDifference } from '../../../src/checklists/difference.ts';
import { FIRST, OTHER, SECOND, VERSIONS } from '../../checklist-versions.ts';

const ids = (steps: readonly { readonly id: string }[]) => steps.map(({ id }) => id);

describe('what a newer version changes for an open case', () => {
  const difference = checklistDifference(FIRST, SECOND);

  test('steps that mean the same keep their answers, those that mean something else are asked again', () => {
    expect(ids(difference.kept)).toEqual(['receive', 'money', 'signed', 'report']);
    expect(ids(difference.changed)).toEqual(['answer']);
    expect(ids(difference.added)).toEqual(['call']);
    expect(ids(difference.removed)).toEqual(['learn']);
  });

  test('it is said in both languages, a line each', () => {
    expect(difference.lines).toEqual([
      { zh: '新增一步：call', en: 'New step: call' },
      { zh: '改了，要重新回答：answer', en: 'Changed, to be answered again: answer' },
      {
        zh: '适用条件变了，已有的回答仍有效：report',
        en: 'Applies in other cases now; answers hold: report',
      },
      {
        zh: '不再需要，已有的回答留在案卷里：learn',
        en: 'No longer asked; answers stay in the file: learn',
      },
    ]);
  });

  test('reworded steps keep their answers only where the file says that they hold', () => {
    const reworded = SECOND.steps.map((step) => ({ ...step, answersHoldSince: null }));
    const strict = checklistDifference(FIRST, { ...SECOND, steps: reworded });
    expect(ids(strict.changed)).toEqual(['receive', 'answer']);
    const later = SECOND.steps.map((step) => ({ ...step, answersHoldSince: 2 }));
    expect(ids(checklistDifference(FIRST, { ...SECOND, steps: later }).changed)).toContain(
      'receive',
    );
  });

  test('nothing changes from a version to itself', () => {
    expect(checklistDifference(FIRST, FIRST).lines).toEqual([]);
  });

  test('from one checklist to another only a step that means the same keeps its answer', () => {
    const other = checklistDifference(FIRST, OTHER);
    expect(ids(other.kept)).toEqual(['receive', 'answer']);
    expect(ids(other.added)).toEqual(['look']);
    // What holds from one version to the next says nothing of another checklist.
    expect(ids(checklistDifference(OTHER, SECOND).kept)).toEqual([]);
  });
});

test('of each checklist the newest version is the one that is answered with', () => {
  expect(newestChecklists(VERSIONS)).toEqual([SECOND, OTHER]);
});
