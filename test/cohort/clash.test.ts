import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BlockPlan, type CellPrior, type Margin, parseTargets } from '../../src/cohort/index.js';
import { CohortCheckError } from '../../src/errors/index.js';
import { Source } from '../../src/source/index.js';
import { healthPrior, healthTargets } from './health.js';

function refusal(targets: readonly Margin[], size: number, prior: CellPrior): string {
  try {
    const made = new BlockPlan({ margins: parseTargets(targets, size), size, prior, source: Source.of(1) });
    expect(made.size).toBe(size);
  } catch (error) {
    if (error instanceof CohortCheckError) return error.message;
    throw error;
  }
  return 'accepted';
}

/** The health targets with some of them replaced by the one that an error proposes. */
function asProposed(targets: readonly Margin[], message: string): Margin[] {
  const [, name, literal] = /try {5}targets\.(\w+): (\{.*\}), the nearest/.exec(message) ?? [];
  const entries = [...(literal ?? '').matchAll(/'?([\w-]+)'?: ([\d.e-]+)/g)].map(([, label, value]) => [
    label!,
    Number(value),
  ]);
  const values: Record<string, number> = Object.fromEntries(entries);
  return targets.map((margin) => {
    if (margin.name !== name) return margin;
    return 'counts' in margin ? { name, counts: values } : { name, shares: values };
  });
}

const fewOlder: Margin = {
  name: 'persona',
  shares: {
    health_aware_avoider: 0.5,
    structured_system_seeker: 0.01,
    balanced_life_integrator: 0.3,
    healthcare_professional: 0.182,
    overlooked_risk_group: 0.008,
  },
};

/** Two of three coins must agree with the third's opposite: no two of the margins clash, all three do. */
const evenParity: CellPrior = (labels) => (labels.filter((label) => label === 'yes').length % 2 === 0 ? 1 : 0);

describe('target clash', () => {
  it('names the smallest set that clashes, and the nearest counts', () => {
    const targets = [fewOlder, healthTargets[1]!, healthTargets[2]!];
    const message = refusal(targets, 500, healthPrior);
    expect(message).toBe(
      'target-clash  ageBand 50s: 15 of 500 wanted, 9 possible\n' +
        "  where   targets.ageBand['50s']\n" +
        '  why     only persona structured_system_seeker and overlooked_risk_group go with it, and targets.persona leaves it 9 places\n' +
        "  try     targets.ageBand: { '20s': 0.14, '30s': 0.512, '40s': 0.33, '50s': 0.018 }, the nearest that fits (70, 256, 165 and 9 of 500)",
    );
  });

  it('proposes targets that then hold', () => {
    const targets = [fewOlder, healthTargets[1]!, healthTargets[2]!];
    for (const list of [targets, targets.slice(0, 2)]) {
      const prior: CellPrior = ([persona = '', band = '', risk = 'low']) => healthPrior([persona, band, risk]);
      const proposed = asProposed(list, refusal(list, 500, prior));
      expect(proposed).not.toEqual(list);
      expect(refusal(proposed, 500, prior)).toBe('accepted');
    }
  });

  it('tells of counts in counts', () => {
    const targets: Margin[] = [
      { name: 'kind', counts: { a: 6, b: 4 } },
      { name: 'band', counts: { x: 5, y: 5 } },
    ];
    const prior: CellPrior = ([kind, band]) => (kind === 'a' && band === 'y' ? 0 : 1);
    expect(refusal(targets, 10, prior)).toBe(
      'target-clash  kind a: 6 of 10 wanted, 5 possible\n' +
        '  where   targets.kind.a\n' +
        '  why     only band x goes with it, and targets.band leaves it 5 places\n' +
        '  try     targets.kind: { a: 5, b: 5 }, the nearest that fits (5 and 5 of 10)',
    );
  });

  it('says so when nothing goes with a label', () => {
    const targets: Margin[] = [
      { name: 'kind', shares: { a: 0.5, b: 0.5 } },
      { name: 'band', shares: { x: 0.5, y: 0.5 } },
    ];
    expect(refusal(targets, 10, ([kind]) => (kind === 'a' ? 0 : 1))).toContain(
      'target-clash  kind a: 5 of 10 wanted, 0 possible\n  where   targets.kind.a\n  why     no band goes with it',
    );
    expect(refusal(targets.slice(0, 1), 10, ([kind]) => (kind === 'a' ? 0 : 1))).toContain(
      'kind a: 5 of 10 wanted, 0 possible',
    );
  });

  it('names the targets of three margins that clash though no two do', () => {
    const coin = (name: string, yes: number): Margin => ({ name, shares: { yes, no: 1 - yes } });
    const targets = [coin('first', 0.5), coin('second', 0.25), coin('third', 0)];
    expect(refusal([coin('first', 0.5), coin('second', 0.5), coin('third', 0.5)], 40, evenParity)).toBe('accepted');
    const message = refusal([coin('first', 0.9), coin('second', 0.9), coin('third', 0.9)], 40, evenParity);
    expect(message).toMatch(
      /^target-clash {2}first \w+, second \w+ and third \w+: \d+, \d+ and \d+ of 40 wanted, not possible together\n/,
    );
    expect(message).toContain('why     any two of first, second and third can be met, but no combination');
    const all = [coin('first', 0.9), coin('second', 0.9), coin('third', 0.9)];
    expect(refusal(asProposed(all, message), 40, evenParity)).toBe('accepted');
    expect(refusal(targets, 40, evenParity)).toContain('target-clash');
  });

  it('joins blocks where one alone would need fractions of records', () => {
    const coin = (name: string): Margin => ({ name, shares: { yes: 0.5, no: 0.5 } });
    const targets = [coin('first'), coin('second'), coin('third')];
    const open = (labels: readonly string[]): number => evenParity(labels);
    const of = new BlockPlan({ margins: parseTargets(targets, 8), size: 8, prior: open, source: Source.of(1) });
    expect(of.blockSize).toBe(4);
  });

  it('is told exactly when no table fits, with wanted above possible and a proposal that is accepted', () => {
    const given = fc.record({
      rows: fc.array(fc.nat(6), { minLength: 2, maxLength: 4 }),
      columns: fc.array(fc.nat(6), { minLength: 2, maxLength: 4 }),
      open: fc.array(fc.nat(2), { minLength: 16, maxLength: 16 }),
    });
    let clashes = 0;
    fc.assert(
      fc.property(given, ({ rows, columns, open }) => {
        const total = rows.reduce((a, b) => a + b, 0);
        const rest = total - columns.reduce((a, b) => a + b, 0);
        fc.pre(total > 0 && rest >= 0);
        const filled = [columns[0]! + rest, ...columns.slice(1)];
        const margin = (name: string, counts: readonly number[]): Margin => ({
          name,
          counts: Object.fromEntries(counts.map((count, i) => [`${name}${i}`, count])),
        });
        const targets = [margin('r', rows), margin('c', filled)];
        const prior: CellPrior = ([r = '', c = '']) => open[Number(r.slice(1)) * 4 + Number(c.slice(1))]!;
        const message = refusal(targets, total, prior);
        if (message === 'accepted') return;
        clashes++;
        const [, wanted, possible] = /: (\d+) of \d+ wanted, (\d+) possible/.exec(message) ?? [];
        expect(Number(wanted)).toBeGreaterThan(Number(possible));
        if (message.includes('widen what')) return;
        expect(refusal(asProposed(targets, message), total, prior)).toBe('accepted');
      }),
      { seed: 1, numRuns: 600 },
    );
    expect(clashes).toBeGreaterThan(100);
  });

  it('refuses priors that are no weights', () => {
    expect(refusal(healthTargets, 500, () => NaN)).toBe(
      'target-prior  prior of health_aware_avoider, 20s, low: NaN is not a weight\n' +
        '  where   prior\n' +
        '  why     a weight is a finite number from 0; 0 says that the combination never occurs\n' +
        '  try     return 0 for combinations that cannot be',
    );
    expect(refusal(healthTargets, 500, () => -1)).toContain('-1 is not a weight');
  });
});
