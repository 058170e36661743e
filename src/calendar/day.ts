import { addDays as addDaysToDate } from 'date-fns/addDays';
import { addMonths as addMonthsToDate } from 'date-fns/addMonths';
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import { lightFormat } from 'date-fns/lightFormat';

declare const dayBrand: unique symbol;
declare const monthBrand: unique symbol;

/** A calendar day as the text `YYYY-MM-DD`: in code, in the store and on the wire. It has no hour and no zone. */
export type Day = string & { readonly [dayBrand]: true };
/** A calendar month as the text `YYYY-MM`. */
export type Month = string & { readonly [monthBrand]: true };

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The day that `text` names in the form `YYYY-MM-DD`, or undefined where there is no such day (2015-02-30). */
export function parseDay(text: string): Day | undefined {
  const match = DAY.exec(text);
  if (match === null) return undefined;
  return dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** The day of a year (1 to 9999), a month (1 to 12) and a day of the month, or undefined where there is no such day. */
export function dayOf(year: number, month: number, dayOfMonth: number): Day | undefined {
  if (![year, month, dayOfMonth].every(Number.isInteger)) return undefined;
  if (year < 1 || year > 9999 || month < 1 || month > 12) return undefined;
  if (dayOfMonth < 1 || dayOfMonth > daysInMonth(year, month)) return undefined;
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfMonth, 2)}` as Day;
}

/** The day `count` days later (earlier where negative). */
export function addDays(day: Day, count: number): Day {
  return dayFromDate(addDaysToDate(dateOf(day), count));
}

/**
 * The day `count` months later, at the month's last day where it is shorter. Count from the start, never from
 * the month before: 31 January plus two months is 31 March, not 28 March.
 */
export function addMonths(day: Day, count: number): Day {
  return dayFromDate(addMonthsToDate(dateOf(day), count));
}

/** How many days `to` lies after `from`; negative where it lies before. */
export function daysBetween(from: Day, to: Day): number {
  return differenceInCalendarDays(dateOf(to), dateOf(from));
}

/** Monday is 1 and Sunday is 7. */
export function weekdayOf(day: Day): number {
  return dateOf(day).getDay() || 7;
}

export function monthOf(day: Day): Month {
  return day.slice(0, 7) as Month;
}

/** The month `count` months later. A month has no days, so nothing is lost at its end. */
export function monthAfter(month: Month, count: number): Month {
  const months = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + count;
  return `${pad(Math.floor(months / 12), 4)}-${pad((months % 12) + 1, 2)}` as Month;
}

export function yearNumber(day: Day): number {
  return Number(day.slice(0, 4));
}

/** 1 to 12. */
export function monthNumber(day: Day): number {
  return Number(day.slice(5, 7));
}

export function dayOfMonth(day: Day): number {
  return Number(day.slice(8, 10));
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

// date-fns reckons in the process's zone. Noon keeps a day the same day in every zone, also where a clock
// change takes midnight away.
function dateOf(day: Day): Date {
  const date = new Date(2000, 0, 1, 12);
  date.setFullYear(yearNumber(day), monthNumber(day) - 1, dayOfMonth(day));
  return date;
}

function dayFromDate(date: Date): Day {
  return lightFormat(date, 'yyyy-MM-dd') as Day;
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
