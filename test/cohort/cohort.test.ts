import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choice, cohort, CohortCheckError, integer, record, Source } from '../../src/index.js';

const person = record()
  .field('kind', choice({ a: 0.6, b: 0.3, c: 0.1 }))
  .field('age', ({ kind }) => (kind === 'a' ? integer({ min: 20, max: 39 }) : integer({ min: 30, max: 59 })))
  .field('points', integer({ min: 0, max: 9 }))
  .derived('isHigh', ({ points }) => points >= 7);
type Person = ReturnType<typeof person.draw>;

const decade = {
  of: ({ age }: Person) => `${Math.floor(age / 10)}0s`,
  pin: (label: string) => ({ age: { min: Number.parseInt(label, 10), max: Number.parseInt(label, 10) + 9 } }),
};
const targets = {
  kind: { a: 0.5, b: 0.3, c: 0.2 },
  decade: { ...decade, shares: { '20s': 0.25, '30s': 0.4, '40s': 0.25, '50s': 0.1 } },
  isHigh: { true: 0.2, false: 0.8 },
};

function counts(people: readonly Person[], label: (person: Person) => unknown): Record<string, number> {
  const found: Record<string, number> = {};
  for (const one of people) found[String(label(one))] = (found[String(label(one))] ?? 0) + 1;
  return found;
}

describe('cohort', () => {
  it('hits fields, functions and derived fields exactly, all at once, from every seed', () => {
    for (let seed = 0; seed < 50; seed++) {
      const people = [...cohort({ of: person, size: 100, seed, targets })];
      expect(counts(people, ({ kind }) => kind)).toEqual({ a: 50, b: 30, c: 20 });
      expect(counts(people, decade.of)).toEqual({ '20s': 25, '30s': 40, '40s': 25, '50s': 10 });
      expect(counts(people, ({ isHigh }) => isHigh)).toEqual({ true: 20, false: 80 });
      for (const one of people) expect(person.accepts(one)).toBe(true);
    }
  });

  it('takes counts as targets', () => {
    const people = [...cohort({ of: person, size: 7, seed: 1, targets: { kind: { counts: { a: 4, b: 2, c: 1 } } } })];
    expect(counts(people, ({ kind }) => kind)).toEqual({ a: 4, b: 2, c: 1 });
  });

  it('hits a function of the record that cannot be pinned, by drawing again', () => {
    const parity = { of: ({ age }: Person) => (age % 2 === 0 ? 'even' : 'odd'), shares: { even: 0.9, odd: 0.1 } };
    const people = [...cohort({ of: person, size: 200, seed: 3, targets: { parity, kind: targets.kind } })];
    expect(counts(people, parity.of)).toEqual({ even: 180, odd: 20 });
  });

  it('keeps record i at any size, unless it lies in the last, partial block', () => {
    const small = cohort({ of: person, size: 250, seed: 9, targets });
    const large = cohort({ of: person, size: 10_000, seed: 9, targets });
    for (let index = 0; index < 240; index++) expect(large.at(index)).toEqual(small.at(index));
  });

  it('makes record i without the ones before it, and the same in any order', () => {
    const whole = [...cohort({ of: person, size: 300, seed: 5, targets })];
    const backwards = cohort({ of: person, size: 300, seed: 5, targets });
    for (let index = 299; index >= 0; index--) expect(backwards.at(index)).toEqual(whole[index]);
  });

  it('gives different cohorts for different seeds, and takes its name and version into the key', () => {
    const texts = [{ seed: 1 }, { seed: 2 }, { seed: 1, version: 2 }, { seed: 1, name: 'other' }].map((key) =>
      JSON.stringify([...cohort({ of: person, size: 20, targets, ...key })]),
    );
    expect(new Set(texts).size).toBe(4);
  });

  it('needs no targets', () => {
    expect([...cohort({ of: person, size: 3, seed: 1 })].every((one) => person.accepts(one))).toBe(true);
    expect([...cohort({ of: person, size: 0, seed: 1, targets })]).toEqual([]);
  });

  it('is an arbitrary: each draw another exact cohort', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(cohort({ of: person, size: 20, targets: { kind: targets.kind } }), (people) => {
        seen.add(JSON.stringify(people));
        expect(counts(people, ({ kind }) => kind)).toEqual({ a: 10, b: 6, c: 4 });
      }),
      { numRuns: 30, seed: 1 },
    );
    expect(seen.size).toBe(30);
  });

  it('is pinned by a seed: every draw is that cohort', () => {
    const pinned = cohort({ of: person, size: 20, seed: 4, targets });
    expect(pinned.draw(Source.of(1))).toEqual(pinned.draw(Source.of(2), 2));
    expect(pinned.draw(Source.of(1))).toEqual([...pinned]);
  });
});

describe('cohort shrinking', () => {
  function minimum(shrink: 'records' | 'exact', seed: number, fails: (people: readonly Person[]) => boolean): Person[] {
    const arbitrary = cohort({ of: person, size: 40, shrink, targets: { kind: { a: 0.5, b: 0.25, c: 0.25 } } });
    const result = fc.check(
      fc.property(arbitrary, (people) => !fails(people)),
      { seed, numRuns: 20 },
    );
    return result.counterexample?.[0] ?? [];
  }
  const isOld = ({ age }: Person): boolean => age >= 45;

  it('drops records, then simplifies the others', () => {
    for (let seed = 0; seed < 20; seed++) {
      const two = minimum('records', seed, (people) => people.filter(isOld).length >= 2);
      expect(two).toEqual([
        { kind: 'b', age: 45, points: 0, isHigh: false },
        { kind: 'b', age: 45, points: 0, isHigh: false },
      ]);
    }
  });

  it('visits only exact cohorts on request', () => {
    for (let seed = 0; seed < 20; seed++) {
      const visited: Person[][] = [];
      const smallest = minimum('exact', seed, (people) => {
        visited.push([...people]);
        return people.filter(isOld).length >= 1;
      });
      for (const people of visited) {
        const { a = 0, b = 0, c = 0 } = counts(people, ({ kind }) => kind);
        for (const [found, share] of [
          [a, 0.5],
          [b, 0.25],
          [c, 0.25],
        ] as const) {
          expect(Math.abs(found - share * people.length)).toBeLessThan(1);
        }
      }
      // One record alone is `a`, who cannot be that old; of two, the other one can.
      expect(smallest.map(({ kind }) => kind).toSorted()).toEqual(['a', 'b']);
      expect(smallest.filter(isOld)).toEqual([{ kind: 'b', age: 45, points: 0, isHigh: false }]);
    }
  });

  it('takes and shrinks a cohort that came from JSON', () => {
    const arbitrary = cohort({ of: person, size: 40, targets });
    const foreign: unknown = JSON.parse(JSON.stringify(arbitrary.draw(Source.of(8))));
    expect(arbitrary.accepts(foreign)).toBe(true);
    if (arbitrary.accepts(foreign)) expect([...arbitrary.smaller(foreign)][0]).toEqual([]);
    expect(arbitrary.accepts([{ kind: 'z' }])).toBe(false);
    expect(arbitrary.accepts(arbitrary.mend([{ kind: 'z' }, 7]))).toBe(true);
  });
});

describe('cohort errors', () => {
  const make = (options: object): string => {
    try {
      cohort({ of: person, size: 100, seed: 1, ...options });
    } catch (error) {
      if (error instanceof CohortCheckError) return error.message;
      throw error;
    }
    return 'no error';
  };

  it('names an unknown margin, and the known ones', () => {
    expect(make({ targets: { colour: { red: 1 } } })).toMatch(/targets\.colour[^]*kind, ?|"kind"/);
  });

  it('names a label that no record has', () => {
    expect(make({ targets: { kind: { a: 0.5, z: 0.5 } } })).toMatch(/z/);
  });

  it('refuses shares that do not add up, negative and infinite ones', () => {
    expect(make({ targets: { kind: { a: 0.5, b: 0.4 } } })).toMatch(/0\.9/);
    expect(make({ targets: { kind: { a: 1.5, b: -0.5 } } })).toMatch(/-0\.5/);
    expect(make({ targets: { kind: { a: Infinity } } })).toMatch(/Infinity/);
    expect(make({ targets: { kind: { a: Number.NaN } } })).toMatch(/NaN/);
  });

  it('refuses sizes that are no numbers of records', () => {
    expect(make({ size: -1 })).toMatch(/-1/);
    expect(make({ size: 1.5 })).toMatch(/1\.5/);
  });

  it('names targets that clash, and the nearest counts that do not', () => {
    const message = make({
      targets: {
        kind: { a: 0.9, b: 0.1 },
        decade: { ...decade, shares: { '30s': 0.5, '50s': 0.5 } },
      },
    });
    expect(message).toMatch(/^target-clash/);
    expect(message).toMatch(/kind a: 90 of 100 wanted, 50 possible/);
    expect(message).toMatch(/the nearest that fits \(50 and 50 of 100\)/);
  });

  it('says which combination a prior allows and the arbitrary cannot make', () => {
    const impossible = cohort({
      of: person,
      size: 40,
      seed: 1,
      prior: () => 1,
      targets: { kind: { a: 0.5, b: 0.5 }, decade: { ...decade, shares: { '20s': 0.5, '50s': 0.5 } } },
    });
    expect(() => [...impossible]).toThrow(/^target-out-of-reach {2}cohort\(…\): no record with kind /);
  });

  it('refuses a size, a seed and an index that no cohort has, in its own words', () => {
    expect(make({ size: 2 ** 40 })).toMatch(/^target-size {2}cohort\(\{ size: 1099511627776 \}\)/);
    expect(make({ seed: 1.5 })).toMatch(/^bad-seed {2}seed: 1\.5/);
    for (const kinds of [{}, { targets }]) {
      const few = cohort({ of: person, size: 5, seed: 1, ...kinds });
      for (const index of [5, -1, 0.5, Number.NaN]) expect(() => few.at(index)).toThrow(/^record-index {2}record /);
    }
  });

  it('refuses an unknown way of shrinking', () => {
    expect(make({ shrink: 'all' })).toMatch(/shrink/);
  });
});
