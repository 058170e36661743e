import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { fontFilesFor } from '../font-files.ts';

// A program of its own: SVG in, PNG out (see `render-png.ts`).

/**
 * The face has a weight axis, which the renderer does not know: it draws the thinnest. Drawn along its outlines as
 * well, a letter gets the weight that the picture asks for.
 */
const WEIGHTS =
  '<style>text{stroke:currentColor;stroke-width:.042em;stroke-linejoin:round}.bold{stroke-width:.07em}</style>';

const svg = (await buffer(process.stdin)).toString('utf8');
const fontFiles = fontFilesFor(svg);
const [wasm, ...fontBuffers] = await Promise.all(
  ['@resvg/resvg-wasm/index_bg.wasm', ...fontFiles].map((name) =>
    readFile(fileURLToPath(import.meta.resolve(name))),
  ),
);
if (wasm === undefined) throw new Error('the renderer is not installed');
await initWasm(wasm);
const image = new Resvg(svg.replace('</style>', `</style>${WEIGHTS}`), {
  font: { fontBuffers, defaultFontFamily: 'Noto Sans SC' },
}).render();
process.stdout.write(image.asPng());
