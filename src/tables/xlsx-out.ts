import { once } from 'node:events';
import { crc32, createDeflateRaw } from 'node:zlib';

/** Where bytes go, one piece after the other. */
export type ByteSink = { readonly write: (bytes: Buffer) => Promise<void> };

export type XlsxOut = {
  readonly row: (cells: readonly string[]) => Promise<void>;
  readonly end: () => Promise<void>;
};

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const START = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const SHEET = 'xl/worksheets/sheet1.xml';

/** Every cell is a text, and shown as one: a phone stays whole, and nothing runs. */
const STYLES = `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf xfId="0"/><xf numFmtId="49" applyNumberFormat="1" xfId="0"/><xf numFmtId="49" fontId="1" applyNumberFormat="1" applyFont="1" xfId="0"/></cellXfs></styleSheet>`;

/** Bytes of XML that are packed at a time. */
const PIECE = 64 * 1024;
/** More rows a sheet cannot have. */
const MOST_ROWS = 1_048_576;

/** Writes an XLSX file of one sheet row by row, the first row being headings; no more than a piece of it is in memory. */
export function xlsxOut(sink: ByteSink, name: string, widths: readonly number[]): XlsxOut {
  const zip = zipOut(sink);
  const sheet = zip.part(SHEET);
  let text = `${START}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths
    .map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`)
    .join('')}</cols><sheetData>`;
  let count = 0;
  return {
    async row(cells) {
      count += 1;
      if (count > MOST_ROWS) throw new RangeError('a sheet has no more than 1,048,576 rows');
      const style = count === 1 ? 2 : 1;
      let row = `<row r="${count}">`;
      for (const cell of cells)
        row +=
          cell === ''
            ? `<c s="${style}"/>`
            : `<c s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
      text += `${row}</row>`;
      if (text.length < PIECE) return;
      await sheet.write(text);
      text = '';
    },
    async end() {
      await sheet.write(`${text}</sheetData></worksheet>`);
      await sheet.end();
      for (const [path, body] of Object.entries(partsBeside(name))) {
        const part = zip.part(path);
        await part.write(body);
        await part.end();
      }
      await zip.end();
    },
  };
}

function partsBeside(name: string): Readonly<Record<string, string>> {
  const relation = (id: number, type: string, target: string): string =>
    `<Relationship Id="rId${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
  const relations = (inside: string): string =>
    `${START}<Relationships xmlns="${PACKAGE}/relationships">${inside}</Relationships>`;
  return {
    'xl/styles.xml': START + STYLES,
    'xl/workbook.xml': `${START}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="${escaped(name)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      relation(1, 'worksheet', 'worksheets/sheet1.xml') + relation(2, 'styles', 'styles.xml'),
    ),
    '_rels/.rels': relations(relation(1, 'officeDocument', 'xl/workbook.xml')),
    '[Content_Types].xml': `${START}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/><Override PartName="/${SHEET}" ContentType="${TYPE}.worksheet+xml"/></Types>`,
  };
}

function escaped(text: string): string {
  return (
    text
      // What looks like Excel's way of writing a sign that XML cannot hold would be read as that sign.
      .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll('\r', '&#13;')
      .replaceAll('\n', '&#10;')
      .replaceAll('\t', '&#9;')
  );
}

type PartOut = {
  readonly write: (text: string) => Promise<void>;
  readonly end: () => Promise<void>;
};

/** An archive whose parts are packed while they are written: their sizes stand behind them (bit 3 of APPNOTE.TXT). */
function zipOut(sink: ByteSink) {
  const directory: Buffer[] = [];
  let at = 0;
  const put = async (bytes: Buffer): Promise<void> => {
    at += bytes.length;
    await sink.write(bytes);
  };
  const part = (name: string): PartOut => {
    const nameBytes = Buffer.from(name);
    const start = { at: -1 };
    let [crc, packed, unpacked] = [0, 0, 0];
    const deflate = createDeflateRaw({ level: 3 });
    const packing = (async () => {
      for await (const piece of deflate) {
        const bytes = piece as Buffer;
        packed += bytes.length;
        await put(bytes);
      }
    })();
    // A sink that fails must not leave whoever writes waiting for ever.
    deflate.on('error', () => undefined);
    packing.catch((error: Error) => deflate.destroy(error));
    const begin = async (): Promise<void> => {
      if (start.at >= 0) return;
      start.at = at;
      await put(
        Buffer.concat([header(0x04034b50, [20]), facts([0, 0, 0], nameBytes.length), nameBytes]),
      );
    };
    return {
      async write(text) {
        await begin();
        const bytes = Buffer.from(text);
        crc = crc32(bytes, crc);
        unpacked += bytes.length;
        if (deflate.destroyed) await packing;
        if (!deflate.write(bytes)) await once(deflate, 'drain');
      },
      async end() {
        await begin();
        deflate.end();
        await packing;
        const sizes = [crc, packed, unpacked] as const;
        await put(header(0x08074b50, [], sizes));
        directory.push(
          Buffer.concat([
            header(0x02014b50, [20, 20]),
            facts(sizes, nameBytes.length),
            Buffer.alloc(10),
            header(start.at, []),
            nameBytes,
          ]),
        );
      },
    };
  };
  return {
    part,
    async end(): Promise<void> {
      const list = Buffer.concat(directory);
      const end = Buffer.alloc(22);
      end.writeUInt32LE(0x06054b50, 0);
      end.writeUInt16LE(directory.length, 8);
      end.writeUInt16LE(directory.length, 10);
      end.writeUInt32LE(list.length, 12);
      end.writeUInt32LE(at, 16);
      await put(list);
      await put(end);
    },
  };
}

/** A number of four bytes, then numbers of two, then numbers of four. */
function header(sign: number, halves: readonly number[], wholes: readonly number[] = []): Buffer {
  const bytes = Buffer.alloc(4 + halves.length * 2 + wholes.length * 4);
  bytes.writeUInt32LE(sign, 0);
  let at = 4;
  for (const value of halves) at = bytes.writeUInt16LE(value, at);
  for (const value of wholes) at = bytes.writeUInt32LE(value, at);
  return bytes;
}

const [SIZES_BEHIND, UTF8_NAMES, DEFLATED] = [0x0008, 0x0800, 8];

/** What a part's header and its line in the list have in common. No dates: the same rows give the same bytes. */
function facts([crc, packed, unpacked]: readonly number[], nameLength: number): Buffer {
  const bytes = Buffer.alloc(24);
  bytes.writeUInt16LE(SIZES_BEHIND | UTF8_NAMES, 0);
  bytes.writeUInt16LE(DEFLATED, 2);
  bytes.writeUInt16LE(0x21, 6);
  bytes.writeUInt32LE(crc ?? 0, 8);
  bytes.writeUInt32LE(packed ?? 0, 12);
  bytes.writeUInt32LE(unpacked ?? 0, 16);
  bytes.writeUInt16LE(nameLength, 20);
  return bytes;
}
