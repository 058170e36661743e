import type { Block, Mark } from './blocks.ts';
import { PALETTE } from './palette.ts';

export type Page = Block & { readonly width: number };

const FACES = "'Noto Sans SC','PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif";

/** The page as SVG. `title` is what a screen reader says of it. */
export function svgOf({ width, height, marks }: Page, title: string): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
    `<title>${escaped(title)}</title>`,
    `<style>text{font-family:${FACES};fill:currentColor}.bold{font-weight:700}.centred{text-anchor:middle}</style>`,
    `<rect width="${width}" height="${height}" fill="${PALETTE.ground}"/>`,
    ...marks.map(elementOf),
    '</svg>\n',
  ].join('\n');
}

function elementOf(mark: Mark): string {
  const { x, y } = { x: short(mark.x), y: short(mark.y) };
  if (mark.kind === 'text') {
    const names = [mark.isBold ? 'bold' : '', mark.isCentred ? 'centred' : ''].filter(Boolean);
    const list = names.length === 0 ? '' : ` class="${names.join(' ')}"`;
    return `<text x="${x}" y="${y}" font-size="${short(mark.size)}" color="${mark.colour}"${list}>${escaped(mark.text)}</text>`;
  }
  if (mark.kind === 'shape') {
    const stroke =
      mark.stroke === null
        ? ''
        : ` stroke="${mark.stroke}" stroke-width="${mark.strokeWidth}" stroke-linecap="round" stroke-linejoin="round"`;
    return `<path transform="translate(${x} ${y})" d="${mark.way}" fill="${mark.fill ?? 'none'}"${stroke}/>`;
  }
  const edge = mark.edge === null ? '' : ` stroke="${mark.edge}" stroke-width="3"`;
  const round = mark.round === 0 ? '' : ` rx="${mark.round}"`;
  const start = `<rect x="${x}" y="${y}" width="${short(mark.width)}" height="${short(mark.height)}" fill="${mark.fill}"${edge}${round}`;
  return mark.name === null ? `${start}/>` : `${start}><title>${escaped(mark.name)}</title></rect>`;
}

/** Two decimals: a picture is no place for 66.66666666666667. */
function short(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Text as XML. Control characters and lone surrogates would make the whole file unreadable. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\uFFFE\uFFFF]/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
