import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type PDFDocument from 'pdfkit';
import subsetFont from 'subset-font';
import { lettersByFile } from '../font-files.ts';

export type Weight = 'regular' | 'bold';
const WEIGHTS: Readonly<Record<Weight, number>> = { regular: 400, bold: 700 };

/** A stretch of text in one font of the document. */
export type Run = { readonly font: string; readonly text: string };

export type Faces = {
  readonly runsOf: (text: string, weight: Weight) => readonly Run[];
  readonly widthOf: (
    text: string,
    style: { readonly weight: Weight; readonly size: number },
  ) => number;
};

/**
 * Puts the letters of a text into the document, and no others. The face comes in a hundred files and with a weight
 * axis, which a PDF does not know: of each file the letters that are used are cut out at the wanted weight.
 */
export async function embedFaces(doc: PDFDocument, text: string): Promise<Faces> {
  const fontOf: Record<Weight, Map<string, string>> = { regular: new Map(), bold: new Map() };
  // One after the other: the subsetter has one memory.
  for (const { file, letters } of lettersByFile(`${text}…`)) {
    const whole = await readFile(fileURLToPath(import.meta.resolve(file)));
    for (const weight of ['regular', 'bold'] as const) {
      const font = await subsetFont(whole, letters, {
        targetFormat: 'truetype',
        variationAxes: { wght: WEIGHTS[weight] },
        noHinting: true,
        // Kerning would make the width of a line another than the sum of its letters.
        keepFeatures: [],
      });
      const name = `${weight} ${file}`;
      doc.registerFont(name, font);
      for (const letter of letters) fontOf[weight].set(letter, name);
    }
  }
  const widths: Record<Weight, Map<string, number>> = { regular: new Map(), bold: new Map() };

  const fontFor = (letter: string, weight: Weight): string => {
    const font = fontOf[weight].get(letter);
    if (font === undefined) throw new Error(`no face has ${JSON.stringify(letter)}`);
    return font;
  };
  /** Of a letter one point high. */
  const widthOfLetter = (letter: string, weight: Weight): number => {
    const known = widths[weight].get(letter);
    if (known !== undefined) return known;
    const width = doc.font(fontFor(letter, weight)).fontSize(100).widthOfString(letter) / 100;
    widths[weight].set(letter, width);
    return width;
  };

  return {
    runsOf: (words, weight) => {
      const runs: { font: string; text: string }[] = [];
      for (const letter of words) {
        const font = fontFor(letter, weight);
        const run = runs.at(-1);
        if (run?.font === font) run.text += letter;
        else runs.push({ font, text: letter });
      }
      return runs;
    },
    widthOf: (words, { weight, size }) => {
      let width = 0;
      for (const letter of words) width += widthOfLetter(letter, weight);
      return width * size;
    },
  };
}
