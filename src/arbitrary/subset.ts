import { CohortCheckError, shown } from '../errors/index.js';
import { badOption, requireInteger, requireOrderedKeys, requireShare } from './optionCheck.js';
import { SubsetArbitrary } from './SubsetArbitrary.js';

export interface SubsetOptions {
  /** Fewest items, inclusive; default 0. */
  readonly minLength?: number;
  /** Most items, inclusive; default all of them. */
  readonly maxLength?: number;
}

/**
 * Some of the given items, each at most once, in the order in which they are given: by a share for each item (an object of
 * shares by name; independent of each other), or each number of items equally likely (an array).
 *
 * Where bounds on the length meet shares, subsets of a legal length keep their odds.
 *
 * Shrinks toward: the fewest items, then the first ones.
 * Keyed by: the source, the items, their shares and the lengths.
 *
 * @throws CohortCheckError `bad-option` on a share outside 0 to 1, an item that stands twice, or lengths that no subset has.
 * @example
 * sample(subset(['a', 'b', 'c']), { seed: 1, count: 3 }) // [['a'], ['a'], ['a', 'b', 'c']]
 */
export function subset<const T extends string | number>(
  items: readonly T[],
  options?: SubsetOptions,
): SubsetArbitrary<T>;
export function subset<K extends string>(
  shares: Readonly<Record<K, number>>,
  options?: SubsetOptions,
): SubsetArbitrary<K>;
export function subset(
  given: readonly (string | number)[] | Readonly<Record<string, number>>,
  options: SubsetOptions = {},
): SubsetArbitrary<string | number> {
  if (!isList(given)) requireOrderedKeys('subset(…)', given, "an array, or names such as 'grade 1'");
  const items: readonly (string | number)[] = isList(given) ? given : Object.keys(given);
  const shares = isList(given) ? undefined : Object.values(given);
  const broken = items.find((item) => typeof item === 'number' && !Number.isFinite(item));
  if (broken !== undefined)
    throw badOption(`subset(…): an item is ${shown(broken)}`, 'JSON cannot hold it', 'remove it');
  const twice = items.find((item, index) => items.indexOf(item) !== index);
  if (twice !== undefined)
    throw badOption(`subset(…): ${shown(twice)} stands twice`, 'each item stands once', 'remove one of them');
  shares?.forEach((share, index) => requireShare('subset(…)', `the share of ${shown(items[index])}`, share));
  const { minLength = 0, maxLength = items.length } = options;
  requireInteger('subset(…)', 'minLength', minLength, 0, items.length);
  requireInteger('subset(…)', 'maxLength', maxLength, minLength, items.length);
  const made = SubsetArbitrary.of(items, shares, minLength, maxLength);
  if (made !== undefined) return made;
  throw new CohortCheckError({
    code: 'bad-option',
    what: `subset(…): no subset has ${minLength} to ${maxLength} items`,
    why: 'items with a share of 1 are always there, those with a share of 0 never',
    try: 'widen the lengths, or change those shares',
  });
}

function isList<T>(given: readonly T[] | Readonly<Record<string, number>>): given is readonly T[] {
  return Array.isArray(given);
}
