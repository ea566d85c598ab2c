/*
 * What a description is made of, as functions that find what is of the wrong kind, in the order in which it is written.
 *
 * Nothing here knows what the parts mean to each other: that is for the checks that run once every part is of its kind.
 */
import { isRecord } from '../../arbitrary/index.js';
import { shown } from '../../errors/index.js';
import { leaveOut, put, rename } from './Mistake.js';
import type { JourneyCode, Mistake, Remedy } from './Mistake.js';
import type { Path } from './Path.js';
import { cut, listed, nearestFirst } from './wording.js';

/** A part of the description: where it stands and what it is for. */
export interface Place {
  readonly path: Path;
  readonly whole: unknown;
  /** Completes "it is …". */
  readonly means: string;
  /** What could stand there instead. */
  readonly instead: () => readonly Remedy[];
}

/** Finds what is wrong with a value and with the parts inside it. */
export type Shape = (value: unknown, place: Place) => Generator<Mistake>;

/** A part of an object with known keys. */
export interface Part {
  readonly shape: Shape;
  /** Completes "it is …". */
  readonly means: string;
  readonly optional?: true;
  /** A value for a part that is missing or of a wrong kind. */
  readonly example?: (whole: unknown, path: Path) => unknown;
}

/** A part for every key of a type: a new key breaks the build. */
export type Parts<T> = Readonly<Record<keyof T, Part>>;

/** Any text. */
export function* text(value: unknown, place: Place): Generator<Mistake> {
  if (typeof value !== 'string') yield wrongKind(value, 'a text', place);
}

/** True or false. */
export function* flag(value: unknown, place: Place): Generator<Mistake> {
  if (typeof value !== 'boolean') yield wrongKind(value, 'true or false', place);
}

/**
 * A list.
 *
 * @param exampleOf - what could stand in the place of an item of a wrong kind.
 */
export function list(item: Shape, exampleOf?: (value: unknown, place: Place) => unknown): Shape {
  return function* (value, place) {
    if (!Array.isArray(value)) return yield wrongKind(value, 'a list', place);
    for (const [index, each] of (value as readonly unknown[]).entries()) {
      const path = [...place.path, index];
      const instead = (): Remedy[] => {
        const example = exampleOf?.(each, { ...place, path });
        return [...(example === undefined ? [] : [put(path, example)]), leaveOut(path)];
      };
      yield* item(each, { ...place, path, means: `a part of ${place.means}`, instead });
    }
  };
}

/** An object with any keys. */
export function dictionary(item: Shape): Shape {
  return function* (value, place) {
    if (!isRecord(value)) return yield wrongKind(value, 'an object', place);
    for (const [key, each] of Object.entries(value)) {
      const path = [...place.path, key];
      yield* item(each, { ...place, path, means: `a part of ${place.means}`, instead: () => [leaveOut(path)] });
    }
  };
}

/** An object of known keys. */
export function fields(parts: Readonly<Record<string, Part>>): Shape {
  return function* (value, place) {
    if (!isRecord(value)) return yield wrongKind(value, 'an object', place);
    const present = Object.entries(value).filter(([, member]) => member !== undefined);
    for (const [key, member] of present) {
      const path = [...place.path, key];
      const part = Object.hasOwn(parts, key) ? parts[key] : undefined;
      if (part === undefined) yield unknownKey(key, parts, value, path);
      else yield* part.shape(member, placeOf(part, path, place.whole));
    }
    for (const [key, part] of Object.entries(parts)) {
      if (part.optional === true || present.some(([name]) => name === key)) continue;
      const { path, means, instead } = placeOf(part, [...place.path, key], place.whole);
      yield { code: 'journey-shape', path, said: 'missing', why: `it is ${means}`, remedies: instead };
    }
  };
}

type Kind = 'text' | 'flag' | 'number' | 'list' | 'object' | 'none';

/** What may be written in several ways, told apart by its kind. */
export function either(kinds: Readonly<Partial<Record<Kind, Shape>>>, what: string): Shape {
  return function* (value, place) {
    const shape = kinds[kindOf(value)];
    if (shape === undefined) yield wrongKind(value, what, place);
    else yield* shape(value, place);
  };
}

/** What a number must be like. */
export interface NumberOptions {
  readonly code: JourneyCode;
  /** Completes "it is …". */
  readonly says: string;
  readonly fits: (value: number) => boolean;
  /** Numbers that may have been meant; the given one is undefined where it was no finite number. */
  readonly instead: (given: number | undefined, place: Place) => readonly number[];
}

/** A number. */
export function number({ code, says, fits, instead }: NumberOptions): Shape {
  return function* (value, place) {
    if (typeof value === 'number' && fits(value)) return;
    const read = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
    const given = typeof read === 'number' && Number.isFinite(read) ? read : undefined;
    const meant = given !== undefined && fits(given) ? [given] : [];
    yield {
      code,
      path: place.path,
      said: `${shown(value)} does not fit`,
      why: `it is ${says}`,
      remedies: () => [
        ...[...meant, ...instead(given, place)].map((each) => put(place.path, each)),
        ...place.instead(),
      ],
    };
  };
}

/** Where a part of an object stands. */
export function placeOf(part: Part, path: Path, whole: unknown): Place {
  const instead = (): Remedy[] => [
    ...(part.example === undefined ? [] : [put(path, part.example(whole, path))]),
    ...(part.optional === true ? [leaveOut(path)] : []),
  ];
  return { path, whole, means: part.means, instead };
}

function wrongKind(value: unknown, what: string, { path, means, instead }: Place): Mistake {
  const said = `${shown(value)} is not ${what}`;
  return { code: 'journey-shape', path, said, why: `it is ${means}`, remedies: instead };
}

function unknownKey(key: string, parts: Readonly<Record<string, Part>>, value: object, path: Path): Mistake {
  const known = Object.keys(parts);
  const [nearest = key] = nearestFirst(key, known);
  const free = !Object.hasOwn(value, nearest);
  const remedies = [...(free ? [rename(path, nearest)] : []), leaveOut(path)];
  const said = `no such part as ${shown(cut(key))}`;
  return { code: 'journey-shape', path, said, why: `the parts here are ${listed(known)}`, remedies: () => remedies };
}

function kindOf(value: unknown): Kind {
  if (typeof value === 'string') return 'text';
  if (typeof value === 'boolean') return 'flag';
  if (typeof value === 'number') return 'number';
  if (Array.isArray(value)) return 'list';
  return isRecord(value) ? 'object' : 'none';
}
