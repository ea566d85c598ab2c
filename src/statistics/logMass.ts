/*
 * Probabilities of single counts, to the last digits for any size.
 *
 * Idea: log C(n, k) + k log p + (n - k) log q subtracts numbers of the order of n log n; for 10^9 trials that leaves five
 * digits. Loader's form has the large parts cancelled on paper: what is left is Stirling's error of three factorials and
 * two deviances, all of them of the order of the result.
 *
 * Source: C. Loader, "Fast and Accurate Computation of Binomial Probabilities" (2000), which is also what R does.
 *
 * Example: 3 of 10 at 0.5 has the mass 120 / 1024: exp(logBinomialMass(3, 10, 0.5)) is 0.1171875.
 */

const LOG_TWO_PI = Math.log(2 * Math.PI);

/** log(n!) minus Stirling's formula. */
const FIRST_ERRORS = firstErrors(16);

/** log P(X = k) of a binomial count; `share` is the chance of one trial. */
export function logBinomialMass(k: number, trials: number, share: number): number {
  if (k < 0 || k > trials) return -Infinity;
  if (share === 0) return k === 0 ? 0 : -Infinity;
  if (share === 1) return k === trials ? 0 : -Infinity;
  if (k === 0) return trials * Math.log1p(-share);
  if (k === trials) return trials * Math.log(share);
  return (
    stirlingError(trials) -
    stirlingError(k) -
    stirlingError(trials - k) -
    halfDeviance(k, trials * share) -
    halfDeviance(trials - k, trials * (1 - share)) -
    (LOG_TWO_PI + Math.log(k) + Math.log1p(-k / trials)) / 2
  );
}

/** log P(X = k) of the number of marked ones among `drawn`, out of `marked` and `unmarked` ones. */
export function logHypergeometricMass(k: number, drawn: number, marked: number, unmarked: number): number {
  if (k < 0 || k > marked || drawn - k < 0 || drawn - k > unmarked) return -Infinity;
  const share = drawn / (marked + unmarked);
  return (
    logBinomialMass(k, marked, share) +
    logBinomialMass(drawn - k, unmarked, share) -
    logBinomialMass(drawn, marked + unmarked, share)
  );
}

/** log P(X = k) of a Poisson count. */
export function logPoissonMass(k: number, mean: number): number {
  if (k === 0 || mean === 0) return k === 0 ? -mean : -Infinity;
  return -stirlingError(k) - halfDeviance(k, mean) - (LOG_TWO_PI + Math.log(k)) / 2;
}

/** x log(x / mean) + mean - x, without the cancellation where the two are close. */
export function halfDeviance(x: number, mean: number): number {
  if (x === 0) return mean;
  const distance = x - mean;
  if (Math.abs(distance) >= 0.1 * (x + mean)) return x * Math.log(x / mean) - distance;
  const v = distance / (x + mean);
  let sum = distance * v;
  let term = 2 * x * v;
  for (let j = 1; ; j++) {
    term *= v * v;
    const next = sum + term / (2 * j + 1);
    if (next === sum) return sum;
    sum = next;
  }
}

function stirlingError(n: number): number {
  const known = FIRST_ERRORS[n];
  if (known !== undefined) return known;
  const square = n * n;
  return (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / 1188 / square) / square) / square) / square) / n;
}

/** Factorials up to 15! are exact in a double; what is lost is the last digit of a logarithm. The one of 0 is never used. */
function firstErrors(count: number): readonly number[] {
  const errors = [0];
  for (let n = 1, factorial = 1; n < count; factorial *= ++n) {
    errors.push(Math.log(factorial) - ((n + 0.5) * Math.log(n) - n + LOG_TWO_PI / 2));
  }
  return errors;
}
