import type { Source } from '../source/index.js';
import { sameJson } from './sameJson.js';

/** A list that holds what it must, at places of the source's choice, in place of others, and nothing that it must not. */
export function withContents<T>(
  value: readonly T[],
  includes: readonly unknown[] = [],
  excludes: readonly unknown[] = [],
  source: Source,
): unknown[] {
  const missing = includes.filter((wanted) => !value.some((item) => sameJson(item, wanted)));
  const others = value.filter((item) => !excludes.some((banned) => sameJson(item, banned)));
  const kept = others.filter((item) => includes.some((wanted) => sameJson(item, wanted)));
  const free = others
    .filter((item) => !kept.includes(item))
    .slice(0, Math.max(0, value.length - missing.length - kept.length));
  const held: unknown[] = others.filter((item) => kept.includes(item) || free.includes(item));
  for (const [index, item] of missing.entries()) held.splice(source.childAt(index).below(held.length + 1), 0, item);
  return held;
}
