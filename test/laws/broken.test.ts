import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choice, integer, KeyedArbitrary, list, record } from '../../src/arbitrary/index.js';
import { CohortCheckError } from '../../src/errors/index.js';
import { invariant } from '../../src/invariant/index.js';
import {
  adopts,
  checkLaws,
  closed,
  descends,
  lawNames,
  LAWS,
  mends,
  rejects,
  replays,
  sound,
  stable,
} from '../../src/laws/index.js';
import type { LawName } from '../../src/laws/index.js';
import { Source } from '../../src/source/index.js';

/** Whole numbers from 0 to 99, as they should be; each test breaks one verb. */
class Numbers extends KeyedArbitrary<number> {
  override draw(source: Source, _bias?: number): number {
    return source.below(100);
  }

  override accepts(value: unknown): value is number {
    return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 100;
  }

  override *smaller(value: number): Iterable<number> {
    for (let half = value; half > 0; half = Math.floor(half / 2)) yield value - half;
  }

  override mend(value: unknown): number {
    return this.accepts(value) ? value : 0;
  }

  override compare(a: number, b: number): number | undefined {
    return a - b;
  }
}

type Verbs = Partial<Pick<Numbers, 'draw' | 'accepts' | 'smaller' | 'mend' | 'compare'>>;

function broken(verbs: Verbs): Numbers {
  return Object.assign(new Numbers(), verbs);
}

/** The error that a law throws; fails the test where it throws none. */
function caught(check: () => void): CohortCheckError {
  try {
    check();
  } catch (error) {
    if (error instanceof CohortCheckError) return error;
    throw error;
  }
  throw new Error('the law did not notice');
}

function expectCaught(law: LawName, check: () => void, words: RegExp): void {
  const error = caught(check);
  expect(error.code).toBe(`law-${law}`);
  expect(error.message).toMatch(words);
  expect(error.message).toContain(LAWS[law]);
}

describe('the laws', () => {
  it('are named in the order in which they run', () => {
    expect(lawNames).toEqual(['replays', 'sound', 'adopts', 'closed', 'descends', 'mends', 'stable', 'rejects']);
  });

  it('find nothing wrong with an arbitrary that keeps them', () => {
    expect(() => checkLaws(new Numbers())).not.toThrow();
  });

  it('say which seed and run broke them, and the call that repeats it', () => {
    const odd = broken({ accepts: (value): value is number => typeof value === 'number' && value !== 17 });
    const { message } = caught(() => sound(odd, { seed: 5, runs: 500 }));
    const again = /sound\(…, \{ seed: (\d+), from: (\d+), runs: 1 \}\)/.exec(message);
    expect(again).not.toBeNull();
    const [seed, from] = [Number(again?.[1]), Number(again?.[2])];
    expect(caught(() => sound(odd, { seed, from, runs: 1 })).message).toBe(message);
    expect(message).toMatch(
      /^law-sound {2}sound\(…\): .*\n {2}where .*seed 5, run \d+, value \d+\n {2}why .*\n {2}try /,
    );
  });

  it('run one after the other in checkLaws, which leaves out what it is told to', () => {
    const odd = broken({ mend: () => 5 });
    expect(caught(() => checkLaws(odd)).code).toBe('law-mends');
    expect(() => checkLaws(odd, { except: ['mends'] })).not.toThrow();
  });

  it('take plain fast-check arbitraries as well', () => {
    expect(() => checkLaws(fc.array(fc.nat()))).not.toThrow();
  });
});

describe('replays', () => {
  it('catches an arbitrary that counts its draws', () => {
    let count = 0;
    expectCaught('replays', () => replays(broken({ draw: () => count++ % 100 })), /when drawn in another order/);
  });

  it('catches an arbitrary that remembers what it drew last', () => {
    let last = 0;
    const draw = (source: Source): number => {
      const value = source.below(50) + (last > 25 ? 50 : 0);
      last = value % 50;
      return value;
    };
    expectCaught('replays', () => replays(broken({ draw })), /the same key gave/);
  });

  it('catches an arbitrary that changes once something was mended', () => {
    let isMended = false;
    const mend = (value: unknown): number => {
      isMended = true;
      return typeof value === 'number' ? value : 0;
    };
    expectCaught(
      'replays',
      () => replays(broken({ draw: (source) => source.below(50) + (isMended ? 50 : 0), mend })),
      /after other draws/,
    );
  });

  const surroundings: readonly (readonly [string, () => unknown])[] = [
    ['the clock by Date.now', () => Date.now()],
    ['the clock by new Date()', () => new Date().getTime()],
    ['the clock by Date()', () => Date()],
    ['the time zone', () => new Date(2025, 5, 15, 12).getTime()],
    ['the locale of numbers', () => (1234.5).toLocaleString()],
    ['the locale of dates', () => new Date(0).toLocaleDateString()],
    ['the locale of upper case', () => 'i'.toLocaleUpperCase()],
    ['the locale of formats', () => new Intl.NumberFormat().format(1234.5)],
    ['Math.random', () => Math.random()],
  ];
  for (const [name, read] of surroundings) {
    it(`catches an arbitrary that reads ${name}`, () => {
      const draw = (source: Source): number => source.below(100) + Source.of(0).child(String(read())).below(1e9);
      expectCaught('replays', () => replays(broken({ draw })), /the same key gave/);
    });
  }

  it('catches an arbitrary whose accepts reads the time zone', () => {
    const noon = new Date(2025, 5, 15, 12).getTime();
    const accepts = (value: unknown): value is number =>
      typeof value === 'number' && noon === new Date(2025, 5, 15, 12).getTime();
    expectCaught('replays', () => replays(broken({ accepts })), /accepts says false under Pacific\/Kiritimati/);
  });

  it('catches an arbitrary whose smaller reads the locale', () => {
    const smaller = (value: number): Iterable<number> => ((1.5).toLocaleString() === '1.5' && value > 0 ? [0] : []);
    expectCaught('replays', () => replays(broken({ smaller })), /smaller begins with/);
  });

  it('puts clock, time zone, locale and Math.random back in place', () => {
    const before = [
      Date,
      Math.random,
      Intl.NumberFormat,
      Object.getOwnPropertyDescriptors(Number.prototype),
      process.env['TZ'],
    ];
    replays(new Numbers());
    caught(() => replays(broken({ draw: () => Math.random() })));
    expect([
      Date,
      Math.random,
      Intl.NumberFormat,
      Object.getOwnPropertyDescriptors(Number.prototype),
      process.env['TZ'],
    ]).toEqual(before);
  });
});

describe('sound', () => {
  it('catches a draw that is not accepted', () => {
    expectCaught(
      'sound',
      () => sound(broken({ draw: (source) => source.below(101) }), { runs: 1000 }),
      /the draw is not accepted/,
    );
  });

  it('catches an edge case that is not accepted', () => {
    const draw = (source: Source, bias?: number): number => (bias === undefined ? source.below(100) : 100);
    expectCaught('sound', () => sound(broken({ draw })), /the draw is not accepted/);
  });

  it('catches a candidate that is not accepted', () => {
    expectCaught(
      'sound',
      () => sound(broken({ smaller: (value) => [value - 50] })),
      /the candidate -\d+ is not accepted/,
    );
  });

  it('catches a candidate that does not fit the schema', () => {
    const schema = { safeParse: (value: unknown) => ({ success: value !== 0, error: new Error('not zero') }) };
    expectCaught('sound', () => sound(new Numbers(), { schema }), /the candidate 0 does not fit the schema: not zero/);
  });

  it('catches a draw that violates an invariant', () => {
    expectCaught(
      'sound',
      () => sound(new Numbers(), { invariants: [below(50)] }),
      /violates below-50 at '': \d+ is too much/,
    );
  });
});

describe('adopts', () => {
  it('catches values that JSON changes', () => {
    const dates = fc.date({ noInvalidDate: true });
    expectCaught('adopts', () => adopts(dates), /JSON turns the draw into/);
  });

  it('catches values that have no JSON', () => {
    expectCaught('adopts', () => adopts(fc.constant(() => 1)), /the draw has no JSON/);
  });

  it('catches an arbitrary that recognises its own objects alone', () => {
    expectCaught('adopts', () => adopts(fc.constantFrom({ a: 1 }, { a: 2 })), /not accepted once it went through JSON/);
  });

  it('catches an arbitrary that minds the order of keys', () => {
    class Picky extends Things {
      override accepts(value: unknown): value is Thing {
        return super.accepts(value) && Object.keys(value)[0] === 'a';
      }
    }
    expectCaught('adopts', () => adopts(new Picky()), /has its keys in another order/);
  });

  it('catches an arbitrary that shrinks its own objects better', () => {
    const own = new WeakSet<object>();
    class Proud extends Things {
      override draw(source: Source): Thing {
        const thing = super.draw(source);
        own.add(thing);
        return thing;
      }

      override *smaller(value: Thing): Iterable<Thing> {
        if (own.has(value)) yield* super.smaller(value);
      }
    }
    expectCaught('adopts', () => adopts(new Proud()), /no longer shrinks to/);
  });
});

describe('closed', () => {
  it('catches candidates of candidates that are not accepted', () => {
    const smaller = (value: number): Iterable<number> => (value > 50 ? [40] : value === 40 ? [-1] : []);
    expect(() => sound(broken({ smaller }), { runs: 20 })).not.toThrow();
    expectCaught('closed', () => closed(broken({ smaller })), /-1, a candidate of 40 after 1 steps, is not accepted/);
  });
});

describe('descends', () => {
  it('catches a candidate that is not simpler', () => {
    expectCaught(
      'descends',
      () => descends(broken({ smaller: (value) => (value < 99 ? [value + 1] : []) })),
      /is not simpler: compare says 1/,
    );
  });

  it('catches the value itself as its candidate', () => {
    expectCaught('descends', () => descends(broken({ smaller: (value) => [value] })), /is not simpler: compare says 0/);
  });

  it('catches a measure that says the same both ways', () => {
    expectCaught(
      'descends',
      () => descends(broken({ compare: (a, b) => (a === b ? 0 : -1) })),
      /-1 the other way round/,
    );
  });

  it('catches a measure that is no number', () => {
    expectCaught('descends', () => descends(broken({ compare: () => Number.NaN })), /compare says NaN/);
  });

  it('catches a circle where no measure is stated', () => {
    const circling = broken({ smaller: (value) => [(value + 1) % 7], compare: (a, b) => (a === b ? 0 : undefined) });
    expectCaught('descends', () => descends(circling), /shrinking comes back to \d/);
  });

  it('catches a way down without end', () => {
    const endless = broken({ smaller: (value) => [value / 2], compare: (a, b) => (a === b ? 0 : undefined) });
    expectCaught('descends', () => descends(endless, { steps: 50 }), /has not ended after 50 steps/);
  });
});

describe('mends', () => {
  it('catches a mended value that is not accepted', () => {
    expectCaught(
      'mends',
      () => mends(broken({ mend: (value) => (typeof value === 'number' ? value : 0) })),
      /which is not accepted/,
    );
  });

  it('catches an accepted value that is mended to another one', () => {
    expectCaught('mends', () => mends(broken({ mend: () => 5 })), /mending turns the draw into 5/);
  });

  it('catches garbage that it cannot take', () => {
    const mend = (value: unknown): number => Math.min(99, Math.abs(Math.round((value as number) - 0))) || 0;
    expectCaught('mends', () => mends(broken({ mend }), { runs: 1000 }), /throws|not accepted|mended to/);
  });

  it('catches mending that is not the same each time', () => {
    let count = 0;
    const numbers = new Numbers();
    const mend = (value: unknown): number => (numbers.accepts(value) ? value : count++ % 100);
    expectCaught('mends', () => mends(broken({ mend })), /and then to/);
  });

  it('catches mending that changes what it was given', () => {
    class Rough extends Things {
      override mend(value: unknown): Thing {
        if (this.accepts(value)) return value;
        if (typeof value === 'object' && value !== null && Object.isExtensible(value)) Reflect.set(value, 'seen', true);
        return { a: 0, b: 0 };
      }
    }
    expectCaught('mends', () => mends(new Rough()), /changed it to/);
  });
});

describe('stable', () => {
  const before = record()
    .field('a', integer({ min: 0, max: 999 }))
    .field('b', integer({ min: 0, max: 999 }));

  it('finds nothing wrong with records that differ in other fields', () => {
    const after = record()
      .field('c', choice(['x', 'y']))
      .field('b', integer({ min: 0, max: 999 }))
      .field('a', integer({ min: 0, max: 999 }));
    expect(() => stable(before)).not.toThrow();
    expect(() => stable(before, { after })).not.toThrow();
  });

  it('catches fields that are drawn in a row from one source', () => {
    const inARow = (names: readonly string[]): KeyedArbitrary<object> =>
      Object.assign(new Things(), {
        draw: (source: Source) => Object.fromEntries(names.map((name) => [name, source.below(100)])),
      });
    expectCaught('stable', () => stable(inARow(['a', 'b']), { after: inARow(['c', 'a', 'b']) }), /a became \d+ when/);
    expect(() => stable(inARow(['a', 'b']), { after: inARow(['a', 'b', 'c']) })).not.toThrow();
  });

  it('catches a field that was declared anew, unless it is named', () => {
    const after = record()
      .field('a', integer({ min: 0, max: 9 }))
      .field('b', integer({ min: 0, max: 999 }));
    expectCaught('stable', () => stable(before, { after }), /a became/);
    expect(() => stable(before, { after, except: ['a'] })).not.toThrow();
  });

  it('asks for a second record where it cannot add a field itself', () => {
    expect(caught(() => stable(fc.record({ a: fc.nat() }))).message).toContain('stable(before, { after })');
  });
});

describe('rejects', () => {
  const arbitrary = integer({ min: 0, max: 49 });

  it('finds nothing wrong with breakers that do what they say', () => {
    expect(() => rejects({ arbitrary, invariants: [below(50), even()] })).toThrow(/even/);
    expect(() => rejects({ arbitrary, invariants: [below(50)] })).not.toThrow();
  });

  it('catches a breaker whose value breaks nothing', () => {
    expectCaught(
      'rejects',
      () => rejects({ arbitrary, invariants: [{ ...below(50), breaker: (value) => value }] }),
      /below-50 does not catch/,
    );
  });

  it('catches a breaker whose value breaks another rule as well', () => {
    expectCaught('rejects', () => rejects({ arbitrary, invariants: [below(50), below(60)] }), /also violates below-60/);
  });

  it('catches a breaker whose value is accepted', () => {
    const wide = integer({ min: 0, max: 1000 });
    expectCaught('rejects', () => rejects({ arbitrary: wide, invariants: [below(50)] }), /is accepted/);
  });

  it('lets the value of a warning be accepted', () => {
    const wide = integer({ min: 0, max: 1000 });
    expect(() => rejects({ arbitrary: wide, invariants: [{ ...below(50), severity: 'warning' }] })).not.toThrow();
  });

  it('catches a breaker that finds no place in any value, though not in a single one', () => {
    const idle = { ...below(50), breaker: () => undefined };
    expectCaught('rejects', () => rejects({ arbitrary, invariants: [idle] }), /passed over every value/);
    expect(() => rejects({ arbitrary, invariants: [idle] }, { runs: 1 })).not.toThrow();
  });

  it('catches a breaker that is not pure', () => {
    let count = 0;
    const moody = { ...below(50), breaker: () => 100 + count++ };
    expectCaught('rejects', () => rejects({ arbitrary, invariants: [moody] }), /another value for the same key/);
  });

  it('catches a breaker that changes the value that it was given', () => {
    const lists = list(integer({ min: 0, max: 9 }), { minLength: 1 });
    const sized = invariant<number[]>({
      id: 'at-most-ten',
      sentence: 'at most ten',
      check: (value, report) => value.length > 10 && report('', 'too many', value.length, 10),
      breaker: (value) => {
        while (value.length < 11) value.push(0);
        return value;
      },
    });
    expectCaught('rejects', () => rejects({ arbitrary: lists, invariants: [sized] }), /changed the value/);
  });
});

function below(limit: number) {
  return invariant<number>({
    id: `below-${limit}`,
    sentence: `less than ${limit}`,
    check: (value, report) => {
      if (value >= limit) report('', `${value} is too much`, value, `less than ${limit}`);
    },
    breaker: (value, source) => limit + 10 + source.below(50) + (value % 2),
  });
}

function even() {
  return invariant<number>({
    id: 'even',
    sentence: 'an even number',
    check: (value, report) => {
      if (value % 2 !== 0) report('', `${value} is odd`, value, 'an even number');
    },
    breaker: (value) => value + 1,
  });
}

interface Thing {
  readonly a: number;
  readonly b: number;
}

/** Records of two numbers, as they should be. */
class Things extends KeyedArbitrary<Thing> {
  override draw(source: Source): Thing {
    return { a: source.below(100), b: source.below(100) };
  }

  override accepts(value: unknown): value is Thing {
    if (typeof value !== 'object' || value === null || Object.keys(value).length !== 2) return false;
    const { a, b } = value as Partial<Thing>;
    return Number.isInteger(a) && Number.isInteger(b);
  }

  override *smaller(value: Thing): Iterable<Thing> {
    if (value.a > 0) yield { a: 0, b: value.b };
    if (value.b > 0) yield { a: value.a, b: 0 };
  }

  override mend(value: unknown): Thing {
    return this.accepts(value) ? value : { a: 0, b: 0 };
  }
}
