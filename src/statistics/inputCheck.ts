import { CohortCheckError, shown } from '../errors/index.js';

/** @throws CohortCheckError `bad-option` unless `value` is a whole number from 0 to `max`. */
export function requireCount(call: string, name: string, value: number, max: number = Number.MAX_SAFE_INTEGER): void {
  if (!Number.isSafeInteger(value) || value < 0 || value > max) {
    throw badOption(`${call}: ${name} is ${shown(value)}`, `it must be a whole number from 0 to ${max}`, `${name}: 0`);
  }
}

/** @throws CohortCheckError `bad-option` unless both are counts, and no more hits than trials. */
export function requireHits(call: string, name: string, hits: number, trials: number): void {
  requireCount(call, `${name}trials`, trials);
  requireCount(call, `${name}hits`, hits);
  if (hits > trials) {
    throw badOption(
      `${call}: ${name}hits is ${hits} of ${trials} trials`,
      'a trial is a hit or it is none, so there are at most as many hits as trials',
      `count the trials again, or swap the two: hits: ${trials}, trials: ${hits}`,
    );
  }
}

/** @throws CohortCheckError `bad-option` unless `value` is a probability, 0 and 1 included. */
export function requireShare(call: string, name: string, value: number): void {
  if (!(value >= 0 && value <= 1)) {
    throw badOption(`${call}: ${name} is ${shown(value)}`, 'a share lies between 0 and 1', `${name}: 0.5`);
  }
}

/** @throws CohortCheckError `bad-option` unless `value` lies between 0 and 1, neither included. */
export function requireLevel(call: string, name: string, value: number, usual: number): void {
  if (!(value > 0 && value < 1)) {
    throw badOption(
      `${call}: ${name} is ${shown(value)}`,
      'it must be greater than 0 and less than 1',
      `${name}: ${usual}`,
    );
  }
}

/** How far shares may be from adding up to 1: enough for shares that were written with six digits. */
const SUM_WITHIN = 1e-5;

/**
 * The shares above 0, scaled to add up to exactly 1.
 *
 * @throws CohortCheckError `bad-option` unless they are shares that add up to 1.
 */
export function possibleShares(call: string, expected: Readonly<Record<string, number>>): ReadonlyMap<string, number> {
  const entries = Object.entries(expected);
  for (const [label, share] of entries) requireShare(call, `expected[${shown(label)}]`, share);
  const sum = entries.reduce((total, [, share]) => total + share, 0);
  if (!(Math.abs(sum - 1) <= SUM_WITHIN)) {
    throw badOption(
      `${call}: expected adds up to ${sum}`,
      'the expected shares of all labels together are 1',
      entries.length === 0
        ? 'expected: { yes: 0.5, no: 0.5 }'
        : 'name the share of every label, or divide each by the sum',
    );
  }
  return new Map(entries.filter(([, share]) => share > 0).map(([label, share]) => [label, share / sum]));
}

/** The error of an input that cannot be meant. */
export function badOption(what: string, why: string, next: string): CohortCheckError {
  return new CohortCheckError({ code: 'bad-option', what, why, try: next });
}
