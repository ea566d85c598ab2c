import { CohortCheckError, shown } from '../errors/index.js';

/** The error of a declaration whose options cannot be meant. */
export function badOption(call: string, why: string, next: string): CohortCheckError {
  return new CohortCheckError({ code: 'bad-option', what: call, why, try: next });
}

/** @throws CohortCheckError `bad-option` unless `value` is a safe integer from `min` to `max`. */
export function requireInteger(call: string, name: string, value: number, min: number, max: number): void {
  if (!Number.isSafeInteger(value) || value < min || value > max) {
    throw badOption(
      `${call}: ${name} is ${shown(value)}`,
      `it must be a whole number from ${min} to ${max}`,
      `${name}: ${min}`,
    );
  }
}

/** @throws CohortCheckError `bad-option` where the lower bound lies above the upper one. */
export function requireOrder(call: string, low: number | string, high: number | string): void {
  if (low > high) {
    throw badOption(
      `${call}: min ${shown(low)} is above max ${shown(high)}`,
      'no value lies between them',
      'swap them',
    );
  }
}

/** @throws CohortCheckError `bad-option` unless `share` is a probability. */
export function requireShare(call: string, name: string, share: number): void {
  if (!(share >= 0 && share <= 1)) {
    throw badOption(`${call}: ${name} is ${shown(share)}`, 'a probability lies between 0 and 1', `${name}: 0.5`);
  }
}

/**
 * @throws CohortCheckError `bad-option` where a key is a whole number: JavaScript puts such keys before all others and in
 *   ascending order, so the order in which they were written, which says what is simplest, is lost.
 */
export function requireOrderedKeys(call: string, given: object, next: string): void {
  const moved = Object.keys(given).find((key) => /^(?:0|[1-9]\d{0,9})$/.test(key) && Number(key) < 4294967295);
  if (moved !== undefined) {
    throw badOption(
      `${call}: the key ${shown(moved)} is a whole number`,
      'JavaScript sorts such keys to the front of an object, whatever the order in which they are written',
      next,
    );
  }
}
