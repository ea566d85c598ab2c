import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apportion, parseTargets } from '../../src/cohort/index.js';
import { choice, cohort } from '../../src/index.js';
import type { CohortArbitrary, Shares, Targets } from '../../src/index.js';
import { health, indices, inexact, kindsOf, levelsOf, membersOf, reached, simply, within } from './nested.js';
import type { NestedShares, Simple, Target } from './nested.js';

describe('a target inside the labels of another', () => {
  it('is exact in every label at every size', () => {
    for (let size = 0; size <= 700; size++) {
      const of = health(size, size);
      expect({ size, inexact: inexact(membersOf(of, within(of))) }).toEqual({ size, inexact: [] });
    }
  });

  it('is held to what levels of other records, of chance, or of each block by itself do not meet', () => {
    const of = health(700, 7);
    const target = within(of);
    expect(inexact(membersOf(of, { at: (i) => target.at((i + 1) % 700) }))).not.toEqual([]);
    const byChance = cohort({ of: choice({ first: 0.4, second: 0.28, third: 0.32 }), size: 700, seed: 1 });
    expect(inexact(membersOf(of, byChance))).toContain('health_aware_avoider');
    const firstBlock = membersOf(of, target, 0, 100);
    expect(inexact(firstBlock)).toEqual([]);
    expect(inexact(indices(0, 700).map((i) => firstBlock[i % 100]!))).toContain('health_aware_avoider');
  });

  it('gives each level as many members as apportion gives it seats', () => {
    for (const size of [1, 99, 100, 250, 1234, 5000]) {
      const of = health(size);
      const members = membersOf(of, within(of));
      for (const [label, shares] of Object.entries(reached)) {
        const mine = members.filter((member) => member.label === label);
        const exact = parseTargets([{ name: label, shares }], size)[0]!;
        const counts = exact.labels.map((level) => mine.filter((member) => member.level === level).length);
        expect(counts).toEqual(apportion(exact, mine.length));
      }
    }
  });

  it('moves no level in a finished block when the cohort grows', () => {
    const large = levelsOf(within(health(100_000)), 0, 2500);
    for (const size of [100, 101, 199, 200, 201, 567, 1299, 2499]) {
      const finished = Math.floor(size / 100) * 100;
      expect(levelsOf(within(health(size)), 0, finished)).toEqual(large.slice(0, finished));
    }
    // With another seed, levels do move.
    expect(levelsOf(within(health(2500, 43)), 0, 2500)).not.toEqual(large);
  });

  it('gives record i the same level in any order of asking, and alone', () => {
    const size = 3050;
    const forward = levelsOf(within(health(size)), 0, size);
    const scattered = within(health(size));
    for (let k = 0; k < size; k++) expect(scattered.at((k * 1931) % size)).toBe(forward[(k * 1931) % size]);
    for (const i of [0, 99, 100, 1777, 3000, 3049]) expect(within(health(size)).at(i)).toBe(forward[i]);
  });

  it('moves no record, whoever is asked first', () => {
    const before = [...health(550)];
    const of = health(550);
    const target = within(of);
    const other = within(of, 'other');
    for (let i = 549; i >= 0; i--) {
      target.at(i);
      other.at(549 - i);
      expect(of.at(i)).toEqual(before[i]);
    }
  });

  it('differs between seeds, blocks and names, and is the same for the same', () => {
    const one = (seed: number, name: string, from: number): string =>
      levelsOf(within(health(200, seed), name), from, from + 100).join();
    const texts = [one(1, 'x', 0), one(1, 'x', 100), one(2, 'x', 0), one(1, 'y', 0)];
    expect(new Set(texts).size).toBe(4);
    expect(one(1, 'x', 0)).toBe(texts[0]);
  });

  it('shuffles by its own key: where records and shares are alike, another name or block deals the levels otherwise', () => {
    const of = simply(200, { kind: { a: 0.99, b: 0.01 } });
    const halves = (name: string): Target => of.within({ margin: 'kind', name, shares: () => ({ x: 0.5, y: 0.5 }) });
    const deals = ['x', 'y'].flatMap((name) => [0, 100].map((from) => levelsOf(halves(name), from, from + 100)));
    for (const [i, deal] of deals.entries()) {
      for (const next of deals.slice(i + 1)) {
        const same = deal.filter((level, place) => level === next[place]).length;
        // Of 100 coins 50 fall alike, give or take 5.
        expect(Math.abs(same - 50)).toBeLessThan(25);
      }
    }
  });

  it('takes shares as a function of the label, and needs none for labels that nobody has', () => {
    const asked: string[] = [];
    const of = health(300);
    const nested = of.within({
      margin: 'risk',
      name: 'reached',
      shares: (label) => (asked.push(label), { first: 0.5, second: 0.5 }),
    });
    expect(asked).toEqual(['low', 'moderate']);
    expect(new Set(levelsOf(nested, 0, 300))).toEqual(new Set(['first', 'second']));
    const named = { low: { first: 0.5, second: 0.5 }, moderate: { first: 0.5, second: 0.5 } };
    const same = of.within({ margin: 'risk', name: 'reached', shares: named });
    expect(levelsOf(same, 0, 300)).toEqual(levelsOf(nested, 0, 300));
  });
});

describe('a target inside the labels of a cohort without blocks', () => {
  const shares: NestedShares = { a: { x: 0.4, y: 0.28, z: 0.32 }, b: { x: 1 / 3, z: 2 / 3 } };
  const nested = (of: CohortArbitrary<Simple>): Target => of.within({ margin: 'kind', name: 'level', shares });

  it('is exact where targets are counts', () => {
    for (let a = 0; a <= 40; a++) {
      const of = simply(40, { kind: { counts: { a, b: 40 - a } }, side: { l: 0.5, r: 0.5 } }, a);
      expect(inexact(kindsOf(of, nested(of)), shares)).toEqual([]);
    }
  });

  it('is exact in the largest block that is an array, and where places are computed instead', () => {
    const counts = (size: number): Targets<Simple> => ({
      kind: { counts: { a: 30_007, b: size - 30_007 } },
      side: { l: 0.35, r: 0.65 },
    });
    const fine = { kind: { a: 0.123456, b: 0.876544 }, side: { l: 1 / 3, r: 2 / 3 } };
    for (const of of [simply(65_536, counts(65_536)), simply(65_537, counts(65_537)), simply(70_003, fine)]) {
      const members = kindsOf(of, nested(of));
      expect(inexact(members, shares)).toEqual([]);
      const shifted = members.map(({ label }, i) => ({ label, level: members[(i + 1) % of.size]!.level }));
      expect(inexact(shifted, shares)).toEqual(['a', 'b']);
    }
  });

  it('is exact at any size whatever the targets and shares', () => {
    const split = (labels: readonly string[]): fc.Arbitrary<Shares> =>
      fc
        .array(fc.integer({ min: 1, max: 9 }), { minLength: labels.length, maxLength: labels.length })
        .map((parts) => parts.map((part) => part / parts.reduce((a, b) => a + b, 0)))
        .map((parts) => Object.fromEntries(labels.map((label, i) => [label, parts[i]!])));
    const given = fc.record({
      kind: split(['a', 'b']),
      side: split(['l', 'r']),
      a: split(['x', 'y', 'z']),
      b: split(['x', 'y']),
      size: fc.integer({ min: 0, max: 400 }),
      more: fc.integer({ min: 0, max: 400 }),
      seed: fc.nat(),
    });
    fc.assert(
      fc.property(given, ({ kind, side, a, b, size, more, seed }) => {
        const [of, grown] = [size, size + more].map((each) => simply(each, { kind, side }, seed));
        const target = of!.within({ margin: 'kind', name: 'level', shares: { a, b } });
        const later = grown!.within({ margin: 'kind', name: 'level', shares: { a, b } });
        expect(inexact(kindsOf(of!, target), { a, b })).toEqual([]);
        expect(inexact(kindsOf(grown!, later), { a, b })).toEqual([]);
        const block = parseTargets(
          [
            { name: 'kind', shares: kind },
            { name: 'side', shares: side },
          ],
          size,
        ).reduce((all, { denominator }) => leastCommon(all, denominator), 1);
        const finished = Math.floor(size / block) * block;
        expect(levelsOf(later, 0, finished)).toEqual(levelsOf(target, 0, finished));
      }),
      { seed: 1, numRuns: 200 },
    );
  });
});

function leastCommon(a: number, b: number): number {
  let multiple = a;
  while (multiple % b !== 0) multiple += a;
  return multiple;
}

describe('a target inside the labels of a huge cohort', () => {
  const gc = ((): (() => void) => {
    setFlagsFromString('--expose-gc');
    return runInNewContext('gc') as () => void;
  })();
  const used = (): number => {
    gc();
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  };
  const of = simply(4_000_000_000, { kind: { a: 0.37, b: 0.63 } });
  const target = of.within({
    margin: 'kind',
    name: 'level',
    shares: { a: { x: 0.4, y: 0.28, z: 0.32 }, b: { x: 1 } },
  });

  it('is exact a billion records on', () => {
    // 25 blocks hold a whole number of periods of both labels.
    const members = indices(1_000_000_000, 1_000_002_500).map((i) => ({ label: of.at(i).kind, level: target.at(i) }));
    const counts = ['x', 'y', 'z'].map(
      (wanted) => members.filter(({ label, level }) => label === 'a' && level === wanted).length,
    );
    expect(counts).toEqual([370, 259, 296]);
    expect(members.every(({ label, level }) => label === 'a' || level === 'x')).toBe(true);
  });

  it('keeps nothing of the blocks that it has seen', () => {
    const visit = (from: number, keep: (level: string, i: number) => void): number => {
      const before = used();
      for (let block = 0; block < 20_000; block++) {
        const i = from + block * 131_100;
        keep(target.at(i), i);
      }
      return used() - before;
    };
    visit(1_000_000_000, () => {});
    expect(visit(1_000_000_007, () => {})).toBeLessThan(2_000_000);
    const kept: unknown[] = [];
    expect(visit(1_000_000_011, (level, i) => kept.push(Array.from({ length: 50 }, () => level + i)))).toBeGreaterThan(
      2_000_000,
    );
  });

  it('begins its seats anew after their period', () => {
    // A block of two holds one a: the level of block b is seat b.
    const halves = simply(3_000_000, { kind: { a: 0.5, b: 0.5 } });
    const fine = halves.within({
      margin: 'kind',
      name: 'level',
      shares: { a: { x: 0.123457, y: 0.876543 }, b: { only: 1 } },
    });
    const run = (from: number): string[] => levelsOf(fine, from, from + 2000).filter((level) => level !== 'only');
    expect(run(2_000_000)).toEqual(run(0));
    expect(run(2_000_000)).not.toEqual(run(2_000_006));
  });
});
