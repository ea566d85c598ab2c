import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Key, Source } from '../../src/source/index.js';
import { chiSquare, chiSquareLimit, tally } from './statistics.js';

const DRAWS = 100_000;

function* drawsOf(source: Source, count: number): Iterable<number> {
  for (let index = 0; index < count; index++) yield source.next();
}

/** Far more than chance: about one in 10^6 for a share of one half over so many draws. */
function expectHalf(count: number, draws: number, what: string): void {
  expect(Math.abs(count / draws - 0.5) * 2 * Math.sqrt(draws), what).toBeLessThan(5);
}

describe('Source', () => {
  it('gives the same for the same seed and path, whatever was drawn before', () => {
    fc.assert(
      fc.property(
        fc.maxSafeInteger(),
        fc.array(fc.oneof(fc.nat(), fc.string())),
        fc.nat({ max: 9 }),
        (seed, path, before) => {
          const fresh = path.reduce<Source>((source, step) => source.child(step), Source.of(seed));
          const used = path.reduce<Source>((source, step) => {
            for (let index = 0; index < before; index++) source.child(index).next();
            for (const _ of drawsOf(source, before)) source.child('x');
            return source.child(step);
          }, Source.of(seed));
          expect([...drawsOf(fresh, 3)]).toEqual([...drawsOf(used, 3)]);
        },
      ),
      { seed: 1 },
    );
  });

  it('gives signed whole numbers of 32 bits', () => {
    const values = [...drawsOf(Source.of(1), DRAWS)];
    expect(values.every((value) => Number.isInteger(value) && value >= -0x80000000 && value <= 0x7fffffff)).toBe(true);
    expect(values.some((value) => value < 0)).toBe(true);
  });

  const streams: readonly (readonly [string, () => Iterable<number>])[] = [
    ['in one stream', () => drawsOf(Source.of(1), DRAWS)],
    ['in the first draws of seeds in a row', () => Array.from({ length: DRAWS }, (_, seed) => Source.of(seed).next())],
    [
      'in the first draws of records in a row',
      () => {
        const root = Source.of(1).child('customer');
        return Array.from({ length: DRAWS }, (_, index) => root.childAt(index).child('age').next());
      },
    ],
    [
      'in the first draws of fields by name',
      () => Array.from({ length: DRAWS }, (_, index) => Source.of(1).child(`field ${index}`).next()),
    ],
    [
      'in the first draws of seeds that are multiples of 2^32',
      () => Array.from({ length: DRAWS }, (_, index) => Source.of(index * 2 ** 32).next()),
    ],
  ];
  for (const [name, stream] of streams) {
    it(`sets each bit half of the time ${name}`, () => {
      const ones = Array<number>(32).fill(0);
      for (const value of stream()) {
        for (let bit = 0; bit < 32; bit++) ones[bit] = (ones[bit] ?? 0) + ((value >>> bit) & 1);
      }
      ones.forEach((count, bit) => expectHalf(count, DRAWS, `bit ${bit}`));
    });

    it(`spreads high and low bytes evenly ${name}`, () => {
      const values = [...stream()];
      const even = Array<number>(256).fill(DRAWS / 256);
      for (const shift of [0, 24]) {
        const counts = tally(
          values.map((value) => (value >>> shift) & 255),
          256,
        );
        expect(chiSquare(counts, even), `bits from ${shift}`).toBeLessThan(chiSquareLimit(255));
      }
    });

    it(`keeps neighbours unrelated ${name}`, () => {
      const values = [...stream()];
      const pairs = values.slice(1).map((value, index) => ((value >>> 28) << 4) | ((values[index] ?? 0) >>> 28));
      expect(chiSquare(tally(pairs, 256), Array<number>(256).fill((DRAWS - 1) / 256))).toBeLessThan(
        chiSquareLimit(255),
      );
      const agreeing = values.slice(1).reduce((sum, value, index) => sum + bits(~(value ^ (values[index] ?? 0))), 0);
      expectHalf(agreeing, (DRAWS - 1) * 32, 'bits that agree with the draw before');
    });
  }

  it('gives siblings, cousins and parents unrelated streams', () => {
    const root = Source.of(3);
    for (const [name, left, right] of [
      ['siblings by index', root.childAt(0), root.childAt(1)],
      ['siblings by name', root.child('a'), root.child('b')],
      ['a name and the same number', root.child('1'), root.child(1)],
      ['cousins', root.child('a').child('b'), root.child('b').child('a')],
      ['a parent and its child', root.clone(), root.child('a')],
      ['neighbouring seeds', Source.of(7), Source.of(8)],
      ['opposite seeds', Source.of(7), Source.of(-7)],
      ['a field twice below', root.child('a'), root.child('a').child('a')],
    ] as const) {
      let agreeing = 0;
      for (let index = 0; index < DRAWS; index++) agreeing += bits(~(left.next() ^ right.next()));
      expectHalf(agreeing, DRAWS * 32, name);
    }
  });

  it('gives a million places of mixed paths a million keys', () => {
    const seen = new Set<string>();
    let places = 0;
    const add = (source: Source): void => {
      places++;
      const [a = 0, b = 0] = source.getState();
      seen.add(String.fromCharCode(a >>> 16, a & 65535, b >>> 16, b & 65535));
    };
    for (const seed of [0, 1, -1, 42, 2 ** 32, Number.MAX_SAFE_INTEGER]) {
      for (const model of ['customer', 'customer 2', 'journey', '']) {
        const root = Source.of(seed).child(model);
        for (let index = 0; index < 5000; index++) {
          const place = root.childAt(index);
          add(place);
          for (const name of ['age', 'gae', 'a', 'b', '0', '1', 'ü']) add(place.child(name));
          add(place.child('age').childAt(0));
          add(place.childAt(0));
          add(place.childAt(1).child('age'));
        }
      }
    }
    expect(places).toBeGreaterThan(1_000_000);
    expect(seen.size).toBe(places);
  });

  it('gives a million names a million keys', () => {
    const seen = new Set<string>();
    const letters = 'abcdefghij';
    for (let number = 0; number < 1_000_000; number++) {
      const digits = String(number).padStart(6, '0');
      const { h0, h1 } = Key.of(
        number % 2 === 0 ? digits : digits.replace(/\d/g, (digit) => letters[Number(digit)] ?? ''),
      );
      seen.add(`${h0} ${h1}`);
    }
    expect(seen.size).toBe(1_000_000);
  });

  it('changes half of the bits when one bit of the seed, the index or the name changes', () => {
    const flips: readonly (readonly [string, (bit: number, at: number) => readonly [Source, Source]])[] = [
      ['seed', (bit, at) => [Source.of(at), Source.of(at ^ (1 << bit))]],
      ['index', (bit, at) => [Source.of(5).childAt(at), Source.of(5).childAt((at ^ (1 << bit)) >>> 0)]],
      [
        'name',
        (bit, at) => [
          Source.of(5).child(`field ${at}`),
          Source.of(5).child(
            `field ${at}`.replace(/.$/, (last) => String.fromCharCode(last.charCodeAt(0) ^ (1 << (bit % 8)))),
          ),
        ],
      ],
    ];
    for (const [name, flip] of flips) {
      for (let bit = 0; bit < 20; bit++) {
        let changed = 0;
        for (let at = 0; at < 2000; at++) {
          const [left, right] = flip(bit, at);
          changed += bits(left.next() ^ right.next());
        }
        expectHalf(changed, 2000 * 32, `bit ${bit} of the ${name}`);
      }
    }
  });

  it('goes on from where it was cloned, apart from the original', () => {
    const source = Source.of(9).child('x');
    source.next();
    const copy = source.clone();
    expect(copy.getState()).toEqual(source.getState());
    const ahead = [...drawsOf(source, 5)];
    expect([...drawsOf(copy, 5)]).toEqual(ahead);
    expect(copy.getState()).toEqual(source.getState());
    source.next();
    expect(copy.getState()).not.toEqual(source.getState());
  });

  it('drives the Random of fast-check, which leaves the source itself to the caller', () => {
    const random = new fc.Random(Source.of(4));
    const again = new fc.Random(Source.of(4));
    const values = Array.from({ length: 1000 }, () => random.nextInt(1, 6));
    expect(Array.from({ length: 1000 }, () => again.nextInt(1, 6))).toEqual(values);
    expect(new Set(values)).toEqual(new Set([1, 2, 3, 4, 5, 6]));
    const copy = random.clone();
    expect(copy.nextDouble()).toBe(random.nextDouble());
    expect(random.nextBigInt(0n, 1n << 100n)).toBe(copy.nextBigInt(0n, 1n << 100n));
    expect(random.getState()).toEqual(copy.getState());
  });

  it('drives a run of fast-check, clones and all', () => {
    const seen = new Set<number>();
    const property = fc.property(fc.clone(fc.integer(), 2), fc.integer(), ([left, right], other) => {
      expect(left).toBe(right);
      seen.add(left).add(other);
    });
    fc.assert(property, { randomType: (seed) => Source.of(seed), seed: 1, numRuns: 1000, unbiased: true });
    expect(seen.size).toBe(2000);
  });

  it('jumps to an unrelated stream, which hangs on where it stood', () => {
    const standing = Source.of(6);
    const moved = Source.of(6);
    moved.next();
    const [first, second] = [standing.clone(), moved.clone()];
    first.jump();
    second.jump();
    const streams = [standing, first, second].map((source) => [...drawsOf(source, 100)]);
    expect(new Set(streams.flat()).size).toBe(300);
  });

  it('refuses seeds that are no safe integers', () => {
    for (const seed of [0.5, Number.NaN, Infinity, 2 ** 53])
      expect(() => Source.of(seed)).toThrow(/seed: .* is not a safe integer/);
    expect(Source.of(-0).next()).toBe(Source.of(0).next());
  });
});

describe('below', () => {
  for (const bound of [1, 2, 3, 7, 10, 1000]) {
    it(`is even over 0 to ${bound - 1}`, () => {
      const source = Source.of(2).child(bound);
      const counts = tally(
        Array.from({ length: DRAWS }, () => source.below(bound)),
        bound,
      );
      expect(counts.length).toBe(bound);
      if (bound > 1)
        expect(chiSquare(counts, Array<number>(bound).fill(DRAWS / bound))).toBeLessThan(chiSquareLimit(bound - 1));
    });
  }

  it('is even over large bounds, also those that do not divide 2^53', () => {
    for (const bound of [2 ** 21, 2 ** 21 + 1, 3 * 2 ** 30, 2 ** 40 - 1, 3 * 2 ** 51, 2 ** 53]) {
      const source = Source.of(2).child(bound);
      const values = Array.from({ length: DRAWS }, () => source.below(bound));
      expect(values.every((value) => Number.isSafeInteger(value) && value >= 0 && value < bound)).toBe(true);
      const counts = tally(
        values.map((value) => Math.floor((value / bound) * 64)),
        64,
      );
      expect(chiSquare(counts, Array<number>(64).fill(DRAWS / 64)), String(bound)).toBeLessThan(chiSquareLimit(63));
      // The low bits come from another draw than the high ones.
      const low = tally(
        values.map((value) => value % 64),
        64,
      );
      expect(chiSquare(low, Array<number>(64).fill(DRAWS / 64)), `${bound}, low bits`).toBeLessThan(chiSquareLimit(63));
    }
  });
});

describe('between', () => {
  it('reaches both ends, however far apart', () => {
    const source = Source.of(2);
    for (const [min, max] of [
      [-3, 3],
      [5, 5],
      [Number.MIN_SAFE_INTEGER, 0],
      [0, Number.MAX_SAFE_INTEGER - 1],
    ] as const) {
      const values = Array.from({ length: 1000 }, () => source.between(min, max));
      expect(values.every((value) => value >= min && value <= max && Number.isSafeInteger(value))).toBe(true);
      if (max - min < 10) expect(new Set(values).size).toBe(max - min + 1);
    }
  });
});

describe('unit', () => {
  it('lies from 0 to below 1 and is even', () => {
    const source = Source.of(2);
    const values = Array.from({ length: DRAWS }, () => source.unit());
    expect(values.every((value) => value >= 0 && value < 1)).toBe(true);
    const counts = tally(
      values.map((value) => Math.floor(value * 100)),
      100,
    );
    expect(chiSquare(counts, Array<number>(100).fill(DRAWS / 100))).toBeLessThan(chiSquareLimit(99));
  });
});

describe('Key', () => {
  it('keeps texts and numbers apart', () => {
    const { h0, h1 } = Key.of(1);
    expect([h0, h1]).not.toEqual([Key.of('1').h0, Key.of('1').h1]);
  });

  it('names the same place as child does', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.nat(), fc.maxSafeNat()), (name) => {
        expect(Source.of(1).childOf(Key.of(name)).getState()).toEqual(Source.of(1).child(name).getState());
      }),
      { seed: 1 },
    );
  });
});

describe('the tests of this file', () => {
  it('notice a generator with a weak bit, an uneven byte and related neighbours', () => {
    const weak = Array.from({ length: DRAWS }, (_, index) => Math.imul(index, 0x9e3779b9));
    const lowBytes = tally(
      weak.map((value) => value & 255),
      256,
    );
    expect(
      chiSquare(
        lowBytes.map((count, index) => count + (index === 0 ? 150 : 0)),
        Array<number>(256).fill(DRAWS / 256),
      ),
    ).toBeGreaterThan(24);
    const pairs = weak.slice(1).map((value, index) => ((value >>> 28) << 4) | ((weak[index] ?? 0) >>> 28));
    expect(chiSquare(tally(pairs, 256), Array<number>(256).fill((DRAWS - 1) / 256))).toBeGreaterThan(
      chiSquareLimit(255),
    );
    expect(() => expectHalf(DRAWS * 0.52, DRAWS, 'bit')).toThrow(/bit/);
  });
});

function bits(value: number): number {
  let rest = value >>> 0;
  let count = 0;
  for (; rest !== 0; rest &= rest - 1) count++;
  return count;
}
