import { runWorker } from '../worker-program.ts';

const PNG = {
  file: new URL('./render-worker.ts', import.meta.url),
  // A picture takes about half a second.
  longestMs: 20_000,
  mostBytes: 20 * 2 ** 20,
  failure: 'the picture could not be drawn',
};

/** The SVG as a PNG, drawn in a process of its own. Rejects where it cannot be drawn. */
export function renderPng(svg: string): Promise<Uint8Array> {
  return runWorker(PNG, svg);
}
