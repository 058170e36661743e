import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

export type ReadPdf = {
  readonly title: string;
  readonly language: string;
  readonly bookmarks: readonly string[];
  /** The text of each page, as a reader would copy it. */
  readonly pages: readonly string[];
  /** Width and height in points. */
  readonly sizes: readonly (readonly [number, number])[];
};

/** Reads a PDF with another program than the one that wrote it. */
export async function readPdf(pdf: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: Uint8Array.from(pdf), verbosity: 0 });
  const doc = await task.promise;
  const pages = [];
  const sizes: (readonly [number, number])[] = [];
  for (let number = 1; number <= doc.numPages; number += 1) {
    const page = await doc.getPage(number);
    const { items } = await page.getTextContent();
    const texts = items.flatMap((item) => ('str' in item ? [item] : []));
    pages.push(texts.map(({ str, hasEOL }) => str + (hasEOL ? '\n' : '')).join(''));
    const { width, height } = page.getViewport({ scale: 1 });
    sizes.push([Math.round(width), Math.round(height)]);
  }
  const { info } = await doc.getMetadata();
  const outline = await doc.getOutline();
  await task.destroy();
  const { Title, Language } = info as { Title?: string; Language?: string };
  return {
    title: Title ?? '',
    language: Language ?? '',
    bookmarks: (outline ?? []).map(({ title }) => title),
    pages,
    sizes,
  };
}

/** What is said, without how it is broken into lines. */
export function unspaced(text: string): string {
  return text.replace(/\s+/gu, '');
}
