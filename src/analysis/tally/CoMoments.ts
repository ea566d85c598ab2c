/** What one pair of measures has come to. */
interface Pair {
  count: number;
  meanA: number;
  meanB: number;
  squaresA: number;
  squaresB: number;
  products: number;
}

/** Pearson's correlation of every two of some numbers, from the records that have both; Welford's method for products. */
export class CoMoments {
  private readonly pairs: readonly (readonly Pair[])[];

  constructor(size: number) {
    // The pairs below the diagonal, and those on it.
    this.pairs = Array.from({ length: size }, (_, row) =>
      Array.from({ length: row + 1 }, () => ({
        count: 0,
        meanA: 0,
        meanB: 0,
        squaresA: 0,
        squaresB: 0,
        products: 0,
      })),
    );
  }

  /** @param values - NaN for one that a record lacks. */
  add(values: readonly number[]): void {
    for (const [row, pairs] of this.pairs.entries()) {
      const a = values[row]!;
      if (Number.isNaN(a)) continue;
      for (let column = 0; column <= row; column++) {
        const b = values[column]!;
        if (!Number.isNaN(b)) put(pairs[column]!, a, b);
      }
    }
  }

  count(a: number, b: number): number {
    return this.pair(a, b).count;
  }

  /** Null where one of the two does not vary, or below three records. */
  correlation(a: number, b: number): number | null {
    const { count, squaresA, squaresB, products } = this.pair(a, b);
    if (count < 3 || squaresA === 0 || squaresB === 0) return null;
    return a === b ? 1 : Math.max(-1, Math.min(1, products / Math.sqrt(squaresA) / Math.sqrt(squaresB)));
  }

  private pair(a: number, b: number): Pair {
    return this.pairs[Math.max(a, b)]![Math.min(a, b)]!;
  }
}

function put(pair: Pair, a: number, b: number): void {
  pair.count += 1;
  const offA = a - pair.meanA;
  const offB = b - pair.meanB;
  pair.meanA += offA / pair.count;
  pair.meanB += offB / pair.count;
  pair.squaresA += offA * (a - pair.meanA);
  pair.squaresB += offB * (b - pair.meanB);
  pair.products += offA * (b - pair.meanB);
}
