import type { Language } from './bilingual.ts';

/**
 * Something written down: what is said and in which order, not how it looks. One value for Markdown and for PDF, so
 * that the two cannot say different things.
 */
export type Paper = {
  readonly title: string;
  readonly language: Language;
  /** Stands at the foot of every page, beside the page's number. */
  readonly foot: string;
  /** When it was made, in epoch milliseconds: the same paper of the same moment is the same file, byte for byte. */
  readonly madeAt: number;
  readonly parts: readonly Part[];
};

export type Part =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | { readonly kind: 'text'; readonly text: string; readonly isQuiet?: boolean }
  /** What somebody said, word for word. */
  | { readonly kind: 'quote'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** Names and what stands for each. */
  | { readonly kind: 'pairs'; readonly pairs: readonly (readonly [string, string])[] }
  | Table
  /** What follows begins on a page of its own. */
  | { readonly kind: 'page' };

export type Table = {
  readonly kind: 'table';
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** How wide the columns are, as shares of the page. */
  readonly shares: readonly number[];
};
