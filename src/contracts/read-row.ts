import type { Bilingual } from '../bilingual.ts';
import type { Day } from '../calendar/day.ts';
import { COLUMNS, type Column, type Places } from './columns.ts';
import type { Contract } from './contract.ts';
import { readDay } from './day-written.ts';
import { ungarbled } from './garbled.ts';
import type { NamedOutlet } from './outlet-named.ts';
import { readMaskedPhone, readPhone } from './phone.ts';
import { textOfCell } from './safe-cell.ts';

/** What is wrong with one cell of a row. */
export type Fault = {
  readonly field: Column;
  readonly value: string;
  readonly message: Bilingual;
};

export type ReadRow =
  | { readonly ok: true; readonly contract: Contract }
  | { readonly ok: false; readonly faults: readonly Fault[] };

type Reading<Value> = { readonly value: Value } | { readonly message: Bilingual };

/** What a row is read by: the same for all rows of a file. */
export type RowContext = {
  readonly places: Places;
  /** How many fields a row may have; null where what stands beyond is in nobody's way. */
  readonly width: number | null;
  readonly outlets: readonly NamedOutlet[];
  readonly outletsNamed: (text: string) => readonly NamedOutlet[];
  /** The day of a bare number, where the file is one that keeps days so. */
  readonly dayOfNumber: ((number: number) => Day | null) | null;
};

const TOO_MANY: Bilingual = {
  zh: '这一行的列比标题多：可能多了一个逗号',
  en: 'the row has more fields than there are headings: is a comma out of place?',
};

/** The column that stands furthest to the right. */
function lastOf(places: Places): Column {
  const [last] = [...places].toSorted(([, one], [, other]) => other - one);
  return last?.[0] ?? 'contract_id';
}

/**
 * The contract that a row of texts is, or every fault of it, in the order of the columns. Its phone may be a masked
 * one: whoever writes it down keeps the number that is known.
 */
export function readContractRow(row: readonly string[], context: RowContext): ReadRow {
  const { places, width, dayOfNumber } = context;
  const faults: Fault[] = [];
  const beyond =
    width === null ? -1 : row.findIndex((text, at) => at >= width && text.trim() !== '');
  if (beyond >= 0)
    faults.push({ field: lastOf(places), value: row[beyond] ?? '', message: TOO_MANY });
  const cell = (column: Column): string =>
    textOfCell((row[places.get(column) ?? -1] ?? '').trim()).trim();
  const texts = new Map<Column, string>();
  for (const { column, isRequired, longest } of COLUMNS) {
    const value = cell(column);
    const message = faultOfText(value, { isRequired, longest });
    if (message === null) texts.set(column, value);
    else faults.push({ field: column, value, message });
  }
  const read = <Value>(column: Column, reading: (text: string) => Reading<Value>): Value | null => {
    // Behind an apostrophe, a spreadsheet keeps a number as it was typed.
    const text = texts.get(column)?.replace(/^'+/, '');
    if (text === undefined) return null;
    if (text === '') {
      faults.push({ field: column, value: cell(column), message: EMPTY });
      return null;
    }
    const result = reading(text);
    if ('value' in result) return result.value;
    faults.push({ field: column, value: text, message: result.message });
    return null;
  };

  const id = read('contract_id', readId);
  const phone = read('phone', readNumber);
  const outlet = read('outlet', (text) => readOutlet(text, context));
  const startsOn = read('starts_on', (text) => readWrittenDay(text, dayOfNumber));
  const endsOn = read('ends_on', (text) => readWrittenDay(text, dayOfNumber));
  if (startsOn !== null && endsOn !== null && endsOn < startsOn)
    faults.push({ field: 'ends_on', value: cell('ends_on'), message: endsEarly(startsOn) });
  if (faults.length > 0 || id === null || phone === null || outlet === null) return refuse(faults);
  if (startsOn === null || endsOn === null) return refuse(faults);
  const text = (column: Column): string => texts.get(column) ?? '';
  return {
    ok: true,
    contract: {
      id,
      customerName: text('customer_name'),
      phone,
      plan: text('plan'),
      outlet,
      outletName: text('outlet_name'),
      startsOn,
      endsOn,
      owner: withoutInvisible(text('owner')),
      channel: withoutInvisible(text('channel')),
    },
  };
}

function refuse(faults: readonly Fault[]): ReadRow {
  const order = (fault: Fault): number => COLUMNS.findIndex(({ column }) => column === fault.field);
  return { ok: false, faults: faults.toSorted((one, other) => order(one) - order(other)) };
}

const PLAIN = /^[\x20-\x7e]+$/;
const CALCULATED = /^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|#+)$/i;
/** Of controls, tab and line ends alone are text; U+FFFD is what a broken letter left behind. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const BROKEN = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ufffd\ufffe\uffff]/;

type Bounds = { readonly isRequired: boolean; readonly longest: number };

function faultOfText(text: string, { isRequired, longest }: Bounds): Bilingual | null {
  if (text.length > longest)
    return { zh: `超过 ${longest} 个字`, en: `is longer than ${longest} characters` };
  if (PLAIN.test(text)) {
    if (CALCULATED.test(text))
      return { zh: '是表格的错误值', en: 'is an error of the spreadsheet' };
    return /^\?{2,}$/.test(text) ? LOST : null;
  }
  if (withoutInvisible(text).trim() === '') return isRequired ? EMPTY : null;
  if (BROKEN.test(text) || !text.isWellFormed()) return LOST;
  const was = ungarbled(text);
  return was === null
    ? null
    : {
        zh: `是乱码，应该是“${was}”：文件用错了编码，请重新另存为“CSV UTF-8”`,
        en: `is garbled, and should be ${was}: the file was saved in a wrong encoding; save it as "CSV UTF-8"`,
      };
}

const EMPTY: Bilingual = { zh: '不能为空', en: 'is empty' };
const LOST: Bilingual = {
  zh: '含有损坏的字符',
  en: 'holds a broken character: the text was lost when the file was saved',
};

/** Excel keeps fifteen digits of a number, and writes long ones as 1.38E+10. */
const CUT_BY_EXCEL = /^\d(?:\.\d+)?E\+\d+$/i;

function readId(text: string): Reading<string> {
  const value = withoutInvisible(text);
  if (CUT_BY_EXCEL.test(value.normalize('NFKC')))
    return {
      message: {
        zh: '表格软件把编号改成了科学计数：请把这一列设为“文本”，重新填写',
        en: 'a spreadsheet has cut the number: make the column text, and fill it in anew',
      },
    };
  return { value };
}

function readNumber(text: string): Reading<string> {
  const value = readPhone(text) ?? readMaskedPhone(text);
  if (value !== null) return { value };
  return {
    message: CUT_BY_EXCEL.test(text.normalize('NFKC'))
      ? {
          zh: '表格软件把号码改成了科学计数：请把这一列设为“文本”，重新填写',
          en: 'a spreadsheet has cut the number: make the column text, and fill it in anew',
        }
      : { zh: '不是 11 位手机号码', en: 'is no mobile number of 11 digits' },
  };
}

function readOutlet(text: string, { outlets, outletsNamed }: RowContext): Reading<string> {
  const [one, ...others] = outletsNamed(text);
  if (one === undefined)
    return {
      message: {
        zh: `不是网点类型：${outlets.map(({ name }) => name.zh).join('、')}`,
        en: `is no outlet type: ${outlets.map(({ id }) => id).join(', ')}`,
      },
    };
  if (others.length === 0) return { value: one.id };
  const meant = [one, ...others];
  return {
    message: {
      zh: `可能是${meant.map(({ name }) => name.zh).join('，也可能是')}：请写全`,
      en: `can mean ${meant.map(({ id }) => id).join(' or ')}: write it in full`,
    },
  };
}

function readWrittenDay(text: string, dayOfNumber: RowContext['dayOfNumber']): Reading<Day> {
  const isNumber = dayOfNumber !== null && /^\d{1,7}(?:\.\d+)?$/.test(text);
  const value = isNumber ? dayOfNumber(Number(text)) : readDay(text);
  if (value !== null) return { value };
  return {
    message: {
      zh: '不是日期：请写成 YYYY-MM-DD 或 YYYY/M/D',
      en: 'is no day: write it as YYYY-MM-DD or YYYY/M/D',
    },
  };
}

function endsEarly(startsOn: Day): Bilingual {
  return { zh: `早于开始日期 ${startsOn}`, en: `is before the start, ${startsOn}` };
}

/** Marks that nobody sees: two ids that look the same must be the same. */
function withoutInvisible(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.replace(/\p{Cf}/gu, '');
}
