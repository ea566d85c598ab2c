import { isRecord } from '../../src/arbitrary/index.js';
import type { Source } from '../../src/source/index.js';

type Path = readonly string[];
type Holder = Record<string, unknown>;

/** What fails, in words and in code; it bears any value. */
export interface Condition {
  readonly words: string;
  readonly fails: (value: unknown) => boolean;
}

const KEYS = ['zz', '', 'a/b', '~', 'constructor', '__proto'];
const EXTRAS: readonly unknown[] = [1, 'text', { deep: { x: [1, 2, { y: 3 }] } }, [1, 2, 3], null, true, 12.345];
const OTHERS: readonly unknown[] = [null, 'oops', 5, true, [], {}, -1, 1e9, '2024-13-45', 0.123456];

/** A copy of JSON with some things wrong with it: keys gone or added, other types, elements twice, numbers and dates changed. */
export function mutated(value: unknown, times: number, source: Source): unknown {
  const copy = structuredClone(value);
  for (let time = 0; time < times; time++) mutate(copy, source.childAt(time));
  return copy;
}

/** Something that is true of a value and hangs on one place in it, or on two. */
export function conditionOn(value: unknown, source: Source): Condition {
  const first = oneCondition(value, source.child('first'));
  if (source.child('how many').below(2) === 0) return first;
  const second = oneCondition(value, source.child('second'));
  return { words: `${first.words} and ${second.words}`, fails: (one) => first.fails(one) && second.fails(one) };
}

/** The paths of all members, at any depth. */
export function pathsIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => {
    const below = [...path, key];
    return [below, ...pathsIn(member, below)];
  });
}

export function memberAt(value: unknown, path: Path): unknown {
  let inner = value;
  for (const key of path) {
    if (typeof inner !== 'object' || inner === null || !Object.hasOwn(inner, key)) return undefined;
    inner = (inner as Holder)[key];
  }
  return inner;
}

/** A copy without the member at a path. */
export function without(value: unknown, path: Path): unknown {
  const copy = structuredClone(value);
  const holder = memberAt(copy, path.slice(0, -1));
  const key = path.at(-1) ?? '';
  if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else delete (holder as Holder)[key];
  return copy;
}

function mutate(value: unknown, source: Source): void {
  const paths = pathsIn(value);
  if (paths.length === 0) return;
  const path = pick(paths, source);
  const holder = memberAt(value, path.slice(0, -1)) as Holder;
  const key = path.at(-1) as string;
  const member = holder[key];
  const ways: (() => void)[] = [() => void (holder[key] = structuredClone(pick(OTHERS, source)))];
  if (!Array.isArray(holder)) {
    ways.push(() => delete holder[key]);
    ways.push(() => void (holder[pick(KEYS, source)] = structuredClone(pick(EXTRAS, source))));
  }
  if (Array.isArray(member) && member.length > 0) {
    const list: unknown[] = member;
    ways.push(() => list.splice(source.below(list.length), 0, structuredClone(pick(list, source))));
    ways.push(() => list.reverse());
  }
  if (typeof member === 'number') {
    ways.push(() => void (holder[key] = pick([member + 1, -member, member * 1.37, member + 1000], source)));
  }
  if (typeof member === 'string') ways.push(() => void (holder[key] = pick(otherWritings(member), source)));
  pick(ways, source)();
}

function otherWritings(text: string): string[] {
  const time = /^\d{4}-\d\d-\d\d/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(time)) return [`${text.toUpperCase()} xyz`];
  const inIndia = `${new Date(time + 19_800_000).toISOString().slice(0, 19)}+05:30`;
  const later = new Date(time + 400 * 86_400_000).toISOString();
  return [`${text.slice(0, 10)}T00:00:00`, inIndia, text.slice(0, 10), text.replace('T', ' '), later];
}

function oneCondition(value: unknown, source: Source): Condition {
  const path = pick(pathsIn(value), source);
  const member = memberAt(value, path);
  const text = JSON.stringify(member);
  const name = path.join('/');
  const conditions: Condition[] = [
    { words: `${name} is ${text}`, fails: (one) => JSON.stringify(memberAt(one, path)) === text },
    { words: `${name} is there`, fails: (one) => memberAt(one, path) !== undefined },
  ];
  const bounded = (words: string, is: (there: never) => boolean): void =>
    void conditions.push({
      words: `${name} ${words} ${text}`,
      fails: (one) => {
        const there = memberAt(one, path);
        return typeof there === typeof member && Array.isArray(there) === Array.isArray(member) && is(there as never);
      },
    });
  if (typeof member === 'number') {
    bounded('is at least', (there: number) => there >= member);
    bounded('is at most', (there: number) => there <= member);
  }
  if (typeof member === 'string') bounded('is no less than', (there: string) => there >= member);
  if (Array.isArray(member)) bounded('is as long as', (there: unknown[]) => there.length >= member.length);
  if (isRecord(member))
    bounded(
      'has as many keys as',
      (there: object | null) => Object.keys(there ?? {}).length >= Object.keys(member).length,
    );
  return pick(conditions, source);
}

function pick<I>(items: readonly I[], source: Source): I {
  return items[source.below(items.length)] as I;
}
