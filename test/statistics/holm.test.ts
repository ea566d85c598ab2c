import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holm } from '../../src/statistics/index.js';
import { noise, shareFound } from './samples.js';

const probability = fc.oneof(
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.constantFrom(0, 0.01, 0.05, 1),
  fc.constant(Number.NaN),
);

/**
 * Holm's procedure as he states it: from the smallest p on, reject while p ≤ alpha / (how many are left). Compared in the
 * same products, so that both round alike.
 */
function rejected(pValues: readonly number[], alpha: number): boolean[] {
  const tested = [...pValues.keys()].filter((i) => !Number.isNaN(pValues[i]));
  tested.sort((i, j) => pValues[i]! - pValues[j]!);
  const stopped = tested.findIndex((at, rank) => Math.min(1, pValues[at]! * (tested.length - rank)) > alpha);
  const found = new Set(stopped === -1 ? tested : tested.slice(0, stopped));
  return pValues.map((_, i) => found.has(i));
}

/** The first breach of what an adjustment must keep, or nothing. */
function breach(adjust: typeof holm, given: readonly number[]): string | undefined {
  const adjusted = adjust(given);
  if (adjusted.length !== given.length) return 'lost one';
  for (const [i, p] of given.entries()) {
    if (Number.isNaN(p) !== Number.isNaN(adjusted[i]!)) return `${i}: NaN`;
    if (adjusted[i]! < p || adjusted[i]! > 1) return `${i}: not between p and 1`;
    for (const [j, q] of given.entries()) {
      if (p < q && adjusted[i]! > adjusted[j]!) return `${i}, ${j}: order`;
      if (p === q && adjusted[i] !== adjusted[j]) return `${i}, ${j}: ties`;
    }
  }
  for (const alpha of [0.01, 0.05, 0.2, 0.999]) {
    const wanted = rejected(given, alpha);
    if (given.some((_, i) => adjusted[i]! <= alpha !== wanted[i])) return `rejects otherwise at ${alpha}`;
  }
  return undefined;
}

describe('holm', () => {
  it('keeps order, ties and NaN, never falls, and rejects what the procedure rejects', () => {
    fc.assert(
      fc.property(fc.array(probability, { maxLength: 12 }), (given) => {
        expect(breach(holm, given)).toBeUndefined();
      }),
      { seed: 1, numRuns: 1000 },
    );
  });

  it('is held to laws that catch other corrections', () => {
    const bonferroni: typeof holm = (given) => given.map((p) => Math.min(1, p * given.length));
    expect(breach(bonferroni, [0.01, 0.04])).toBe('rejects otherwise at 0.05');
    const withoutRunningMaximum: typeof holm = (given) => given.map((p, i) => Math.min(1, p * (given.length - i)));
    expect(breach(withoutRunningMaximum, [0.03, 0.031])).toBe('0, 1: order');
    expect(breach((given) => [...given], [0.04, 0.04])).toBe('rejects otherwise at 0.05');
  });

  it('gives what can be worked out by hand', () => {
    expect(holm([0.01, 0.02, 0.03, 0.04, 0.05])).toEqual(
      [0.05, 0.08, 0.09, 0.09, 0.09].map((p) => expect.closeTo(p, 12)),
    );
    expect(holm([0.04, Number.NaN, 0.01])).toEqual([0.04, Number.NaN, 0.02]);
    expect(holm([0.5, 0.9])).toEqual([1, 1]);
    expect(holm([Number.NaN])).toEqual([Number.NaN]);
    expect(holm([])).toEqual([]);
  });

  it('is wrong about any of twenty true declarations in at most alpha of all runs', () => {
    const anyWrong = (adjust: typeof holm): number =>
      shareFound('family of twenty', (source) =>
        adjust(Array.from({ length: 20 }, () => source.unit())).some((p) => p <= 0.05),
      );
    expect(anyWrong(holm)).toBeLessThan(0.05 + noise(0.05));
    expect(anyWrong((given) => [...given])).toBeGreaterThan(0.5);
  });

  it('refuses what is no probability', () => {
    expect(() => holm([0.5, 1.5])).toThrow('pValues[1] is 1.5');
    expect(() => holm([-0.1])).toThrow(expect.objectContaining({ code: 'bad-option' }));
  });

  it('prints what its docstring says', () => {
    expect(holm([0.01, 0.04, 0.03])).toEqual([0.03, 0.06, 0.06]);
  });
});
