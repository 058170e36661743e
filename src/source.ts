import type { Bilingual } from './bilingual.ts';

/** Where a statement stands: the document, and the clause in it. Every number that the bot says has one. */
export type Source = { readonly document: Bilingual; readonly clause: Bilingual };
