import { cellName } from '../../src/sheets/grid.ts';
import { writeZip } from '../../src/sheets/zip.ts';

/** A cell as a spreadsheet program may keep it; a bare text or number is the ordinary case. */
export type Given =
  | string
  | number
  | null
  | { readonly formula: string; readonly value?: string | number }
  | { readonly error: string }
  | { readonly serial: number; readonly format: 'day' | 'chinese day' }
  | { readonly rich: readonly string[]; readonly spoken: string }
  | { readonly text: string | number; readonly style: keyof typeof STYLES }
  | { readonly run: string; readonly font: string };

export type GivenSheet = {
  readonly name: string;
  readonly rows: readonly (readonly Given[])[];
  readonly merges?: readonly string[];
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
  readonly isHidden?: boolean;
};

/** The styles below by their places in `cellXfs`. */
const STYLES = { percent: 3, struck: 4, wingdings: 5, 'wingdings 2': 6 } as const;

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const START = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** An XLSX file as Excel and WPS write it: shared texts, merged cells, dates as styled numbers. */
export function xlsx(sheets: readonly GivenSheet[]): Buffer {
  return writeZip(xlsxParts(sheets));
}

/** The parts of such a file, for tests that spoil one. */
export function xlsxParts(sheets: readonly GivenSheet[]): Record<string, string> {
  const shared: string[] = [];
  const bodies = sheets.map((sheet) => sheetPart(sheet, shared));
  return {
    '[Content_Types].xml': `${START}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    '_rels/.rels': relations([['officeDocument', '/xl/workbook.xml']]),
    'xl/workbook.xml': `${START}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${sheets
      .map(
        ({ name, isHidden }, index) =>
          `<sheet name="${escaped(name)}" sheetId="${index + 7}"${isHidden ? ' state="hidden"' : ''} r:id="rId${index + 1}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map((_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const),
      ['styles', 'styles.xml'],
      ['sharedStrings', 'sharedStrings.xml'],
    ]),
    'xl/styles.xml': `${START}<styleSheet xmlns="${MAIN}"><numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><fonts><font><sz val="11"/><name val="宋体"/></font><font><strike/><name val="宋体"/></font><font><strike val="0"/><name val="Wingdings"/></font><font><name val="Wingdings 2"/></font></fonts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/><xf numFmtId="9"/><xf numFmtId="0" fontId="1"/><xf numFmtId="0" fontId="2"/><xf numFmtId="0" fontId="3"/></cellXfs><dxfs><dxf><font><strike/></font></dxf></dxfs></styleSheet>`,
    'xl/sharedStrings.xml': `${START}<sst xmlns="${MAIN}">${shared.join('')}</sst>`,
    ...Object.fromEntries(
      bodies.map((body, index) => [`xl/worksheets/sheet${index + 1}.xml`, body]),
    ),
  };
}

function relations(targets: readonly (readonly [type: string, target: string])[]): string {
  return `${START}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets
    .map(
      ([type, target], index) =>
        `<Relationship Id="rId${index + 1}" Type="${RELATIONS}/${type}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`;
}

function sheetPart(
  { rows, merges = [], hiddenRows = [], hiddenColumns = [] }: GivenSheet,
  shared: string[],
): string {
  const columns = hiddenColumns.map((one) => `<col min="${one}" max="${one}" hidden="1"/>`);
  const body = rows.map((cells, index) => {
    const row = index + 1;
    const hidden = hiddenRows.includes(row) ? ' hidden="1"' : '';
    return `<row r="${row}"${hidden}>${cells
      .map((cell, at) => cellPart(cell, cellName({ row, column: at + 1 }), shared))
      .join('')}</row>`;
  });
  const ranges = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  return `${START}<worksheet xmlns="${MAIN}"><cols>${columns.join('')}</cols><sheetData>${body.join('')}</sheetData>${ranges === '' ? '' : `<mergeCells>${ranges}</mergeCells>`}</worksheet>`;
}

function cellPart(cell: Given, name: string, shared: string[]): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return `<c r="${name}"><v>${cell}</v></c>`;
  if (typeof cell === 'string') {
    shared.push(`<si><t xml:space="preserve">${escaped(cell)}</t></si>`);
    return `<c r="${name}" t="s"><v>${shared.length - 1}</v></c>`;
  }
  if ('rich' in cell) {
    const runs = cell.rich.map((run) => `<r><rPr><b/></rPr><t>${escaped(run)}</t></r>`).join('');
    shared.push(`<si>${runs}<rPh sb="0" eb="1"><t>${escaped(cell.spoken)}</t></rPh></si>`);
    return `<c r="${name}" t="s"><v>${shared.length - 1}</v></c>`;
  }
  if ('run' in cell) {
    shared.push(
      `<si><r><rPr><rFont val="${cell.font}"/></rPr><t>${escaped(cell.run)}</t></r></si>`,
    );
    return `<c r="${name}" t="s"><v>${shared.length - 1}</v></c>`;
  }
  if ('style' in cell) {
    const start = `<c r="${name}" s="${STYLES[cell.style]}"`;
    return typeof cell.text === 'number'
      ? `${start}><v>${cell.text}</v></c>`
      : `${start} t="inlineStr"><is><t>${escaped(cell.text)}</t></is></c>`;
  }
  if ('serial' in cell)
    return `<c r="${name}" s="${cell.format === 'day' ? 1 : 2}"><v>${cell.serial}</v></c>`;
  if ('error' in cell) return `<c r="${name}" t="e"><f>1/0</f><v>${cell.error}</v></c>`;
  const formula = `<f>${escaped(cell.formula)}</f>`;
  if (cell.value === undefined) return `<c r="${name}">${formula}</c>`;
  const kind = typeof cell.value === 'string' ? ' t="str"' : '';
  return `<c r="${name}"${kind}>${formula}<v>${escaped(String(cell.value))}</v></c>`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** A CSV file of these rows, quoted where it must be. */
export function csv(rows: readonly (readonly (string | number | null)[])[], end = '\r\n'): string {
  return rows
    .map((row) =>
      row
        .map((cell) => {
          const text = String(cell ?? '');
          return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
        })
        .join(','),
    )
    .map((line) => `${line}${end}`)
    .join('');
}
