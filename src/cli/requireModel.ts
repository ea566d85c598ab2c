import type { Domain } from '../domain/index.js';
import { CohortCheckError, shown } from '../errors/index.js';

/** @throws CohortCheckError `unknown-collection` where `--model` names none. */
export function requireModel({ name, collections }: Domain, model: string | undefined): void {
  if (model === undefined || collections.some((one) => one.name === model || one.model.name === model)) return;
  throw new CohortCheckError({
    code: 'unknown-collection',
    what: `--model ${shown(model)}: the ${name} domain has no such collection`,
    try: `one of ${collections.map((one) => one.name).join(', ')}`,
  });
}
