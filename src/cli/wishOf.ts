import type { Collection } from '../domain/index.js';
import { CohortCheckError } from '../errors/index.js';
import type { Shortcut } from './CliContext.js';
import type { Wish } from './parseConstraints.js';

/**
 * What a shortcut wants of the records of a collection.
 *
 * @throws CohortCheckError `unknown-field` where the shortcut's field is one of other collections alone.
 */
export function wishOf(
  shortcut: Shortcut,
  text: string,
  collection: Collection<object>,
  all: readonly Shortcut[],
): Wish {
  const said = `${flagOf(shortcut)} ${text}`;
  const path = pathOf(shortcut, collection);
  if (path !== undefined) return { said, path, text };
  const others = all.filter((one) => pathOf(one, collection) !== undefined).map(flagOf);
  throw new CohortCheckError({
    code: 'unknown-field',
    what: `${said}: ${collection.name} has no field of this short name`,
    why: `${flagOf(shortcut)} is for ${Object.keys(shortcut.paths).join(', ')}`,
    try: `leave it out, or hold a field with ${[...others, '--where <field=value>'].join(', ')}`,
  });
}

function pathOf({ paths }: Shortcut, { name, group = name }: Collection<object>): string | undefined {
  return [name, group].filter((word) => Object.hasOwn(paths, word)).map((word) => paths[word])[0];
}

/** `--age` of `--age <years>`. */
function flagOf({ flags }: Shortcut): string {
  return flags.split(' ')[0] ?? '';
}
