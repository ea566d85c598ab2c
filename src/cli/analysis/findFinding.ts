import type { Analysis, Finding, Headline } from '../../analysis/index.js';
import { nearestWords } from '../../domain/index.js';
import { CohortCheckError, shown } from '../../errors/index.js';

/**
 * The finding of a rank or an id; or the headline of an id.
 *
 * @throws CohortCheckError `unknown-finding`.
 */
export function findFinding({ findings, headlines }: Analysis, word: string): Finding | Headline {
  const all = [...findings, ...headlines];
  const found = findings.find(({ rank }) => String(rank) === word) ?? all.find(({ id }) => id === word);
  if (found !== undefined) return found;
  const ids = all.map(({ id }) => id);
  const near = nearestWords(word, ids);
  throw new CohortCheckError({
    code: 'unknown-finding',
    what: `--records ${shown(word)}: there is no such finding`,
    why: findings.length === 0 ? 'nothing was found in these files' : `ranks go from 1 to ${findings.length}`,
    try: ids.length === 0 ? 'leave --records out' : `--records ${(near.length === 0 ? ids : near)[0] ?? ''}`,
  });
}
