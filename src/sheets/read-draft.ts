import type { Bilingual } from '../bilingual.ts';
import { REVIEW_EVERY_DAYS } from '../policy/policy.ts';
import type { Source } from '../source.ts';
import { besideOf, fromOf, idOf, reasonOf, reviewDaysOf, versionOf } from './campaign-facts.ts';
import { collectDoubts, type Doubts } from './doubts.ts';
import type { Draft, DraftCampaign, Known } from './draft.ts';
import { type FactKey, type Facts, labelOf, readFacts } from './facts.ts';
import type { Cell, Place, Sheet } from './grid.ts';
import { type Bilinguist, bilinguist, identify } from './identity.ts';
import { tellLegends } from './legends.ts';
import { refused } from './limits.ts';
import { matrixTable, readMatrix } from './matrix.ts';
import { earlierNames } from './names.ts';
import { namesTable, readNames } from './names-sheet.ts';
import { payoutTable, readPayouts } from './payout-sheet.ts';
import { quarterName } from './periods.ts';
import { readPeriod, tellOverlaps } from './periods-in-sheets.ts';
import { plansOf } from './plans.ts';
import { type Table, tablesIn } from './tables.ts';
import { readWorkbook, type SheetFile } from './workbook.ts';

/** The sheet of a template that explains the others. */
export const EXPLANATIONS = '填写说明';

/** What whoever imports says himself: it goes before what the sheet says. */
export type Wanted = { readonly id: string | null; readonly version: number | null };

/**
 * Reads a campaign from a sheet. What cannot be read at all throws a Problem `file`; whatever is unsure, assumed or left
 * open is a doubt of the draft.
 */
export function readDraft(file: SheetFile, known: Known, wanted: Wanted): Draft {
  const sheets = readWorkbook(file).filter(({ name }) => name !== EXPLANATIONS);
  const doubts = collectDoubts();
  const read = readTables(sheets, known, doubts);
  const isInTable = (sheet: Sheet, row: number): boolean => read.rows.get(sheet)?.has(row) ?? false;
  tellLegends(sheets, isInTable, doubts);
  const facts = readFacts(sheets, isInTable, doubts);
  const period = readPeriod(facts, read.matrix, { sheets, isInTable, doubts });
  if (period === null)
    doubts.missing(read.home.sheet, read.home.place, {
      zh: '没有读到活动时间：请写“活动时间”，后面写起止日期，例如 2015年4月1日至6月30日',
      en: 'the days of the campaign are left open: write 活动时间 and its days',
    });
  const days = period?.days ?? null;
  const id = wanted.id ?? idOf(facts, doubts) ?? (days === null ? null : quarterName(days));
  if (id === null)
    doubts.missing(read.home.sheet, read.home.place, {
      zh: '没有活动编号：请写“活动编号”，后面写编号，例如 2015-q2',
      en: 'the campaign has no id: write 活动编号 and an id such as 2015-q2, or give --id',
    });
  const same = known.campaigns.findLast((campaign) => campaign.id === id);
  const beside = besideOf(facts, known.campaigns, doubts);
  if (period !== null)
    tellOverlaps(
      period,
      known.campaigns.filter((one) => one.id !== id && !beside.includes(one.id)),
      doubts,
    );
  const earlier = earlierNames(
    known.campaigns.filter((one) => days === null || one.days.from <= days.from),
  );
  const translate = bilinguist(earlier, doubts);
  const named = identify(read.names, read.matrix, { earlier, translate, doubts });
  if (named.offers.length === 0)
    doubts.missing(read.home.sheet, read.home.place, {
      zh: '没有读到任何优惠：请在优惠矩阵里每行填一个优惠',
      en: 'no offer was read',
    });
  const text = textReader(facts, { translate, doubts, home: read.home });
  const document = text('document', { zh: file.name, en: file.name });
  const sourceOf = sourceReader(translate);
  const levelsDocument = text('levelsDocument', document, false);
  const payoutsDocument = text('payoutsDocument', document, false);
  const plans = plansOf(read.payouts, named.offers, {
    sourceOf: (row) => sourceOf(payoutsDocument, row),
    translate,
    doubts,
  });
  const version =
    wanted.version ?? versionOf(facts, doubts) ?? (same === undefined ? 1 : same.version + 1);
  const reason = reasonOf(facts, doubts);
  if (version > 1 && facts.one('reason') === null)
    tellMissingReason(facts, version, { home: read.home, doubts });
  const campaign: Omit<DraftCampaign, 'id'> = {
    version,
    name: text('name', { zh: `活动${id ?? ''}`, en: `campaign ${id ?? ''}`.trim() }),
    purpose: text(
      'purpose',
      known.campaigns.at(-1)?.purpose ?? { zh: '稳定客户。', en: 'Keep customers.' },
    ),
    days,
    beside,
    reviewEveryDays: reviewDaysOf(facts, doubts) ?? REVIEW_EVERY_DAYS,
    source: { document, clause: text('clause', clauseOfSheet(read.home.sheet), false) },
    businesses: named.businesses,
    offers: named.offers.map(({ listed, row, ...offer }) => ({
      ...offer,
      onlyFor: earlier.onlyFor(offer.id),
      source: sourceOf(document, listed ?? row ?? read.home),
    })),
    levels: read.matrix.flatMap((row) => {
      const offer = named.offers.find((one) => one.row === row);
      return offer === undefined
        ? []
        : [{ offer: offer.id, source: sourceOf(levelsDocument, row), at: row.at }];
    }),
    plans,
  };
  return {
    campaign: id === null ? null : { id, ...campaign },
    reason,
    from: fromOf(facts, days, doubts),
    offers: campaign.offers.length,
    plans: plans.length,
    cells: campaign.levels.reduce((sum, { at }) => sum + Object.keys(at).length, 0),
    doubts: doubts.all(sheets),
  };
}

type Where = { readonly sheet: Sheet; readonly place: Place };

/** Every table of the sheets, and which rows belong to one. `home` is where a missing fact is told. */
function readTables(sheets: readonly Sheet[], known: Known, doubts: Doubts) {
  const found = sheets.map((sheet) => ({
    matrices: tablesIn(sheet, matrixTable(known)),
    payouts: tablesIn(sheet, payoutTable),
    names: tablesIn(sheet, namesTable),
  }));
  const first = found.flatMap(({ matrices }) => matrices)[0];
  if (first === undefined)
    throw refused({
      zh: `没有找到优惠矩阵：要有一个表，表头有“优惠”和各类网点的名称（${known.outlets.map(({ name }) => name.zh).join('、')}）。可以先要一份空白模板来填`,
      en: 'no sheet has the headings 优惠 and the outlets in one table: "desk policy template" writes a sheet that has',
    });
  const rows = new Map(sheets.map((sheet) => [sheet, new Set<number>()]));
  const readAll = <C, R extends Where>(
    pick: (one: (typeof found)[number]) => readonly Table<C>[],
    read: (table: Table<C>, lastRow: number) => readonly R[],
  ): readonly R[] =>
    found.flatMap((one) => {
      const starts = [...one.matrices, ...one.payouts, ...one.names].map(
        ({ firstRow }) => firstRow,
      );
      return pick(one).flatMap((table) => {
        const next = Math.min(...starts.filter((start) => start > table.headingRow));
        const all = read(table, Math.min(next - 1, table.sheet.height));
        for (let row = table.firstRow; row <= table.headingRow; row += 1)
          rows.get(table.sheet)?.add(row);
        for (const { place } of all) rows.get(table.sheet)?.add(place.row);
        return all;
      });
    });
  return {
    matrix: readAll(
      ({ matrices }) => matrices,
      (table, last) => readMatrix(table, last, { known, doubts }),
    ),
    payouts: readAll(
      ({ payouts }) => payouts,
      (table, last) => readPayouts(table, last, doubts),
    ),
    names: readAll(
      ({ names }) => names,
      (table, last) => readNames(table, last, doubts),
    ),
    rows,
    home: { sheet: first.sheet, place: { row: first.headingRow, column: 1 } },
  };
}

/** A correction says why: whoever approves it, and whoever asks later, must know. */
function tellMissingReason(
  facts: Facts,
  version: number,
  { home, doubts }: { readonly home: Where; readonly doubts: Doubts },
): void {
  const message = {
    zh: `第 ${version} 版是对前一版的更正，却没有写为什么改：请写“更正原因”，后面写原因`,
    en: `version ${version} corrects an earlier one and does not say why: write 更正原因 and the reason`,
  };
  const told = facts.one('version');
  if (told === null) doubts.missing(home.sheet, home.place, message);
  else doubts.add(told.sheet, told.cell, message);
}

type TextKey = 'name' | 'purpose' | 'document' | 'clause' | 'levelsDocument' | 'payoutsDocument';

/** Reads a text in both languages; `isNeeded` says whether what is taken in its place is a doubt. */
function textReader(
  facts: Facts,
  {
    translate,
    doubts,
    home,
  }: { readonly translate: Bilinguist; readonly doubts: Doubts; readonly home: Where },
) {
  return (key: TextKey, otherwise: Bilingual, isNeeded = true): Bilingual => {
    const fact = facts.one(key);
    const english: FactKey = `${key}English`;
    if (fact !== null) {
      const said = facts.one(english);
      return translate(fact.text, said === null ? null : { ...said.cell, text: said.text }, {
        sheet: fact.sheet,
        place: fact.cell,
        kind: 'text',
      });
    }
    if (isNeeded)
      doubts.missing(home.sheet, home.place, {
        zh: `没有写${labelOf(key)}，暂用“${otherwise.zh}”：请补上`,
        en: `${labelOf(key)} is missing: "${otherwise.zh}" is assumed`,
      });
    return otherwise;
  };
}

type Clauses = Where & { readonly said: (about: 'clause' | 'clauseEnglish') => Cell | null };

/** Where a row stands: the clause that it names, else the sheet itself. */
function sourceReader(translate: Bilinguist) {
  return (document: Bilingual, row: Clauses | Where): Source => {
    const said = 'said' in row ? row.said('clause') : null;
    if (said === null || !('said' in row)) return { document, clause: clauseOfSheet(row.sheet) };
    const clause = translate(said.text, row.said('clauseEnglish'), {
      sheet: row.sheet,
      place: said,
      kind: 'text',
    });
    return { document, clause };
  };
}

function clauseOfSheet({ name }: Sheet): Bilingual {
  return { zh: name, en: `sheet ${name}` };
}
