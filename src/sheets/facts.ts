import { type Doubts, flawIn } from './doubts.ts';
import { foldedHeading } from './folding.ts';
import type { Cell, Sheet } from './grid.ts';

/** What stands beside the tables: a label, and its value behind a colon or in the next cell. */
const LABELS = {
  id: ['活动编号', 'campaignid'],
  version: ['版本', '版本号', 'version'],
  reason: ['更正原因', '修订原因', 'reasonforcorrection', 'correctionreason', 'reason'],
  holdsFrom: ['更正生效日', '更正生效日期', 'correctionstarts', 'correctionfromday'],
  name: ['活动名称', '活动名', 'campaignname'],
  nameEnglish: ['活动英文名', '活动名称英文', 'campaignnameinenglish'],
  purpose: ['活动目的', '目的', 'purpose'],
  purposeEnglish: ['活动目的英文', 'purposeinenglish'],
  period: [
    '活动时间',
    '活动期间',
    '活动日期',
    '活动周期',
    '执行时间',
    '执行期间',
    '有效期',
    'period',
  ],
  starts: ['开始日期', '开始时间', '起始日期', 'starts', 'startdate'],
  ends: ['结束日期', '结束时间', '截止日期', 'ends', 'enddate'],
  document: ['政策文件', '文件名称', '政策依据', 'document'],
  documentEnglish: ['政策文件英文', '政策文件英文名', 'documentinenglish'],
  beside: ['并行活动', '同期活动', 'beside'],
  reviewEveryDays: ['复核周期', '复核天数', 'reviewdays'],
  clause: ['活动出处', '活动条款', 'campaignclause'],
  clauseEnglish: ['活动出处英文', '活动条款英文', 'campaignclauseinenglish'],
  levelsDocument: ['推荐表文件'],
  levelsDocumentEnglish: ['推荐表文件英文'],
  payoutsDocument: ['返还表文件'],
  payoutsDocumentEnglish: ['返还表文件英文'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type FactKey = keyof typeof LABELS;

/** The heading of a fact in Chinese, as a template writes it. */
export function labelOf(key: FactKey): string {
  return LABELS[key][0];
}

const KEY_OF = new Map(
  Object.entries(LABELS).flatMap(([key, labels]) =>
    // The keys are those of the table above.
    labels.map((label) => [foldedHeading(label), key as FactKey] as const),
  ),
);

/** Whether a text is the label of a fact, with or without the fact behind it. */
export function isFactLabel(text: string): boolean {
  return KEY_OF.has(foldedHeading(partsOf(text).label));
}

/** A fact, and the cell in which it stands. */
export type Fact = { readonly sheet: Sheet; readonly cell: Cell; readonly text: string };

export type Facts = {
  /** Every place where it is said, in the order of the sheets. */
  readonly all: (key: FactKey) => readonly Fact[];
  /** What is said of it; where it is said twice and differently, the first, with a doubt at the others. */
  readonly one: (key: FactKey) => Fact | null;
};

/** The facts in the rows of the sheets that are no part of a table. */
export function readFacts(
  sheets: readonly Sheet[],
  isInTable: (sheet: Sheet, row: number) => boolean,
  doubts: Doubts,
): Facts {
  const found = new Map<FactKey, Fact[]>();
  for (const sheet of sheets) {
    for (let row = 1; row <= sheet.height; row += 1) {
      if (isInTable(sheet, row)) continue;
      for (const [key, fact] of factsIn(sheet, row)) {
        const flaw = flawIn(fact.cell);
        if (flaw !== null) doubts.add(sheet, fact.cell, flaw);
        if (fact.text !== '') found.set(key, [...(found.get(key) ?? []), fact]);
      }
    }
  }
  const all = (key: FactKey): readonly Fact[] => found.get(key) ?? [];
  return {
    all,
    one(key) {
      const [first, ...others] = all(key);
      for (const { sheet, cell, text } of others)
        if (text !== first?.text)
          doubts.add(sheet, cell, {
            zh: `${labelOf(key)}前面已经读到“${first?.text}”，这里的不采用：请只留一处`,
            en: `${labelOf(key)}: "${first?.text}" was read before; this is not taken`,
          });
      return first ?? null;
    },
  };
}

function factsIn(sheet: Sheet, row: number): readonly (readonly [FactKey, Fact])[] {
  const facts: (readonly [FactKey, Fact])[] = [];
  let before: Cell | undefined;
  for (let column = 1; column <= sheet.width; column += 1) {
    const cell = sheet.at(row, column);
    if (cell === undefined || cell === before || cell.row !== row) continue;
    before = cell;
    const { label, behind } = partsOf(cell.text);
    const key = KEY_OF.get(foldedHeading(label));
    if (key === undefined) continue;
    if (behind !== '') facts.push([key, { sheet, cell, text: behind }]);
    else {
      const value = nextCell(sheet, cell, column);
      if (value !== null && KEY_OF.get(foldedHeading(value.text)) === undefined)
        facts.push([key, { sheet, cell: value, text: value.text }]);
    }
  }
  return facts;
}

/** The next cell to the right that shows something else. */
function nextCell(sheet: Sheet, label: Cell, column: number): Cell | null {
  for (let next = column + 1; next <= sheet.width; next += 1) {
    const cell = sheet.at(label.row, next);
    if (cell !== undefined && cell !== label) return cell;
  }
  return null;
}

function partsOf(text: string): { readonly label: string; readonly behind: string } {
  const colon = text.search(/[:：]/);
  return colon < 0
    ? { label: text, behind: '' }
    : { label: text.slice(0, colon), behind: text.slice(colon + 1).trim() };
}
