import { isoToDay, isoToSecond, looseIsoToSecond, SECONDS_A_DAY } from '../arbitrary/index.js';

export { SECONDS_A_DAY };

/** The last second of a reference date: what lies after it is the future. */
export function endOfDay(asOf: string): number {
  return ((isoToDay(asOf) ?? Number.NaN) + 1) * SECONDS_A_DAY - 1;
}

/** The second of a date (its first one) or an instant; NaN for a text that is neither. */
export function secondOf(text: string): number {
  return isoToSecond(text) ?? Math.floor(looseIsoToSecond(text) ?? Number.NaN);
}
