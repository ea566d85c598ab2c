import { Recogniser } from '../domain/index.js';
import type { Collection, Domain } from '../domain/index.js';
import { CohortCheckError, shown } from '../errors/index.js';

/**
 * The collection of a domain that all the records are of; the only one, whatever the records, where there are no others.
 *
 * @throws CohortCheckError `no-collections` where the domain has none; where it has several, `no-records` on an empty list,
 *   `unknown-record` on a record that is like none of the domain, and `mixed-records` on a list of several kinds.
 */
export function collectionOfAll(domain: Domain, records: readonly unknown[]): Collection<object> {
  const { name, collections } = domain;
  const call = `toBeCohortOf(${name})`;
  const names = collections.map((collection) => collection.name).join(', ');
  const [only, ...others] = collections;
  if (only === undefined) {
    throw new CohortCheckError({
      code: 'no-collections',
      what: `${call}: the domain has no collection`,
      why: 'a cohort is one of a collection of records',
      try: `defineDomain({ name: '${name}', asOf: '${domain.asOf}', collections: [guests] })`,
    });
  }
  if (others.length === 0) return only;
  if (records.length === 0) {
    throw new CohortCheckError({
      code: 'no-records',
      what: `${call}: the list is empty`,
      why: `the domain has ${collections.length} collections (${names}), and which one is meant is told from the records`,
      try: `toBeCohortOf(${name}.collections[0])`,
    });
  }
  const recogniser = new Recogniser(domain);
  let found: Collection<object> | undefined;
  for (const [index, record] of records.entries()) {
    const one = recogniser.collectionOf(record);
    if (one === undefined) {
      throw new CohortCheckError({
        code: 'unknown-record',
        what: `${call}: record ${index}, ${shown(record)}, is like no record of the domain`,
        why: `its collections are ${names}`,
        try: `toBeCohortOf(${name}.collections[0]) where the kind is known`,
      });
    }
    found ??= one;
    if (one !== found) {
      throw new CohortCheckError({
        code: 'mixed-records',
        what: `${call}: record ${index} is one of ${one.name}, those before it are ${found.name}`,
        why: 'a cohort is one of a single collection, whose targets it hits',
        try: 'an expect(…) for the records of each collection',
      });
    }
  }
  return found ?? only;
}
