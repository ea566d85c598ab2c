/**
 * Cohen's h: how far two shares lie apart on the arcsine scale, on which a share's spread is the same everywhere.
 *
 * By his convention 0.2 is small, 0.5 medium, 0.8 large (J. Cohen, "Statistical Power Analysis for the Behavioral Sciences",
 * 1988, chapter 6). Positive where the first share is the greater one.
 */
export function cohensH(share: number, other: number): number {
  return 2 * (Math.asin(Math.sqrt(share)) - Math.asin(Math.sqrt(other)));
}
