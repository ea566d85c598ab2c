/*
 * Weighted choice for drawing again and again until something fits: one ticket is drawn, and it names the index. Weights
 * are rounded to whole tickets, which costs a few per cent of a small weight and makes a draw a single look-up.
 */
const TICKETS_A_UNIT = 24;

/** Indices of the weights, each as often as its weight says, at least once. */
export function lottery(weights: readonly number[]): Uint8Array {
  return Uint8Array.from(
    weights.flatMap((weight, index) =>
      Array.from({ length: Math.max(1, Math.round(weight * TICKETS_A_UNIT)) }, () => index),
    ),
  );
}
