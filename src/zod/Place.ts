import { isRecord } from '../arbitrary/index.js';
import { escapePointer } from '../invariant/index.js';
import { alternativesOf, meantNodes, nodesBelow } from './JsonSchema.js';
import type { SchemaNode } from './JsonSchema.js';

/** What stands at a place where nothing stands. */
export const ABSENT = Symbol('absent');

/** A place in a value, with what its schema says of it. */
export interface Place {
  /** Keys from the root; those of lists are indices in digits. */
  readonly path: readonly string[];
  /** Equal for places of one kind: elements of a list have no number, members of a map no name. */
  readonly kind: string;
  readonly value: unknown;
  /** What a value here may follow; empty where the schema knows no such place. */
  readonly nodes: readonly SchemaNode[];
  /** The object or list that it stands in; undefined for the root. */
  readonly parent: Place | undefined;
}

/** Every place of a value, and one in each object for every key that somebody might write by mistake. */
export function* placesIn(root: SchemaNode, value: unknown): Generator<Place> {
  yield* placesFrom(root, rootPlace(root, value));
}

/** The place that a JSON Pointer names; undefined where what it should stand in is not there. */
export function placeAt(root: SchemaNode, value: unknown, pointer: string): Place | undefined {
  let place: Place | undefined = rootPlace(root, value);
  for (const key of pathOf(pointer)) place = place && placeBelow(root, place, key);
  return place;
}

/** A copy of the value in which something else stands at a path; undefined where what it should stand in is not there. */
export function put(value: unknown, path: readonly string[], what: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return what;
  if (typeof value !== 'object' || value === null) return undefined;
  const isThere = Object.hasOwn(value, key);
  if (!isThere && rest.length > 0) return undefined;
  const inner = put((value as SchemaNode)[key], rest, what);
  if (inner === undefined) return undefined;
  if (Array.isArray(value)) return isThere && inner !== ABSENT ? value.with(Number(key), inner) : undefined;
  const entries: [string, unknown][] = Object.entries(value).map(([name, was]) => [name, name === key ? inner : was]);
  if (!isThere) entries.push([key, inner]);
  return Object.fromEntries(entries.filter(([, member]) => member !== ABSENT));
}

/** The keys of a JSON Pointer. */
export function pathOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The JSON Pointer of a path. */
export function pointerOf(path: readonly string[]): string {
  return path.map((key) => `/${escapePointer(key)}`).join('');
}

function rootPlace(root: SchemaNode, value: unknown): Place {
  return { path: [], kind: '', value, nodes: meantNodes(alternativesOf(root, root), value), parent: undefined };
}

function placeBelow(root: SchemaNode, parent: Place, key: string): Place | undefined {
  const { value, nodes } = parent;
  if (typeof value !== 'object' || value === null) return undefined;
  const isNamed = !Array.isArray(value) && nodes.some((node) => hasProperty(node, key));
  const isThere = Object.hasOwn(value, key);
  if (Array.isArray(value) && !isThere) return undefined;
  const own = isThere ? (value as SchemaNode)[key] : ABSENT;
  return {
    path: [...parent.path, key],
    kind: `${parent.kind}/${isNamed ? escapePointer(key) : isThere ? '*' : '+'}`,
    value: own,
    nodes: meantNodes(nodesBelow(root, nodes, value, key), own),
    parent,
  };
}

function* placesFrom(root: SchemaNode, place: Place): Generator<Place> {
  yield place;
  const { value } = place;
  if (typeof value !== 'object' || value === null) return;
  const keys = Object.keys(value);
  for (const key of isRecord(value) ? [...keys, ...mistakenKeys(keys)] : keys) {
    const below = placeBelow(root, place, key);
    if (below !== undefined) yield* placesFrom(root, below);
  }
}

/** Keys that are not there, each close to one that is, after a plain stray one. */
function mistakenKeys(keys: readonly string[]): string[] {
  const respelt = keys.flatMap((key) => [
    key.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
    `${key}_old`,
  ]);
  return [...new Set(['extra', ...respelt])].filter((key) => !keys.includes(key));
}

function hasProperty({ properties }: SchemaNode, key: string): boolean {
  return isRecord(properties) && Object.hasOwn(properties, key);
}
