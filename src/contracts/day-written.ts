import { type Day, dayOf } from '../calendar/day.ts';

/** 2015-02-03 or 2015/2/3; a time of midnight behind it is how a database writes a day. */
const WRITTEN = /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})(?:[ T]0{1,2}:00(?::00(?:\.0+)?)?)?$/;

/** The day of a cell; null where it is none, such as 2015-02-30. */
export function readDay(text: string): Day | null {
  const day = dayIn(text);
  if (day !== null) return day;
  const plain = text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .trim();
  return dayIn(plain);
}

function dayIn(text: string): Day | null {
  const match = WRITTEN.exec(text);
  if (match === null) return null;
  return dayOf(Number(match[1]), Number(match[3]), Number(match[4])) ?? null;
}
