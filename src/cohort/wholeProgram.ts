/*
 * Small programs in whole numbers: a linear program whose variables must come out whole.
 *
 * Idea: solve it in reals; where a variable comes out between two whole numbers, solve again with it at most the lower
 * and with it at least the upper one (branch and bound), nearest side first, and drop what cannot beat the best so far.
 *
 * Invariant: every whole solution lies in exactly one open branch. So an emptied list of branches proves that there is
 * none; giving up after `MOST_BRANCHES` proves nothing, and says so.
 *
 * Cost: exponential at worst (tables with three given margins and structural zeros are three-dimensional matching), a
 * handful of branches for tables as they occur: their vertices are mostly whole already.
 *
 * Source: A. H. Land and A. G. Doig, "An Automatic Method of Solving Discrete Programming Problems", Econometrica 28
 * (1960).
 *
 * Example: minimise x where 2x + y = 3 and y ≤ 1: in reals x = 1 and y = 1; whole already. With 2x + 2y = 3: none.
 */
import { type Equation, linearProgram } from './linearProgram.js';

export type WholeOutcome =
  | { readonly kind: 'solved'; readonly values: Float64Array; readonly cost: number }
  | { readonly kind: 'impossible' }
  | { readonly kind: 'gave-up' };

interface Bound {
  readonly variable: number;
  readonly side: 'most' | 'least';
  readonly value: number;
}

const MOST_BRANCHES = 400;
const NEARNESS = 1e-6;

/** The cheapest whole, non-negative solution of the equations. */
export function wholeProgram(cost: ArrayLike<number>, equations: readonly Equation[]): WholeOutcome {
  const open: Bound[][] = [[]];
  let best: { values: Float64Array; cost: number } | undefined;
  for (let branches = 0; open.length > 0; branches++) {
    if (branches >= MOST_BRANCHES) return best === undefined ? { kind: 'gave-up' } : { kind: 'solved', ...best };
    const bounds = open.pop()!;
    const values = solveWithin(cost, equations, bounds);
    if (values === undefined) continue;
    const price = values.reduce((sum, value, i) => sum + value * cost[i]!, 0);
    if (best !== undefined && price >= best.cost - NEARNESS) continue;
    const variable = mostFractional(values);
    if (variable < 0) {
      best = { values: values.map(Math.round), cost: price };
      continue;
    }
    const floor = Math.floor(values[variable]!);
    const most: Bound[] = [...bounds, { variable, side: 'most', value: floor }];
    const least: Bound[] = [...bounds, { variable, side: 'least', value: floor + 1 }];
    open.push(...(values[variable]! - floor > 0.5 ? [most, least] : [least, most]));
  }
  return best === undefined ? { kind: 'impossible' } : { kind: 'solved', ...best };
}

/** A bound is one more equation with a variable of its own for the distance from the bound. */
function solveWithin(
  cost: ArrayLike<number>,
  equations: readonly Equation[],
  bounds: readonly Bound[],
): Float64Array | undefined {
  const count = cost.length;
  const costs = new Float64Array(count + bounds.length);
  costs.set(cost);
  const bounded = bounds.map(({ variable, side, value }, i) => ({
    variables: [variable, count + i],
    factors: [1, side === 'most' ? 1 : -1],
    sum: value,
  }));
  return linearProgram(costs, [...equations, ...bounded])?.slice(0, count);
}

function mostFractional(values: Float64Array): number {
  let worst = -1;
  let distance = NEARNESS;
  for (const [i, value] of values.entries()) {
    const off = Math.abs(value - Math.round(value));
    if (off > distance) [worst, distance] = [i, off];
  }
  return worst;
}
