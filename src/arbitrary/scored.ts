import { shown } from '../errors/index.js';
import { Key } from '../source/index.js';
import { Completions } from './Completions.js';
import type { Part, ScoredOption } from './Completions.js';
import { badOption, requireOrderedKeys } from './optionCheck.js';
import { ScoredArbitrary } from './ScoredArbitrary.js';

/** The parts by name, each with its options. */
export type ScoredParts<T> = { readonly [K in keyof T]: readonly ScoredOption<T[K]>[] };

/**
 * A record of parts, each one of its options, whose points add up to a total within bounds.
 *
 * Shrinks toward: the first option of each part, as far as the total allows; the first parts first.
 * Keyed by: the source and, part by part, its name, options and the bounds.
 *
 * @throws CohortCheckError `bad-option` on points that are no whole numbers, weights that are negative or not finite, a part
 *   without options, a value that stands twice in a part, or a part that is called by a whole number;
 *   `total-out-of-reach` from `within` where no combination has such a total.
 * @example
 * const risk = scored({
 *   smoker: [{ value: false, weight: 4, points: 0 }, { value: true, weight: 1, points: 3 }],
 *   relatives: [{ value: 0, weight: 6, points: 0 }, { value: 1, weight: 3, points: 2 }, { value: 2, weight: 1, points: 4 }],
 * });
 * sample(risk.within({ min: 4 }), { seed: 1, count: 1 }) // [{ smoker: false, relatives: 2 }]
 */
export function scored<T extends Record<string, string | number | boolean>>(parts: ScoredParts<T>): ScoredArbitrary<T> {
  requireOrderedKeys('scored(…)', parts, "names such as 'part 1'");
  const tables = (Object.entries(parts) as [string, readonly ScoredOption<unknown>[]][]).map(([name, options]) =>
    partOf(name, options),
  );
  return new ScoredArbitrary<T>(tables, new Completions(tables), { min: 0, max: Infinity });
}

function partOf(name: string, options: readonly ScoredOption<unknown>[]): Part {
  for (const { value, weight, points } of options) {
    if (!Number.isSafeInteger(points) || points < 0 || points > 10_000 || !(weight >= 0 && weight < Infinity)) {
      throw badOption(
        `scored(…): ${name} ${shown(value)} has weight ${shown(weight)} and points ${shown(points)}`,
        'points are whole numbers from 0 to 10000, weights are finite and not negative',
        '{ value, weight: 1, points: 0 }',
      );
    }
  }
  const possible = options.filter(({ weight }) => weight > 0);
  if (possible.length === 0)
    throw badOption(`scored(…): ${name} has no option`, 'each part needs one', '{ value, weight: 1, points: 0 }');
  if (possible.reduce((sum, { weight }) => sum + weight, 0) === Infinity)
    throw badOption(
      `scored(…): the weights of ${name} add up to Infinity`,
      'only their ratios count',
      'smaller weights',
    );
  const twice = possible.find(({ value }, index) => possible.findIndex((other) => other.value === value) !== index);
  if (twice !== undefined)
    throw badOption(`scored(…): ${name} ${shown(twice.value)} stands twice`, 'each value stands once', 'remove one');
  return { name, key: Key.of(name), options: possible };
}
