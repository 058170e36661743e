/** The languages that staff write in, and that every text of the data is kept in. */
export type Language = 'zh' | 'en';

/** One text in both languages. */
export type Bilingual = { readonly zh: string; readonly en: string };
