const HAN = /\p{Script=Han}/u;

/** Whether a character is Chinese; the common ones are known by their number alone. */
export function isHan(code: number): boolean {
  if (code >= 0x4e00 && code <= 0x9fff) return true;
  return code > 0x2e7f && HAN.test(String.fromCodePoint(code));
}

/** a to z. */
export function isLetter(code: number): boolean {
  return code >= 97 && code <= 122;
}
