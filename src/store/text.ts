/**
 * Text that both engines keep as it is: without U+0000, which PostgreSQL refuses, and without lone
 * surrogates, which both turn into U+FFFD.
 */
export function storableText(text: string): string {
  return text.replaceAll('\u0000', '').replace(/\p{Surrogate}/gu, '');
}
