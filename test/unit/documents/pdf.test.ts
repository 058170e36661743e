import { describe, expect, test } from 'vitest';
import { pdfOf } from '../../../src/documents/pdf.ts';
import { renderPdf } from '../../../src/documents/render-pdf.ts';
import type { Paper } from '../../../src/paper.ts';
import { readPdf, unspaced } from './read-pdf.ts';

const LONG =
  '客户说拆机那天营业厅把309元余额转走，两天后又转回来；他没有在受理单上签字，要求说明依据并书面答复。';
const MADE_AT = Date.UTC(2015, 1, 10, 1, 0);

function paperOf(parts: Paper['parts'], language: Paper['language'] = 'zh'): Paper {
  return { title: '投诉案卷 C-2015-0001', language, foot: 'C-2015-0001', madeAt: MADE_AT, parts };
}

const row = (index: number): readonly string[] => [
  `2015-01-${String((index % 28) + 1).padStart(2, '0')}`,
  `U${index}ZHANG`,
  `${index}. ${LONG.slice(0, 15 + (index % 30))}`,
];

describe('a paper as PDF', () => {
  test('is A4, has a title, a language, bookmarks and a number on every page', async () => {
    const parts: Paper['parts'] = [
      { kind: 'heading', level: 1, text: '结论' },
      { kind: 'page' },
      { kind: 'heading', level: 1, text: '时间线' },
      { kind: 'text', text: LONG },
    ];
    const read = await readPdf(await pdfOf(paperOf(parts)));
    expect(read.title).toBe('投诉案卷 C-2015-0001');
    expect(read.language).toBe('zh-CN');
    expect(read.bookmarks).toEqual(['结论', '时间线']);
    expect(read.sizes).toEqual([
      [595, 842],
      [595, 842],
    ]);
    expect(read.pages.map((page) => /第\d页，共\d页/.exec(page)?.[0])).toEqual([
      '第1页，共2页',
      '第2页，共2页',
    ]);
  });

  test('the text is text: Chinese, English and signs are copied as they were written', async () => {
    const texts = [
      LONG,
      'The hall moved 309 yuan; “without consent”.',
      '√ ★ → ≥ 《规定》第十条（2016年）',
      '過戶後門號',
    ];
    const read = await readPdf(await pdfOf(paperOf(texts.map((text) => ({ kind: 'text', text })))));
    for (const text of texts) expect(unspaced(read.pages.join(''))).toContain(unspaced(text));
  });

  test('the same paper of the same moment is the same file', async () => {
    const paper = paperOf([{ kind: 'text', text: LONG }]);
    const [one, other] = [await pdfOf(paper), await pdfOf(paper)];
    expect(Buffer.compare(one, other)).toBe(0);
    const later = await pdfOf({ ...paper, madeAt: MADE_AT + 60_000 });
    expect(Buffer.compare(one, later)).not.toBe(0);
  });

  test('a letter that the face lacks is seen to be missing, with its code point', async () => {
    const text = '客户发来😀和𪚥，姓䶮\u202e反向';
    const read = await readPdf(await pdfOf(paperOf([{ kind: 'text', text }])));
    expect(unspaced(read.pages.join(''))).toContain('客户发来□U+1F600和□U+2A6A5，姓□U+4DAE反向');
  });

  test('a table goes on over pages: no row is lost, none is said twice, the head stands on each', async () => {
    const rows = Array.from({ length: 130 }, (_, index) => row(index));
    const head = ['哪一天', '谁', '做了什么'];
    const parts: Paper['parts'] = [{ kind: 'table', head, rows, shares: [18, 18, 64] }];
    const { pages } = await readPdf(await pdfOf(paperOf(parts)));
    expect(pages.length).toBeGreaterThan(3);
    const headless = pages.map((page) => {
      expect(unspaced(page)).toContain(head.join(''));
      return unspaced(page)
        .replace(head.join(''), '')
        .replace(/C-2015-0001第\d+页，共\d+页$/, '');
    });
    expect(headless.join('')).toContain(rows.map((cells) => unspaced(cells.join(''))).join(''));
  });

  test('a row that is higher than a page goes on on the next, with every word', async () => {
    const rows = [['2015-01-12', LONG.repeat(80)]];
    const parts: Paper['parts'] = [{ kind: 'table', head: ['日', '事'], rows, shares: [20, 80] }];
    const { pages } = await readPdf(await pdfOf(paperOf(parts)));
    expect(pages.length).toBeGreaterThan(2);
    const said = pages
      .map((page) => unspaced(page).replace(/C-2015-0001第\d+页，共\d+页$/, ''))
      .join('')
      .replaceAll('日事', '');
    expect(said).toContain(LONG.repeat(80));
  });

  test('ten pages of a case are written in a process of their own and take less than a megabyte', async () => {
    const rows = Array.from({ length: 330 }, (_, index) => row(index));
    const parts: Paper['parts'] = [
      { kind: 'quote', text: LONG },
      { kind: 'list', items: [LONG, 'one', 'two'] },
      { kind: 'pairs', pairs: [['收到', LONG]] },
      { kind: 'table', head: ['哪一天', '谁', '做了什么'], rows, shares: [18, 18, 64] },
    ];
    const pdf = await renderPdf(paperOf(parts));
    expect((await readPdf(pdf)).pages.length).toBeGreaterThanOrEqual(10);
    expect(pdf.length).toBeLessThan(400_000);
  });

  test('the licence of the typeface is named in both languages', async () => {
    for (const language of ['zh', 'en'] as const) {
      const { pages } = await readPdf(await pdfOf(paperOf([], language)));
      expect(pages.join('')).toContain('OFL 1.1');
    }
  });
});
