import { expect, test } from 'vitest';
import { openCaseReports } from '../../src/case-reports.ts';
import { decide } from '../../src/complaints/decide.ts';
import { summaryOf } from '../../src/complaints/summary.ts';
import { auditTrail } from '../../src/store/audit.ts';
import { caseBook } from '../../src/store/cases.ts';
import type { Store } from '../../src/store/schema.ts';
import { caseWorld, command, openingOf } from '../complaints.ts';
import { readPdf } from '../unit/documents/read-pdf.ts';
import { eachEngine } from './engines.ts';

const world = caseWorld('2015-02-10');
const BY = { who: 'U_LI', origin: 'Slack' };

async function opened(store: Store): Promise<string> {
  const words = '客户说13812345678的套餐被改了';
  const decided = decide(null, command(openingOf('general-complaint', { words })), world);
  if (!decided.ok) throw new Error(decided.reason.en);
  const summarise = (now: Parameters<typeof summaryOf>[0]) => summaryOf(now, world);
  return (await caseBook(store).open(decided, { summarise })).id;
}

function reportsOf(store: Store) {
  const { now, today, ...rules } = world;
  return openCaseReports({
    ...{ store, timeZone: 'Asia/Shanghai', now: () => now, today: () => today },
    rules: () => rules,
    nameOf: () => null,
  });
}

eachEngine((place) => {
  test('a case file is made in the language of its case, masked, and who had it made is kept', async () => {
    const store = await place.open();
    const id = await opened(store);
    const reports = reportsOf(store);
    const made = await reports.report(id, { format: 'md', language: null, by: BY });
    expect(made.name).toBe(`${id}-zh.md`);
    const text = Buffer.from(made.bytes).toString('utf8');
    expect(text).toContain('138\\*\\*\\*\\*5678');
    expect(text).not.toContain('13812345678');
    const trail = await auditTrail(store).of({ kind: 'case', thing: id });
    expect(trail).toMatchObject([
      { who: 'U_LI', what: 'exported', detail: { format: 'md', language: 'zh' } },
    ]);
  });

  test('for Slack it comes in both forms, in the language of who asks', async () => {
    const store = await place.open();
    const id = await opened(store);
    const { markdown, pdf } = await reportsOf(store).files(id, 'en', BY);
    expect(markdown.text).toContain(`# Case file ${id}`);
    expect((await readPdf(pdf.bytes)).title).toBe(`Case file ${id}`);
    expect(await auditTrail(store).of({ kind: 'case', thing: id })).toHaveLength(1);
  });

  test('of no case there is no file, and no line in the trail', async () => {
    const store = await place.open();
    const wanted = { format: 'md', language: null, by: BY } as const;
    await expect(reportsOf(store).report('C-2015-0404', wanted)).rejects.toThrow('no case');
    expect(await auditTrail(store).of({ kind: 'case', thing: 'C-2015-0404' })).toEqual([]);
  });
});
