import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choice, fromFastCheck, integer, list, nullable, record, sample, tuple } from '../../src/arbitrary/index.js';
import { CohortCheckError } from '../../src/errors/index.js';

const pair = record()
  .field('a', integer({ min: 0, max: 1000 }))
  .field('b', ({ a }) => integer({ min: a, max: 1000 }));
const isFar = ({ a, b }: { a: number; b: number }): boolean => b - a > 5;

function shrunk<T>(
  arbitrary: fc.Arbitrary<T>,
  fails: (value: T) => boolean,
  parameters: fc.Parameters<[T]> = {},
): unknown {
  const run = fc.check(
    fc.property(arbitrary, (value) => !fails(value)),
    { seed: 3, numRuns: 1000, ...parameters },
  );
  expect(run.failed).toBe(true);
  return JSON.parse(JSON.stringify(run.counterexample?.[0]));
}

describe('keyed arbitraries inside those of fast-check', () => {
  it('shrink in fc.record', () => {
    expect(shrunk(fc.record({ pair, other: fc.nat() }), (value) => isFar(value.pair))).toEqual({
      pair: { a: 0, b: 6 },
      other: 0,
    });
  });

  it('shrink in fc.array', () => {
    expect(shrunk(fc.array(pair), (value) => value.some(isFar))).toEqual([{ a: 0, b: 6 }]);
  });

  it('shrink in fc.tuple', () => {
    expect(shrunk(fc.tuple(fc.string(), pair), (value) => isFar(value[1]))).toEqual(['', { a: 0, b: 6 }]);
  });

  it('shrink in fc.option', () => {
    expect(shrunk(fc.option(pair), (value) => value !== null && isFar(value))).toEqual({ a: 0, b: 6 });
  });

  it('shrink in fc.oneof', () => {
    expect(shrunk(fc.oneof(fc.string(), pair), (value) => typeof value !== 'string' && isFar(value))).toEqual({
      a: 0,
      b: 6,
    });
  });

  it('shrink as several arguments of one property', () => {
    const run = fc.check(
      fc.property(pair, integer({ min: 0, max: 99 }), (one, two) => !(isFar(one) && two > 10)),
      { seed: 3, numRuns: 1000 },
    );
    expect(run.counterexample).toEqual([{ a: 0, b: 6 }, 11]);
  });

  it('shrink through map, filter and chain of fast-check', () => {
    expect(
      shrunk(
        pair.map(({ a, b }) => b - a),
        (gap) => gap > 5,
      ),
    ).toBe(6);
    expect(
      shrunk(
        pair.filter(({ a }) => a % 2 === 1),
        isFar,
      ),
    ).toEqual({ a: 1, b: 7 });
    expect(
      shrunk(
        integer({ min: 0, max: 9 }).chain((a) => fc.constant([a])),
        ([a]) => a > 3,
      ),
    ).toEqual([4]);
  });

  it('replay from the seed and path of fast-check', () => {
    const property = fc.property(pair, (value) => !isFar(value));
    const run = fc.check(property, { seed: 12 });
    const again = fc.check(property, { seed: 12, path: run.counterexamplePath ?? '', endOnFailure: true });
    expect(again.counterexample).toEqual(run.counterexample);
  });
});

describe('arbitraries of fast-check inside keyed ones', () => {
  it('shrink in record, beside fields that depend on them', () => {
    const arbitrary = record()
      .field('low', fc.integer({ min: 0, max: 1000 }))
      .field('name', fc.string())
      .field('high', ({ low }) => fc.integer({ min: low, max: 2000 }));
    expect(shrunk(arbitrary, ({ low, high }) => high - low > 5)).toEqual({ low: 0, name: '', high: 6 });
  });

  it('shrink in list, tuple and nullable', () => {
    expect(shrunk(list(fc.nat({ max: 999 })), (value) => value.some((one) => one > 500))).toEqual([501]);
    expect(shrunk(tuple(fc.nat(), fc.boolean()), ([a]) => a > 10)).toEqual([11, false]);
    expect(shrunk(nullable(fc.nat()), (value) => value !== null && value > 10)).toBe(11);
  });

  it('recognise what went through JSON', () => {
    const arbitrary = record()
      .field('tags', fc.array(fc.string(), { maxLength: 3 }))
      .field('size', fc.record({ width: fc.nat(), height: fc.nat() }));
    for (const value of sample(arbitrary, { count: 50 })) {
      expect(arbitrary.accepts(JSON.parse(JSON.stringify(value)))).toBe(true);
    }
  });

  it('are refused with a way out where they do not recognise their own values', () => {
    const chained = fc.nat({ max: 9 }).chain((n) => fc.array(fc.nat(), { minLength: n, maxLength: n }));
    const mapped = fc.nat().map((n) => `number ${n}`);
    for (const arbitrary of [chained, mapped] as readonly fc.Arbitrary<unknown>[]) {
      for (const build of [
        () => fromFastCheck(arbitrary),
        () => list(arbitrary),
        () => record().field('a', arbitrary),
        () => nullable(arbitrary),
      ]) {
        expect(build).toThrow(CohortCheckError);
        expect(build).toThrow(/fromFastCheck\(…\): the arbitrary does not recognise its own value/);
        expect(build).toThrow(/map needs an unmapper, chain has none/);
        expect(build).toThrow(/record\(\)\.field\('a', …\)\.field\('b', \(\{ a \}\) => …\) in place of chain/);
      }
    }
  });

  it('are lifted once, so that constraints on them are remembered', () => {
    const arbitrary = fc.nat();
    expect(fromFastCheck(arbitrary)).toBe(fromFastCheck(arbitrary));
    const keyed = choice(['a']);
    expect(fromFastCheck(keyed)).toBe(keyed);
  });
});

describe('an example from a file', () => {
  const foreign = JSON.parse('{"b": 900, "a": 250}') as { a: number; b: number };

  it('shrinks in fc.assert, whatever its keys stand in', () => {
    expect(shrunk(pair, isFar, { numRuns: 1, examples: [[foreign]] })).toEqual({ a: 0, b: 6 });
    expect(() =>
      fc.assert(
        fc.property(pair, (value) => !isFar(value)),
        { numRuns: 1, examples: [[foreign]] },
      ),
    ).toThrow(/Counterexample: \[\{"a":0,"b":6\}\]/);
  });

  it('shrinks inside fc.array and fc.record', () => {
    expect(
      shrunk(fc.array(pair), (value) => value.some(isFar), { numRuns: 1, examples: [[[foreign, { a: 1, b: 2 }]]] }),
    ).toEqual([{ a: 0, b: 6 }]);
    expect(
      shrunk(fc.record({ pair }), (value) => isFar(value.pair), { numRuns: 1, examples: [[{ pair: foreign }]] }),
    ).toEqual({ pair: { a: 0, b: 6 } });
  });

  it('is left as it is where the arbitrary could not have drawn it', () => {
    const stray = { a: 5, b: 5000 };
    expect(shrunk(pair, isFar, { numRuns: 1, examples: [[stray]] })).toEqual(stray);
    expect(pair.mend(stray)).toEqual({ a: 5, b: 1000 });
  });
});
