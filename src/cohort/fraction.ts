/*
 * Shares as exact fractions.
 *
 * A share is written as a decimal (0.3) and arrives as a binary double that is not quite three tenths. What the author
 * meant is read back: a number whose shortest decimal form has at most nine places is that decimal; a longer one is the
 * simplest fraction with a small denominator next to it (1 / 3, 0.1 + 0.2, 4 / 7); anything else is its decimal form.
 * The fraction is found by walking the continued fraction of the double: two different fractions with denominators up
 * to 10,000 lie at least 1e-8 apart, so none can be mistaken for another at a distance of 1e-12.
 */

export interface Fraction {
  readonly top: bigint;
  readonly bottom: bigint;
}

const MOST_PLACES = 9;
const LARGEST_DENOMINATOR = 10_000;
const NEARNESS = 1e-12;

/** The fraction that the author of a finite, non-negative number meant. */
export function fractionOf(value: number): Fraction {
  const decimal = decimalOf(value);
  if (decimal.bottom <= 10n ** BigInt(MOST_PLACES)) return reduced(decimal.top, decimal.bottom);
  return simpleNear(value) ?? reduced(decimal.top, decimal.bottom);
}

export function sumOf(fractions: readonly Fraction[]): Fraction {
  let top = 0n;
  let bottom = 1n;
  for (const each of fractions) {
    top = top * each.bottom + each.top * bottom;
    bottom *= each.bottom;
    const shared = greatestDivisor(top, bottom);
    top /= shared;
    bottom /= shared;
  }
  return { top, bottom };
}

export function quotientOf(a: Fraction, b: Fraction): Fraction {
  return reduced(a.top * b.bottom, a.bottom * b.top);
}

/** Fractions brought to their smallest common denominator. */
export function toCommon(fractions: readonly Fraction[]): { tops: bigint[]; bottom: bigint } {
  const bottom = fractions.reduce((all, each) => (all / greatestDivisor(all, each.bottom)) * each.bottom, 1n);
  return { tops: fractions.map((each) => each.top * (bottom / each.bottom)), bottom };
}

export function greatestDivisor(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a === 0n ? 1n : a;
}

function reduced(top: bigint, bottom: bigint): Fraction {
  const shared = greatestDivisor(top, bottom);
  return { top: top / shared, bottom: bottom / shared };
}

function decimalOf(value: number): Fraction {
  const [mantissa = '0', exponent = '0'] = String(value).split('e');
  const [whole = '0', places = ''] = mantissa.split('.');
  const power = Number(exponent) - places.length;
  const digits = BigInt(whole + places);
  return power >= 0
    ? { top: digits * 10n ** BigInt(power), bottom: 1n }
    : { top: digits, bottom: 10n ** BigInt(-power) };
}

function simpleNear(value: number): Fraction | undefined {
  let [top, bottom, lastTop, lastBottom] = [1, 0, 0, 1];
  let rest = value;
  for (;;) {
    const whole = Math.floor(rest);
    [top, lastTop] = [whole * top + lastTop, top];
    [bottom, lastBottom] = [whole * bottom + lastBottom, bottom];
    if (bottom > LARGEST_DENOMINATOR) return undefined;
    if (Math.abs(top / bottom - value) <= NEARNESS) return { top: BigInt(top), bottom: BigInt(bottom) };
    rest = 1 / (rest - whole);
  }
}
