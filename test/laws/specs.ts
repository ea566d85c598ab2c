/*
 * Declarations of every building block, with options that fast-check generates. A spec is plain data, so a failing one is
 * printed as it is and shrinks; `build` makes the arbitrary that it describes.
 */
import fc from 'fast-check';
import type { Arbitrary } from 'fast-check';
import {
  boolean,
  calendarDate,
  calendarDays,
  choice,
  decimal,
  fromFastCheck,
  instant,
  integer,
  list,
  nullable,
  oneOf,
  optional,
  record,
  scored,
  subset,
  tuple,
  uuid,
  weighted,
} from '../../src/arbitrary/index.js';
import type { KeyedArbitrary, RecordBuilder } from '../../src/arbitrary/index.js';
import { Source } from '../../src/source/index.js';

/** An arbitrary together with the words that a failing test prints for it. */
export class Made {
  readonly words: string;
  readonly arbitrary: KeyedArbitrary<unknown>;

  constructor(words: string, arbitrary: Arbitrary<unknown>) {
    this.words = words;
    this.arbitrary = fromFastCheck(arbitrary);
  }

  [fc.toStringMethod](): string {
    return this.words;
  }
}

function made<O>(name: string, options: Arbitrary<O>, make: (options: O) => Arbitrary<unknown>): Arbitrary<Made> {
  return options.map((given) => new Made(`${name}(${fc.stringify(given)})`, make(given)));
}

/** Bounds that lie anywhere, near together or far apart, and now and then on one point. */
function bounds(min: number, max: number): Arbitrary<{ min: number; max: number }> {
  const far = fc.tuple(fc.integer({ min, max }), fc.integer({ min, max }));
  const near = fc
    .tuple(fc.integer({ min, max }), fc.nat({ max: 5 }))
    .map(([a, width]): [number, number] => [a, Math.min(max, a + width)]);
  return fc.oneof(near, far).map(([a, b]) => ({ min: Math.min(a, b), max: Math.max(a, b) }));
}

const { MAX_SAFE_INTEGER: HUGE } = Number;
const smallInteger = fc.oneof(bounds(-20, 20), bounds(-1e6, 1e6));
const hugeInteger = fc
  .oneof(bounds(-HUGE, 0), bounds(0, HUGE), bounds(-(2 ** 51), 2 ** 51))
  .filter(({ min, max }) => max - min < HUGE);

export const integers = made(
  'integer',
  fc.tuple(fc.oneof(smallInteger, hugeInteger), fc.option(fc.maxSafeInteger(), { nil: undefined })),
  ([given, toward]) => integer({ ...given, ...(toward !== undefined && { toward }) }),
);

export const decimals = made(
  'decimal',
  fc
    .record({
      digits: fc.integer({ min: 0, max: 9 }),
      points: fc.oneof(bounds(-500, 500), bounds(-(2 ** 51), 2 ** 51)),
    })
    .chain(({ digits, points }) =>
      fc.option(fc.integer({ min: -500, max: 500 }), { nil: undefined }).map((toward) => ({
        digits,
        min: points.min / 10 ** digits,
        max: points.max / 10 ** digits,
        ...(toward !== undefined && { toward: toward / 10 ** digits }),
      })),
    ),
  (options) => decimal(options),
);

const date = fc
  .date({ min: new Date('0000-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59Z'), noInvalidDate: true })
  .map((value) => value.toISOString());
const nearDate = fc
  .date({ min: new Date('2024-02-20T00:00:00Z'), max: new Date('2024-03-10T00:00:00Z'), noInvalidDate: true })
  .map((value) => value.toISOString());
const dates = fc
  .tuple(fc.oneof(date, nearDate), fc.oneof(date, nearDate), fc.option(date, { nil: undefined }))
  .map(([a, b, toward]) => ({ min: a < b ? a : b, max: a < b ? b : a, toward }));

export const calendarDates = made('calendarDate', dates, ({ min, max, toward }) =>
  calendarDate({
    min: min.slice(0, 10),
    max: max.slice(0, 10),
    ...(toward !== undefined && { toward: toward.slice(0, 10) }),
  }),
);

export const instants = made(
  'instant',
  fc.tuple(dates, fc.constantFrom(1, 7, 60, 900, 3600, 86400)).map(([{ min, max, toward }, stepSeconds]) => {
    const far = { min, max, ...(toward !== undefined && { toward }), stepSeconds };
    const hasStep = Math.ceil(Date.parse(min) / 1000 / stepSeconds) <= Math.floor(Date.parse(max) / 1000 / stepSeconds);
    return hasStep ? far : { ...far, stepSeconds: 1, max: min, min: `${min.slice(0, 10)}T00:00:00Z` };
  }),
  (options) => instant(options),
);

const word = fc.string({ maxLength: 4, unit: 'binary' });
const json = fc.oneof(
  word,
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.dictionary(word, fc.integer()),
  fc.array(word),
);
const weight = fc.oneof(
  fc.nat({ max: 9 }),
  fc.double({ min: 0, max: 1e6, noNaN: true }),
  fc.constantFrom(Number.MIN_VALUE, 1e-200, 1e300),
);
const unique = <T>(values: readonly T[]): T[] => [
  ...new Map(values.map((value) => [JSON.stringify(value), value])).values(),
];

export const choices = made('choice', fc.array(json, { minLength: 1, maxLength: 20 }).map(unique), (values) =>
  choice(values),
);

export const weightedChoices = made(
  'weighted',
  fc
    .array(fc.tuple(word, weight), { minLength: 1, maxLength: 20 })
    .map((entries) =>
      [...new Map([...entries, ['certain', 1] as const])].map(([value, each]) => ({ value, weight: each })),
    ),
  (entries) => weighted(entries),
);

export const booleans = made(
  'boolean',
  fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined }),
  (share) => boolean(share),
);

export const uuids = made('uuid', fc.constant(undefined), () => uuid());

export const subsets = made(
  'subset',
  fc
    .tuple(fc.array(fc.oneof(word, fc.integer()), { maxLength: 12 }).map(unique), fc.nat(), fc.nat())
    .map(([items, a, b]) => {
      const [x, y] = [a % (items.length + 1), b % (items.length + 1)];
      return { items, minLength: Math.min(x, y), maxLength: Math.max(x, y) };
    }),
  ({ items, ...lengths }) => subset(items, lengths),
);

const share = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 1, Number.MIN_VALUE, 1e-200));
export const sharedSubsets = made(
  'subset',
  fc.tuple(fc.array(share, { maxLength: 12 }), fc.nat(), fc.nat()).map(([shares, a, b]) => {
    const most = shares.filter((one) => one > 0).length;
    const least = shares.filter((one) => one === 1).length;
    const [x, y] = [a % (shares.length + 1), b % (shares.length + 1)];
    return {
      shares: Object.fromEntries(shares.map((one, index) => [`item ${index}`, one])),
      minLength: Math.min(x, y, most),
      maxLength: Math.max(x, y, least),
    };
  }),
  ({ shares, ...lengths }) => subset(shares, lengths),
);

export const scores = made(
  'scored',
  fc.tuple(
    fc.array(fc.array(fc.tuple(weight, fc.nat({ max: 12 })), { minLength: 1, maxLength: 4 }), {
      minLength: 1,
      maxLength: 5,
    }),
    fc.nat(),
    fc.nat(),
  ),
  ([parts, a, b]) => {
    const whole = scored(
      Object.fromEntries(
        parts.map((options, part) => [
          `part ${part}`,
          [...options, [1, 3] as const].map(([each, points], value) => ({ value, weight: each, points })),
        ]),
      ),
    );
    // Bounds around two totals that do occur.
    const totals = [a, b].map((seed) => whole.total(whole.draw(keyOf(seed))));
    return whole.within({ min: Math.min(...totals), max: Math.max(...totals) });
  },
);

export const fastCheckOnes = fc
  .constantFrom<readonly [string, Arbitrary<unknown>]>(
    ['fc.integer', fc.integer({ min: -9, max: 99 })],
    ['fc.string', fc.string()],
    ['fc.boolean', fc.boolean()],
    ['fc.constantFrom', fc.constantFrom('a', 'b', 'c')],
    ['fc.array', fc.array(fc.nat({ max: 9 }), { maxLength: 4 })],
    ['fc.record', fc.record({ a: fc.nat({ max: 9 }), b: fc.string({ maxLength: 3 }) })],
    ['fc.tuple', fc.tuple(fc.nat(), fc.boolean())],
    ['fc.option', fc.option(fc.nat())],
    [
      'fc.date.map',
      fc.date({ min: new Date(0), max: new Date(1e12), noInvalidDate: true }).map(
        (value) => value.toISOString(),
        (text) => {
          if (typeof text !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text))
            throw new Error('no date');
          const value = new Date(text);
          if (Number.isNaN(value.getTime()) || value.toISOString() !== text) throw new Error('no date');
          return value;
        },
      ),
    ],
  )
  .map(([words, arbitrary]) => new Made(words, arbitrary));

export const leaves: Readonly<Record<string, Arbitrary<Made>>> = {
  integer: integers,
  decimal: decimals,
  calendarDate: calendarDates,
  instant: instants,
  choice: choices,
  weighted: weightedChoices,
  boolean: booleans,
  uuid: uuids,
  'subset of items': subsets,
  'subset by shares': sharedSubsets,
  scored: scores,
  fromFastCheck: fastCheckOnes,
};

/** A whole number from 0 to 9 that any JSON value has: what dependent declarations hang on. */
export function sizeOf(value: unknown): number {
  const text = JSON.stringify(value) ?? '';
  return typeof value === 'number' && Number.isFinite(value) ? Math.floor(Math.abs(value)) % 10 : text.length % 10;
}

function keyOf(seed: number): Source {
  return Source.of(seed);
}

export function listsOf(elements: Arbitrary<Made>): Arbitrary<Made> {
  return fc
    .record({
      element: elements,
      minLength: fc.nat({ max: 3 }),
      more: fc.nat({ max: 5 }),
      isUnique: fc.boolean(),
      isOrdered: fc.boolean(),
    })
    .map(({ element, minLength, more, isUnique, isOrdered }) => {
      const options = {
        // Uniqueness with few different elements leaves a longer list out of reach, which is an error of its own.
        minLength: isUnique ? 0 : minLength,
        maxLength: minLength + more,
        ...(isUnique && { uniqueBy: sizeOf }),
        ...(isOrdered && { orderedBy: sizeOf }),
      };
      const words = `${options.minLength}..${options.maxLength}${isUnique ? ', unique' : ''}${isOrdered ? ', ordered' : ''}`;
      return new Made(`list(${element.words}, ${words})`, list(element.arbitrary, options));
    });
}

export const dependentLists: Arbitrary<Made> = fc
  .record({
    way: fc.constantFrom('ascending', 'dates', 'records', 'shorter texts'),
    minLength: fc.nat({ max: 3 }),
    more: fc.nat({ max: 5 }),
    isUnique: fc.boolean(),
  })
  .map(({ way, minLength, more, isUnique }) => {
    const options = {
      minLength: isUnique ? 0 : minLength,
      maxLength: minLength + more,
      ...(isUnique && { uniqueBy: sizeOf }),
    };
    const words = `list(${way}, ${options.minLength}..${options.maxLength}${isUnique ? ', unique' : ''})`;
    return new Made(words, list<unknown>(ELEMENTS[way] as (before: readonly unknown[]) => Arbitrary<unknown>, options));
  });

const step = record<{ readonly at: number }>()
  .field('at', (_, { at }) => integer({ min: at, max: at + 20 }))
  .field('kind', ({ at }) => choice(['a', 'b', 'c', 'd'].slice(0, 1 + (at % 4))));

const ELEMENTS: Readonly<Record<string, (before: readonly unknown[]) => Arbitrary<unknown>>> = {
  ascending: (before) => integer({ min: Number(before.at(-1) ?? -5), max: 100 }),
  dates: (before) => {
    const last = before.at(-1);
    const day = typeof last === 'string' ? Date.parse(`${last}T00:00:00Z`) / 86_400_000 : 0;
    return calendarDays(day + 1, day + 40);
  },
  records: (before) => step.in((before.at(-1) as { at: number } | undefined) ?? { at: 0 }),
  'shorter texts': (before) => choice(['', 'a', 'b', 'c'].slice(0, Math.max(1, 4 - before.length))),
};

type Step = (builder: RecordBuilder<object>, name: string, above: readonly string[]) => RecordBuilder<object>;

/** Ways to add a field; those that depend on one look at the last field above, where there is one. */
function fieldsOf(nodes: Arbitrary<Made>): Arbitrary<readonly [string, Step]> {
  const hanging = (
    words: string,
    make: (size: number, value: unknown) => Arbitrary<unknown>,
  ): readonly [string, Step] => [
    words,
    (builder, name, names) =>
      builder.field(name, (above) => {
        const on = names.at(-1);
        const value = on === undefined ? 0 : (above as Readonly<Record<string, unknown>>)[on];
        return make(sizeOf(value), value);
      }),
  ];
  const inner = record<{ readonly size: number }>()
    .field('first', (_, { size }) => integer({ min: size, max: size + 9 }))
    .field('second', ({ first }) => optional(integer({ min: first, max: first + 9 })))
    .derived('sum', ({ first, second }) => first + (second ?? 0));
  const plain = nodes.map(({ words, arbitrary }): readonly [string, Step] => [
    words,
    (builder, name) => builder.field(name, arbitrary),
  ]);
  const maybe = nodes.map(({ words, arbitrary }): readonly [string, Step] => [
    `optional(${words})`,
    (builder, name) => builder.field(name, optional(arbitrary)),
  ]);
  const other = fc.constantFrom<readonly [string, Step]>(
    hanging('at least what is above', (size) => integer({ min: size, max: size + 50 })),
    hanging('at most what is above', (size) => integer({ min: -5, max: size })),
    hanging('as many as above says', (size) => list(integer({ min: 0, max: 9 }), { minLength: size, maxLength: size })),
    hanging('one of as many', (size) => choice(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'].slice(size))),
    hanging('a date after', (size) => calendarDays(size * 100, size * 100 + 60)),
    hanging('perhaps something', (size) => nullable(integer({ min: size, max: 20 }))),
    hanging('of a kind that hangs on above', (size) =>
      size % 2 === 0
        ? oneOf(integer({ min: size, max: 20 }), choice(['x', 'y']))
        : tuple(integer({ min: size, max: 9 }), boolean()),
    ),
    hanging('a record within', (size) => inner.in({ size })),
    hanging('records within', (size) => list(inner.in({ size }), { maxLength: 3 })),
    hanging('some of as many', (size) => subset(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'].slice(size))),
    [
      'derived',
      (builder, name, names) =>
        builder.derived(name, (above) => names.map((one) => sizeOf((above as Readonly<Record<string, unknown>>)[one]))),
    ],
    [
      'aim',
      (builder, name) =>
        builder
          .aim(name, integer({ min: 0, max: 12 }))
          .field(`${name} part`, (above) =>
            integer({ min: 0, max: (above as Readonly<Record<string, number>>)[name] ?? 0 }),
          )
          .field(`${name} rest`, (above) => {
            const values = above as Readonly<Record<string, number>>;
            return choice([(values[name] ?? 0) - (values[`${name} part`] ?? 0)]);
          })
          .derived(name, (above) => {
            const values = above as Readonly<Record<string, number>>;
            return (values[`${name} part`] ?? 0) + (values[`${name} rest`] ?? 0);
          }),
    ],
  );
  return fc.oneof({ arbitrary: plain, weight: 2 }, maybe, { arbitrary: other, weight: 5 });
}

export function recordsOf(nodes: Arbitrary<Made>): Arbitrary<Made> {
  return fc.array(fieldsOf(nodes), { maxLength: 5 }).map((steps) => {
    let builder: RecordBuilder<object> = record();
    const names: string[] = [];
    for (const [index, [, add]] of steps.entries()) {
      const name = NAMES[index] ?? `f${index}`;
      builder = add(builder, name, [...names]);
      names.push(name);
    }
    return new Made(`record(${steps.map(([words]) => words).join('; ')})`, builder);
  });
}

/** Names that an object has anyway, and one that JavaScript sorts to the front. */
const NAMES = ['a', 'constructor', '7', 'to/~', 'ü'];

const { node } = fc.letrec<{
  node: Made;
  leaf: Made;
  lists: Made;
  tuples: Made;
  maybes: Made;
  branches: Made;
  records: Made;
}>((tie) => ({
  leaf: fc.oneof(...Object.values(leaves)),
  lists: fc.oneof(listsOf(tie('node')), dependentLists),
  tuples: fc
    .array(tie('node'), { maxLength: 3 })
    .map((places) => new Made(`tuple(${wordsOf(places)})`, tuple(...places.map(({ arbitrary }) => arbitrary)))),
  maybes: fc
    .tuple(tie('node'), share)
    .map(
      ([inner, presentShare]) =>
        new Made(`nullable(${inner.words}, ${presentShare})`, nullable(inner.arbitrary, { presentShare })),
    ),
  branches: fc.array(fc.tuple(tie('node'), fc.nat({ max: 5 })), { minLength: 1, maxLength: 4 }).map((branches) => {
    const weighed = branches.map(([{ arbitrary }, each], index) => ({
      arbitrary,
      weight: index === 0 ? each + 1 : each,
    }));
    return new Made(`oneOf(${wordsOf(branches.map(([branch]) => branch))})`, oneOf(...weighed));
  }),
  records: recordsOf(tie('node')),
  node: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'node' },
    tie('leaf'),
    tie('lists'),
    tie('tuples'),
    tie('maybes'),
    tie('branches'),
    tie('records'),
  ),
}));

function wordsOf(parts: readonly Made[]): string {
  return parts.map(({ words }) => words).join(', ');
}

export const anyBlock: Arbitrary<Made> = node;
