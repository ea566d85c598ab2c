import { CohortCheckError, shown } from '../errors/index.js';

/** @throws CohortCheckError `record-index` unless a cohort of `size` records has a record `index`. */
export function requireIndex(index: number, size: number): void {
  if (Number.isInteger(index) && index >= 0 && index < size) return;
  throw new CohortCheckError({
    code: 'record-index',
    what: `record ${shown(index)}: the cohort has ${size} records`,
    where: 'index',
    try: size === 0 ? 'a cohort of a larger size' : `an index from 0 to ${size - 1}`,
  });
}
