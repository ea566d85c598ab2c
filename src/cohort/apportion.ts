/*
 * Whole seats from shares, so that growing never takes a seat away.
 *
 * Idea: seats are given out one after another. The next one goes, among the classes that are still below their upper
 * quota, to the class with the greatest weight / (seats + 1).
 *
 * Invariant: after n seats each class holds the floor or the ceiling of n · share (its quota); giving seat n + 1 leaves
 * the first n where they are (house monotone). Largest remainders keep the quota but are not monotone (the Alabama
 * paradox); divisor methods are monotone but break the quota; this method has both.
 *
 * Periods: where n · share is whole for every class, floor and ceiling are one, so the counts are exact there and the
 * next round starts from an empty table. n seats are therefore ⌊n / D⌋ exact rounds (D: the common denominator of the
 * shares) and one apportionment of the rest. A seat added inside a round takes none from the round, and the seat that
 * completes a round lands on the exact counts, so monotony holds over all n while the loop is at most D long.
 *
 * Cost: min(n, D) · classes. All numbers are whole: `ahead` holds weight · n - seats · D, which stays between -D and D.
 *
 * Source: M. L. Balinski and H. P. Young, "The Quota Method of Apportionment", Amer. Math. Monthly 82 (1975).
 *
 * Example: shares 5/10, 3/10, 2/10. Seats go to classes 0, 1, 0, 2, 0, 1, 0, 1, 0, 2; after four: 2, 1, 1 (quotas 2,
 * 1.2 and 0.8), after ten: 5, 3, 2.
 */
import type { ExactShares } from './Margin.js';

/**
 * Whole counts that add up to `n`, each the floor or the ceiling of `n` times its share, and none of them ever smaller
 * for a greater `n`.
 *
 * Exact wherever `n` times each share is whole. Of two equal claims the class listed first gets the seat.
 *
 * @example
 * apportion({ weights: [5, 3, 2], denominator: 10 }, 4) // [2, 1, 1]
 */
export function apportion(shares: ExactShares, n: number): number[] {
  const { weights, denominator } = shares;
  const rounds = Math.floor(n / denominator);
  const rest = n - rounds * denominator;
  const counts = weights.map((weight) => weight * rounds);
  const seats = new Seats(shares);
  for (let seat = 0; seat < rest; seat++) {
    const taken = seats.next();
    counts[taken] = counts[taken]! + 1;
  }
  return counts;
}

/**
 * The class that gets each of the first `n` seats: the steps by which `apportion` grows.
 *
 * @example
 * seatOrder({ weights: [5, 3, 2], denominator: 10 }, 4) // [0, 1, 0, 2]
 */
export function seatOrder(shares: ExactShares, n: number): number[] {
  const seats = new Seats(shares);
  return Array.from({ length: n }, () => seats.next());
}

class Seats {
  private readonly weights: Float64Array;
  private readonly denominator: number;
  private readonly held: Float64Array;
  private readonly ahead: Float64Array;

  constructor(shares: ExactShares) {
    this.weights = Float64Array.from(shares.weights);
    this.denominator = shares.denominator;
    this.held = new Float64Array(this.weights.length);
    this.ahead = new Float64Array(this.weights.length);
  }

  /** Gives the next seat; what is exact at the end of a round makes the next round start as the first did. */
  next(): number {
    const { weights, held, ahead } = this;
    let best = -1;
    for (let i = 0; i < weights.length; i++) {
      const lead = ahead[i]! + weights[i]!;
      ahead[i] = lead;
      if (lead > 0 && (best < 0 || claimsMore(weights[i]!, held[i]!, weights[best]!, held[best]!))) best = i;
    }
    held[best] = held[best]! + 1;
    ahead[best] = ahead[best]! - this.denominator;
    return best;
  }
}

/** Whether weight / (seats + 1) of the first is strictly greater, compared without rounding. */
function claimsMore(weight: number, seats: number, otherWeight: number, otherSeats: number): boolean {
  const a = weight * (otherSeats + 1);
  const b = otherWeight * (seats + 1);
  if (a <= Number.MAX_SAFE_INTEGER && b <= Number.MAX_SAFE_INTEGER) return a > b;
  return BigInt(weight) * BigInt(otherSeats + 1) > BigInt(otherWeight) * BigInt(seats + 1);
}
