import { describe, expect, it } from 'vitest';
import type { CohortArbitrary } from '../../src/index.js';
import { health, indices, reached, simply, within } from './nested.js';
import type { NestedShares, Simple, Target } from './nested.js';

describe('the levels inside a label', () => {
  /** 25 of a, 15 of b: levels 10, 7, 8 and 5, 10. */
  const shares: NestedShares = { a: { x: 0.4, y: 0.28, z: 0.32 }, b: { x: 1 / 3, z: 2 / 3 } };
  const targets = { kind: { counts: { a: 25, b: 15 } }, side: { l: 0.3, r: 0.7 } };
  const seeds = 4000;

  /** The groups of records, by label and `of`, whose mean of some level over the seeds is not its share. */
  function stray(
    group: (record: Simple, index: number) => unknown,
    deal: (of: CohortArbitrary<Simple>) => Target,
  ): string[] {
    const found = new Map<string, Map<string, number>>();
    for (let seed = 0; seed < seeds; seed++) {
      const of = simply(40, targets, seed);
      const target = deal(of);
      for (const [i, one] of [...of].entries()) {
        const key = JSON.stringify([one.kind, group(one, i)]);
        const counts = found.get(key) ?? new Map<string, number>();
        found.set(key, counts.set(target.at(i), (counts.get(target.at(i)) ?? 0) + 1));
      }
    }
    return [...found].flatMap(([key, counts]) => {
      const wanted = shares[(JSON.parse(key) as [string])[0]]!;
      const total = [...counts.values()].reduce((a, b) => a + b, 0);
      return Object.entries(wanted).flatMap(([level, share]) => {
        const error = Math.sqrt((share * (1 - share)) / total);
        return Math.abs((counts.get(level) ?? 0) / total - share) > 4.5 * error ? [`${key} ${level}`] : [];
      });
    });
  }

  const nested = (of: CohortArbitrary<Simple>): Target => of.within({ margin: 'kind', name: 'level', shares });

  /** The same levels, dealt out in the order of the records. */
  const inOrder = (of: Iterable<Simple>): Target => {
    const left = Object.fromEntries(
      Object.entries({ a: 25, b: 15 }).map(([kind, count]) => [
        kind,
        Object.entries(shares[kind]!).flatMap(([level, share]) => Array<string>(Math.round(share * count)).fill(level)),
      ]),
    );
    const dealt = Array.from(of, ({ kind }) => left[kind]!.shift()!);
    return { at: (i) => dealt[i]! };
  };

  /** The same levels, dealt out to the records of one side first. */
  const bySide = (of: CohortArbitrary<Simple>): Target => {
    const order = indices(0, 40).sort((i, j) => of.at(i).side.localeCompare(of.at(j).side) || i - j);
    const sorted = order.map((i) => of.at(i));
    const target = inOrder(sorted);
    return { at: (i) => target.at(order.indexOf(i)) };
  };

  it('are on average over the seeds the shares, for a member at any place', () => {
    expect(stray((_, index) => index, nested)).toEqual([]);
    expect(stray((_, index) => index, inOrder).length).toBeGreaterThan(50);
  });

  it('are on average over the seeds the shares, whatever else the member is', () => {
    expect(stray(({ side }) => side, nested)).toEqual([]);
    expect(stray(({ side }) => side, bySide).length).toBeGreaterThan(4);
  });

  it('are on average over the blocks the shares, also where a block cannot hold them exactly', () => {
    const of = health(300_000);
    const target = within(of);
    const groups = new Map<string, string[]>();
    for (const i of indices(0, 300_000)) {
      const { persona, band, risk } = of.at(i);
      if (persona !== 'health_aware_avoider') continue;
      for (const group of [`place ${i % 100}`, band, risk]) {
        const levels = groups.get(group) ?? [];
        levels.push(target.at(i));
        groups.set(group, levels);
      }
    }
    expect(groups.size).toBe(105);
    const stray = [...groups].flatMap(([group, levels]) =>
      Object.entries(reached['health_aware_avoider']!).flatMap(([level, share]) => {
        const error = Math.sqrt((share * (1 - share)) / levels.length);
        const mean = levels.filter((each) => each === level).length / levels.length;
        return Math.abs(mean - share) > 4.5 * error ? [`${group}: ${level} ${mean}`] : [];
      }),
    );
    expect(stray).toEqual([]);
  });
});
