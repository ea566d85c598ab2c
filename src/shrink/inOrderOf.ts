import { isRecord } from '../arbitrary/index.js';
import { ABSENT, keysOf, memberOf } from './Patch.js';

/** The same value with its members in the order of another one's; those that only it has come last. */
export function inOrderOf(pattern: unknown, value: unknown): unknown {
  if (Array.isArray(value)) {
    const elements: readonly unknown[] = Array.isArray(pattern) ? pattern : [];
    return value.map((item: unknown, index) => inOrderOf(elements[index] ?? elements[0], item));
  }
  if (!isRecord(value)) return value;
  const keys = new Set([...keysOf(pattern).filter((key) => memberOf(value, key) !== ABSENT), ...keysOf(value)]);
  return Object.fromEntries(Array.from(keys, (key) => [key, inOrderOf(memberOf(pattern, key), memberOf(value, key))]));
}
