/*
 * The same probabilities in whole numbers: every mass is an integer over a common denominator, so nothing is rounded before
 * the last step.
 */

/** A share as a fraction. */
export type Fraction = readonly [numerator: number, denominator: number];

/** C(n, k) for k from 0 to n. */
export function choices(n: number): bigint[] {
  const row = [1n];
  for (let k = 1; k <= n; k++) row.push((row[k - 1]! * BigInt(n - k + 1)) / BigInt(k));
  return row;
}

/** The masses of a binomial count, times denominator^trials. */
export function binomialMasses(trials: number, [numerator, denominator]: Fraction): bigint[] {
  return choices(trials).map(
    (ways, k) => ways * BigInt(numerator) ** BigInt(k) * BigInt(denominator - numerator) ** BigInt(trials - k),
  );
}

/** The masses of the hits of the first group from 0 on, all hits being given, times C(a + b, hits). */
export function divisionMasses(a: number, b: number, hits: number): bigint[] {
  const [ofA, ofB] = [choices(a), choices(b)];
  return Array.from({ length: hits + 1 }, (_, k) => (ofA[k] ?? 0n) * (ofB[hits - k] ?? 0n));
}

/** By the method of small p-values: the part of all mass that lies on outcomes at most as likely as this one. */
export function smallMasses(masses: readonly bigint[], at: number): number {
  const rare = masses.filter((mass) => mass <= masses[at]!);
  return quotient(sum(rare), sum(masses));
}

/** Pearson's test over all tables, the shares being fractions with one denominator. */
export function tablesAsFar(counts: readonly number[], weights: readonly number[]): number {
  const trials = counts.reduce((a, b) => a + b, 0);
  // The statistic + trials is Σ count² / (trials · share); times trials · Π weights / denominator it is whole.
  const product = weights.reduce((a, b) => a * BigInt(b), 1n);
  const far = (table: readonly number[]): bigint =>
    sum(table.map((count, i) => BigInt(count) ** 2n * (product / BigInt(weights[i]!))));
  const limit = far(counts);
  let asFar = 0n;
  let all = 0n;
  const visit = (table: readonly number[], left: number, mass: bigint): void => {
    const weight = BigInt(weights[table.length]!);
    const isLast = table.length === weights.length - 1;
    const ways = choices(left);
    for (let count = isLast ? left : 0; count <= left; count++) {
      const next = mass * ways[count]! * weight ** BigInt(count);
      if (!isLast) visit([...table, count], left - count, next);
      else {
        all += next;
        if (far([...table, count]) >= limit) asFar += next;
      }
    }
  };
  visit([], trials, 1n);
  return quotient(asFar, all);
}

/** P(X ≤ k) or P(X ≥ k) where the share is a double, taken as the fraction that it is. */
export function tailAt(share: number, trials: number, holds: (count: number) => boolean): number {
  let denominator = 1;
  while (!Number.isInteger(share * denominator)) denominator *= 2;
  const [p, one] = [BigInt(share * denominator), BigInt(denominator)];
  const masses = choices(trials).map((ways, k) => ways * p ** BigInt(k) * (one - p) ** BigInt(trials - k));
  return quotient(sum(masses.filter((_, count) => holds(count))), sum(masses));
}

/** To the last digits, however large or small the two are. */
export function quotient(numerator: bigint, denominator: bigint): number {
  if (numerator === 0n) return 0;
  const shift = denominator.toString(2).length - numerator.toString(2).length + 64;
  const scaled = (numerator << BigInt(Math.max(0, shift))) / (denominator << BigInt(Math.max(0, -shift)));
  return Number(scaled) * 2 ** -shift;
}

export function sum(values: readonly bigint[]): bigint {
  return values.reduce((a, b) => a + b, 0n);
}

/** How far two numbers are apart, as a part of the second. */
export function off(actual: number, wanted: number): number {
  return actual === wanted ? 0 : Math.abs(actual - wanted) / Math.abs(wanted);
}
