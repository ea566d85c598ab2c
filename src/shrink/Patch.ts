/*
 * What makes a foreign value of a legal one: a patch.
 *
 * Idea: a foreign value has a legal twin, the nearest value that the model takes. All that is foreign about it (keys that
 * nobody knows, dates written another way, numbers off the grid, the broken rule) is then the difference between the two.
 * The parts of the difference that the failure does not need are dropped; the twin shrinks as any legal value does; what is
 * left of the patch is put back onto every candidate. So nothing is repaired that the failure hangs on.
 *
 * Example: twin { age: 25, name: 'Ann' } and patch { age: put 17, vip: put true } stand for { age: 17, name: 'Ann', vip: true }.
 */
import { isRecord, sameJson } from '../arbitrary/index.js';
import { placesIn } from './placesIn.js';

/** Stands for a member that is not there. */
export const ABSENT = Symbol('absent');

/** What is unlike the twin at a place: another value, or members that are unlike in turn. */
export type Patch = { readonly put: unknown } | { readonly members: ReadonlyMap<string, Patch> };

/** One place at which a patch puts a value. */
export interface Put {
  readonly path: readonly string[];
  /** `ABSENT` where the twin has a member and the value has none. */
  readonly value: unknown;
  /** What the twin has there; `ABSENT` for nothing. */
  readonly twin: unknown;
}

/** The patch that makes `value` of `twin`; undefined where they are the same. Lists of other lengths are put as a whole. */
export function patchBetween(twin: unknown, value: unknown): Patch | undefined {
  if (twin !== ABSENT && value !== ABSENT && sameJson(twin, value)) return undefined;
  const isAlike =
    (Array.isArray(twin) && Array.isArray(value) && twin.length === value.length) ||
    (isRecord(twin) && isRecord(value));
  if (!isAlike) return { put: value };
  const members = new Map<string, Patch>();
  for (const key of new Set([...keysOf(twin), ...keysOf(value)])) {
    const patch = patchBetween(memberOf(twin, key), memberOf(value, key));
    if (patch !== undefined) members.set(key, patch);
  }
  return { members };
}

/** The value that a patch makes of its twin. */
export function patched(twin: unknown, patch: Patch | undefined): unknown {
  if (patch === undefined) return twin;
  if ('put' in patch) return patch.put;
  if (Array.isArray(twin)) {
    return twin.map((item: unknown, index) => patched(item, patch.members.get(String(index))));
  }
  const members: [string, unknown][] = [];
  for (const key of new Set([...keysOf(twin), ...patch.members.keys()])) {
    const member = patched(memberOf(twin, key), patch.members.get(key));
    if (member !== ABSENT) members.push([key, member]);
  }
  return Object.fromEntries(members);
}

/** The places of a patch, in the order of the twin's members. */
export function putsOf(patch: Patch | undefined, twin: unknown, path: readonly string[] = []): Put[] {
  if (patch === undefined) return [];
  if ('put' in patch) return [{ path, value: patch.put, twin }];
  return [...patch.members].flatMap(([key, inner]) => putsOf(inner, memberOf(twin, key), [...path, key]));
}

/** The patch of these places. */
export function patchOf(puts: readonly Pick<Put, 'path' | 'value'>[]): Patch | undefined {
  const [first] = puts;
  if (first === undefined) return undefined;
  if (first.path.length === 0) return { put: first.value };
  const byKey = new Map<string, Pick<Put, 'path' | 'value'>[]>();
  for (const { path, value } of puts) {
    const [key = '', ...rest] = path;
    const inner = byKey.get(key);
    if (inner === undefined) byKey.set(key, [{ path: rest, value }]);
    else inner.push({ path: rest, value });
  }
  const members = new Map<string, Patch>();
  for (const [key, inner] of byKey) {
    const patch = patchOf(inner);
    if (patch !== undefined) members.set(key, patch);
  }
  return { members };
}

/**
 * A patch of `before`, for a twin that became `after`: an element of a list that moved takes its part of the patch along;
 * parts whose place is gone are left out.
 */
export function movedPatch(patch: Patch | undefined, before: unknown, after: unknown): Patch | undefined {
  if (patch === undefined || 'put' in patch) return patch;
  const members = new Map<string, Patch>();
  const places =
    Array.isArray(before) && Array.isArray(after)
      ? placesIn(before, after, (index) => patch.members.has(String(index)))
      : undefined;
  for (const [key, inner] of patch.members) {
    const place = places === undefined ? key : String(places[Number(key)] ?? '');
    const was = memberOf(before, key);
    const is = place === '' && places !== undefined ? ABSENT : memberOf(after, place);
    // An extra key has no twin, before or after.
    if (is === ABSENT && was !== ABSENT) continue;
    if (places === undefined && !isRecord(after)) continue;
    const moved = movedPatch(inner, was, is);
    if (moved !== undefined) members.set(place, moved);
  }
  return members.size === 0 ? undefined : { members };
}

/** The keys of what JSON writes of a value. */
export function keysOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => (member === undefined ? [] : [key]));
}

/** What stands at a key; `ABSENT` for nothing. */
export function memberOf(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return ABSENT;
  const member = (value as Readonly<Record<string, unknown>>)[key];
  return member === undefined ? ABSENT : member;
}
