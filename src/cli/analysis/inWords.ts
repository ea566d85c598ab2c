import type { Distribution, Share } from '../../analysis/index.js';
import { grouped } from '../figures.js';

/** What stands where nothing was counted. */
export const NONE = '–';

/**
 * A share in percent: whole ones, with a digit after the point below 10 and above 99, where it tells most. What is neither none
 * nor all is never told as either.
 */
export function percent(share: number | null): string {
  return share === null ? NONE : `${percentNumber(share)} %`;
}

/** A share with its interval: `92 % (90–94)`. */
export function shareText({ share, interval }: Share): string {
  const [low, high] = interval.map((end) => (end < 0.0995 ? percentNumber(end) : (end * 100).toFixed(0)));
  return share === null ? NONE : `${percent(share)} (${low}–${high})`;
}

function percentNumber(share: number): string {
  const value = share * 100;
  if (value === 0 || value === 100) return String(value);
  if (value < 0.05) return '<0.1';
  if (value > 99.95) return '>99.9';
  return value < 9.95 || value > 99 ? value.toFixed(1) : value.toFixed(0);
}

/** A number of any unit: three digits, and all of a whole number. */
export function number(value: number | null): string {
  if (value === null) return NONE;
  if (Math.abs(value) >= 1000 || (Number.isInteger(value) && value >= 0)) {
    return `${value < 0 ? '-' : ''}${grouped(Math.abs(value))}`;
  }
  return String(Number(value.toPrecision(3)));
}

/** Days: whole ones from ten on, tenths below. */
export function days(value: number | null): string {
  if (value === null) return NONE;
  return Math.abs(value) < 9.95 && !Number.isInteger(value) ? value.toFixed(1) : number(Math.round(value));
}

/** The middle and the half around it: `14 [7–30]`. */
export function quartiles({ median, q1, q3 }: Distribution, said = number): string {
  return median === null ? NONE : `${said(median)} [${said(q1)}–${said(q3)}]`;
}

/** From the smallest to the largest: `1–360`. */
export function range({ min, max }: Distribution, said = number): string {
  return min === null ? NONE : `${said(min)}–${said(max)}`;
}

/** A share, or the median of days, as a side of a comparison. */
export function sideText(side: Share | Distribution): string {
  return isShare(side) ? shareText(side) : `${quartiles(side, days)} days, mean ${days(side.mean)}`;
}

/** How far two sides are apart: `+12 points (5 to 19)`, `-3.2 days (-5 to -1)`. */
export function differenceText(
  difference: number,
  interval: readonly [number, number],
  side: Share | Distribution,
): string {
  const scale = isShare(side) ? 100 : 1;
  const [low, high] = interval.map((one) => number(one * scale));
  const value = number(difference * scale);
  return `${difference > 0 ? '+' : ''}${value} ${isShare(side) ? 'points' : 'days'} (${low} to ${high})`;
}

/** An effect with its name: `h 0.45`. */
export function effectText(effect: number, side: Share | Distribution): string {
  return `${isShare(side) ? 'h' : 'd'} ${number(effect)}`;
}

/** A probability to two digits. */
export function chanceText(p: number): string {
  return p < 0.0001 ? '<0.0001' : String(Number(p.toPrecision(2)));
}

function isShare(side: Share | Distribution): side is Share {
  return 'trials' in side;
}
