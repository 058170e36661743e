import { cellName, type Merge } from './grid.ts';
import { writeZip } from './zip.ts';

export type Style = 'plain' | 'heading' | 'wrapped' | 'level';

export type WrittenCell = { readonly text: string | number | null; readonly style: Style };

export type WrittenSheet = {
  readonly name: string;
  /** In characters, from the first column on. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly WrittenCell[])[];
  readonly merges?: readonly Merge[];
  /** Rows and columns that stay in sight. */
  readonly frozen?: { readonly rows: number; readonly columns: number };
};

/** The numbers of the styles below, in their order in `cellXfs`. */
const STYLES: Readonly<Record<Style, number>> = { plain: 1, heading: 2, wrapped: 3, level: 4 };

const NAMESPACE = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** An XLSX file. A text is written as a text, whatever it begins with: no cell of it can run as a formula. */
export function writeXlsx(sheets: readonly WrittenSheet[]): Buffer {
  const numbered = sheets.map((sheet, index) => ({ sheet, number: index + 1 }));
  return writeZip({
    '[Content_Types].xml': xml(
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>${numbered
        .map(
          ({ number }) =>
            `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${TYPE}.worksheet+xml"/>`,
        )
        .join('')}</Types>`,
    ),
    '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': xml(
      `<workbook xmlns="${NAMESPACE}" xmlns:r="${RELATIONS}"><sheets>${numbered
        .map(
          ({ sheet, number }) =>
            `<sheet name="${escaped(sheet.name)}" sheetId="${number}" r:id="rId${number}"/>`,
        )
        .join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': relations([
      ...numbered.map(({ number }) => ['worksheet', `worksheets/sheet${number}.xml`] as const),
      ['styles', 'styles.xml'],
    ]),
    'xl/styles.xml': xml(STYLE_PART),
    ...Object.fromEntries(
      numbered.map(({ sheet, number }) => [`xl/worksheets/sheet${number}.xml`, sheetPart(sheet)]),
    ),
  });
}

function relations(targets: readonly (readonly [type: string, target: string])[]): string {
  const all = targets.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${RELATIONS}/${type}" Target="${target}"/>`,
  );
  return xml(`<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`);
}

const STYLE_PART = `<styleSheet xmlns="${NAMESPACE}"><fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFDDEBF7"/></patternFill></fill></fills><borders count="2"><border/><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf xfId="0"/><xf borderId="1" applyBorder="1" applyAlignment="1" xfId="0"><alignment vertical="center"/></xf><xf fontId="1" fillId="2" borderId="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1" xfId="0"><alignment horizontal="center" vertical="center" wrapText="1"/></xf><xf applyAlignment="1" xfId="0"><alignment vertical="top" wrapText="1"/></xf><xf borderId="1" applyBorder="1" applyAlignment="1" xfId="0"><alignment horizontal="center" vertical="center"/></xf></cellXfs></styleSheet>`;

function sheetPart({ widths, rows, merges = [], frozen }: WrittenSheet): string {
  const columns = widths.map(
    (width, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  const ranges = merges.map(
    ({ from, to }) => `<mergeCell ref="${cellName(from)}:${cellName(to)}"/>`,
  );
  return xml(
    `<worksheet xmlns="${NAMESPACE}">${frozen === undefined ? '' : view(frozen)}<cols>${columns.join('')}</cols><sheetData>${rows
      .map((row, index) => rowPart(row, index + 1))
      .join(
        '',
      )}</sheetData>${ranges.length === 0 ? '' : `<mergeCells>${ranges.join('')}</mergeCells>`}${choices(rows)}</worksheet>`,
  );
}

function view({ rows, columns }: NonNullable<WrittenSheet['frozen']>): string {
  const first = cellName({ row: rows + 1, column: columns + 1 });
  const split = columns === 0 ? '' : `xSplit="${columns}" `;
  const pane = columns === 0 ? 'bottomLeft' : 'bottomRight';
  return `<sheetViews><sheetView workbookViewId="0"><pane ${split}ySplit="${rows}" topLeftCell="${first}" activePane="${pane}" state="frozen"/></sheetView></sheetViews>`;
}

function rowPart(row: readonly WrittenCell[], number: number): string {
  const cells = row.map(({ text, style }, index) => {
    const start = `<c r="${cellName({ row: number, column: index + 1 })}" s="${STYLES[style]}"`;
    if (text === null || text === '') return `${start}/>`;
    return typeof text === 'number'
      ? `${start}><v>${text}</v></c>`
      : `${start} t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
  });
  return `<row r="${number}">${cells.join('')}</row>`;
}

/** The levels are chosen from a list; what is not on it is warned of and allowed, because look-alikes are read too. */
function choices(rows: readonly (readonly WrittenCell[])[]): string {
  const ranges = rows.flatMap((row, index) => {
    const first = row.findIndex(({ style }) => style === 'level');
    const last = row.findLastIndex(({ style }) => style === 'level');
    const place = (column: number): string => cellName({ row: index + 1, column: column + 1 });
    return first < 0 ? [] : [`${place(first)}:${place(last)}`];
  });
  if (ranges.length === 0) return '';
  return `<dataValidations count="1"><dataValidation type="list" allowBlank="1" errorStyle="warning" showErrorMessage="1" sqref="${ranges.join(' ')}"><formula1>"√,★,O"</formula1></dataValidation></dataValidations>`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;')
    .replaceAll('\n', '&#10;')
    .replace(/[^\t\n\r -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd');
}

function xml(body: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${body}`;
}
