import { Infeasible, withBudget } from '../arbitrary/index.js';
import type { KeyedArbitrary } from '../arbitrary/index.js';
import { Source } from '../source/index.js';
import { heldTo } from './heldTo.js';
import type { CellPrior } from './jointTable.js';
import type { ReadMargin } from './margins.js';

const DRAWS = 4000;
/** Tries to make a record of labels that no draw has shown. */
const TRIES = 40;
const MISSES = 1000;

/**
 * How likely an arbitrary's own draws make each combination of labels, estimated from draws of a fixed key.
 *
 * A combination that none of them shows counts as half a draw where a record can be made to show it, and as impossible
 * where none can.
 */
export function priorOf<T>(arbitrary: KeyedArbitrary<T>, margins: readonly ReadMargin<T>[]): CellPrior {
  const source = Source.of(0).child('prior');
  const seen = new Map<string, number>();
  for (let index = 0; index < DRAWS; index++) {
    const record = arbitrary.draw(source.childAt(index));
    const cell = JSON.stringify(margins.map((margin) => margin.of(record)));
    seen.set(cell, (seen.get(cell) ?? 0) + 1);
  }
  const possible = new Map<string, boolean>();
  return (labels) => seen.get(JSON.stringify(labels)) ?? (isPossible(arbitrary, margins, labels, possible) ? 0.5 : 0);
}

/**
 * Whether a record with these labels can be made. What is impossible mostly is so because of one label or two; these are
 * asked first and remembered, so that a long search is not repeated for every combination that holds them.
 */
function isPossible<T>(
  arbitrary: KeyedArbitrary<T>,
  margins: readonly ReadMargin<T>[],
  labels: readonly string[],
  known: Map<string, boolean>,
): boolean {
  const axes = [...labels.keys()];
  const groups = [...axes.map((axis) => [axis]), ...axes.flatMap((a) => axes.slice(a + 1).map((b) => [a, b])), axes];
  return groups.every((group) => {
    const key = JSON.stringify(group.map((axis) => [axis, labels[axis]]));
    const before = known.get(key);
    const answer =
      before ??
      canShow(
        arbitrary,
        group.map((axis) => margins[axis] as ReadMargin<T>),
        group.map((axis) => labels[axis] as string),
      );
    known.set(key, answer);
    return answer;
  });
}

function canShow<T>(
  arbitrary: KeyedArbitrary<T>,
  margins: readonly ReadMargin<T>[],
  labels: readonly string[],
): boolean {
  const held = heldTo(arbitrary, margins, labels);
  if (held === undefined) return false;
  const source = Source.of(0).child('shown');
  try {
    return withBudget(MISSES, () => {
      for (let index = 0; index < TRIES; index++) {
        const record = held.draw(source.childAt(index));
        if (margins.every((margin, axis) => margin.of(record) === labels[axis])) return true;
      }
      return false;
    });
  } catch (error) {
    if (error instanceof Infeasible) return false;
    throw error;
  }
}
