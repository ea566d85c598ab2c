import { describe, expect, it } from 'vitest';
import { completedShares, completionOf, scenarioTypes } from '../../../arbitraries/scenarios/index.js';
import { CohortCheckError } from '../../../src/index.js';

const all = <T>(targets: T) => ({
  health_aware_avoider: targets,
  structured_system_seeker: targets,
  balanced_life_integrator: targets,
  healthcare_professional: targets,
  overlooked_risk_group: targets,
});

describe('completion targets', () => {
  it('become the share that completes a step of those who come to it', () => {
    expect(completionOf(all({ a: 0.8, b: 0.4, c: 0.1 })).overlooked_risk_group).toEqual({ a: 0.8, b: 0.5, c: 0.25 });
  });

  it('count those who skip a step among those who come to the next one', () => {
    const { a, b, c } = completionOf(all({ a: 0.8, b: 0.4, c: 0.22 }), { b: 0.05 }).health_aware_avoider as {
      a: number;
      b: number;
      c: number;
    };
    expect(a).toBe(0.8);
    expect(0.8 * 0.95 * b).toBeCloseTo(0.4, 12);
    expect((0.4 + 0.8 * 0.05) * c).toBeCloseTo(0.22, 12);
  });

  it('are refused where more complete a step than come to it', () => {
    expect(() => completionOf(all({ a: 0.5, b: 0.6 }))).toThrow(CohortCheckError);
    expect(() => completionOf(all({ a: 1, b: 0.98 }), { b: 0.05 })).toThrow(/^bad-scenario.*b is 0\.98/);
  });

  it('become shares of journeys by their number of completed steps, without dust', () => {
    expect(completedShares({ a: 1, b: 0.6, c: 0.32 })).toEqual({ 1: 0.4, 2: 0.28, 3: 0.32 });
    expect(completedShares({ a: 0.9, b: 0.9 })).toEqual({ 0: 0.1, 2: 0.9 });
    for (const targets of Object.values(scenarioTypes.first_time_user.completionTargets)) {
      const shares = Object.values(completedShares(targets));
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
      // Whole numbers of journeys within each persona of a cohort of 500.
      for (const share of shares) expect(Number.isInteger(Math.round(share * 1e6) / 40_000)).toBe(true);
    }
  });
});
