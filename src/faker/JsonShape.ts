import { isRecord } from '../arbitrary/index.js';
import { shown } from '../errors/index.js';
import { escapePointer } from '../invariant/index.js';

type Scalar = 'null' | 'boolean' | 'number' | 'string';

/** What kinds of JSON stand in a place; several values that were seen there together make it wider. */
export class JsonShape {
  private readonly scalars = new Set<Scalar>();
  private items: JsonShape | undefined;
  private members: Map<string, { readonly shape: JsonShape; required: boolean }> | undefined;

  /** Widens the shape by a value that JSON can hold (see `unheld`). */
  learn(value: unknown): void {
    const scalar = scalarOf(value);
    if (scalar !== undefined) this.scalars.add(scalar);
    else if (Array.isArray(value)) {
      this.items ??= new JsonShape();
      for (const item of value) this.items.learn(item);
    } else if (isRecord(value)) this.learnMembers(value);
  }

  private learnMembers(value: Readonly<Record<string, unknown>>): void {
    const first = this.members === undefined;
    this.members ??= new Map();
    for (const [key, inner] of presentMembers(value)) {
      const member = this.members.get(key) ?? { shape: new JsonShape(), required: first };
      member.shape.learn(inner);
      this.members.set(key, member);
    }
    for (const [key, member] of this.members) if (value[key] === undefined) member.required = false;
  }

  /** Whether the value is made like those that were seen: the same types, the same keys, arrays of any length. */
  fits(value: unknown): boolean {
    const scalar = scalarOf(value);
    if (scalar !== undefined) return this.scalars.has(scalar);
    const { items, members } = this;
    if (Array.isArray(value)) return items !== undefined && Array.from(value).every((item) => items.fits(item));
    if (!isRecord(value) || members === undefined || !isPlain(value)) return false;
    return (
      presentMembers(value).every(([key, inner]) => members.get(key)?.shape.fits(inner) === true) &&
      [...members].every(([key, { required }]) => !required || value[key] !== undefined)
    );
  }
}

/**
 * The first thing in a value that JSON cannot give back, and where it stands; undefined where a round trip keeps all of it.
 *
 * A member that is `undefined` is a member that is left out, as JSON has it.
 */
export function unheld(value: unknown, pointer = '', above: readonly object[] = []): Unheld | undefined {
  if (scalarOf(value) !== undefined) return undefined;
  if (typeof value !== 'object' || value === null) return { pointer, what: named(value) };
  if (above.includes(value)) return { pointer, what: 'a circle' };
  const here = [...above, value];
  // Array.from also shows the holes of a sparse array, which JSON fills with null.
  if (Array.isArray(value)) {
    return firstOf(Array.from(value, (item, index) => () => unheld(item, `${pointer}/${index}`, here)));
  }
  if (!isRecord(value) || !isPlain(value)) return { pointer, what: named(value) };
  return firstOf(
    presentMembers(value).map(
      ([key, inner]) =>
        () =>
          unheld(inner, `${pointer}/${escapePointer(key)}`, here),
    ),
  );
}

export interface Unheld {
  readonly pointer: string;
  /** In words: "a Date". */
  readonly what: string;
}

function firstOf(looks: readonly (() => Unheld | undefined)[]): Unheld | undefined {
  for (const look of looks) {
    const found = look();
    if (found !== undefined) return found;
  }
  return undefined;
}

function scalarOf(value: unknown): Scalar | undefined {
  if (value === null) return 'null';
  if (typeof value === 'string') return 'string';
  if (typeof value === 'boolean') return 'boolean';
  return typeof value === 'number' && Number.isFinite(value) ? 'number' : undefined;
}

function presentMembers(value: Readonly<Record<string, unknown>>): [string, unknown][] {
  return Object.entries(value).filter(([, inner]) => inner !== undefined);
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function named(value: unknown): string {
  if (value instanceof Date) return 'a Date';
  if (typeof value === 'bigint') return `the bigint ${value}n`;
  if (typeof value === 'function') return 'a function';
  if (value instanceof Promise) return 'a promise';
  return shown(value);
}
