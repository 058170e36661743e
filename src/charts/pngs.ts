import type { Chart } from './chart.ts';
import { renderPng } from './render-png.ts';

/** A picture takes some 200 kilobytes. */
const KEPT = 24;

/**
 * Gives charts as PNGs, for a process that goes on: one is drawn at a time, since each takes a hundred megabytes
 * while it is, and the last ones are kept. A picture that failed is drawn anew when it is asked for again.
 */
export function openPngs(
  render: (svg: string) => Promise<Uint8Array> = renderPng,
): (chart: Chart) => Promise<Uint8Array> {
  const kept = new Map<string, Promise<Uint8Array>>();
  let busy: Promise<unknown> = Promise.resolve();
  return ({ svg }) => {
    const known = kept.get(svg);
    if (known !== undefined) {
      // What was asked for last is forgotten last.
      kept.delete(svg);
      kept.set(svg, known);
      return known;
    }
    const png = busy.then(() => render(svg));
    busy = png.catch(() => kept.delete(svg));
    kept.set(svg, png);
    const [oldest] = kept.keys();
    if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
    return png;
  };
}
