import { shown } from '../errors/index.js';
import { GridArbitrary } from './GridArbitrary.js';
import type { Grid } from './GridArbitrary.js';
import { isoToSecond, isWritableDay, looseIsoToSecond, SECONDS_A_DAY, secondToIso } from './isoTime.js';
import { badOption, requireInteger } from './optionCheck.js';

export interface InstantOptions {
  /** Earliest instant, inclusive, ISO 8601 in UTC; default 1970-01-01T00:00:00Z. */
  readonly min?: string;
  /** Latest instant, inclusive; default 2099-12-31T23:59:59Z. */
  readonly max?: string;
  /** The simplest instant; default `min`. */
  readonly toward?: string;
  /** Distance of two neighbouring instants, in seconds; default 1. 60 gives whole minutes. */
  readonly stepSeconds?: number;
}

/**
 * Instants as ISO 8601 texts in UTC, `YYYY-MM-DDTHH:MM:SSZ`, each step equally likely.
 *
 * For days without a time take `calendarDate`.
 *
 * Shrinks toward: `toward`, which is the earliest instant unless it says otherwise.
 * Keyed by: the source, the bounds and the step.
 *
 * @throws CohortCheckError `bad-option` on a bound that is no instant, swapped bounds, or a step that misses them all.
 * @example
 * const opening = instant({ min: '2025-03-31T08:00:00Z', max: '2025-03-31T17:59:00Z', stepSeconds: 60 });
 * sample(opening, { seed: 1, count: 1 }) // ['2025-03-31T11:45:00Z']
 */
export function instant(options: InstantOptions = {}): GridArbitrary<string> {
  const { min = '1970-01-01T00:00:00Z', max = '2099-12-31T23:59:59Z', toward = min, stepSeconds = 1 } = options;
  requireInteger('instant(…)', 'stepSeconds', stepSeconds, 1, 86400);
  const low = Math.ceil(requireInstant('min', min) / stepSeconds);
  const high = Math.floor(requireInstant('max', max) / stepSeconds);
  if (low > high) {
    throw badOption(
      `instant(…): nothing from ${shown(min)} to ${shown(max)}`,
      'the bounds are swapped, or no step lies between',
      'swap them',
    );
  }
  return new InstantArbitrary(low, high, Math.ceil(requireInstant('toward', toward) / stepSeconds), stepSeconds);
}

/** `instant` over seconds counted from 1970-01-01T00:00:00Z, unchecked: for arbitraries that compute their bounds. */
export function instantSeconds(minSecond: number, maxSecond: number, stepSeconds = 1): GridArbitrary<string> {
  const low = Math.ceil(minSecond / stepSeconds);
  return new InstantArbitrary(low, Math.floor(maxSecond / stepSeconds), low, stepSeconds);
}

function requireInstant(name: string, text: string): number {
  const second = typeof text === 'string' ? looseIsoToSecond(text) : undefined;
  if (second !== undefined && isWritableDay(Math.floor(second / SECONDS_A_DAY))) return second;
  throw badOption(
    `instant(…): ${name} is ${shown(text)}`,
    'it is no ISO 8601 instant from year 0000 to 9999, counted in UTC',
    `${name}: '2025-03-31T00:00:00Z'`,
  );
}

class InstantArbitrary extends GridArbitrary<string> {
  private readonly stepSeconds: number;

  constructor(min: number, max: number, toward: number, stepSeconds: number) {
    super(min, max, toward);
    this.stepSeconds = stepSeconds;
  }

  protected override write(point: number): string {
    return secondToIso(point * this.stepSeconds);
  }

  protected override read(value: unknown): number | undefined {
    const second = typeof value === 'string' ? isoToSecond(value) : undefined;
    return second === undefined || second % this.stepSeconds !== 0 ? undefined : second / this.stepSeconds;
  }

  protected override approximate(value: unknown): number | undefined {
    const second = typeof value === 'string' ? looseIsoToSecond(value) : undefined;
    return second === undefined ? undefined : second / this.stepSeconds;
  }

  /** A fraction of a step is cut off, as clocks do. */
  protected override settle(place: number): number {
    return Math.floor(place);
  }

  protected override over(grid: Grid): InstantArbitrary {
    return new InstantArbitrary(grid.min, grid.max, grid.toward, this.stepSeconds);
  }

  override describe(): string {
    return `an instant from ${this.write(this.grid.min)} to ${this.write(this.grid.max)}`;
  }
}
