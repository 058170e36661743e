import { withoutNames } from '../personal-data.ts';

const DIGIT = '[0-9０-９]';
/** Eleven digits of a mobile number, also in groups, also behind +86. */
const PHONE = new RegExp(
  `(?<!${DIGIT})(?:[+＋]?86[ -]?)?([1１][3-9３-９]${DIGIT})[ -]?${DIGIT}{4}[ -]?(${DIGIT}{4})(?!${DIGIT})`,
  'g',
);
/** An identity number (15 or 18 characters) or a bank card (16 to 19 digits), also in groups. */
const LONG_NUMBER = new RegExp(
  `(?<!${DIGIT})(${DIGIT}{3})(?:[ -]?${DIGIT}){11,15}[0-9０-９Xx](?![0-9０-９])`,
  'g',
);

/**
 * What somebody typed, without what tells who the customer is: phones as 138****1234, identity and card numbers by
 * their first three digits, names beside a title left out. Numbers of forms, tickets and recordings stay: without them
 * the evidence could not be found.
 */
export function masked(text: string): string {
  return withoutNames(text).replace(LONG_NUMBER, '$1************').replace(PHONE, '$1****$2');
}
