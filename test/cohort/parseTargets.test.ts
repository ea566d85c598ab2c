import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CohortCheckError } from '../../src/errors/index.js';
import { type Margin, type ParseTargetsOptions, blockSize, parseTargets } from '../../src/cohort/index.js';
import { healthTargets } from './health.js';

function exact(shares: Record<string, number>): [number[], number] {
  const [margin] = parseTargets([{ name: 'm', shares }], 100);
  return [[...margin!.weights], margin!.denominator];
}

function refusal(targets: readonly Margin[], size = 500, options: ParseTargetsOptions = {}): string {
  try {
    parseTargets(targets, size, options);
  } catch (error) {
    if (error instanceof CohortCheckError) return error.message;
    throw error;
  }
  return 'accepted';
}

describe('parseTargets', () => {
  it('takes a decimal for the decimal it is written as', () => {
    expect(exact({ a: 0.3, b: 0.7 })).toEqual([[3, 7], 10]);
    expect(exact({ a: 0.1, b: 0.2, c: 0.7 })).toEqual([[1, 2, 7], 10]);
    expect(exact({ a: 1e-7, b: 0.9999999 })).toEqual([[1, 9_999_999], 10_000_000]);
    expect(exact({ a: 1 })).toEqual([[1], 1]);
    expect(exact({ a: 1, b: 0 })).toEqual([[1, 0], 1]);
  });

  it('reads back fractions that decimals cannot say', () => {
    expect(exact({ a: 1 / 3, b: 1 / 3, c: 1 / 3 })).toEqual([[1, 1, 1], 3]);
    expect(exact({ a: 1 / 3, b: 2 / 3 })).toEqual([[1, 2], 3]);
    expect(exact({ a: 0.333333333, b: 0.333333333, c: 0.333333333 })).toEqual([[1, 1, 1], 3]);
    expect(exact({ a: 0.1 + 0.2, b: 0.7 })).toEqual([[3, 7], 10]);
  });

  it('reads back every fraction with a small denominator', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4000 }), fc.nat(4000), (bottom, at) => {
        const top = at % (bottom + 1);
        const [weights, denominator] = exact({ a: top / bottom, b: (bottom - top) / bottom });
        expect(weights[0]! * bottom).toBe(top * denominator);
        expect(weights[0]! + weights[1]!).toBe(denominator);
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  it('makes any shares add up exactly, none further than a billionth from what was given', () => {
    const given = fc.array(fc.double({ min: 0.001, max: 1, noNaN: true }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(given, (raw) => {
        const total = raw.reduce((a, b) => a + b, 0);
        const shares = Object.fromEntries(raw.map((value, i) => [`l${i}`, value / total]));
        const [weights, denominator] = exact(shares);
        expect(weights.reduce((a, b) => a + b, 0)).toBe(denominator);
        expect(denominator).toBeLessThanOrEqual(1e9);
        for (const [i, weight] of weights.entries()) {
          expect(Math.abs(weight / denominator - shares[`l${i}`]!)).toBeLessThan(3e-9);
        }
      }),
      { seed: 2 },
    );
  });

  it('takes counts that add up to the size', () => {
    const [margin] = parseTargets([{ name: 'risk', counts: { low: 355, moderate: 145 } }], 500);
    expect(margin).toEqual({
      name: 'risk',
      labels: ['low', 'moderate'],
      given: 'counts',
      path: 'targets.risk',
      weights: [355, 145],
      denominator: 500,
    });
  });

  it('says what shares add up to, and how to keep their proportions', () => {
    expect(refusal([{ name: 'risk', shares: { low: 0.71, moderate: 0.24 } }])).toBe(
      'target-sum  risk: the shares add up to 0.95, not 1\n' +
        '  where   targets.risk\n' +
        '  why     0.71 + 0.24 leaves records without a label\n' +
        '  try     { low: 0.747368, moderate: 0.252632 } keeps these proportions',
    );
    expect(refusal([{ name: 'risk', shares: { low: 71, moderate: 29 } }])).toContain('{ low: 0.71, moderate: 0.29 }');
  });

  it('proposes shares that it accepts', () => {
    const given = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(given, (values) => {
        const message = refusal([
          { name: 'm', shares: Object.fromEntries(values.map((value, i) => [`l${i}`, value])) },
        ]);
        const proposed = /try {5}(\{.*\})/.exec(message)?.[1]?.replace(/(l\d+)/g, '"$1"') ?? '';
        const shares: unknown = JSON.parse(proposed);
        expect(refusal([{ name: 'm', shares: shares as Record<string, number> }])).toBe('accepted');
      }),
      { seed: 3 },
    );
  });

  it('forgives a billionth and no more', () => {
    expect(refusal([{ name: 'm', shares: { a: 0.5, b: 0.499999999 } }])).toBe('accepted');
    expect(refusal([{ name: 'm', shares: { a: 0.5, b: 0.499999998 } }])).toContain('add up to 0.999999998, not 1');
  });

  it('says what counts add up to', () => {
    expect(refusal([{ name: 'risk', counts: { low: 355, moderate: 140 } }])).toBe(
      'target-sum  risk: the counts add up to 495, and the cohort has 500 records\n' +
        '  where   targets.risk\n' +
        '  why     counts hold for one size; shares hold for every size\n' +
        '  try     size: 495, or shares instead of counts',
    );
  });

  it('refuses numbers that are no shares or counts', () => {
    expect(refusal([{ name: 'ageBand', shares: { '20s': -0.1, '30s': 1.1 } }])).toBe(
      'target-number  ageBand 20s: -0.1 is not a share\n' +
        "  where   targets.ageBand['20s']\n" +
        '  why     a share is a number from 0 to 1\n' +
        '  try     0 where no record should be 20s',
    );
    expect(refusal([{ name: 'm', shares: { a: NaN, b: 1 } }])).toContain('m a: NaN is not a share');
    expect(refusal([{ name: 'm', shares: { a: Infinity } }])).toContain('m a: Infinity is not a share');
    expect(refusal([{ name: 'm', counts: { a: 2.5, b: 497.5 } }])).toContain('m a: 2.5 is not a count');
    expect(refusal([{ name: 'm', counts: { a: -1, b: 501 } }])).toContain('m a: -1 is not a count');
  });

  it('refuses margins without labels, no margins, and two of one name', () => {
    expect(refusal([{ name: 'm', shares: {} }])).toContain('target-empty  m: no shares given');
    expect(refusal([])).toContain('target-empty  targets: no margin at all');
    expect(refusal([healthTargets[0]!, healthTargets[0]!])).toContain(
      'target-twice  persona: two targets of this name',
    );
  });

  it('refuses labels that no record has, and names the one that was probably meant', () => {
    const knownLabels = (name: string): string[] | undefined =>
      name === 'risk' ? ['low', 'moderate', 'high'] : undefined;
    expect(refusal([{ name: 'risk', shares: { low: 0.71, moderat: 0.29 } }], 500, { knownLabels })).toBe(
      'target-name  risk "moderat": no record has it\n' +
        '  where   targets.risk.moderat\n' +
        '  why     the labels of risk are low, moderate and high\n' +
        '  try     moderate instead of moderat',
    );
    expect(refusal([{ name: 'other', shares: { any: 1 } }], 500, { knownLabels })).toBe('accepted');
  });

  it('refuses sizes that are no number of records', () => {
    for (const size of [-1, 2.5, NaN, Infinity])
      expect(refusal(healthTargets, size)).toContain(`target-size  size: ${size}`);
  });

  it('uses the path of the caller', () => {
    expect(refusal([{ name: 'm', shares: { a: 0.5 } }], 500, { path: 'cohort.targets' })).toContain(
      'where   cohort.targets.m',
    );
  });
});

describe('blockSize', () => {
  it('is 100 for the health targets', () => {
    expect(blockSize(parseTargets(healthTargets, 500))).toBe(100);
  });

  it('is the smallest size that makes every share whole', () => {
    const margin = fc
      .array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 4 })
      .filter((w) => w.some((x) => x > 0));
    fc.assert(
      fc.property(fc.array(margin, { minLength: 1, maxLength: 3 }), (weights) => {
        const margins = parseTargets(
          weights.map((list, m) => {
            const total = list.reduce((a, b) => a + b, 0);
            return { name: `m${m}`, shares: Object.fromEntries(list.map((weight, i) => [`l${i}`, weight / total])) };
          }),
          10,
        );
        const whole = (n: number): boolean =>
          margins.every((each) => each.weights.every((w) => (w * n) % each.denominator === 0));
        const block = blockSize(margins, 3000);
        if (block === undefined) return;
        expect(whole(block)).toBe(true);
        for (let n = 1; n < block; n++) expect(whole(n)).toBe(false);
      }),
      { seed: 1 },
    );
  });

  it('is undefined where no size up to the limit will do, and for counts', () => {
    expect(blockSize(parseTargets([{ name: 'm', shares: { a: 0.12345, b: 0.87655 } }], 10))).toBeUndefined();
    expect(blockSize(parseTargets([{ name: 'm', shares: { a: 0.123, b: 0.877 } }], 10), 1000)).toBe(1000);
    expect(blockSize(parseTargets([{ name: 'm', shares: { a: 0.123, b: 0.877 } }], 10), 999)).toBeUndefined();
    expect(blockSize(parseTargets([{ name: 'm', counts: { a: 5, b: 5 } }], 10))).toBeUndefined();
  });
});
