import type { Box, Lettering, Mark } from '../../../src/charts/blocks.ts';
import { widthOf } from '../../../src/charts/lettering.ts';
import type { Page } from '../../../src/charts/svg.ts';

export function lettersOf({ marks }: Page): readonly Lettering[] {
  return marks.filter((mark): mark is Lettering => mark.kind === 'text');
}

/** The boxes that stand for something. */
export function namedBoxes({ marks }: Page): readonly (Box & { readonly name: string })[] {
  return marks.filter(
    (mark): mark is Box & { readonly name: string } => mark.kind === 'box' && mark.name !== null,
  );
}

/** A picture as text, line by line from above: what is written, and in brackets what boxes stand for. */
export function readDrawing(page: Page): string {
  const lines = Map.groupBy(
    page.marks.filter(
      (mark) => mark.kind === 'text' || (mark.kind === 'box' && mark.name !== null),
    ),
    (mark) => Math.round(mark.y),
  );
  return [...lines.entries()]
    .sort(([one], [other]) => one - other)
    .map(([, marks]) =>
      [...marks]
        .sort((one, other) => one.x - other.x)
        .map(said)
        .join('  '),
    )
    .join('\n');
}

function said(mark: Mark): string {
  if (mark.kind === 'text') return mark.text;
  if (mark.kind !== 'box' || mark.name === null) return '';
  // A cell stands under its outlet and offer: its sign is enough.
  return mark.name.includes(' · ') ? `[${mark.name.at(-1)}]` : `[${mark.name}]`;
}

type Edges = { left: number; right: number; top: number; bottom: number; what: string };

function edgesOf(mark: Mark): Edges {
  const what = JSON.stringify(mark);
  if (mark.kind === 'text') {
    const width = widthOf(mark.text, mark.size);
    const left = mark.isCentred ? mark.x - width / 2 : mark.x;
    return {
      left,
      right: left + width,
      top: mark.y - mark.size,
      bottom: mark.y + 0.25 * mark.size,
      what,
    };
  }
  const { width, height } = mark.kind === 'box' ? mark : { width: 0, height: 0 };
  return { left: mark.x, right: mark.x + width, top: mark.y, bottom: mark.y + height, what };
}

/** All that is wrong with where things stand: off the page, one text over another, no number at all. */
export function misplaced(page: Page): readonly string[] {
  const faults: string[] = [];
  for (const { left, right, top, bottom, what } of page.marks.map(edgesOf)) {
    // Half a pixel is nobody's loss.
    const isOnPage =
      left >= -0.5 && right <= page.width + 0.5 && top >= -0.5 && bottom <= page.height + 0.5;
    if (!isOnPage) faults.push(`off the page: ${what}`);
  }
  const texts = lettersOf(page).map(edgesOf);
  for (const [at, one] of texts.entries()) {
    for (const other of texts.slice(at + 1)) {
      const beside = one.right <= other.left + 0.5 || other.right <= one.left + 0.5;
      const apart = one.bottom <= other.top + 0.5 || other.bottom <= one.top + 0.5;
      if (!beside && !apart) faults.push(`${one.what} over ${other.what}`);
    }
  }
  return faults;
}
