// Marks that turn the direction of text around or hide in it: a name could pretend to be another one.
const HIDDEN = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: taking them out is the point.
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/** Text without marks that nobody can see; new lines stay. */
export function visible(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(HIDDEN, '')
    .replace(CONTROL, '')
    .toWellFormed();
}

export const MORE = '…';

/** The beginning of a text, at most `max` characters long, never through the middle of a character. */
export function cut(text: string, max: number): string {
  return cutWritten(text, { max, write: (character) => character });
}

export type Cut = { readonly max: number; readonly write: (character: string) => string };

/** As `cut`, for text that grows while it is written (`&` becomes `&amp;`): `max` is of what is written. */
export function cutWritten(text: string, { max, write }: Cut): string {
  // What is written is never shorter, so the rest need not be looked at.
  const parts = [...CHARACTERS.segment(text.slice(0, max + 1))].map(({ segment }) => segment);
  let written = '';
  let shortened = '';
  for (const part of parts) {
    const next = written + write(part);
    if (next.length > max) return shortened + MORE;
    written = next;
    if (written.length <= max - MORE.length) shortened = written;
  }
  return written;
}

const CHARACTERS = new Intl.Segmenter('zh', { granularity: 'grapheme' });
