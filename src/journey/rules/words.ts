import { secondToIso } from '../../arbitrary/index.js';
import { SECONDS_A_DAY } from '../time.js';

const units = [
  ['day', SECONDS_A_DAY],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const;

/** A duration to the second, such as `2 days 5 minutes`. */
export function durationInWords(seconds: number): string {
  const parts: string[] = [];
  let rest = seconds;
  for (const [name, size] of units) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) parts.push(`${count} ${name}${count === 1 ? '' : 's'}`);
  }
  return parts.length === 0 ? '0 seconds' : parts.join(' ');
}

/** A range of durations, such as `5 minutes to 14 days`; `max` may be infinite. */
export function rangeInWords(min: number, max: number): string {
  if (max === Infinity) return `at least ${durationInWords(min)}`;
  if (min === 0) return `at most ${durationInWords(max)}`;
  return min === max ? `exactly ${durationInWords(min)}` : `${durationInWords(min)} to ${durationInWords(max)}`;
}

/** A range of instants; `high` may be infinite. */
export function instantsInWords(low: number, high: number): string {
  if (high === Infinity) return `${secondToIso(Math.ceil(low))} or later`;
  return `${secondToIso(Math.ceil(low))} to ${secondToIso(Math.floor(high))}`;
}
