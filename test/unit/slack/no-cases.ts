import { openLanes } from '../../../src/dialogs/lanes.ts';
import type { ComplaintDoor } from '../../../src/slack/complaint-ports.ts';

const NO_CASE = {
  ok: false,
  code: 'no-case',
  reason: { zh: '没有这个工单。', en: 'There is no such case.' },
  gaps: [],
  askToDelete: false,
} as const;

/** A complaint door behind which there is no case. */
export const NO_CASES: ComplaintDoor = {
  checklists: () => [],
  outcomes: () => [],
  outlets: () => [],
  suggest: () => ({ checklist: 'general-complaint', words: [] }),
  expected: () => ({ words: '', offer: null }),
  find: async () => null,
  at: async () => null,
  open: async () => NO_CASE,
  act: async () => NO_CASE,
  list: async () => ({ lines: [], hasMore: false }),
  refusal: async () => NO_CASE.reason,
  difference: () => [],
  report: null,
  people: async () => [],
  callable: async () => [],
  asked: { recall: async () => null, note: async () => {} },
  drafts: { keep: async () => 'draft', recall: async () => null },
  inOrder: openLanes(),
  languageOf: async () => null,
  hallOf: () => ({ outlet: null, hall: null }),
};
