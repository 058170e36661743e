import { isInFace } from '../font-files.ts';
import type { Paper, Part } from '../paper.ts';

/** Seen by nobody: joiners, marks of direction, variants of a letter. They would only move what is beside them. */
const UNSEEN = /\p{Cf}|[\u{FE00}-\u{FE0F}]|[\u{E0100}-\u{E01EF}]/gu;
const NO_LETTER = /[\p{Cc}\uD800-\uDFFF\uFFFE\uFFFF]/gu;
const SPACES = /[\t\u00a0\u2000-\u200a\u3000]/g;

/**
 * The text as it can be written: a letter that the face does not have (an emoji, a very rare character) is named by
 * its code point behind an empty box, so that a reader sees that something stood there, and what.
 */
export function writable(text: string): string {
  const plain = text
    .replace(/\r\n?/g, '\n')
    .replace(UNSEEN, '')
    .replace(SPACES, ' ')
    .replace(NO_LETTER, (mark) => (mark === '\n' ? mark : '□'));
  return [...plain]
    .map((letter) => (letter === '\n' || isInFace(letter) ? letter : named(letter)))
    .join('');
}

function named(letter: string): string {
  return `□U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** The paper with nothing in it that cannot be written. */
export function writablePaper(paper: Paper): Paper {
  return {
    ...paper,
    title: writable(paper.title),
    foot: writable(paper.foot),
    parts: paper.parts.map(writablePart),
  };
}

function writablePart(part: Part): Part {
  switch (part.kind) {
    case 'heading':
    case 'text':
    case 'quote':
      return { ...part, text: writable(part.text) };
    case 'list':
      return { ...part, items: part.items.map(writable) };
    case 'pairs':
      return {
        ...part,
        pairs: part.pairs.map(([name, value]) => [writable(name), writable(value)]),
      };
    case 'table':
      return {
        ...part,
        head: part.head.map(writable),
        rows: part.rows.map((row) => row.map(writable)),
      };
    case 'page':
      return part;
  }
}
