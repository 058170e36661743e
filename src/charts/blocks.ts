import type { Colour } from './palette.ts';

/** One line of text; `x` is where it starts, or its middle where it is centred, and `y` the line that it stands on. */
export type Lettering = {
  readonly kind: 'text';
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly colour: Colour;
  readonly isBold: boolean;
  readonly isCentred: boolean;
};

/** A filled rectangle. `name` says what it stands for: a browser shows it under the pointer. */
export type Box = {
  readonly kind: 'box';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly fill: Colour;
  readonly edge: Colour | null;
  readonly round: number;
  readonly name: string | null;
};

/** A drawn sign, its way counted from `x` and `y`. */
export type Shape = {
  readonly kind: 'shape';
  readonly x: number;
  readonly y: number;
  readonly way: string;
  readonly fill: Colour | null;
  readonly stroke: Colour | null;
  readonly strokeWidth: number;
};

export type Mark = Lettering | Box | Shape;

/** A part of a picture: marks counted from its upper left corner. */
export type Block = { readonly height: number; readonly marks: readonly Mark[] };

export function shifted(marks: readonly Mark[], right: number, down: number): readonly Mark[] {
  return marks.map((mark) => ({ ...mark, x: mark.x + right, y: mark.y + down }));
}

/** The blocks under each other. */
export function stacked(blocks: readonly Block[], gap = 0): Block {
  return blocks.reduce<Block>(
    (above, block) => {
      const top = above.height + (above.height === 0 ? 0 : gap);
      return {
        height: top + block.height,
        marks: [...above.marks, ...shifted(block.marks, 0, top)],
      };
    },
    { height: 0, marks: [] },
  );
}

/** The blocks beside each other, `stride` apart, as high as the highest. */
export function sideBySide(blocks: readonly Block[], stride: number): Block {
  return {
    height: Math.max(0, ...blocks.map(({ height }) => height)),
    marks: blocks.flatMap(({ marks }, index) => shifted(marks, index * stride, 0)),
  };
}

/** The block on a filled ground of its own size and more. */
export function onGround(
  { height, marks }: Block,
  ground: {
    readonly width: number;
    readonly padding: number;
    readonly fill: Colour;
    readonly round?: number;
    readonly inset?: number;
  },
): Block {
  const { width, padding, fill, round = 0, inset = padding } = ground;
  const whole = height + 2 * padding;
  return {
    height: whole,
    marks: [
      box({ x: 0, y: 0, width, height: whole, fill, round }),
      ...shifted(marks, inset, padding),
    ],
  };
}

export function box(given: Pick<Box, 'x' | 'y' | 'width' | 'height' | 'fill'> & Partial<Box>): Box {
  return { edge: null, round: 0, name: null, ...given, kind: 'box' };
}
