/** How likely numbers between two bounds are, beside each other: a density, summed up in even steps. */
export class Shape {
  readonly min: number;
  readonly max: number;
  private readonly step: number;
  /** `cumulative[i]`: share of what lies below `min + i * step`. */
  private readonly cumulative: Float64Array;

  /** @param density - any positive scale; about 1 at its peak. */
  constructor(min: number, max: number, steps: number, density: (x: number) => number) {
    this.min = min;
    this.max = max;
    this.step = (max - min) / steps;
    // Engines may differ in the last bit of Math.exp; rounded to millionths and summed as whole numbers, shapes do not.
    const masses = Array.from({ length: steps }, (_, i) => Math.round(density(min + (i + 0.5) * this.step) * 1e6));
    const total = masses.reduce((sum, mass) => sum + mass, 0);
    this.cumulative = new Float64Array(steps + 1);
    let sum = 0;
    masses.forEach((mass, i) => (this.cumulative[i + 1] = (sum += mass) / total));
  }

  /** The share of what lies below `x`. */
  below(x: number): number {
    const position = Math.min(Math.max((x - this.min) / this.step, 0), this.cumulative.length - 1);
    const i = Math.min(Math.floor(position), this.cumulative.length - 2);
    const low = this.cumulative[i] as number;
    return low + (position - i) * ((this.cumulative[i + 1] as number) - low);
  }

  /** The number below which `share` of all lies: the inverse of `below`. */
  at(share: number): number {
    let low = 0;
    let high = this.cumulative.length - 1;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.cumulative[middle] as number) <= share) low = middle;
      else high = middle;
    }
    const start = this.cumulative[low] as number;
    const mass = (this.cumulative[high] as number) - start;
    return this.min + (low + (mass === 0 ? 0 : (share - start) / mass)) * this.step;
  }
}

/** The bell curve with this mean and standard deviation, between bounds. */
export function normalShape(mean: number, deviation: number, min: number, max: number): Shape {
  return new Shape(min, max, 128, (x) => Math.exp(-(((x - mean) / deviation) ** 2) / 2));
}

/** The log-normal curve, whose tail is longer above the median than below it. */
export function logNormalShape(median: number, sigma: number, min: number, max: number): Shape {
  return new Shape(min, max, 128, (x) => (Math.exp(-((Math.log(x / median) / sigma) ** 2) / 2) * median) / x);
}

/** From 0 to 1, rarely at one end and often at the other. */
export const rising = new Shape(0, 1, 64, (x) => x);
export const falling = new Shape(0, 1, 64, (x) => 1 - x);
