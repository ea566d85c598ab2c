/*
 * ISO 8601 dates and instants as whole numbers and back, in UTC and in the proleptic Gregorian calendar.
 *
 * Writing a date costs most of a hand-written generator's time when `Date.toISOString` does it, so days and minutes are
 * looked up in tables that fill as they are used. Nothing here reads a clock, a time zone or a locale.
 *
 * The day count is the one of H. Hinnant, "chrono-Compatible Low-Level Date Algorithms": years begin in March, so that
 * the leap day is the last of its year.
 */

export const SECONDS_A_DAY = 86400;
const FIRST_DAY = -719528; // 0000-01-01
const LAST_DAY = 2932896; // 9999-12-31

/** Days of these years are kept as texts: those that a life now touches. */
const FIRST_KEPT_DAY = -25567; // 1900-01-01
const KEPT_DAYS = 73049; // to 2099-12-31

const dayTexts = Array<string | undefined>(KEPT_DAYS);
const minuteTexts: (string | undefined)[] = [];
const pairs: readonly string[] = Array.from({ length: 100 }, (_, n) => (n < 10 ? `0${n}` : `${n}`));

/** The days from 1970-01-01 to a calendar date; months and days count from 1. */
export function daysFromCivil(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468;
}

/** The calendar date of a day: the inverse of `daysFromCivil`. */
export function civilFromDays(days: number): { readonly year: number; readonly month: number; readonly day: number } {
  const z = days + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  };
}

/** `YYYY-MM-DD` of a day counted from 1970-01-01; years 0000 to 9999. */
export function dayToIso(days: number): string {
  const place = days - FIRST_KEPT_DAY;
  const known = place >= 0 && place < KEPT_DAYS ? dayTexts[place] : undefined;
  if (known !== undefined) return known;
  const { year, month, day } = civilFromDays(days);
  const text = `${String(year).padStart(4, '0')}-${pair(month)}-${pair(day)}`;
  if (place >= 0 && place < KEPT_DAYS) dayTexts[place] = text;
  return text;
}

/** The day of `YYYY-MM-DD`; undefined for any other text, and for a date that no calendar has. */
export function isoToDay(text: string): number | undefined {
  if (text.length !== 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return undefined;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 7);
  const day = digits(text, 8, 10);
  if (year < 0 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return daysFromCivil(year, month, day);
}

/** `YYYY-MM-DDTHH:MM:SSZ` of a second counted from 1970-01-01T00:00:00Z. */
export function secondToIso(seconds: number): string {
  const days = Math.floor(seconds / SECONDS_A_DAY);
  const rest = seconds - days * SECONDS_A_DAY;
  const minute = Math.floor(rest / 60);
  return dayToIso(days) + minuteText(minute) + pair(rest - minute * 60) + 'Z';
}

/** The second of `YYYY-MM-DDTHH:MM:SSZ`; undefined for any other text. */
export function isoToSecond(text: string): number | undefined {
  if (text.length !== 20 || text.charCodeAt(10) !== 84 || text.charCodeAt(19) !== 90) return undefined;
  if (text.charCodeAt(13) !== 58 || text.charCodeAt(16) !== 58) return undefined;
  const days = isoToDay(text.slice(0, 10));
  const hour = digits(text, 11, 13);
  const minute = digits(text, 14, 16);
  const second = digits(text, 17, 19);
  if (days === undefined || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59)
    return undefined;
  return days * SECONDS_A_DAY + hour * 3600 + minute * 60 + second;
}

const LOOSE = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(\.\d+)?)?)? ?(Z|[+-]\d\d(?::?\d\d)?)?$/i;

/**
 * The second, fraction included, of any usual ISO writing: a date alone, with or without seconds, fractions, an offset.
 * A time without a zone is read as UTC. Undefined for what is no such text.
 */
export function looseIsoToSecond(text: string): number | undefined {
  const match = LOOSE.exec(text.trim());
  if (match === null) return undefined;
  const [, date = '', hour = '0', minute = '0', second = '0', fraction = '', zone = 'Z'] = match;
  const days = isoToDay(date);
  if (days === undefined || Number(hour) > 24 || Number(minute) > 59 || Number(second) > 60) return undefined;
  return (
    days * SECONDS_A_DAY +
    Number(hour) * 3600 +
    Number(minute) * 60 +
    Number(second) +
    Number(`0${fraction}`) -
    offset(zone)
  );
}

/** Whole years from a birth date to a day, both `YYYY-MM-DD`; somebody born on 29 February ages on 1 March. */
export function wholeYears(from: string, to: string): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return to.slice(5) < from.slice(5) ? years - 1 : years;
}

/** A date moved by whole days; both `YYYY-MM-DD`, or the date part of an instant. */
export function addDays(date: string, days: number): string {
  return dayToIso(requireDay(date) + days);
}

/** Days from one date to another, negative where `to` is earlier; takes dates and instants, by their date part. */
export function daysBetween(from: string, to: string): number {
  return requireDay(to) - requireDay(from);
}

/** Whether a day can be written with a year of four digits. */
export function isWritableDay(days: number): boolean {
  return days >= FIRST_DAY && days <= LAST_DAY;
}

function requireDay(date: string): number {
  const day = isoToDay(date.length > 10 ? date.slice(0, 10) : date);
  if (day === undefined) throw new RangeError(`${JSON.stringify(date)} is no calendar date; write YYYY-MM-DD`);
  return day;
}

function offset(zone: string): number {
  if (zone === 'Z' || zone === 'z') return 0;
  const seconds = Number(zone.slice(1, 3)) * 3600 + Number(zone.slice(3).replace(':', '') || '0') * 60;
  return zone.startsWith('-') ? -seconds : seconds;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The number that the digits from `start` to `end` write; -1 where one of them is no digit. */
function digits(text: string, start: number, end: number): number {
  let value = 0;
  for (let i = start; i < end; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

function pair(value: number): string {
  return pairs[value] ?? String(value);
}

function minuteText(minute: number): string {
  const known = minuteTexts[minute];
  if (known !== undefined) return known;
  const hour = Math.floor(minute / 60);
  const text = `T${pair(hour)}:${pair(minute - hour * 60)}:`;
  minuteTexts[minute] = text;
  return text;
}
