import type { Language } from '../bilingual.ts';
import { type Fen, yuanText } from '../policy/money.ts';
import { type Block, box, type Mark, onGround, shifted, sideBySide, stacked } from './blocks.ts';
import { INNER, SMALL, SMALLEST } from './chart.ts';
import { lettering, oneLine, paragraph, widthOf } from './lettering.ts';
import { type Colour, PALETTE } from './palette.ts';
import type { Slot } from './payout-slots.ts';

const LABEL = 26;
const NARROWEST = 60;
const WIDEST = 130;
/** Between two bars, and between two numbers. */
const GAP = 6;
const HIGHEST = 340;
/** Where there are many rows, each is lower, but not lower than this. */
const LOWEST_ROW = 150;
/** A month's bar keeps this share of the height, also beside a day on which a hundred times as much comes. */
const LEAST_SHARE = 0.25;
const THINNEST = 4;
const ROOM_FOR_NUMBER = 32;

/** The bars, deposit below and gift above, in as many rows as keep the numbers readable. */
export function payoutBars(slots: readonly Slot[], language: Language): Block {
  const widest = Math.max(
    ...slots.flatMap(({ label, runningFen, sumFen }) => [
      widthOf(label, LABEL),
      widthOf(yuanText(runningFen), LABEL),
      widthOf(yuanText(sumFen), SMALL),
    ]),
  );
  const most = Math.max(1, Math.floor(INNER / Math.max(NARROWEST, widest + GAP)));
  const rows = Math.ceil(slots.length / most);
  const inRow = Math.ceil(slots.length / rows);
  const stride = Math.min(INNER / inRow, WIDEST);
  const highest = Math.max(1, ...slots.map(({ sumFen }) => sumFen));
  const highestMonth = Math.max(...slots.map(({ month, sumFen }) => (month === null ? 0 : sumFen)));
  const fenAtTop = highestMonth === 0 ? highest : Math.min(highest, highestMonth / LEAST_SHARE);
  const top = Math.max(LOWEST_ROW, HIGHEST / Math.sqrt(rows));
  const scale = { stride, top, fenAtTop };
  return stacked(
    Array.from({ length: rows }, (_, row) =>
      barRow(slots.slice(row * inRow, (row + 1) * inRow), { ...scale, language }),
    ),
    30,
  );
}

type Scale = {
  readonly stride: number;
  /** How high `fenAtTop` stands. */
  readonly top: number;
  readonly fenAtTop: Fen;
  readonly language: Language;
};

function barRow(slots: readonly Slot[], scale: Scale): Block {
  const { stride, language } = scale;
  const bars = slots.map((slot) => barOf(slot, scale));
  const height = Math.max(...bars.map((bar) => bar.height));
  const standing = bars.flatMap((bar, index) =>
    shifted(bar.marks, index * stride, height - bar.height),
  );
  const floor = { x: 0, y: height, width: stride * slots.length, height: 3, fill: PALETTE.ink };
  const labels = (texts: readonly string[], isBold: boolean): Block =>
    sideBySide(
      texts.map((text) => oneLine(text, { size: LABEL, width: stride, isCentred: true, isBold })),
      stride,
    );
  const heading = language === 'zh' ? '累计到账（元）' : 'running total (yuan)';
  const runningTotal = stacked([
    shiftedBlock(paragraph(heading, { size: SMALLEST, width: INNER, colour: PALETTE.quiet }), GAP),
    labels(
      slots.map(({ runningFen }) => yuanText(runningFen)),
      true,
    ),
  ]);
  return stacked([
    { height: height + 6, marks: [...standing, box(floor)] },
    labels(
      slots.map(({ label }) => label),
      false,
    ),
    labels(slots.map(yearToSay), true),
    onGround(runningTotal, {
      width: stride * slots.length,
      padding: 6,
      inset: 0,
      fill: PALETTE.band,
    }),
  ]);
}

function shiftedBlock({ height, marks }: Block, right: number): Block {
  return { height, marks: shifted(marks, right, 0) };
}

/** The year, where a row or a year begins. */
function yearToSay({ year }: Slot, index: number, slots: readonly Slot[]): string {
  return slots[index - 1]?.year === year ? '' : year;
}

/** One bar with its sum above; it stands on the lower edge of its block. */
function barOf(slot: Slot, { stride, top, fenAtTop, language }: Scale): Block {
  const { depositFen, giftFen, sumFen } = slot;
  const style = { size: SMALL, width: stride, isCentred: true, isBold: true };
  const sum = oneLine(yuanText(sumFen), style);
  // A bar that would dwarf all others is cut, and shows it.
  const isCut = sumFen > fenAtTop;
  const whole = Math.max(sumFen, fenAtTop);
  const heightOf = (fen: Fen): number => (fen === 0 ? 0 : Math.max(THINNEST, (fen / whole) * top));
  const [gift, deposit] = [heightOf(giftFen), heightOf(depositFen)];
  const words =
    language === 'zh' ? { deposit: '预存', gift: '赠送' } : { deposit: 'deposit', gift: 'gift' };
  const when = slot.month ?? slot.label;
  const height = sum.height + gift + deposit;
  return {
    height,
    marks: [
      ...sum.marks,
      ...part({
        fen: giftFen,
        place: { x: GAP / 2, y: sum.height, width: stride - GAP, height: gift },
        colours: { fill: PALETTE.bright, ink: PALETTE.onBright },
        name: `${when} ${words.gift} ${yuanText(giftFen)}`,
      }),
      ...part({
        fen: depositFen,
        place: { x: GAP / 2, y: sum.height + gift, width: stride - GAP, height: deposit },
        colours: { fill: PALETTE.dark, ink: PALETTE.onDark },
        name: `${when} ${words.deposit} ${yuanText(depositFen)}`,
      }),
      ...(isCut ? [breakMark(stride, height - 40)] : []),
    ],
  };
}

type Part = {
  readonly fen: Fen;
  readonly place: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  };
  readonly colours: { readonly fill: Colour; readonly ink: Colour };
  readonly name: string;
};

/** One colour of a bar, with its number where there is room for it. */
function part({ fen, place, colours, name }: Part): readonly Mark[] {
  if (fen === 0) return [];
  const bar = box({ ...place, fill: colours.fill, name });
  const text = yuanText(fen);
  if (place.height < ROOM_FOR_NUMBER || widthOf(text, LABEL) > place.width) return [bar];
  const number = lettering(text, {
    x: place.x + place.width / 2,
    y: place.y + place.height / 2 + LABEL * 0.36,
    size: LABEL,
    colour: colours.ink,
    isCentred: true,
  });
  return [bar, number];
}

/** A white wave across a bar that goes on further than it is drawn. */
function breakMark(width: number, y: number): Mark {
  const step = width / 4;
  return {
    kind: 'shape',
    x: 0,
    y,
    way: `M0 0 l${step} -12 l${step} 12 l${step} -12 l${step} 12`,
    fill: null,
    stroke: PALETTE.ground,
    strokeWidth: 8,
  };
}
