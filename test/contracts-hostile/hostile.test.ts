import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ContractDesk, contractDesk } from '../../src/contract-desk/contract-desk.ts';
import { writtenRow } from '../../src/contracts/written-row.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/schema.ts';
import { bytesInMemory } from '../../src/tables/byte-source.ts';
import type { Case } from './case.ts';
import { OUTLETS as OUTLET_TYPES } from './desk.ts';
import { ENCODINGS, HEADINGS, QUOTING, SEPARATORS } from './text-cases.ts';
import { COPIES, DAYS, OUTLETS, PHONES, TEXTS } from './value-cases.ts';
import { BOOKS, CELLS } from './xlsx-cases.ts';

const GROUPS: Readonly<Record<string, readonly Case[]>> = {
  'encodings of a text': ENCODINGS,
  'separators and line ends': SEPARATORS,
  'quoting and fields': QUOTING,
  headings: HEADINGS,
  days: DAYS,
  phones: PHONES,
  'outlet types': OUTLETS,
  texts: TEXTS,
  'a contract twice': COPIES,
  'cells of a workbook': CELLS,
  'workbooks and other files': BOOKS,
};

test('there are more than 150 hostile files, and no two have one title', () => {
  const titles = Object.entries(GROUPS).flatMap(([group, cases]) =>
    cases.map(({ title }) => `${group}: ${title}`),
  );
  expect(titles.length).toBeGreaterThan(150);
  expect(new Set(titles).size).toBe(titles.length);
});

describe.each(Object.entries(GROUPS))('%s', (_, cases) => {
  let store: Store;
  let desk: ContractDesk;
  beforeAll(async () => {
    store = await openStore('sqlite::memory:');
    desk = contractDesk({ store, outlets: () => OUTLET_TYPES, now: () => 1_000, batchesAtOnce: 1 });
  });
  afterAll(() => store.close());

  test.each(cases)(
    '$title',
    async ({ file, imported = 0, unchanged = 0, rejected = [], says, error, kept }) => {
      await store.db.deleteFrom('contract').execute();
      const bytes = typeof file === 'string' ? Buffer.from(file) : file;
      const give = () =>
        desk.importFile(
          bytesInMemory(bytes),
          {
            isDryRun: false,
            isComplete: false,
            source: 'test',
            by: { who: 'test', origin: 'test' },
          },
          () => undefined,
        );
      const outcome = await give();
      if (error !== undefined || outcome.kind === 'unreadable') {
        expect(outcome).toMatchObject({
          kind: 'unreadable',
          reason: { en: expect.stringMatching(error ?? /^$/) },
        });
        expect(await desk.book.count({})).toBe(0);
        return;
      }
      expect(outcome.rejected.map(({ line, field }) => [line, field])).toEqual(rejected);
      expect([outcome.imported, outcome.updated, outcome.unchanged]).toEqual([
        imported,
        0,
        unchanged,
      ]);
      expect(await desk.book.count({})).toBe(imported);
      if (says !== undefined) expect(outcome.rejected[0]?.message.en).toMatch(says);
      if (kept !== undefined) {
        const contract = await desk.book.find(kept.contract_id ?? 'HT1');
        expect(contract === null ? null : writtenRow(contract, { inFull: true })).toMatchObject(
          kept,
        );
      }
      const again = await give();
      expect(again).toMatchObject({ imported: 0, updated: 0, unchanged: imported + unchanged });
    },
  );
});
