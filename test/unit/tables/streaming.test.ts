import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seenIds } from '../../../src/contract-desk/seen-ids.ts';
import { csvLine } from '../../../src/tables/csv-out.ts';
import { csvReader } from '../../../src/tables/csv-rows.ts';
import { textPool } from '../../../src/tables/text-pool.ts';
import { attributeOf, xmlReader } from '../../../src/tables/xml-events.ts';

/** A text in pieces, cut anywhere. */
const cuts = fc.array(fc.nat({ max: 200 }), { maxLength: 12 });
const piecesOf = (text: string, places: readonly number[]): readonly string[] => {
  const at = [...new Set(places.map((place) => Math.min(place, text.length)))].sort(
    (one, other) => one - other,
  );
  return [0, ...at].map((from, index) => text.slice(from, at[index] ?? text.length));
};

function rowsOf(pieces: readonly string[]) {
  const reader = csvReader(',');
  try {
    return [...pieces.flatMap((piece) => reader.push(piece)), ...reader.end()];
  } catch (error) {
    return error instanceof Error ? error.message : error;
  }
}

describe('separated values', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', '张', ',', '"', '\n', '\r', ' '),
    maxLength: 60,
  });

  test('come out the same, wherever the text is cut', () => {
    fc.assert(
      fc.property(text, cuts, (whole, places) => {
        expect(rowsOf(piecesOf(whole, places))).toEqual(rowsOf([whole]));
      }),
      { numRuns: 2_000 },
    );
  });

  test('are read as they were written, whatever stands in them', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(text, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
        (rows) => {
          const written = rows.map((row) => `${csvLine(row)}\r\n`).join('');
          const read = rowsOf([written]);
          expect(Array.isArray(read) ? read.map(({ cells }) => cells) : read).toEqual(rows);
          expect(Array.isArray(read) && read.every(({ flaw }) => flaw === null)).toBe(true);
        },
      ),
    );
  });
});

describe('XML in pieces', () => {
  const SHEET =
    '<?xml version="1.0"?><x:sst a="1 > 0"><!-- <no> --><si><t xml:space="preserve">a &amp; b&#10;&#x5f20;</t></si><si><t/></si><si><![CDATA[<&]]></si></x:sst>';
  const events = (pieces: readonly string[]): string => {
    let told = '';
    const reader = xmlReader({
      open: (name, attributes) => {
        told += `<${name}|${attributeOf(attributes, 'a') ?? ''}>`;
      },
      text: (text) => {
        told += text;
      },
      close: (name) => {
        told += `</${name}>`;
      },
    });
    for (const piece of pieces) reader.push(piece);
    reader.end();
    return told;
  };

  test('says the same, wherever it is cut', () => {
    const whole = events([SHEET]);
    expect(whole).toBe(
      '<sst|1 > 0><si|><t|>a & b\n张</t></si><si|><t|></t></si><si|><&</si></sst>',
    );
    fc.assert(
      fc.property(cuts, (places) => {
        expect(events(piecesOf(SHEET, places))).toBe(whole);
      }),
      { numRuns: 1_000 },
    );
  });

  test.each(['<a>', '</a>', '<a></b>', '<a', 'text', '<a>&nope;</a>', '', '<a/>more'])(
    '%s is no XML',
    (text) => {
      expect(() => events([text])).toThrow('no XML');
    },
  );

  test.each(['<!DOCTYPE a><a/>', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'])(
    '%s is refused',
    (text) => {
      expect(() => events([text])).toThrow('document type');
    },
  );

  test('attributes are found in any way of writing', () => {
    for (const written of [' r="A1" s="2"', " r='A1'", '\n r = "A1"', ' x:r="A1"'])
      expect(attributeOf(written, 'r')).toBe('A1');
    expect(attributeOf(' ref="A1"', 'r')).toBeNull();
  });
});

test('a pool gives back every text by its number, also across its blocks', () => {
  const pool = textPool();
  const texts = Array.from({ length: 3_000 }, (_, at) => `${at} ${'张'.repeat(at % 700)}`);
  for (const text of texts) pool.add(text);
  expect(texts.map((_, at) => pool.at(at))).toEqual(texts);
  for (const index of [-1, 3_000, 0.5, Number.NaN]) expect(pool.at(index)).toBeNull();
});

test('ids are remembered with their first line, however many there are', () => {
  const seen = seenIds();
  for (let at = 0; at < 50_000; at += 1)
    expect(seen.note(`HT${at}`, at + 2, `row ${at}`)).toBeNull();
  expect(seen.note('HT77', 99_999, 'row 77')).toEqual({ line: 79, isSame: true });
  expect(seen.note('HT77', 99_999, 'row 78')).toEqual({ line: 79, isSame: false });
  expect([seen.has('HT49999'), seen.has('HT50000'), seen.size()]).toEqual([true, false, 50_000]);
});
