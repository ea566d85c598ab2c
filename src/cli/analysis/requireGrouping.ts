import { nearestWords } from '../../domain/index.js';
import type { Domain } from '../../domain/index.js';
import { CohortCheckError, shown } from '../../errors/index.js';

/** @throws CohortCheckError `bad-option` where no study of the domain has the grouping of `--by`. */
export async function requireGrouping(domain: Domain, by: string | undefined): Promise<void> {
  if (by === undefined) return;
  const studies = (await domain.studies?.()) ?? [];
  const ids = [...new Set(studies.flatMap(({ groupings }) => groupings.map(({ id }) => id)))];
  if (ids.includes(by)) return;
  const [first] = [...nearestWords(by, ids), ...ids];
  throw new CohortCheckError({
    code: 'bad-option',
    what: `--by ${shown(by)}`,
    why: ids.length === 0 ? `the ${domain.name} domain has no groupings` : `the groupings are ${ids.join(', ')}`,
    try: first === undefined ? 'leave --by out' : `--by ${first}`,
  });
}
