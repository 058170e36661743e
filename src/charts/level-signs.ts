import type { Language } from '../bilingual.ts';
import type { Level } from '../policy/policy.ts';
import { type Block, box, type Mark, type Shape } from './blocks.ts';
import { type Colour, PALETTE } from './palette.ts';

/** What a cell says; `open` where the campaign names no level, which is not a no. */
export type Verdict = Level | 'open';
export const VERDICTS = [
  'main',
  'optional',
  'secondary',
  'open',
] as const satisfies readonly Verdict[];

export const VERDICT_NAMES: Readonly<Record<Verdict, Readonly<Record<Language, string>>>> = {
  main: { zh: '主推', en: 'main: lead with it' },
  optional: { zh: '可选：适合时推荐', en: 'optional: where it fits' },
  secondary: {
    zh: '非主推：不主动推，但不是禁止',
    en: 'secondary: do not lead with it; not a ban',
  },
  open: { zh: '未定：问政策负责人', en: 'not decided: ask the owner' },
};

type Look = {
  readonly letter: string;
  readonly fill: Colour;
  readonly edge: Colour;
  /** Its middle is at 0 0. */
  readonly sign: Pick<Shape, 'way' | 'fill' | 'stroke'>;
};

/** Of a sign that is drawn in a square of 100. */
const SIGN_SIZE = 0.5;

const STAR = Array.from({ length: 10 }, (_, corner) => {
  const [angle, reach] = [(corner * Math.PI) / 5, corner % 2 === 0 ? 46 : 19];
  return [Math.sin(angle) * reach, -Math.cos(angle) * reach + 3] as const;
});

/** Told apart by sign, by lightness and by edge; colour comes on top. */
const LOOKS: Readonly<Record<Verdict, Look>> = {
  main: {
    letter: '√',
    fill: PALETTE.dark,
    edge: PALETTE.dark,
    sign: {
      way: scaled([
        [-34, 2],
        [-11, 26],
        [36, -27],
      ]),
      fill: null,
      stroke: PALETTE.onDark,
    },
  },
  optional: {
    letter: '★',
    fill: PALETTE.bright,
    edge: PALETTE.bright,
    sign: { way: `${scaled(STAR)} Z`, fill: PALETTE.onBright, stroke: null },
  },
  secondary: {
    letter: 'O',
    fill: PALETTE.ground,
    edge: PALETTE.quiet,
    sign: { way: circle(26), fill: null, stroke: PALETTE.quiet },
  },
  open: {
    letter: '–',
    fill: PALETTE.band,
    edge: PALETTE.line,
    sign: {
      way: scaled([
        [-18, 0],
        [18, 0],
      ]),
      fill: null,
      stroke: PALETTE.quiet,
    },
  },
};

export const CELL_HEIGHT = 62;

/** A cell with its sign. `name` says whose it is. */
export function cellOf(verdict: Verdict, width: number, name: string): Block {
  const { fill, edge, letter, sign } = LOOKS[verdict];
  const mark: Mark = {
    kind: 'shape',
    x: width / 2,
    y: CELL_HEIGHT / 2,
    ...sign,
    strokeWidth: verdict === 'main' ? 7 : 5,
  };
  const ground = box({
    x: 0,
    y: 0,
    width,
    height: CELL_HEIGHT,
    round: 12,
    fill,
    edge,
    name: `${name} ${letter}`,
  });
  return { height: CELL_HEIGHT, marks: [ground, mark] };
}

function scaled(points: readonly (readonly [number, number])[]): string {
  return points
    .map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${short(x)} ${short(y)}`)
    .join(' ');
}

function circle(radius: number): string {
  const r = short(radius);
  return `M${-r} 0 a${r} ${r} 0 1 0 ${2 * r} 0 a${r} ${r} 0 1 0 ${-2 * r} 0 Z`;
}

function short(value: number): number {
  return Math.round(value * SIGN_SIZE * 10) / 10;
}
