import { grouped } from '../figures.js';

/** Calls of a predicate, for people. */
export function triesText(tries: number): string {
  return `${grouped(tries)} ${tries === 1 ? 'try' : 'tries'}`;
}
