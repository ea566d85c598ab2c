import type { Collection, Domain } from '../domain/index.js';
import { CohortCheckError, shown } from '../errors/index.js';

/** The collection of this name; without a name, the first one. */
export function pickCollection(domain: Domain, name: string | undefined): Collection<object> {
  const found = name === undefined ? domain.collections[0] : domain.collections.find((one) => one.name === name);
  if (found !== undefined) return found;
  const names = domain.collections.map((one) => one.name);
  throw new CohortCheckError({
    code: 'unknown-collection',
    what: `${shown(name)}: the ${domain.name} domain has no such collection`,
    try: names.length === 1 ? `leave it out, or write ${names[0] ?? ''}` : `one of ${names.join(', ')}`,
  });
}
