/** Eleven digits that begin with 13 to 19. */
const MOBILE = /^1[3-9]\d{9}$/;
const MASKED = /^(1[3-9]\d)\*{4}(\d{4})$/;

/** A mobile number as it is kept, however it is written: +86, spaces, dashes, full-width digits. Null where it is none. */
export function readPhone(text: string): string | null {
  if (MOBILE.test(text)) return text;
  const plain = text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/^[\s(]*(?:\+|00)?86[\s)-]*(?=1)/, '')
    .replace(/[\s\p{Pd}]/gu, '');
  return MOBILE.test(plain) ? plain : null;
}

/** As it is shown to those who need not call: `138****1234`. */
export function maskedPhone(phone: string): string {
  return `${phone.slice(0, 3)}****${phone.slice(-4)}`;
}

/** A masked number with plain stars and digits; null where the text is none. */
export function readMaskedPhone(text: string): string | null {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s\p{Cf}]/gu, '')
    .replaceAll('×', '*');
  return MASKED.test(plain) ? plain : null;
}

/** Whether a phone is a masked one: no number to call, and none to overwrite a number with. */
export function isMasked(phone: string): boolean {
  return phone.includes('*');
}
