import type { Bilingual } from '../bilingual.ts';
import { type Fen, fenOf } from '../policy/money.ts';
import type { PayoutPlan } from '../policy/policy.ts';
import { type Doubts, flawIn } from './doubts.ts';
import { nameOf, withoutUnit } from './figure-names.ts';
import { amountIn, returnIn, startMonth, wholeNumber } from './figures.ts';
import { foldedHeading } from './folding.ts';
import type { Cell, Sheet } from './grid.ts';
import type { PayoutColumn } from './headings.ts';

export type ReturnFigures = {
  readonly monthlyFen: Fen;
  readonly lastFen: Fen;
  readonly months: number;
  readonly startsAfterMonths: number;
  /** What the sheet says of why it is assumed; null where the start is no assumption. */
  readonly assumed: { readonly zh: Cell | null; readonly en: Cell | null } | null;
};

export type PlanFigures = Pick<PayoutPlan, 'depositYuan' | 'firstCreditFen' | 'commissionFen'> & {
  readonly depositReturn: ReturnFigures;
  readonly gift:
    | {
        readonly kind: 'money';
        readonly totalFen: Fen;
        readonly atOnceFen: Fen;
        readonly monthly: ReturnFigures;
      }
    | {
        readonly kind: 'pack';
        readonly worthFen: Fen;
        readonly name: Cell | null;
        readonly english: Cell | null;
      };
};

export type ColumnFinder = (
  about: PayoutColumn['about'],
  side?: PayoutColumn['side'],
) => number | null;
export type CellFinder = (about: PayoutColumn['about'], side?: PayoutColumn['side']) => Cell | null;

export type FigureReader = {
  /** The whole number of a column, or null with a doubt. */
  readonly number: (about: PayoutColumn['about'], side?: PayoutColumn['side']) => number | null;
  /** The amount of a column, or null with a doubt. */
  readonly amount: (about: PayoutColumn['about'], side?: PayoutColumn['side']) => Fen | null;
  readonly cell: CellFinder;
  readonly doubt: (
    about: PayoutColumn['about'],
    side: PayoutColumn['side'],
    message: Bilingual,
  ) => void;
};

/** Reads the figures of one row; what is missing or no figure becomes a doubt. */
export function figureReader(
  sheet: Sheet,
  row: number,
  {
    columnOf,
    cellOf,
    doubts,
  }: {
    readonly columnOf: ColumnFinder;
    readonly cellOf: CellFinder;
    readonly doubts: Doubts;
  },
): FigureReader {
  const doubt: FigureReader['doubt'] = (about, side, message) => {
    const column = columnOf(about, side) ?? columnOf('amount', 'deposit') ?? 1;
    doubts.add(sheet, { row, column }, message);
  };
  const figure = (
    about: PayoutColumn['about'],
    side: PayoutColumn['side'],
    { read, kind }: { readonly read: (cell: Cell) => number | null; readonly kind: Bilingual },
  ): number | null => {
    const cell = cellOf(about, side);
    if (cell === null) {
      const { zh, en } = nameOf(about, side);
      doubt(about, side, {
        zh: `缺少${zh}，这一档不采用：请补上`,
        en: `${zh} (${en}) is missing: the plan is left out`,
      });
      return null;
    }
    const flaw = flawIn(cell);
    if (flaw !== null) doubt(about, side, flaw);
    if (cell.text === '') return null;
    const number = read(withoutUnit(cell, about));
    if (number === null) {
      const { zh, en } = nameOf(about, side);
      doubt(about, side, {
        zh: `${zh}“${cell.text}”不是${kind.zh}，这一档不采用`,
        en: `${zh} (${en}): "${cell.text}" is no ${kind.en}: the plan is left out`,
      });
    }
    return number;
  };
  return {
    cell: cellOf,
    doubt,
    number: (about, side = null) => figure(about, side, { read: wholeNumber, kind: WHOLE_NUMBER }),
    amount: (about, side = null) => figure(about, side, { read: amountIn, kind: AMOUNT }),
  };
}

const WHOLE_NUMBER: Bilingual = { zh: '整数，请填数字，例如 12', en: 'whole number' };
const AMOUNT: Bilingual = {
  zh: '最多两位小数的金额，请填数字，例如 8 或 8.33',
  en: 'amount of yuan with at most two decimals',
};

/** The plan of a row, or null where one of its figures is missing. */
export function figuresOf(reader: FigureReader): PlanFigures | null {
  const depositYuan = reader.number('amount', 'deposit');
  const firstCreditFen = reader.amount('atOnce', 'deposit');
  const depositReturn = returnOf(reader, 'deposit');
  const commissionFen = reader.amount('commission');
  const gift = giftOf(reader);
  if (depositYuan === null || firstCreditFen === null || commissionFen === null) return null;
  if (depositReturn === null || gift === null) return null;
  return { depositYuan, firstCreditFen, depositReturn, gift, commissionFen };
}

/** A gift is money, or a pack: under its own heading, or in words where the money would stand (5元流量包). */
function giftOf(reader: FigureReader): PlanFigures['gift'] | null {
  const money = reader.cell('amount', 'gift');
  const pack = reader.cell('pack');
  const [isInWords, isPack] = [money !== null && packIn(money) !== null, hasWorth(pack)];
  if (isInWords || isPack) {
    const shown = isInWords ? money : pack;
    const worthFen = shown === null ? null : (packIn(shown) ?? amountIn(shown));
    if (isPack && money !== null && !isInWords && amountIn(money) !== 0) {
      reader.doubt('amount', 'gift', {
        zh: '既送流量包又送话费，这一档不采用：赠送和流量包请只填一样',
        en: 'a gift of money beside a pack: the plan is left out',
      });
      return null;
    }
    if (worthFen === null) {
      reader.doubt(isInWords ? 'amount' : 'pack', isInWords ? 'gift' : null, {
        zh: '看不出流量包值多少元，这一档不采用：请填金额，例如 5',
        en: 'the pack is worth no amount of yuan: the plan is left out',
      });
      return null;
    }
    const name =
      reader.cell('packName') ?? (shown !== null && packIn(shown) !== null ? shown : null);
    return { kind: 'pack', worthFen, name, english: reader.cell('packEnglish') };
  }
  const totalFen = reader.amount('amount', 'gift');
  const atOnceFen = reader.amount('atOnce', 'gift');
  const monthly = returnOf(reader, 'gift');
  if (totalFen === null || atOnceFen === null || monthly === null) return null;
  return { kind: 'money', totalFen, atOnceFen, monthly };
}

function hasWorth(pack: Cell | null): boolean {
  return pack !== null && amountIn(pack) !== 0 && !/^[-—–/]+$/.test(pack.text);
}

/** The worth of a pack that is written in words, `5元流量包`; null where the cell is no pack. */
function packIn(cell: Cell): Fen | null {
  const match = /^(\d{1,6}(?:\.\d{1,2})?)元?.{0,20}包$/.exec(foldedHeading(cell.text));
  return match === null ? null : fenOf(Number(match[1]));
}

function returnOf(reader: FigureReader, side: 'deposit' | 'gift'): ReturnFigures | null {
  const cell = reader.cell('monthly', side);
  const both = cell === null || reader.cell('months', side) !== null ? null : returnIn(cell);
  const monthlyFen = both?.monthlyFen ?? reader.amount('monthly', side);
  const months = both?.months ?? reader.number('months', side);
  // Without a word of it, the last month is as the others.
  const lastFen =
    reader.cell('last', side) === null
      ? (both?.lastFen ?? monthlyFen)
      : reader.amount('last', side);
  if (monthlyFen === null || months === null || lastFen === null) return null;
  if (months === 0) {
    reader.doubt('months', side, {
      zh: '月数是 0，这一档不采用：请填分几个月到账',
      en: 'no months: the plan is left out',
    });
    return null;
  }
  const said = { zh: reader.cell('assumed', side), en: reader.cell('assumedEnglish', side) };
  const isSaid = said.zh !== null || said.en !== null;
  const start = reader.cell('start', side);
  const startsAfterMonths = start === null ? null : startMonth(start);
  if (start === null && !isSaid)
    reader.doubt('start', side, {
      zh: `没有写${side === 'gift' ? '赠送' : '预存款'}从哪个月开始到账，暂按次月：请在起始月填 1（次月）；政策没有写的，请在假设说明里写明理由`,
      en: `the sheet does not say from which month the ${side} comes back: the following month is assumed`,
    });
  if (start !== null && startsAfterMonths === null)
    reader.doubt('start', side, {
      zh: `“${start.text}”看不出从存款后第几个月开始，暂按次月：请填整数，次月填 1`,
      en: `"${start.text}" is no number of months after the deposit: the following month is assumed`,
    });
  return {
    monthlyFen,
    lastFen,
    months,
    startsAfterMonths: startsAfterMonths ?? 1,
    assumed: isSaid || startsAfterMonths === null ? said : null,
  };
}
