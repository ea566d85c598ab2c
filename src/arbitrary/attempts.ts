/*
 * Draws that miss a constraint are repeated. Records stand in records, and each may have reason to repeat, so the tries
 * would multiply: one budget is shared by everything that is drawn within one outermost draw. What nothing can meet is so
 * an error after a fraction of a second, however deep it stands.
 */
import { Infeasible } from './Infeasible.js';
import type { Clash } from './Infeasible.js';

/** Misses within one outermost draw, unless `withBudget` says otherwise. */
const BUDGET = 5000;
const MOST_CLASHES = 30;

let left: number | undefined;
let budget = BUDGET;

/** Runs `make` with another budget: a small one where a guess will do. */
export function withBudget<T>(misses: number, make: () => T): T {
  const before = budget;
  budget = misses;
  try {
    return make();
  } finally {
    budget = before;
  }
}

/**
 * The first result of `once(0)`, `once(1)`, … that does not throw `Infeasible`.
 *
 * @param mostInside - tries where this draw stands in another one, which can then draw again what this one hangs on.
 * @throws Infeasible when the tries are used up, or at once when it is hopeless.
 */
export function attempts<T>(mostInside: number, once: (attempt: number) => T): T {
  const isOutermost = left === undefined;
  const most = isOutermost ? budget : mostInside;
  let clashes: Clash[] | undefined;
  left ??= budget;
  try {
    for (let attempt = 0; ; attempt++) {
      try {
        return once(attempt);
      } catch (error) {
        if (!(error instanceof Infeasible) || error.isHopeless) throw error;
        left -= 1;
        clashes ??= [];
        if (clashes.length < MOST_CLASHES) clashes.push(...error.clashes.slice(0, 3));
        if (attempt + 1 >= most || left <= 0) throw new Infeasible([error.clashes[0], ...clashes]);
      }
    }
  } finally {
    if (isOutermost) left = undefined;
  }
}
