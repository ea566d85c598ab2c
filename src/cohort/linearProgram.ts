/*
 * Small linear programs: minimise cost · x where the rows hold exactly and no x is negative.
 *
 * Idea: the simplex method on a dense tableau, in two phases. Phase one starts from one artificial variable a row and
 * drives their sum to zero (it cannot: no solution); phase two minimises the cost from there. A row whose artificial
 * stays in the basis at zero is redundant and left alone.
 *
 * Invariant: every tableau is the same system of equations, solved for the basic variables, all of them non-negative.
 * The entering variable is the one with the steepest cost; after a while the first one with any gain (Bland's rule),
 * which cannot cycle.
 *
 * Cost: rows · variables a pivot. It runs only off the usual road: when targets clash, or when three or more margins
 * with structural zeros leave no room for the usual rounding. A solver from npm was left: the smallest weigh more than
 * the rest of this room, for a program of a few dozen rows.
 *
 * Source: G. B. Dantzig, "Linear Programming and Extensions" (1963); R. G. Bland, "New Finite Pivoting Rules for the Simplex
 * Method", Math. Oper. Res. 2 (1977).
 *
 * Example: minimise -x where x + y = 4 and x + z = 3 gives x = 3, y = 1, z = 0.
 */

/** One equation: the sum of these variables, each times its factor, is `sum`. */
export interface Equation {
  readonly variables: readonly number[];
  /** One for each variable, all 1 by default. */
  readonly factors?: readonly number[];
  readonly sum: number;
}

const EPSILON = 1e-9;

/** The cheapest solution, or `undefined` when the equations have none with non-negative variables. */
export function linearProgram(cost: ArrayLike<number>, equations: readonly Equation[]): Float64Array | undefined {
  const tableau = new Tableau(cost.length, equations);
  if (!tableau.findStart()) return undefined;
  tableau.minimise(cost);
  return tableau.solution();
}

class Tableau {
  private readonly variables: number;
  private readonly width: number;
  private readonly rows: Float64Array[];
  private readonly basis: Int32Array;
  private readonly scale: number;

  constructor(variables: number, equations: readonly Equation[]) {
    this.variables = variables;
    this.width = variables + 1;
    this.scale = Math.max(1, ...equations.map((equation) => Math.abs(equation.sum)));
    this.basis = Int32Array.from(equations, (_, i) => -1 - i);
    this.rows = equations.map(({ variables: list, factors, sum }) => {
      const sign = sum < 0 ? -1 : 1;
      const row = new Float64Array(this.width);
      for (const [k, variable] of list.entries()) row[variable] = row[variable]! + sign * (factors?.[k] ?? 1);
      row[variables] = sign * sum;
      return row;
    });
  }

  /** Artificial variables have no columns of their own: once one leaves the basis it never comes back. */
  findStart(): boolean {
    const costs = new Float64Array(this.width);
    for (const row of this.rows) for (let j = 0; j < this.width; j++) costs[j] = costs[j]! - row[j]!;
    this.improve(costs);
    if (-costs[this.variables]! > EPSILON * this.scale * 100) return false;
    for (const [i, row] of this.rows.entries()) {
      if (this.basis[i]! >= 0) continue;
      row[this.variables] = 0;
      const entering = row.findIndex((value, j) => j < this.variables && Math.abs(value) > 1e-7);
      if (entering >= 0) this.pivot(i, entering, costs);
      else row.fill(0);
    }
    return true;
  }

  minimise(cost: ArrayLike<number>): void {
    const costs = new Float64Array(this.width);
    for (let j = 0; j < this.variables; j++) costs[j] = cost[j]!;
    for (const [i, row] of this.rows.entries()) {
      const basic = this.basis[i]!;
      const price = basic < 0 ? 0 : cost[basic]!;
      if (price !== 0) for (let j = 0; j < this.width; j++) costs[j] = costs[j]! - price * row[j]!;
    }
    this.improve(costs);
  }

  solution(): Float64Array {
    const values = new Float64Array(this.variables);
    for (const [i, row] of this.rows.entries()) {
      const basic = this.basis[i]!;
      if (basic >= 0) values[basic] = Math.max(0, row[this.variables]!);
    }
    return values;
  }

  private improve(costs: Float64Array): void {
    const patience = 20 * (this.rows.length + 10);
    for (let step = 0; ; step++) {
      const entering = this.entering(costs, step > patience);
      if (entering < 0) return;
      const leaving = this.leaving(entering);
      // No program of this room is unbounded: every variable is at most some margin. What looks so is rounding noise.
      if (leaving < 0) costs[entering] = 0;
      else this.pivot(leaving, entering, costs);
    }
  }

  private entering(costs: Float64Array, first: boolean): number {
    let best = -1;
    let least = -EPSILON;
    for (let j = 0; j < this.variables; j++) {
      if (costs[j]! >= least) continue;
      best = j;
      if (first) return best;
      least = costs[j]!;
    }
    return best;
  }

  private leaving(entering: number): number {
    let best = -1;
    let least = Infinity;
    for (const [i, row] of this.rows.entries()) {
      const factor = row[entering]!;
      if (factor <= EPSILON) continue;
      const ratio = row[this.variables]! / factor;
      if (ratio < least - EPSILON || (ratio <= least + EPSILON && this.basis[i]! < this.basis[best]!)) {
        best = i;
        least = Math.min(least, ratio);
      }
    }
    return best;
  }

  private pivot(leaving: number, entering: number, costs: Float64Array): void {
    const row = this.rows[leaving]!;
    const factor = row[entering]!;
    for (let j = 0; j < this.width; j++) row[j] = row[j]! / factor;
    for (const other of this.rows) if (other !== row) subtract(other, row, other[entering]!);
    subtract(costs, row, costs[entering]!);
    this.basis[leaving] = entering;
  }
}

function subtract(from: Float64Array, row: Float64Array, times: number): void {
  if (times === 0) return;
  for (let j = 0; j < row.length; j++) {
    const value = from[j]! - times * row[j]!;
    from[j] = Math.abs(value) < 1e-12 ? 0 : value;
  }
}
