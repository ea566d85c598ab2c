import { shown } from '../errors/index.js';
import { GridArbitrary } from './GridArbitrary.js';
import type { Grid } from './GridArbitrary.js';
import { badOption, requireInteger, requireOrder } from './optionCheck.js';

export interface DecimalOptions {
  /** Smallest value, inclusive. */
  readonly min: number;
  /** Largest value, inclusive. */
  readonly max: number;
  /** Digits after the point, 0 to 9; default 2. */
  readonly digits?: number;
  /** The simplest value; default 0, or the bound nearest to it. */
  readonly toward?: number;
}

/** Up to 2^51, neighbouring points have different doubles and every double finds its point again. */
const FINEST = 2 ** 51;

/**
 * Numbers with at most `digits` digits after the point, each point of that grid equally likely.
 *
 * The value is always the double nearest to its decimal writing, so a file never shows 0.30000000000000004. For shares
 * and probabilities take this, not `fc.double`, whose unbiased values crowd around 0.
 *
 * Shrinks toward: `toward`.
 * Keyed by: the source, the bounds and the digits.
 *
 * @throws CohortCheckError `bad-option` on bounds off the grid, swapped bounds, or a grid too fine for a double.
 * @example
 * sample(decimal({ min: 0, max: 1 }), { seed: 1, count: 3 }) // [0.37, 0.48, 0.99]
 */
export function decimal(options: DecimalOptions): GridArbitrary<number> {
  const { min, max, digits = 2, toward = 0 } = options;
  const call = 'decimal(…)';
  requireInteger(call, 'digits', digits, 0, 9);
  requireOrder(call, min, max);
  const scale = 10 ** digits;
  const onGrid = (name: string, value: number): number => {
    const point = Math.round(value * scale);
    if (!Number.isFinite(value) || Math.abs(point) > FINEST) {
      throw badOption(
        `${call}: ${name} is ${shown(value)}`,
        `with ${digits} digits after the point, numbers lie between -${FINEST / scale} and ${FINEST / scale}`,
        digits > 0 && Number.isFinite(value) ? 'fewer digits, or integer(…)' : `${name}: 0`,
      );
    }
    if (point / scale !== value) {
      throw badOption(
        `${call}: ${name} is ${shown(value)}`,
        `it has more than ${digits} digits after the point`,
        digits < 9 ? `digits: ${digits + 1}` : `${name}: ${point / scale}`,
      );
    }
    return point;
  };
  const low = onGrid('min', min);
  const high = onGrid('max', max);
  return new DecimalArbitrary(low, high, onGrid('toward', toward), scale);
}

class DecimalArbitrary extends GridArbitrary<number> {
  private readonly scale: number;

  constructor(min: number, max: number, toward: number, scale: number) {
    super(min, max, toward);
    this.scale = scale;
  }

  protected override write(point: number): number {
    return point / this.scale;
  }

  protected override read(value: unknown): number | undefined {
    if (typeof value !== 'number') return undefined;
    const point = Math.round(value * this.scale);
    return point / this.scale === value ? point : undefined;
  }

  protected override approximate(value: unknown): number | undefined {
    if (typeof value !== 'number') return undefined;
    // A bound on the grid must be found on it, although multiplying may miss by a rounding error.
    return this.read(value) ?? value * this.scale;
  }

  protected override over(grid: Grid): DecimalArbitrary {
    return new DecimalArbitrary(grid.min, grid.max, grid.toward, this.scale);
  }

  override describe(): string {
    return `a number from ${this.write(this.grid.min)} to ${this.write(this.grid.max)} in steps of ${1 / this.scale}`;
  }
}
