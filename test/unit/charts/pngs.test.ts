import { describe, expect, test } from 'vitest';
import type { Chart } from '../../../src/charts/chart.ts';
import { openPngs } from '../../../src/charts/pngs.ts';

const chart = (svg: string): Chart => ({ svg, alt: '', width: 1, height: 1 });

/** Draws when it is told to, and remembers what was begun. */
function slowRenderer() {
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const render = (svg: string): Promise<Uint8Array> => {
    begun.push(svg);
    return new Promise((resolve, reject) => {
      ends.push(() => (svg === 'bad' ? reject(new Error('no')) : resolve(Buffer.from(svg))));
    });
  };
  return { render, begun, end: () => ends.shift()?.() };
}

describe('pictures for a process that goes on', () => {
  test('are drawn one at a time, each once', async () => {
    const { render, begun, end } = slowRenderer();
    const png = openPngs(render);
    const all = [png(chart('a')), png(chart('b')), png(chart('a'))];
    await Promise.resolve();
    expect(begun).toEqual(['a']);
    end();
    await all[0];
    await Promise.resolve();
    expect(begun).toEqual(['a', 'b']);
    end();
    expect((await Promise.all(all)).map((one) => Buffer.from(one).toString())).toEqual([
      'a',
      'b',
      'a',
    ]);
  });

  test('one that failed does not stand in the way, and is drawn anew', async () => {
    const { render, begun, end } = slowRenderer();
    const png = openPngs(render);
    const [bad, good] = [png(chart('bad')), png(chart('good'))];
    await Promise.resolve();
    end();
    await expect(bad).rejects.toThrow('no');
    await new Promise(setImmediate);
    end();
    await good;
    const again = png(chart('bad'));
    await Promise.resolve();
    end();
    await expect(again).rejects.toThrow('no');
    expect(begun).toEqual(['bad', 'good', 'bad']);
  });

  test('the oldest is forgotten first', async () => {
    const drawn: string[] = [];
    const png = openPngs(async (svg) => {
      drawn.push(svg);
      return new Uint8Array();
    });
    const names = Array.from({ length: 25 }, (_, at) => String(at));
    for (const name of names) await png(chart(name));
    await png(chart('24'));
    await png(chart('0'));
    expect(drawn).toEqual([...names, '0']);
  });
});
