import type { Level } from '../policy/policy.ts';
import type { Doubts } from './doubts.ts';
import { folded } from './folding.ts';
import { type Cell, rowOf, type Sheet } from './grid.ts';
import { isLegendLine, levelOf, SIGN_OF } from './signs.ts';

type Meaning = { readonly sign: string; readonly level: Level };

/** A sheet may have signs of its own (●主推 ○可选). Where they are not what they are read as here, no level can be believed. */
export function tellLegends(
  sheets: readonly Sheet[],
  isInTable: (sheet: Sheet, row: number) => boolean,
  doubts: Doubts,
): void {
  for (const sheet of sheets)
    for (let row = 1; row <= sheet.height; row += 1) {
      const cells = isInTable(sheet, row) ? [] : [...new Set(rowOf(sheet, row))];
      const [first] = cells;
      if (first === undefined || first.row !== row) continue;
      for (const { sign, level } of legendIn(cells))
        tellOther(sign, level, { sheet, first, doubts });
    }
}

function tellOther(
  sign: string,
  level: Level,
  {
    sheet,
    first,
    doubts,
  }: { readonly sheet: Sheet; readonly first: Cell; readonly doubts: Doubts },
): void {
  const read = levelOf(sign);
  if (read === level) return;
  const instead = SIGN_OF[level];
  doubts.add(sheet, first, {
    zh: `图例里“${sign}”是${ZH[level]}，导入时${read === null ? '却不认识' : `却会按${ZH[read]}读`}：请把表里和图例里的“${sign}”都换成 ${instead}`,
    en: `"${sign}" means ${level} in the legend and is ${read === null ? 'not known' : `read as ${read}`} here: write ${instead} for it`,
  });
}

const ZH: Readonly<Record<Level, string>> = { main: '主推', optional: '可选', secondary: '非主推' };
const LEVEL_OF: ReadonlyMap<string, Level> = new Map([
  ['主推', 'main'],
  ['可选', 'optional'],
  ['非主推', 'secondary'],
]);
// Signs that people draw for levels; a letter or digit only where it stands alone.
const TOKEN = /非主推|主推|可选|[√✓✔☑✅★☆⭐●○◯〇⚪⚫△▲◇◆□■]|(?<![a-z0-9])[o0x](?![a-z0-9])/g;
/** What the cells of a row say of signs: each with the word beside it, in the order in which the row puts them. */
function legendIn(cells: readonly Cell[]): readonly Meaning[] {
  const plain = folded(cells.map(({ text }) => text).join(' '));
  const tokens = plain.match(TOKEN) ?? [];
  const words = new Set(tokens.filter((token) => LEVEL_OF.has(token)));
  if (tokens.length % 2 === 1 || (words.size < 2 && !isLegendLine(plain))) return [];
  const meanings: Meaning[] = [];
  for (let at = 0; at < tokens.length; at += 2) {
    const [one = '', other = ''] = tokens.slice(at, at + 2);
    const [sign, word] = LEVEL_OF.has(one) ? [other, one] : [one, other];
    const level = LEVEL_OF.get(word);
    // Not sign by word throughout: this is a sentence.
    if (level === undefined || LEVEL_OF.has(sign)) return [];
    meanings.push({ sign, level });
  }
  return meanings;
}
