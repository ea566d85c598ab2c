import type { Population } from './Domain.js';

/**
 * The records of a population in their order, made one by one; places without a record are passed over.
 *
 * @example
 * [...recordsOf({ size: 4, at: (index) => (index % 2 === 0 ? { index } : undefined) })] // [{ index: 0 }, { index: 2 }]
 */
export function* recordsOf<T>(population: Population<T>): Generator<T, void, undefined> {
  const { size } = population;
  for (let index = 0; index < size; index++) {
    const record = population.at(index);
    if (record !== undefined) yield record;
  }
}
