import { isRecord } from '../../../src/index.js';

type Tree = Record<string, unknown>;

/** The record with other values at some paths: `changed(customer, { 'core.age': 43 })`. Undefined takes a key away. */
export function changed<T extends object>(record: T, changes: Readonly<Record<string, unknown>>): T {
  const copy = structuredClone(record);
  for (const [path, value] of Object.entries(changes)) {
    const keys = path.split('.');
    const last = keys.pop() ?? '';
    let place = copy as Tree;
    for (const key of keys) {
      const inner = place[key];
      if (!isRecord(inner)) throw new Error(`${path}: there is no ${key}`);
      place = inner;
    }
    if (!(last in place)) throw new Error(`${path}: there is no ${last}`);
    if (value === undefined) delete place[last];
    else place[last] = value;
  }
  return copy;
}
