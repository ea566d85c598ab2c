import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { ZodType } from 'zod';
import { health } from '../../arbitraries/index.js';
import { Source } from '../../src/index.js';
import { compiledShape } from '../../src/zod/compiledShape.js';

type Accepts = (value: unknown) => boolean;
type Path = readonly (string | number)[];
type Change = (value: unknown) => readonly unknown[];

const GONE = Symbol('gone');
const RUNS = 1200;

const models = await Promise.all(
  health.collections.map(async (collection) => {
    const { name, model } = collection;
    const schema: ZodType = await model.schema();
    const drawn = (seed: number): unknown => collection.arbitrary({}, { asOf: health.asOf }).draw(Source.of(seed));
    return { name, schema, drawn, accepts: compiledShape(schema) };
  }),
);

/** What may go wrong in one place, by name: the values that could stand there instead. */
const changes: Readonly<Record<string, Change>> = {
  'missing key': () => [GONE],
  'other type': () => [null, true, 0, '', [], {}, [[]], [null], undefined],
  'other text': (was) => (typeof was === 'string' ? [`${was} `, was.slice(1), was.toUpperCase(), 'other'] : []),
  'other digits': (was) => (typeof was === 'string' ? digitChanges(was) : []),
  'out of bounds': (was) => (typeof was === 'number' ? [-1 - was, was + 1e6, was + 0.0015, 1 / 0, Number.NaN] : []),
  'other date': (was) => (typeof was === 'string' && /^\d{4}-/.test(was) ? odd(was.slice(0, 10)) : []),
  'extra key': (was) =>
    isBraced(was) ? ['extra', '__proto__', 'constructor', '0'].map((key) => withKey(was, key)) : [],
  'extra item': (was) => (Array.isArray(was) ? [[...(was as unknown[]), was[0]], [...(was as unknown[]), {}], []] : []),
};

function digitChanges(text: string): string[] {
  return text
    .split('')
    .flatMap((one, at) =>
      /\d/.test(one) ? ['0', '9', '3', '٣'].map((digit) => text.slice(0, at) + digit + text.slice(at + 1)) : [],
    );
}

function odd(day: string): string[] {
  const year = day.slice(0, 4);
  const days = ['02-29', '02-30', '04-31', '00-10', '13-01', '1-01', '01-32'].map((rest) => `${year}-${rest}`);
  const times = [
    'T24:00:00Z',
    'T10:60:00Z',
    'T10:10:60Z',
    'T10:10:10',
    'T10:10Z',
    'T10:10:10.5Z',
    'T10:10:10+01:00',
    't10:10:10z',
  ];
  return [...days, ...days.map((one) => `${one}T10:10:10Z`), ...times.map((time) => day + time), `${day}\n`, day];
}

function isBraced(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function withKey(value: Readonly<Record<string, unknown>>, key: string): unknown {
  const copy = { ...value };
  Object.defineProperty(copy, key, { value: 'x', enumerable: true, configurable: true, writable: true });
  return copy;
}

function pathsIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => pathsIn(inner, [...path, key]))];
}

function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, key) => (inner as Readonly<Record<string, unknown>>)[key], value);
}

function replaced(root: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value;
  const inner = replaced((root as Readonly<Record<string, unknown>>)[key], rest, value);
  if (Array.isArray(root)) return inner === GONE ? root.toSpliced(Number(key), 1) : root.with(Number(key), inner);
  const entries = Object.entries(root as object).map(([name, was]) => [name, name === key ? inner : was] as const);
  return Object.fromEntries(entries.filter(([, member]) => member !== GONE));
}

/** A record of a model with one thing changed in one place. */
function spoilt(drawn: (seed: number) => unknown, change: Change): fc.Arbitrary<unknown> {
  return fc.tuple(fc.nat(400), fc.nat(), fc.nat()).map(([seed, place, which]) => {
    const record = drawn(seed);
    const places = pathsIn(record).filter((path) => change(at(record, path)).length > 0);
    const path = places[place % places.length] as Path;
    const others = change(at(record, path));
    return replaced(record, path, others[which % others.length]);
  });
}

/** @throws where the fast check accepts what the schema refuses. */
function expectNoMore(accepts: Accepts, schema: ZodType, values: fc.Arbitrary<unknown>, numRuns = RUNS): void {
  fc.assert(
    fc.property(values, (value) => !accepts(value) || schema.safeParse(value).success),
    { numRuns },
  );
}

describe.each(models)('compiledShape of $name', ({ schema, drawn, accepts }) => {
  it('accepts every record that is drawn, and every one that was read from a file', () => {
    for (let seed = 0; seed < 400; seed++) {
      expect(accepts(drawn(seed))).toBe(true);
      expect(accepts(JSON.parse(JSON.stringify(drawn(seed))))).toBe(true);
    }
  });

  it.each(Object.keys(changes))('accepts no record with one fault that the schema refuses: %s', (name) => {
    const values = spoilt(drawn, changes[name] as Change);
    expectNoMore(accepts, schema, values, RUNS / 4);
    // So many records do have a fault that a check which accepts all of them is caught.
    expect(() => expectNoMore(() => true, schema, values)).toThrow('Property failed');
  });

  it('accepts the keys in any order', () => {
    const turned = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(turned)
        : isBraced(value)
          ? Object.fromEntries(
              Object.entries(value)
                .toReversed()
                .map(([key, inner]) => [key, turned(inner)]),
            )
          : value;
    for (let seed = 0; seed < 50; seed++) expect(accepts(turned(drawn(seed)))).toBe(true);
  });

  it('accepts nothing else that the schema refuses', () => {
    expectNoMore(accepts, schema, fc.anything({ withNullPrototype: true, withSparseArray: true }));
  });
});

const tree = z.strictObject({
  size: z.int(),
  get kids() {
    return z.array(tree);
  },
});

/** Schema, values that the function must accept, values that it must not. Where it asks zod, it must agree with zod. */
const cases: readonly (readonly [string, ZodType, readonly unknown[], readonly unknown[]])[] = [
  ['an optional key', z.strictObject({ a: z.int().optional() }), [{}, { a: 1 }], [{ a: '1' }, { a: null }, { b: 1 }]],
  ['loose objects', z.looseObject({ a: z.int() }), [{ a: 1, b: 2 }], [{ b: 2 }, { a: 1.5 }]],
  ['objects that drop keys', z.object({ a: z.int() }), [{ a: 1, b: 2 }], [{ b: 2 }]],
  ['a catch-all', z.object({ a: z.int() }).catchall(z.int()), [{ a: 1, b: 2 }], [{ a: 1, b: 'x' }]],
  ['a refinement', z.strictObject({ a: z.int() }).refine(({ a }) => a > 3), [{ a: 4 }], [{ a: 3 }]],
  ['a refinement within', z.strictObject({ a: z.string().refine((s) => s === 'x') }), [{ a: 'x' }], [{ a: 'y' }, {}]],
  ['a default', z.strictObject({ a: z.int().default(3).nullable() }), [{ a: 4 }, { a: null }], [{ a: 'x' }]],
  ['coercion', z.strictObject({ a: z.coerce.number().min(3) }), [{ a: '4' }, { a: 4 }], [{ a: '2' }, { a: 'x' }]],
  ['a transformation', z.strictObject({ a: z.string().trim().min(1) }), [{ a: ' x ' }], [{ a: '  ' }]],
  ['a union', z.union([z.int(), z.string().min(2)]), [1, 'ab'], ['a', 1.5, null]],
  ['literals', z.literal([1, 'x', null]), [1, 'x', null], ['1', 2, undefined]],
  ['code points', z.string().min(3).max(4), ['abcde'.slice(1), '😀😀ab', 'abc'], ['😀b', '😀😀', 'ab', 'abcde']],
  ['sizes of lists', z.array(z.boolean()).min(1).max(2), [[true], [true, false]], [[], [true, true, true], [1]]],
  ['bounds that are left out', z.number().gt(0).lt(1), [0.5], [0, 1, Number.NaN, Infinity, '0.5']],
  ['steps', z.number().multipleOf(0.01), [0.07, 1.1, 2.03, -0.29], [0.071, Infinity]],
  ['other whole numbers', z.int32(), [1, -5], [2 ** 31, 0.5]],
  ['formats that are no pattern', z.strictObject({ a: z.url() }), [{ a: 'https://a.example' }], [{ a: 'x' }]],
  ['a format of one’s own', z.stringFormat('date', (text) => text === 'today'), ['today'], ['2025-03-31']],
  ['precision', z.iso.datetime({ precision: -1 }), ['2025-03-31T10:10Z'], ['2025-03-31T10:10:10Z']],
  ['any case', z.string().regex(/^a+$/giu), ['aAa', 'a'], ['ab']],
  ['maps', z.record(z.string(), z.int()), [{}, { a: 1 }], [{ a: 'x' }, [], null, new Map()]],
  ['maps of known keys', z.record(z.string().max(2), z.int()), [{ ab: 1 }], [{ abc: 1 }]],
  ['itself', tree, [{ size: 1, kids: [{ size: 2, kids: [] }] }], [{ size: 1, kids: [{ size: 2 }] }, { size: 1 }]],
  ['a key with quotes', z.strictObject({ '"]; throw 1; //': z.null() }), [{ '"]; throw 1; //': null }], [{}]],
];

describe('compiledShape', () => {
  it.each(cases)('understands %s', (_, schema, right, wrong) => {
    const accepts = compiledShape(schema);
    expect([right, wrong].map((values) => values.map((value) => schema.safeParse(value).success))).toEqual([
      right.map(() => true),
      wrong.map(() => false),
    ]);
    expect(right.filter((value) => !accepts(value))).toEqual([]);
    expect(wrong.filter(accepts)).toEqual([]);
  });

  it.each(cases)('accepts nothing that zod refuses: %s', (_, schema, right) => {
    const near = fc.constantFrom(...right).chain((value) => {
      const places = pathsIn(value).flatMap((path) =>
        Object.values(changes).flatMap((change) =>
          change(at(value, path)).map((other) => replaced(value, path, other)),
        ),
      );
      return fc.constantFrom(...places);
    });
    expectNoMore(compiledShape(schema), schema, fc.oneof(near, fc.anything()), 1000);
  });

  it('leaves symbols and prototypes to zod', () => {
    const schema = z.record(z.string(), z.int());
    const accepts = compiledShape(schema);
    const inherits = Object.create({ a: 'x' }) as object;
    for (const value of [{ [Symbol('a')]: 1 }, inherits]) expect(accepts(value)).toBe(false);
    expect(accepts(Object.assign(Object.create(null) as object, { a: 1 }))).toBe(true);
  });

  it('is zod itself where code may not be made from text', () => {
    const schema = z.strictObject({ a: z.int() });
    z.config({ jitless: true });
    try {
      expect([{ a: 1 }, {}, { a: undefined }].map(compiledShape(schema))).toEqual([true, false, false]);
    } finally {
      z.config({ jitless: false });
    }
  });
});
