import { GridArbitrary } from './GridArbitrary.js';
import type { Grid } from './GridArbitrary.js';
import { requireInteger, requireOrder } from './optionCheck.js';

export interface IntegerOptions {
  /** Smallest value, inclusive; default -2^31. */
  readonly min?: number;
  /** Largest value, inclusive; default 2^31 - 1. */
  readonly max?: number;
  /** The simplest value; default 0, or the bound nearest to it. */
  readonly toward?: number;
}

/**
 * Whole numbers from `min` to `max`, each equally likely.
 *
 * For numbers with digits after the point take `decimal`, for points in time `instant` or `calendarDate`.
 *
 * Shrinks toward: `toward`.
 * Keyed by: the source and the bounds.
 *
 * @throws CohortCheckError `bad-option` on bounds that are no safe integers, are swapped, or lie 2^53 or more apart.
 * @example
 * sample(integer({ min: 0, max: 9 }), { seed: 1, count: 3 }) // [3, 4, 9]
 */
export function integer(options: IntegerOptions = {}): GridArbitrary<number> {
  const {
    min = Math.min(-0x80000000, options.max ?? 0),
    max = Math.max(0x7fffffff, options.min ?? 0),
    toward = 0,
  } = options;
  const call = 'integer(…)';
  requireInteger(call, 'min', min, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
  requireInteger(call, 'max', max, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
  requireOrder(call, min, max);
  requireInteger(call, 'max - min', max - min, 0, Number.MAX_SAFE_INTEGER - 1);
  requireInteger(call, 'toward', toward, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
  return new IntegerArbitrary(min, max, toward);
}

class IntegerArbitrary extends GridArbitrary<number> {
  protected override write(point: number): number {
    return point;
  }

  protected override read(value: unknown): number | undefined {
    return typeof value === 'number' && Number.isSafeInteger(value) ? value : undefined;
  }

  protected override approximate(value: unknown): number | undefined {
    return typeof value === 'number' ? value : undefined;
  }

  protected override over(grid: Grid): IntegerArbitrary {
    return new IntegerArbitrary(grid.min, grid.max, grid.toward);
  }

  override describe(): string {
    return `a whole number from ${this.grid.min} to ${this.grid.max}`;
  }
}
