import { GridArbitrary } from '../../src/index.js';
import type { Source } from '../../src/index.js';
import type { Range } from '../personas.js';
import type { Shape } from './Shape.js';

export interface ShapedOptions extends Range {
  /** Digits after the point. */
  readonly digits: number;
  /** The simplest value. */
  readonly toward: number;
  /** What one unit of the shape is worth; default 1. */
  readonly stretch?: number;
  /** What the shape's 0 is worth; default 0. */
  readonly offset?: number;
}

/**
 * Numbers on a decimal grid, some likelier than others: what `decimal` is for equally likely ones.
 *
 * Bounds narrow it like `decimal`, and what is left keeps its odds.
 *
 * Shrinks toward: `toward`.
 * Keyed by: the source, the shape and the options.
 */
export function shaped(shape: Shape, options: ShapedOptions): GridArbitrary<number> {
  const { min, max, digits, toward, stretch = 1, offset = 0 } = options;
  const scale = 10 ** digits;
  const point = (value: number): number => Math.round(value * scale);
  return new ShapedArbitrary(
    { shape, scale, stretch: stretch * scale, offset: offset * scale },
    point(min),
    point(max),
    point(toward),
  );
}

/** The shape laid over the grid: its number `x` stands at the point `offset + x * stretch`. */
interface Lay {
  readonly shape: Shape;
  readonly scale: number;
  readonly stretch: number;
  readonly offset: number;
}

class ShapedArbitrary extends GridArbitrary<number> {
  private readonly lay: Lay;
  private readonly low: number;
  private readonly mass: number;

  constructor(lay: Lay, min: number, max: number, toward: number) {
    super(min, max, toward);
    this.lay = lay;
    const below = (point: number): number => lay.shape.below((point - lay.offset) / lay.stretch);
    this.low = below(min - 0.5);
    this.mass = below(max + 0.5) - this.low;
  }

  override draw(source: Source, bias?: number): number {
    if (bias !== undefined && source.below(Math.max(1, Math.floor(bias))) === 0) return super.draw(source, 1);
    // A stretch of the far tail may hold nothing: there all points are equally likely.
    if (this.mass <= 0) return super.draw(source);
    const { shape, stretch, offset } = this.lay;
    const point = Math.round(offset + shape.at(this.low + source.unit() * this.mass) * stretch);
    return this.write(Math.min(this.grid.max, Math.max(this.grid.min, point)));
  }

  protected override write(point: number): number {
    return point / this.lay.scale;
  }

  protected override read(value: unknown): number | undefined {
    if (typeof value !== 'number') return undefined;
    const point = Math.round(value * this.lay.scale);
    return point / this.lay.scale === value ? point : undefined;
  }

  protected override approximate(value: unknown): number | undefined {
    if (typeof value !== 'number') return undefined;
    const point = value * this.lay.scale;
    const whole = Math.round(point);
    return Math.abs(point - whole) < 1e-6 ? whole : point;
  }

  override mend(value: unknown): number {
    return super.mend(typeof value === 'number' ? Math.round(value * this.lay.scale) / this.lay.scale : value);
  }

  protected override over({ min, max, toward }: { min: number; max: number; toward: number }): ShapedArbitrary {
    return new ShapedArbitrary(this.lay, min, max, toward);
  }

  override describe(): string {
    return `a number from ${this.write(this.grid.min)} to ${this.write(this.grid.max)} in steps of ${1 / this.lay.scale}`;
  }
}
