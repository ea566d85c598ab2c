/** What JSON would write of an object or a list, by key; undefined for any other value. */
export function membersOf(value: unknown): ReadonlyMap<string, unknown> | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  return new Map(Object.entries(value).filter(([, member]) => member !== undefined));
}

/** What stands at a path of a JSON value; undefined where nothing does. */
export function valueAt(value: unknown, path: readonly string[]): unknown {
  let found = value;
  for (const key of path) found = membersOf(found)?.get(key);
  return found;
}
