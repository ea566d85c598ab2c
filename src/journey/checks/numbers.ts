import { restOf } from './examples.js';
import { number } from './shape.js';

/** Products and sums of ratios stay finite up to here. */
const LARGEST = Number.MAX_SAFE_INTEGER;

/** Sums of so many days are exact in seconds. */
const LONGEST = 1e10;

/** A share of several that add up to 1, which another check sees to. */
export const share = number({
  code: 'journey-weights',
  says: 'a share from 0 to 1',
  fits: (value) => value >= 0 && value <= LARGEST,
  instead: (_, { whole, path }) => [restOf(whole, path), 0].filter((rest) => rest >= 0 && rest <= 1),
});

/** A probability that stands alone. */
/** A probability that stands alone. */
export const probability = number({
  code: 'journey-weights',
  says: 'a share from 0 to 1',
  fits: (value) => value >= 0 && value <= 1,
  instead: (given = 0.9) => [given > 1 && given <= 100 ? given / 100 : within(given, 0, 1)],
});

/** The share that skips a step: not all, since such a step would never be taken. */
export const skipShare = number({
  code: 'journey-weights',
  says: 'the share that skips the step, from 0 to less than 1: a step that everybody skips would never be taken',
  fits: (value) => value >= 0 && value < 1,
  instead: (given = 0) => [given > 1 && given < 100 ? given / 100 : within(given, 0, 0.5)],
});

/** A weight beside others of which only the ratios count. */
export const ratio = number({
  code: 'journey-weights',
  says: 'a ratio to the others, from 0 to 2 ** 53 - 1',
  fits: (value) => value >= 0 && value <= LARGEST,
  instead: (given = 1) => [within(given, 0, LARGEST), 1],
});

/** A bound of a gap. */
export const amount = number({
  code: 'journey-gap',
  says: 'a length of time, a number from 0 to 1e10, left out where there is no bound',
  fits: (value) => value >= 0 && value <= LONGEST,
  instead: (given) => (given === undefined || given > LONGEST ? [] : [0]),
});

/** The bound of an edge. */
export const times = number({
  code: 'journey-loop',
  says: 'how often a journey may go this way, a whole number from 1',
  fits: (value) => Number.isSafeInteger(value) && value >= 1,
  instead: (given = 3) => [within(Math.round(given), 1, LARGEST)],
});

/** Days before the reference date. */
export const wholeDays = number({
  code: 'journey-date',
  says: 'a whole number of days before the reference date, from 0',
  fits: (value) => Number.isSafeInteger(value) && value >= 0,
  instead: (given, { path }) => [given === undefined ? (path.at(-1) === 'max' ? 365 : 0) : wholeDay(given), 365],
});

/** A number of days that need not be whole. */
export const days = number({
  code: 'journey-date',
  says: 'a number of days from 0 to 1e10, left out where there is no bound',
  fits: (value) => value >= 0 && value <= LONGEST,
  instead: (given) => (given === undefined || given > LONGEST ? [] : [0]),
});

function wholeDay(given: number): number {
  return within(Math.round(given), 0, 36_500);
}

function within(value: number, min: number, max: number): number {
  return Math.min(max, Math.max(min, value));
}
