/** Stands for a part that is taken away. */
export const GONE = Symbol('gone');

export type Place = readonly (string | number)[];

/** The paths of all parts of a value, the value itself first. */
export function pathsOf(value: unknown, at: Place = []): Place[] {
  if (typeof value !== 'object' || value === null) return [at];
  const members = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [at, ...(members as [string | number, unknown][]).flatMap(([key, member]) => pathsOf(member, [...at, key]))];
}

/** A copy with another value at a path, or with nothing there; as it is where the path leads nowhere. */
export function changed(given: unknown, [key, ...rest]: Place, value: unknown): unknown {
  if (key === undefined) return value === GONE ? undefined : value;
  if (typeof given !== 'object' || given === null || !Object.hasOwn(given, key)) return given;
  const isGone = rest.length === 0 && value === GONE;
  if (Array.isArray(given)) {
    const list = given as readonly unknown[];
    return isGone ? list.toSpliced(Number(key), 1) : list.with(Number(key), changed(list[Number(key)], rest, value));
  }
  const entries = Object.entries(given).filter(([name]) => !isGone || name !== key);
  return Object.fromEntries(
    entries.map(([name, member]: [string, unknown]) => [name, name === key ? changed(member, rest, value) : member]),
  );
}

export function shownPath(path: Place): string {
  return path.join('.') || 'all';
}
