import type { LocaleDefinition } from '@faker-js/faker';
import { isRecord, type Weighted } from '../arbitrary/index.js';
import { CohortCheckError, shown } from '../errors/index.js';

/**
 * The entries of a table of texts in a locale's definitions.
 *
 * Tables that are split by gender answer to their own path with the generic list, or else with all that they hold.
 *
 * @throws CohortCheckError `unknown-table` where no such table of texts is there; it names the nearest ones.
 */
export function tableAt(definitions: Readonly<LocaleDefinition>, path: string): readonly Weighted<string>[] {
  let found: unknown = definitions;
  for (const part of path.split('.')) found = isRecord(found) && Object.hasOwn(found, part) ? found[part] : undefined;
  // Keys that hold a dot themselves (media types) are found by the list of all paths.
  const entries = entriesOf(found) ?? allTables(definitions).get(path);
  if (entries === undefined) throw unknownTable(definitions, path, found);
  return entries;
}

/** Every table of texts by its path, in the order of the definitions. */
export function allTables(definitions: Readonly<LocaleDefinition>): ReadonlyMap<string, readonly Weighted<string>[]> {
  const tables = new Map<string, readonly Weighted<string>[]>();
  const visit = (value: unknown, path: string): void => {
    const entries = entriesOf(value);
    if (entries !== undefined) tables.set(path, entries);
    if (!isRecord(value)) return;
    for (const [key, inner] of Object.entries(value)) visit(inner, path === '' ? key : `${path}.${key}`);
  };
  visit(definitions, '');
  return tables;
}

function entriesOf(value: unknown): readonly Weighted<string>[] | undefined {
  if (Array.isArray(value)) return value.length > 0 && value.every(isEntry) ? value.map(toWeighted) : undefined;
  if (!isRecord(value)) return undefined;
  const lists = Object.keys(value);
  if (lists.length === 0 || !lists.every((key) => GENDERS.includes(key))) return undefined;
  if (value['generic'] !== undefined) return entriesOf(value['generic']);
  const parts = ['female', 'male'].map((gender) => entriesOf(value[gender]) ?? []).flat();
  return parts.length > 0 ? parts : undefined;
}

const GENDERS: readonly string[] = ['generic', 'female', 'male'];

type Entry = string | Weighted<string>;

function isEntry(entry: unknown): entry is Entry {
  if (typeof entry === 'string') return true;
  return isRecord(entry) && typeof entry['value'] === 'string' && typeof entry['weight'] === 'number';
}

function toWeighted(entry: Entry): Weighted<string> {
  return typeof entry === 'string' ? { value: entry, weight: 1 } : entry;
}

function unknownTable(definitions: Readonly<LocaleDefinition>, path: string, found: unknown): CohortCheckError {
  const nearest = nearestPaths([...allTables(definitions).keys()], path);
  const there = found === undefined ? '' : `it holds ${shown(found)}; `;
  return new CohortCheckError({
    code: 'unknown-table',
    what: `text(${shown(path)}): ${found === undefined ? 'no such table' : 'no table of texts'} in this locale`,
    why: `${there}the nearest tables of texts are ${nearest.join(', ')}`,
    try: `text('${nearest[0] ?? 'person.last_name'}')`,
  });
}

/** Tables below the path first, then those that are fewest edits away. */
function nearestPaths(paths: readonly string[], path: string, most = 5): string[] {
  const below = paths.filter((other) => other.startsWith(`${path}.`));
  const ranked = paths
    .map((other) => ({ other, edits: editsBetween(other, path) }))
    .sort((a, b) => a.edits - b.edits || (a.other < b.other ? -1 : 1));
  return [...new Set([...below, ...ranked.map(({ other }) => other)])].slice(0, most);
}

/** Levenshtein's distance, one row at a time. */
function editsBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + Number(a[i - 1] !== b[j - 1]);
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, replaced));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
