import { shown } from '../errors/index.js';
import { GridArbitrary } from './GridArbitrary.js';
import type { Grid } from './GridArbitrary.js';
import { dayToIso, isoToDay, looseIsoToSecond, SECONDS_A_DAY } from './isoTime.js';
import { badOption, requireOrder } from './optionCheck.js';

export interface CalendarDateOptions {
  /** First date, inclusive, `YYYY-MM-DD`; default 1970-01-01. */
  readonly min?: string;
  /** Last date, inclusive; default 2099-12-31. */
  readonly max?: string;
  /** The simplest date; default `min`. */
  readonly toward?: string;
}

/**
 * Calendar dates as texts `YYYY-MM-DD`, each day equally likely; no time of day, no zone.
 *
 * Shrinks toward: `toward`, which is the first date unless it says otherwise.
 * Keyed by: the source and the bounds.
 *
 * @throws CohortCheckError `bad-option` on a bound that is no date, or bounds that are swapped.
 * @example
 * sample(calendarDate({ min: '2025-03-01', max: '2025-03-31' }), { seed: 1, count: 2 }) // ['2025-03-12', '2025-03-15']
 */
export function calendarDate(options: CalendarDateOptions = {}): GridArbitrary<string> {
  const { min = '1970-01-01', max = '2099-12-31', toward = min } = options;
  const low = requireDate('min', min);
  const high = requireDate('max', max);
  requireOrder('calendarDate(…)', min, max);
  return new CalendarDateArbitrary(low, high, requireDate('toward', toward));
}

/** `calendarDate` over days counted from 1970-01-01, unchecked: for arbitraries that compute their bounds. */
export function calendarDays(minDay: number, maxDay: number, towardDay: number = minDay): GridArbitrary<string> {
  return new CalendarDateArbitrary(minDay, maxDay, towardDay);
}

function requireDate(name: string, text: string): number {
  const day = typeof text === 'string' ? isoToDay(text) : undefined;
  if (day !== undefined) return day;
  throw badOption(
    `calendarDate(…): ${name} is ${shown(text)}`,
    'it is no date of the form YYYY-MM-DD',
    `${name}: '2025-03-31'`,
  );
}

class CalendarDateArbitrary extends GridArbitrary<string> {
  protected override write(point: number): string {
    return dayToIso(point);
  }

  protected override read(value: unknown): number | undefined {
    return typeof value === 'string' ? isoToDay(value) : undefined;
  }

  protected override approximate(value: unknown): number | undefined {
    if (typeof value !== 'string') return undefined;
    const second = looseIsoToSecond(value);
    return second === undefined ? undefined : second / SECONDS_A_DAY;
  }

  /** An instant stands for its day. */
  protected override settle(place: number): number {
    return Math.floor(place);
  }

  protected override over(grid: Grid): CalendarDateArbitrary {
    return new CalendarDateArbitrary(grid.min, grid.max, grid.toward);
  }

  override describe(): string {
    return `a date from ${this.write(this.grid.min)} to ${this.write(this.grid.max)}`;
  }
}
