import { CohortCheckError, shown } from '../errors/index.js';
import { meaningsOf } from './collectionsCalled.js';
import type { Collection, Domain } from './Domain.js';

/** Lower case, so that no two files are one where a file system takes no notice of case; and no part of it leads away. */
const WORD = /^[a-z][a-z0-9_-]*$/;
const TYPE = /^[A-Za-z_$][\w$]*$/;

/**
 * Declares a domain.
 *
 * @throws CohortCheckError `bad-domain` on a collection whose name, folder, group or type cannot be one, and on words that
 *   would mean two things: `cohort-check export --only` takes the name of a collection, of a group or of a folder.
 */
export function defineDomain<const C extends readonly Collection<object>[]>(domain: Domain<C>): Domain<C> {
  for (const collection of domain.collections) checkCollection(collection);
  checkWords(domain);
  return domain;
}

function checkWords(domain: Domain): void {
  const names = domain.collections.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) {
    throw badDomain(`collection ${twice} stands twice`, 'its file and `sample` are called after it', 'rename one');
  }
  const words = domain.collections.flatMap(({ name, group = name, folder = name }) => [name, group, folder]);
  for (const word of words) {
    const [one = [], ...others] = meaningsOf(domain, word);
    const other = others.find((members) => !sameMembers(one, members));
    if (other !== undefined) {
      throw badDomain(
        `${word} means two things`,
        `it stands for ${listed(one)} and for ${listed(other)}: a word picks a collection, a group or a folder`,
        'rename one of them',
      );
    }
  }
}

function checkCollection({ name, folder, group, type }: Collection<object>): void {
  const wrong = Object.entries({ name, folder, group }).find(([, word]) => word !== undefined && !WORD.test(word));
  if (wrong !== undefined) {
    const [key, word] = wrong;
    throw badDomain(
      `${key} of collection ${shown(name)} is ${shown(word)}`,
      'files and options are called after it: one word of lower-case letters, digits, - and _',
      `${key}: '${key === 'name' ? 'customers' : key === 'folder' ? 'scenarios' : 'scenario'}'`,
    );
  }
  if (name === 'manifest' && folder === undefined) {
    throw badDomain('a collection is called manifest', 'manifest.json says what the other files are', 'rename it');
  }
  if (type !== undefined && !TYPE.test(type)) {
    throw badDomain(
      `type of ${name} is ${shown(type)}`,
      'it must be the name of a TypeScript type',
      "type: 'Customer'",
    );
  }
}

function sameMembers(a: readonly object[], b: readonly object[]): boolean {
  return a.length === b.length && a.every((one) => b.includes(one));
}

function listed(collections: readonly Collection<object>[]): string {
  return collections.map(({ name }) => name).join(', ');
}

function badDomain(what: string, why: string, next: string): CohortCheckError {
  return new CohortCheckError({ code: 'bad-domain', what: `defineDomain(…): ${what}`, why, try: next });
}
