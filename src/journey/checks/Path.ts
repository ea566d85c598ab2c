import { isRecord } from '../../arbitrary/index.js';
import { isIdentifier, quoted } from './wording.js';

/** Where something stands in a description: keys, and places in lists. */
export type Path = readonly (string | number)[];

/** A path as one would write it: `steps.assess.next[0]`, `steps['first visit'].gap`. */
export function pathText(path: Path): string {
  return path
    .map((key, index) => {
      if (typeof key === 'number') return `[${key}]`;
      if (!isIdentifier(key)) return `[${quoted(key)}]`;
      return index === 0 ? key : `.${key}`;
    })
    .join('');
}

/** What stands at a path; undefined where nothing does. */
export function memberAt(given: unknown, path: Path): unknown {
  return path.reduce((value, key) => memberOf(value, key), given);
}

function memberOf(value: unknown, key: string | number): unknown {
  if (Array.isArray(value)) return (value as readonly unknown[])[Number(key)];
  return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** A copy with a value at a path; what is missing on the way there is made. */
export function putIn(given: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value;
  const member = putIn(memberOf(given, key), rest, value);
  if (Array.isArray(given)) {
    const copy: unknown[] = [...(given as readonly unknown[])];
    copy[Number(key)] = member;
    return copy;
  }
  return { ...(isRecord(given) ? given : {}), [key]: member };
}

/** A copy without what stands at a path. */
export function leaveOutOf(given: unknown, [key, ...rest]: Path): unknown {
  if (key === undefined) return given;
  if (rest.length > 0) return putIn(given, [key], leaveOutOf(memberOf(given, key), rest));
  if (Array.isArray(given)) return given.filter((_, index) => index !== key);
  return isRecord(given) ? Object.fromEntries(Object.entries(given).filter(([name]) => name !== key)) : given;
}
