import { collectionsCalled } from '../domain/index.js';
import type { Collection, Domain } from '../domain/index.js';
import { CohortCheckError, shown } from '../errors/index.js';

/**
 * The collection that words mean: a name; a group or folder for its first collection; or a group and the name of one of
 * its collections. Without a word, the first one of the domain.
 *
 * @throws CohortCheckError `unknown-collection`.
 */
export function pickCollection(domain: Domain, word?: string, member?: string): Collection<object> {
  const group = word === undefined ? domain.collections : collectionsCalled(domain, word, shown(word));
  const found = member === undefined ? group[0] : group.find(({ name }) => name === member);
  if (found !== undefined) return found;
  const names = group.map(({ name }) => name);
  throw new CohortCheckError({
    code: 'unknown-collection',
    what: `${[word, member].map((one) => shown(one)).join(' ')}: ${word ?? domain.name} holds no such collection`,
    try: names.length === 1 ? `leave ${member ?? 'it'} out` : `one of ${names.join(', ')}`,
  });
}
