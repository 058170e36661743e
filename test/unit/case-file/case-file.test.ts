import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { momentAt } from '../../../src/calendar/clock.ts';
import { caseFile } from '../../../src/case-file/case-file.ts';
import { masked } from '../../../src/case-file/masked.ts';
import type { CaseWithHistory } from '../../../src/case-file/world.ts';
import type { Happening } from '../../../src/complaints/case.ts';
import { writable } from '../../../src/documents/letters.ts';
import { markdownOf } from '../../../src/documents/markdown.ts';
import { pdfOf } from '../../../src/documents/pdf.ts';
import { wordsIn } from '../../../src/documents/words-in.ts';
import { day, ROOT } from '../../world.ts';
import { readPdf, unspaced } from '../documents/read-pdf.ts';
import {
  caseOf,
  DISCONNECTION,
  done,
  OPEN_AND_LATE,
  opened,
  proof,
  worldOf,
  ZONE,
} from './story.ts';

const TODAY = day('2015-01-28');
const NOW = momentAt(TODAY, 10 * 60, ZONE);

function paperOf(of: CaseWithHistory, language: 'zh' | 'en') {
  return caseFile(of, worldOf({ language, now: NOW, today: TODAY }));
}

describe('the case file', () => {
  test.each([
    ['disconnection', 'zh', DISCONNECTION],
    ['disconnection', 'en', DISCONNECTION],
    ['open-and-late', 'en', OPEN_AND_LATE],
    ['open-and-late', 'zh', OPEN_AND_LATE],
  ] as const)('%s in %s', async (name, language, of) => {
    await expect(markdownOf(paperOf(of, language))).toMatchFileSnapshot(
      join(ROOT, 'test/golden/cases', `${name}.${language}.md`),
    );
  });

  test('as PDF it says what it says as Markdown, word for word', async () => {
    for (const language of ['zh', 'en'] as const) {
      const paper = paperOf(DISCONNECTION, language);
      const pages = (await readPdf(await pdfOf(paper))).pages.map(unspaced).join('');
      for (const words of wordsIn(paper)) {
        // A row that goes on on the next page has the feet and the head between its halves.
        const lines = words.split('\n').map((line) => unspaced(writable(line)));
        for (const line of lines) expect(pages, line).toContain(line.slice(0, 12));
      }
    }
  });

  test('the first page is one page', async () => {
    for (const of of [DISCONNECTION, OPEN_AND_LATE]) {
      const { pages } = await readPdf(await pdfOf(paperOf(of, 'zh')));
      expect(pages[0]).toContain('一页说明');
      expect(unspaced(pages[0] ?? '')).toContain('本案卷由系统记录生成');
      expect(pages[1]?.startsWith('案件')).toBe(true);
    }
  });
});

describe('what is masked', () => {
  test.each([
    ['电话13812345678', '电话138****5678'],
    ['１３８１２３４５６７８', '138****5678'],
    ['138 1234 5678', '138****5678'],
    ['身份证330102198001011234', '身份证***'],
    ['卡号6222021234567890123', '卡号***'],
    ['服务密码是abc123', '服务密码是***'],
    ['张先生来电', '某先生来电'],
    ['Mr Smith called', 'Mr X called'],
    ['客户叫王小明', '客户叫某某'],
    ['a.b@example.com', 'x@x.x'],
    ['工单TS20150112-0034', '工单TS20150112-0034'],
    ['LS-0107, 309元', 'LS-0107, 309元'],
  ])('%s', (typed, kept) => {
    expect(masked(typed)).toBe(kept);
  });
});

const PHONE = '13912345678';
const IDENTITY = '330102198001011234';
const secret = fc.constantFrom(
  `打${PHONE}联系`,
  `id ${IDENTITY}`,
  '张先生说不行',
  'plain words',
  '139 1234 5678',
  '| a * _b_ <c>',
);
const on = fc
  .integer({ min: 1, max: 28 })
  .map((date) => `2015-02-${String(date).padStart(2, '0')}`);
const step = fc.constantFrom(
  'receive',
  'stop-changes',
  'report',
  'list-money-moves',
  'no-such-step',
);
const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({ kind: fc.constant('noted' as const), text: secret }),
  fc.record({ kind: fc.constant('paused' as const), reason: secret }),
  fc.constant<Happening>({ kind: 'resumed' }),
  fc.record({ kind: fc.constant('reopened' as const), reason: secret }),
  fc.record({ kind: fc.constant('reopened-step' as const), step }),
  fc.record({ kind: fc.constant('help-asked' as const), step, note: fc.option(secret) }),
  fc
    .tuple(step, secret, fc.constantFrom(null, 'yes', 'no'))
    .map(([id, note, choice]) =>
      done(id, { note, choice, evidence: [proof('recording', note, { kept: note })] }),
    ),
  fc.tuple(step, secret).map(([id, reason]): Happening => {
    return { kind: 'answered', step: id, given: { what: 'not-applicable', reason } };
  }),
  fc
    .tuple(secret, fc.constantFrom('assigned' as const, 'taken-over' as const))
    .map(([reason, how]): Happening => ({ kind: 'assigned', to: 'U0NEXT', reason, how })),
  secret.map((reason): Happening => {
    return { kind: 'escalated', to: 'hall-manager', person: null, reason };
  }),
  fc.tuple(secret, on).map(([words, text]): Happening => {
    return { kind: 'told', words, on: day(text), channel: 'phone', accepted: 'no-word' };
  }),
  fc.option(secret).map((note): Happening => ({ kind: 'closed', outcome: 'claim-declined', note })),
  secret.map((name): Happening => ({ kind: 'file-linked', file: { id: 'F1', name }, step: null })),
  fc.constant<Happening>({ kind: 'placed', channel: 'C1', thread: null, card: null }),
  fc
    .tuple(secret, fc.constantFrom('general-complaint', 'improper-handling'))
    .map(([reason, id]): Happening => {
      const checklist = { id, version: 1 };
      return { kind: 'checklist-changed', checklist, branchDays: 5, again: ['receive'], reason };
    }),
);

describe('whatever happened to a case', () => {
  test('every event is in its file, in its order, and nothing unmasked is', () => {
    const story = fc.record({
      words: secret,
      turns: fc.array(fc.tuple(on, happening), { maxLength: 25 }),
      language: fc.constantFrom('zh' as const, 'en' as const),
    });
    fc.assert(
      fc.property(story, ({ words, turns, language }) => {
        const first = opened(words, '2015-02-01', { hall: words, contract: words });
        const of = caseOf('C-2015-0009', [
          ['2015-02-01', 600, 'U0WANG', first],
          ...turns.map(([text, happened], index) => [text, 600 + index, 'U0LI', happened] as const),
        ]);
        const paper = paperOf(of, language);
        const timeline = paper.parts.at(-1);
        if (timeline?.kind !== 'table') throw new Error('the timeline comes last');
        expect(timeline.rows.map(([number]) => Number(number))).toEqual(
          of.history.map(({ seq }) => seq),
        );
        for (const row of timeline.rows) expect(row.at(-1)?.trim()).not.toBe('');
        const markdown = markdownOf(paper);
        for (const text of [markdown, wordsIn(paper).join('\n')]) {
          expect(text).not.toContain(PHONE);
          expect(text).not.toContain(IDENTITY);
          expect(text).not.toMatch(/张先生|139 1234 5678/);
        }
        // Nobody's marks do anything.
        expect(markdown).not.toMatch(/[^\\]<c>/);
      }),
      { numRuns: 150 },
    );
  });
});
