/** What a file of rows may hold. A million contracts fit; what goes beyond is a mistake or an attack. */
export const TABLE_LIMITS = {
  fileBytes: 1_000_000_000,
  /** What one part of an archive may unpack to; a million rows of ten cells take about half of it. */
  unpackedBytes: 2_000_000_000,
  /** Parts that are read whole: lists of sheets, and styles. */
  wholePartBytes: 20_000_000,
  /** A sheet packs to a tenth or a fiftieth; a zip bomb packs to a thousandth. */
  packedRatio: 250,
  /** Below this, a ratio says nothing. */
  ratioFromBytes: 20_000_000,
  parts: 10_000,
  /** Texts that the cells of a sheet refer to, all together: they are kept in memory. */
  sharedTextBytes: 120_000_000,
  columns: 16_384,
  /** Characters of one row of a CSV file; more means a quotation mark that is never closed. */
  rowCharacters: 1_000_000,
  /** So far down a row of headings is looked for: titles stand above it at times. */
  headingsWithinRows: 20,
} as const;
