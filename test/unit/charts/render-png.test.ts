import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { lettering, widthOf } from '../../../src/charts/lettering.ts';
import { matrixPage } from '../../../src/charts/matrix-chart.ts';
import { payoutChart, payoutPage } from '../../../src/charts/payout-chart.ts';
import { renderPng } from '../../../src/charts/render-png.ts';
import { svgOf } from '../../../src/charts/svg.ts';
import { fontFilesFor } from '../../../src/font-files.ts';
import { scheduleOf } from '../../../src/policy/payouts.ts';
import { TODAY } from '../../world.ts';
import { firstQuarter, realPolicy } from '../policy/first-quarter.ts';
import { lettersOf } from './drawn.ts';

// Processes are started and a renderer is compiled: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 30_000 });
afterAll(() => vi.resetConfig());

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const WIDTH = 400;

function sizeOf(png: Uint8Array): { readonly width: number; readonly height: number } {
  const view = new DataView(png.buffer, png.byteOffset);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

/** One line of text and nothing else. */
function svgWith(text: string): string {
  const mark = lettering(text, { x: 10, y: 70, size: 60 });
  return svgOf({ width: WIDTH, height: 100, marks: [mark] }, 'a test');
}

describe('a picture as PNG', () => {
  test('has the signature and the size of the chart', async () => {
    const campaign = firstQuarter();
    const plan = campaign.plans[0];
    if (plan === undefined) throw new Error('the first quarter has plans');
    const schedule = scheduleOf(plan, TODAY);
    const { svg, width, height } = payoutChart({ campaign, schedule, language: 'zh' });
    const png = await renderPng(svg);
    expect([...png.subarray(0, 8)]).toEqual(SIGNATURE);
    expect(sizeOf(png)).toEqual({ width, height });
    expect(png.length).toBeLessThan(400_000);
  });

  test('letters are drawn as themselves, Chinese ones too: not blank, not a box, not each other', async () => {
    const texts = ['', '存', '送', '鎮', 'g'];
    const pngs = await Promise.all(texts.map((text) => renderPng(svgWith(text))));
    expect(new Set(pngs.map((png) => Buffer.from(png).toString('base64'))).size).toBe(texts.length);
  });

  test('what is no SVG is refused with a reason, and the process that drew it is gone', async () => {
    await expect(renderPng('<svg')).rejects.toThrow(/could not be drawn/);
    await expect(renderPng('')).rejects.toThrow(/could not be drawn/);
  });

  test('only the parts of the face that a text needs are read', () => {
    expect(fontFilesFor('Deposit 200')).toEqual([
      '@fontsource-variable/noto-sans-sc/files/noto-sans-sc-latin-wght-normal.woff2',
    ]);
    expect(fontFilesFor('存费送费').length).toBeLessThan(4);
    expect(fontFilesFor('')).toEqual([]);
  });
});

describe('letters are no wider than they were measured', () => {
  const file = (name: string) => readFileSync(fileURLToPath(import.meta.resolve(name)));
  const campaign = firstQuarter();

  beforeAll(() => initWasm(file('@resvg/resvg-wasm/index_bg.wasm')));

  /** How wide the renderer draws a text of size 100. */
  function drawnWidth(text: string): number {
    const mark = lettering(text, { x: 100, y: 200, size: 100 });
    const svg = svgOf({ width: 9000, height: 300, marks: [mark] }, '');
    const fontBuffers = fontFilesFor(text).map(file);
    const drawing = new Resvg(svg.replace(/<rect.*/, ''), { font: { fontBuffers } });
    const width = drawing.getBBox()?.width ?? 0;
    drawing.free();
    return width;
  }

  test('one by one', () => {
    const ascii = Array.from({ length: 94 }, (_, at) => String.fromCharCode(33 + at));
    const tooWide = [...ascii, ...'\u00a0存镇￥—·√★ö'].filter((letter) => {
      const five = letter.repeat(5);
      return drawnWidth(five) > widthOf(five, 100);
    });
    expect(tooWide).toEqual([]);
  });

  test.each(['zh', 'en'] as const)('in the longer lines of the pictures, in %s', (language) => {
    const pages = [
      matrixPage({ policy: realPolicy(), campaign, language }),
      ...campaign.plans.map((plan) =>
        payoutPage({ campaign, schedule: scheduleOf(plan, TODAY), language }),
      ),
    ];
    const texts = [...new Set(pages.flatMap(lettersOf).map(({ text }) => text))];
    const long = texts.filter((text) => text.length > 9);
    expect(long.filter((text) => drawnWidth(text) > widthOf(text, 100))).toEqual([]);
  });
});
