import { drawn } from './symbol-fonts.ts';
import { type Font, fontWith, PLAIN_FONT } from './xlsx-styles.ts';
import { visitXml } from './xml.ts';

/** A part of a text, and the font of its own where it has one. */
type Run = { readonly text: string; readonly font: Font | null };
export type SharedText = readonly Run[];

/** The texts that cells refer to by number. How a text is pronounced is no part of it. */
export function sharedTexts(part: Buffer | null): readonly SharedText[] {
  const texts: SharedText[] = [];
  if (part === null) return texts;
  let runs: Run[] = [];
  let font: Font | null = null;
  let [isText, isSpoken] = [false, false];
  visitXml(part, {
    open(name, attribute) {
      if (name === 'si') runs = [];
      if (name === 'r') font = null;
      if (name === 'rPr') font = PLAIN_FONT;
      if (font !== null) font = fontWith(font, name, attribute('val'));
      if (name === 'rPh') isSpoken = true;
      isText = name === 't';
    },
    text(more) {
      if (isText && !isSpoken) runs.push({ text: more, font });
    },
    close(name) {
      if (name === 'si') texts.push(runs);
      if (name === 'r') font = null;
      if (name === 'rPh') isSpoken = false;
      if (name === 't') isText = false;
    },
  });
  return texts;
}

/** A text as it is seen in a cell of this font, and whether any of it is struck through. */
export function seenIn(
  runs: SharedText,
  font: Font,
): { readonly text: string; readonly isStruck: boolean } {
  const shown = runs.map((run) => ({ text: run.text, font: run.font ?? font }));
  return {
    text: shown.map((run) => drawn(run.text, run.font.name)).join(''),
    isStruck: shown.some((run) => run.font.isStruck && run.text.trim() !== ''),
  };
}
