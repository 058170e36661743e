import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../world.ts';

type Figure = { readonly name: string; readonly value: number; readonly unit: string };

const HEAD =
  'contract_id,customer_name,phone,plan,outlet,outlet_name,starts_on,ends_on,owner,channel';
const OUTLETS = [
  'own-hall',
  '自有厅',
  'chain-core-store',
  'township-store',
  '核心乡镇合作厅',
  'convenience-point',
];

/** Contracts as a business system gives them: ids in a row, phones and days in no order. */
async function writeContracts(path: string, count: number): Promise<void> {
  const out = createWriteStream(path);
  let text = `${HEAD}\n`;
  for (let at = 0; at < count; at += 1) {
    const mixed = (at * 7_919 + 13) % count;
    const [month, day] = [1 + (mixed % 12), 1 + (mixed % 28)];
    const phone = `138${String(mixed).padStart(8, '0')}`;
    text += `HT${String(at).padStart(8, '0')},张伟${mixed % 977},${phone},存200元送100元,${OUTLETS[at % 6]},中山路${mixed % 400}号厅,2014-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')},2015/${month}/${day},U${mixed % 300},C${mixed % 400}\n`;
    if (text.length < 1_000_000) continue;
    if (!out.write(text)) await once(out, 'drain');
    text = '';
  }
  out.end(text);
  await once(out, 'finish');
}

/** Runs a verb as a process of its own; its seconds, and the most memory that it had, in MB. */
function measured(words: readonly string[], env: Readonly<Record<string, string>>) {
  const start = process.hrtime.bigint();
  const { status, stdout } = spawnSync(
    process.execPath,
    [
      '--import',
      join(import.meta.dirname, 'peak-memory.mjs'),
      'bin/desk.js',
      'contracts',
      ...words,
    ],
    {
      cwd: ROOT,
      env: { ...process.env, DESK_ENV_FILE: '', ...env },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  if (status !== 0) throw new Error(`contracts ${words.join(' ')} ended with ${status}: ${stdout}`);
  const peak = Number(/^peak (\d+)$/m.exec(stdout)?.[1] ?? Number.NaN);
  return { seconds: Number(process.hrtime.bigint() - start) / 1e9, megabytes: peak / 1024 };
}

/** How fast a file of so many contracts comes in on SQLite, from CSV and from XLSX, and in how much memory. */
export async function contractFigures(count: number): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'desk-bench-'));
  const database = (name: string) => ({ DATABASE_URL: `sqlite:${join(folder, name)}` });
  const [csv, xlsx] = [join(folder, 'contracts.csv'), join(folder, 'contracts.xlsx')];
  try {
    await writeContracts(csv, count);
    const first = measured(['import', csv], database('a.sqlite'));
    const again = measured(['import', csv], database('a.sqlite'));
    const written = measured(['export', '--full', '--out', xlsx], database('a.sqlite'));
    const book = measured(['import', xlsx], database('b.sqlite'));
    const rate = ({ seconds }: { readonly seconds: number }): number => count / seconds;
    return [
      { name: 'contracts_import_rows_per_s', value: rate(first), unit: 'rows/s' },
      { name: 'contracts_import_peak_mb', value: first.megabytes, unit: 'MB' },
      { name: 'contracts_import_unchanged_rows_per_s', value: rate(again), unit: 'rows/s' },
      { name: 'contracts_export_xlsx_rows_per_s', value: rate(written), unit: 'rows/s' },
      { name: 'contracts_export_xlsx_peak_mb', value: written.megabytes, unit: 'MB' },
      { name: 'contracts_import_xlsx_rows_per_s', value: rate(book), unit: 'rows/s' },
      { name: 'contracts_import_xlsx_peak_mb', value: book.megabytes, unit: 'MB' },
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const MILLION = 1_000_000;

if (import.meta.main) {
  const count = Number(process.argv[2] ?? MILLION);
  for (const figure of await contractFigures(count))
    process.stdout.write(`${JSON.stringify({ ...figure, value: Math.round(figure.value) })}\n`);
}
