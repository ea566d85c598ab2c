import { CohortCheckError } from '../errors/index.js';
import type { Collection, Domain } from './Domain.js';

/** What a word that picks collections may be. */
const KINDS = ['name', 'group', 'folder'] as const;

/** The collections that a word means, by what it is the name of; kinds that know no such word are left out. */
export function meaningsOf(domain: Domain, word: string): (readonly Collection<object>[])[] {
  return KINDS.map((kind) => domain.collections.filter((one) => one[kind] === word)).filter(({ length }) => length > 0);
}

/**
 * The collections that a word means: the one of this name, or all of this group or folder.
 *
 * @param said - the word as the user wrote it, such as `--only "customers"`.
 * @throws CohortCheckError `unknown-collection`.
 */
export function collectionsCalled(domain: Domain, word: string, said: string): readonly Collection<object>[] {
  const [found] = meaningsOf(domain, word);
  if (found !== undefined) return found;
  const names = domain.collections.map(({ name }) => name);
  const [first = ''] = names;
  throw new CohortCheckError({
    code: 'unknown-collection',
    what: `${said}: the ${domain.name} domain has no such collection`,
    try: names.length === 1 ? `leave it out, or write ${first}` : `one of ${[...names, ...wordsOf(domain)].join(', ')}`,
  });
}

/** Groups and folders, as an error lists them. */
function wordsOf({ collections }: Domain): string[] {
  return (['group', 'folder'] as const).flatMap((kind) =>
    [...new Set(collections.flatMap((one) => one[kind] ?? []))].map((word) => `the ${kind} ${word}`),
  );
}
