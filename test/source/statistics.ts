/** Pearson's statistic of observed counts against expected ones. */
export function chiSquare(observed: readonly number[], expected: readonly number[]): number {
  return observed.reduce((sum, count, index) => {
    const wanted = expected[index] ?? 0;
    return sum + (count - wanted) ** 2 / wanted;
  }, 0);
}

/**
 * The value that chi-square with so many degrees of freedom exceeds once in 100,000 (Wilson and Hilferty's approximation, good
 * to a per cent from three degrees on, and on the safe side below).
 */
export function chiSquareLimit(degrees: number): number {
  if (degrees < 1) return 24;
  const spread = 2 / (9 * degrees);
  return Math.max(24, degrees * (1 - spread + 4.2649 * Math.sqrt(spread)) ** 3);
}

/** How often each whole number from 0 to `kinds` - 1 stands among the values. */
export function tally(values: Iterable<number>, kinds: number): number[] {
  const counts = Array<number>(kinds).fill(0);
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}
