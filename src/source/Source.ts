/*
 * Keyed randomness.
 *
 * Idea: a value is a function of where it stands (seed, model, record index, field path), never of how many numbers
 * were drawn before it. A source is a 64-bit key, held in two 32-bit lanes; `child` derives the key of a place below,
 * `next` hashes the key together with a counter.
 *
 * Invariant: nothing that is drawn from a source changes any of its children, and no child changes what is drawn from
 * it. So a field that is added, or one that draws more often, moves no neighbour.
 *
 * How: `child` is three rounds of a Feistel network over the two lanes (Luby and Rackoff, "How to construct pseudorandom
 * permutations from pseudorandom functions", SIAM J. Comput. 1988). For one name it is a bijection of keys, so two
 * parents never share a child of the same name. The round function is a 32-bit integer finaliser with low bias
 * (C. Wellons, "Prospecting for hash functions", 2018: constants 0x21f0aaad, 0xd35a2d97). The counter-based draw follows
 * Salmon et al., "Parallel random numbers: as easy as 1, 2, 3", SC 2011.
 *
 * Cost: about 5 ns a draw and 10 ns a child. A 64-bit state per stream (a seeded xoroshiro for each field) was tried in
 * thought and left: seeding costs more than the one or two draws that most fields need.
 *
 * Everything here is 32-bit integer arithmetic, which ECMAScript fixes to the bit: the same on every engine.
 */

import { CohortCheckError, shown } from '../errors/index.js';

/** The structural interface of pure-rand's generators, which fast-check's `Random` wraps. */
export interface RandomGenerator {
  clone(): RandomGenerator;
  next(): number;
  jump(): void;
  getState(): readonly number[];
}

/** A name, hashed once. Arbitraries keep the keys of their fields so that drawing hashes no text. */
export class Key {
  /** @internal */ readonly h0: number;
  /** @internal */ readonly h1: number;

  private constructor(h0: number, h1: number) {
    this.h0 = h0;
    this.h1 = h1;
  }

  /**
   * The key of a field name or an index.
   *
   * A text and a number never share a key: `'1'` and `1` are two places.
   */
  static of(name: string | number): Key {
    if (typeof name === 'number') return new Key(indexLow(name), indexHigh(name));
    let h0 = 0x2c1b3c6d;
    let h1 = 0x297a2d39;
    for (let i = 0; i < name.length; i++) {
      const unit = name.charCodeAt(i);
      h0 = Math.imul(h0 ^ unit, 0x01000193);
      h1 = Math.imul(h1 + unit, 0x85ebca6b) ^ (h1 >>> 15);
    }
    return new Key(finalise(h0 ^ name.length), finalise(h1 ^ 0x5bd1e995));
  }
}

const TWO_32 = 4294967296;
const TWO_53 = 9007199254740992;

/** Below this bound a 32-bit draw times the bound is still an exact double. */
const EXACT_PRODUCT = 2097152;

const JUMP = Key.of('jump ahead');

export class Source implements RandomGenerator {
  private a: number;
  private b: number;
  private counter: number;

  private constructor(a: number, b: number, counter: number) {
    this.a = a;
    this.b = b;
    this.counter = counter;
  }

  /**
   * The source at the root of a seed.
   *
   * @param seed - any safe integer; two different seeds give unrelated streams.
   * @throws CohortCheckError `bad-seed` when `seed` is not a safe integer.
   */
  static of(seed: number): Source {
    if (!Number.isSafeInteger(seed)) {
      throw new CohortCheckError({
        code: 'bad-seed',
        what: `seed: ${shown(seed)} is not a safe integer`,
        why: `a seed is a whole number of at most ${Number.MAX_SAFE_INTEGER}, with either sign`,
        try: 'seed: 42',
      });
    }
    return Source.ofLanes(seed | 0, Math.floor(seed / TWO_32) | 0);
  }

  /** The source whose key is made of two 32-bit lanes, such as two draws of another generator. */
  static ofLanes(low: number, high: number): Source {
    const b = high ^ finalise(low + 0x3c6ef372);
    const a = low ^ finalise(b + 0x78dde6e5);
    return new Source(a | 0, (b ^ finalise(a + 0x1715609f)) | 0, 0);
  }

  /**
   * The source of a place below this one: a field, an element, a record.
   *
   * Pure: it neither depends on what was drawn from this source nor changes it.
   */
  child(name: string | number): Source {
    return typeof name === 'number' ? this.childAt(name) : this.childOf(Key.of(name));
  }

  /** `child` of a name that was hashed before: what bulk drawing calls. */
  childOf(key: Key): Source {
    return this.derive(key.h0, key.h1);
  }

  /** `child` of an index (a whole number from 0): what bulk drawing calls. */
  childAt(index: number): Source {
    return this.derive(indexLow(index), indexHigh(index));
  }

  private derive(h0: number, h1: number): Source {
    const b = this.b ^ finalise((this.a ^ h0) + 0x9e3779b9);
    const a = this.a ^ finalise((b ^ h1) + 0x7f4a7c15);
    return new Source(a, b ^ finalise(a + 0x632be5ab), 0);
  }

  /** The next 32 bits, as a signed integer from -2^31 to 2^31 - 1. */
  next(): number {
    this.counter = (this.counter + 1) | 0;
    return finalise(this.a ^ finalise(this.b + Math.imul(this.counter, 0x9e3779b9))) | 0;
  }

  /**
   * A whole number from 0 to `bound` - 1, each equally likely (exactly so: Lemire, "Fast random integer generation in an
   * interval", ACM TOMACS 2019; above 2^21 by rejection on 53 bits).
   *
   * @param bound - a whole number from 1 to 2^53.
   */
  below(bound: number): number {
    if (bound <= EXACT_PRODUCT) {
      for (;;) {
        const product = (this.next() >>> 0) * bound;
        const high = Math.floor(product / TWO_32);
        const low = product - high * TWO_32;
        if (low >= bound || low >= TWO_32 % bound) return high;
      }
    }
    const limit = TWO_53 - (TWO_53 % bound);
    for (;;) {
      const value = (this.next() >>> 0) * EXACT_PRODUCT + (this.next() >>> 11);
      if (value < limit) return value % bound;
    }
  }

  /** A whole number from `min` to `max`, both included; `max - min` must be below 2^53. */
  between(min: number, max: number): number {
    return min + this.below(max - min + 1);
  }

  /** A number from 0 (included) to 1 (excluded) on a grid of 2^-32. */
  unit(): number {
    return (this.next() >>> 0) / TWO_32;
  }

  clone(): Source {
    return new Source(this.a, this.b, this.counter);
  }

  /**
   * Goes on as an unrelated source: what generators call a jump ahead.
   *
   * For fast-check, whose runner jumps from run to run. It is also what makes it use `clone`: copies of a generator that
   * cannot jump share their state (`adaptRandomGenerator` in fast-check 4.10).
   */
  jump(): void {
    const ahead = this.derive(JUMP.h0, JUMP.h1 ^ this.counter);
    this.a = ahead.a;
    this.b = ahead.b;
    this.counter = 0;
  }

  getState(): readonly number[] {
    return [this.a, this.b, this.counter];
  }
}

function finalise(value: number): number {
  let x = value ^ (value >>> 16);
  x = Math.imul(x, 0x21f0aaad);
  x ^= x >>> 15;
  x = Math.imul(x, 0xd35a2d97);
  return x ^ (x >>> 15);
}

function indexLow(index: number): number {
  return index | 0;
}

/** The tag keeps indices apart from hashed names, whose lanes are both finalised. */
function indexHigh(index: number): number {
  return (index === (index | 0) ? index >> 31 : Math.floor(index / TWO_32)) ^ 0x68bc21eb;
}
