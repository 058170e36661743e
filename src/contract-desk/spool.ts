import { randomBytes } from 'node:crypto';
import { type FileHandle, mkdir, open, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Contract } from '../contracts/contract.ts';

/** A row that was read, and where it stands. */
export type SpooledRow = { readonly line: number; readonly contract: Contract };

/** Rows put aside until the whole file is read. */
export type Spool = {
  readonly add: (row: SpooledRow) => Promise<void>;
  readonly size: () => number;
  /** Some hundreds at a time, in the order in which they came; as often as it is asked for. */
  readonly batches: () => AsyncIterable<readonly SpooledRow[]>;
  readonly close: () => Promise<void>;
};

/** Rows that are written in one go; a bot that does so answers nobody meanwhile (some 20 ms). */
export const BATCH_ROWS = 500;

/** A file of contracts of usual size stays in memory; a larger one goes on disk. */
const IN_MEMORY = 20 * BATCH_ROWS;

/**
 * What goes on disk has no name there: names and phones of customers are gone with the process, however it ends. (Where
 * a file cannot be taken out of its folder while it is open, it is when it is closed.)
 */
export function openSpool(): Spool {
  let rows: SpooledRow[] = [];
  const kept: (readonly SpooledRow[])[] = [];
  const places: { readonly at: number; readonly length: number }[] = [];
  let file: Nameless | null = null;
  let [size, written] = [0, 0];

  const flush = async (): Promise<void> => {
    if (rows.length === 0) return;
    const batch = rows;
    rows = [];
    if (size <= IN_MEMORY) {
      kept.push(batch);
      return;
    }
    file ??= await nameless();
    const bytes = Buffer.from(JSON.stringify(batch.map(packed)));
    await file.handle.write(bytes, 0, bytes.length, written);
    places.push({ at: written, length: bytes.length });
    written += bytes.length;
  };

  return {
    async add(row) {
      rows.push(row);
      size += 1;
      if (rows.length >= BATCH_ROWS) await flush();
    },
    size: () => size,
    async *batches() {
      await flush();
      yield* kept;
      for (const { at, length } of places) {
        if (file === null) return;
        const bytes = Buffer.allocUnsafe(length);
        await file.handle.read(bytes, 0, length, at);
        yield (JSON.parse(bytes.toString()) as Packed[]).map(unpacked);
      }
    },
    async close() {
      await file?.close();
      file = null;
    },
  };
}

type Packed = [line: number, ...fields: (string | number)[]];

const FIELDS = [
  'id',
  'customerName',
  'phone',
  'plan',
  'outlet',
  'outletName',
  'startsOn',
  'endsOn',
  'owner',
  'channel',
] as const satisfies readonly (keyof Contract)[];

function packed({ line, contract }: SpooledRow): Packed {
  return [line, ...FIELDS.map((field) => contract[field])];
}

/** Written a moment ago by `packed`, and by nobody else. */
function unpacked([line, ...values]: Packed): SpooledRow {
  const contract = Object.fromEntries(FIELDS.map((field, at) => [field, values[at]]));
  return { line, contract: contract as Contract };
}

type Nameless = { readonly handle: FileHandle; readonly close: () => Promise<void> };

async function nameless(): Promise<Nameless> {
  const folder = tmpdir();
  await mkdir(folder, { recursive: true });
  const path = join(folder, `desk-${randomBytes(12).toString('hex')}`);
  const handle = await open(path, 'wx+', 0o600);
  const isGone = await unlink(path).then(
    () => true,
    () => false,
  );
  return {
    handle,
    close: async () => {
      await handle.close();
      if (!isGone) await unlink(path);
    },
  };
}
