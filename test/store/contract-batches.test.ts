import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ContractDesk, contractDesk } from '../../src/contract-desk/contract-desk.ts';
import { openFile } from '../../src/contract-desk/file-source.ts';
import { COLUMNS } from '../../src/contracts/columns.ts';
import { batchBook } from '../../src/store/contract-batches.ts';
import type { Store } from '../../src/store/schema.ts';
import { bytesInMemory } from '../../src/tables/byte-source.ts';
import { OUTLETS } from '../contracts-hostile/desk.ts';
import { csv, HEAD, row } from '../contracts-hostile/files.ts';
import { eachEngine } from './engines.ts';

const BY = { who: 'wang', origin: 'test' };
const many = (count: number, fields = {}): string =>
  csv(
    Array.from({ length: count }, (_, at) =>
      row({ contract_id: `HT${String(at).padStart(5, '0')}`, ...fields }),
    ),
  );

function deskOf(store: Store): ContractDesk {
  return contractDesk({ store, outlets: () => OUTLETS, now: () => 5_000, batchesAtOnce: 1 });
}

function give(desk: ContractDesk, text: string | Buffer, wish = {}) {
  const usual = { isDryRun: false, isComplete: false, source: 'test', by: BY };
  return desk.importFile(bytesInMemory(Buffer.from(text)), { ...usual, ...wish }, () => undefined);
}

async function rowsOf({ db }: Store) {
  return db.selectFrom('contract').selectAll().orderBy('id').execute();
}

async function linesOf(desk: ContractDesk, batch: number) {
  const lines: unknown[] = [];
  for await (const line of desk.report(batch)) lines.push(line);
  return lines;
}

eachEngine((place) => {
  test('a file whose last row cannot be read changes nothing, whatever stands above', async () => {
    const store = await place.open();
    const desk = deskOf(store);
    const broken = Buffer.concat([Buffer.from(many(1_300)), Buffer.from([0xe5, 0xbc])]);
    expect(await give(desk, broken)).toMatchObject({ kind: 'unreadable' });
    expect(await give(desk, `${many(1_300)}HT9,"x`)).toMatchObject({ kind: 'unreadable' });
    expect(await rowsOf(store)).toEqual([]);
    expect(await desk.batches()).toEqual([]);
  });

  test('a dry run counts what a real one does, and changes nothing', async () => {
    const store = await place.open();
    const desk = deskOf(store);
    await give(desk, many(3));
    const before = await rowsOf(store);
    const next = csv([
      row({ contract_id: 'HT00000' }),
      row({ contract_id: 'HT00001', plan: 'x' }),
      row({ contract_id: 'HT9' }),
      row({ contract_id: 'HT8', phone: '1' }),
    ]);
    const counts = { imported: 1, updated: 1, unchanged: 1, rejectedRows: 1, vanished: 1 };
    expect(await give(desk, next, { isDryRun: true })).toMatchObject({ ...counts, batch: null });
    expect(await rowsOf(store)).toEqual(before);
    expect(await desk.batches()).toHaveLength(1);
    expect(await give(desk, next)).toMatchObject({ ...counts, batch: 2 });
  });

  test('what a batch did is reported with phones masked, also after later ones', async () => {
    const store = await place.open();
    const desk = deskOf(store);
    await give(desk, csv([row(), row({ contract_id: 'HT2' })]));
    await give(
      desk,
      csv([row({ phone: '13900005678', ends_on: '2016-02-10' }), row({ contract_id: 'HT3' })]),
    );
    await give(desk, csv([row({ phone: '13900005678', ends_on: '2017-02-10' })]));
    expect(await linesOf(desk, 2)).toEqual([
      { change: 'new', id: 'HT3', endsOn: '2015-02-10' },
      {
        change: 'changed',
        id: 'HT1',
        isBack: false,
        fields: {
          phone: { before: '138****1234', after: '139****5678' },
          ends_on: { before: '2015-02-10', after: '2016-02-10' },
        },
      },
      { change: 'vanished', id: 'HT2', isMarked: false },
    ]);
  });

  test('an undo gives back every row as it was, marks included', async () => {
    const store = await place.open();
    const desk = deskOf(store);
    await give(desk, many(1_200));
    const before = await rowsOf(store);
    const changed = csv([
      ...Array.from({ length: 700 }, (_, at) =>
        row({ contract_id: `HT${String(at).padStart(5, '0')}`, plan: 'x' }),
      ),
      row({ contract_id: 'NEW' }),
    ]);
    const outcome = await give(desk, changed, { isComplete: true });
    expect(outcome).toMatchObject({ imported: 1, updated: 700, vanished: 500, isMarked: true });
    expect(await desk.book.count({})).toBe(701);
    expect(await desk.undo(2, BY)).toMatchObject({ kind: 'undone' });
    expect(await rowsOf(store)).toEqual(before);
    expect(await desk.undo(2, BY)).toEqual({ kind: 'not-now', state: 'undone' });
    expect(await desk.undo(9, BY)).toEqual({ kind: 'unknown' });
  });

  test('an undo is refused where a later batch changed the same contracts, and says which', async () => {
    const store = await place.open();
    const desk = deskOf(store);
    await give(desk, many(3));
    await give(desk, csv([row({ contract_id: 'HT00001', plan: 'x' })]));
    await give(desk, csv([row({ contract_id: 'OTHER' })]));
    expect(await desk.undo(1, BY)).toEqual({
      kind: 'changed-since',
      by: [{ batch: 2, contracts: 1 }],
    });
    expect(await desk.undo(2, BY)).toMatchObject({ kind: 'undone' });
    expect(await desk.undo(1, BY)).toMatchObject({ kind: 'undone' });
    expect((await rowsOf(store)).map(({ id }) => id)).toEqual(['OTHER']);
  });

  test('a complete file marks what it lacks; a later one brings it back', async () => {
    const store = await place.open();
    const desk = deskOf(store);
    await give(desk, many(3));
    expect(await give(desk, many(2), { isComplete: true })).toMatchObject({
      vanished: 1,
      isMarked: true,
    });
    expect((await desk.book.find('HT00002'))?.vanishedAt).toBe(5_000);
    expect(await give(desk, many(3))).toMatchObject({ imported: 0, updated: 1, unchanged: 2 });
    expect((await desk.book.find('HT00002'))?.vanishedAt).toBeNull();
  });

  test('a complete file with a row whose contract is not known, or with no row at all, marks nothing', async () => {
    const store = await place.open();
    const desk = deskOf(store);
    await give(desk, many(3));
    const nameless = `${many(2)}${row({ contract_id: '' })}\n`;
    expect(await give(desk, nameless, { isComplete: true })).toMatchObject({
      isMarked: false,
      notMarked: { en: expect.stringContaining('1 rows') },
    });
    expect(await give(desk, `${HEAD}\n`, { isComplete: true })).toMatchObject({
      isMarked: false,
      vanished: 3,
    });
    // A row that is refused for another reason is in the file all the same.
    const faulty = `${many(2)}${row({ contract_id: 'HT00002', ends_on: 'x' })}\n`;
    expect(await give(desk, faulty, { isComplete: true })).toMatchObject({
      vanished: 0,
      isMarked: true,
    });
  });

  test('a masked phone never takes the place of a number; a missing column changes nothing', async () => {
    const store = await place.open();
    const desk = deskOf(store);
    await give(desk, csv([row()]));
    const masked = csv([
      row({ phone: '138****1234', plan: 'x' }),
      row({ contract_id: 'HT2', phone: '138****1234' }),
    ]);
    expect(await give(desk, masked)).toMatchObject({ updated: 1, rejectedRows: 1 });
    expect(await desk.book.find('HT1')).toMatchObject({ phone: '13800001234', plan: 'x' });
    expect(await give(desk, csv([row({ phone: '139****1234', plan: 'x' })]))).toMatchObject({
      rejected: [{ line: 2, field: 'phone' }],
    });
    const narrow = `${HEAD.replace(',owner,channel', '')}\n${row({ plan: 'x' }).replace(',U1,C1', '')}\n`;
    expect(await give(desk, narrow)).toMatchObject({ unchanged: 1 });
    expect(await give(desk, csv([row({ plan: 'x', owner: '', channel: '' })]))).toMatchObject({
      updated: 1,
    });
  });

  test('a batch that broke off is taken back before anybody reads; one that is alive keeps others out', async () => {
    const store = await place.open();
    const desk = deskOf(store);
    await give(desk, many(3));
    const before = await rowsOf(store);
    const book = batchBook(store);
    const half = async (writer: string) => {
      const batch = await book.begin({ ...BY, source: 'x', isComplete: false, writer, now: 5_000 });
      const kept = await book.kept(['HT00001']);
      const old = kept.get('HT00001') ?? null;
      const contract = (await desk.book.find('HT00001')) ?? expect.fail('it is kept');
      await book.write(batch, [
        { contract: { ...contract, plan: 'half' }, before: old },
        { contract: { ...contract, id: 'HALF' }, before: null },
      ]);
      return batch;
    };
    const dead = await half(`${hostname()} 999999999 gone`);
    expect(await desk.mend()).toEqual([dead]);
    expect(await rowsOf(store)).toEqual(before);
    const alive = await half('another-host 1 running');
    expect(await desk.mend()).toEqual([]);
    await expect(give(desk, many(1))).rejects.toThrow(`batch ${alive} is being written`);
    const later = contractDesk({
      store,
      outlets: () => OUTLETS,
      now: () => 70_000,
      batchesAtOnce: 1,
    });
    expect(await later.mend()).toEqual([alive]);
    expect(await rowsOf(store)).toEqual(before);
  });

  test('any contracts, written out and taken in again, are unchanged', async () => {
    const store = await place.open();
    const desk = deskOf(store);
    const folder = mkdtempSync(join(tmpdir(), 'desk-export-'));
    const text = fc
      .oneof(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
        fc.constantFrom(
          '=1+1',
          "'=1+1",
          "''+x",
          '-1',
          '@x',
          '"a"',
          'a,b;c\td',
          'x\ny',
          'x\r\ny',
          '_x0041_',
          '<!channel>',
          '&amp;',
          '寮',
          '  ',
        ),
      )
      .map((value) =>
        value.replace(/[^\t\n\r -\ud7ff\ue000-\ufffc\u{10000}-\u{10ffff}]/gu, '').trim(),
      )
      .filter(
        (value) =>
          value !== '' &&
          !/^(?:\?{2,}|#.*|\p{Cf}+)$/u.test(value) &&
          !/^'+[=+\-@＝＋－＠\t\r\n]/.test(value),
      );
    const quoted = (value: string): string => `"${value.replaceAll('"', '""')}"`;
    try {
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.tuple(text, text, text), { minLength: 1, maxLength: 5 }),
          async (rows) => {
            await store.db.deleteFrom('contract').execute();
            const file = csv(
              rows.map(([name, plan, hall], at) =>
                row({
                  contract_id: `HT${at}`,
                  customer_name: quoted(name),
                  plan: quoted(plan),
                  outlet_name: quoted(hall),
                }),
              ),
            );
            const first = await give(desk, file);
            const landed = first.kind === 'read' ? first.imported : 0;
            expect(await give(desk, file)).toMatchObject({
              imported: 0,
              updated: 0,
              unchanged: landed,
            });
            for (const name of ['a.csv', 'a.xlsx']) {
              const path = join(folder, name);
              expect(await desk.exportFile({ filter: {}, inFull: true }, path)).toBe(landed);
              const source = await openFile(path);
              const again = await desk.importFile(
                source,
                { isDryRun: true, isComplete: false, source: 'x', by: BY },
                () => undefined,
              );
              await source.close();
              expect(again).toMatchObject({
                imported: 0,
                updated: 0,
                unchanged: landed,
                rejected: [],
              });
            }
          },
        ),
        { numRuns: 40 },
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  }, 60_000);
});

test('no cell of an export can run in a spreadsheet', async () => {
  const { safeCell, textOfCell } = await import('../../src/contracts/safe-cell.ts');
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(..."'=+-@＝＋－＠\t\r\na".split('')) }),
      (text) => {
        expect(safeCell(text)).not.toMatch(/^[=+\-@＝＋－＠\t\r\n]/);
        expect(textOfCell(safeCell(text))).toBe(text);
      },
    ),
  );
  expect(COLUMNS).toHaveLength(10);
});

test('an import that is killed leaves nothing behind: the next verb takes it back, and the file comes in again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'desk-kill-'));
  const path = join(folder, 'many.csv');
  writeFileSync(path, many(30_000));
  const env = {
    ...process.env,
    DATABASE_URL: `sqlite:${join(folder, 'desk.sqlite')}`,
    DESK_ENV_FILE: '',
    NODE_NO_WARNINGS: '1',
  };
  const run = (...words: readonly string[]) =>
    spawn(process.execPath, ['bin/desk.js', 'contracts', ...words], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  const outOf = async (child: ReturnType<typeof run>): Promise<string> => {
    let text = '';
    child.stdout.on('data', (piece) => {
      text += piece;
    });
    await once(child, 'close');
    return text;
  };
  try {
    await outOf(run('batches'));
    const { openStore } = await import('../../src/store/open.ts');
    const child = run('import', path);
    const store = await openStore(env.DATABASE_URL);
    // Killed as soon as the first rows stand there, and before the last do.
    for (let rows = 0; rows === 0 && child.exitCode === null; )
      rows = (await store.db.selectFrom('contract').select('id').limit(1).execute()).length;
    child.kill('SIGKILL');
    await once(child, 'close');
    const half = await store.db.selectFrom('contract').select('id').execute();
    await store.close();
    expect(half.length).toBeGreaterThan(0);
    expect(half.length).toBeLessThan(30_000);
    expect(await outOf(run('list'))).toBe('');
    expect(JSON.parse(await outOf(run('import', path)))).toMatchObject({
      imported: 30_000,
      rejected: [],
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 60_000);
