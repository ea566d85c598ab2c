import { describe, expect, it } from 'vitest';
import { ageBandOf, cohort, customer } from '../../arbitraries/index.js';
import type { Customer } from '../../arbitraries/index.js';
import { apportion, CohortCheckError } from '../../src/index.js';

const read = {
  persona: ({ persona_type }: Customer) => persona_type,
  age_band: ({ core }: Customer) => ageBandOf(core.age),
  risk_level: ({ health }: Customer) => health.risk.level,
};
/** In hundredths: the defaults of the domain. */
const wanted = {
  persona: {
    health_aware_avoider: 30,
    structured_system_seeker: 25,
    balanced_life_integrator: 20,
    healthcare_professional: 15,
    overlooked_risk_group: 10,
  },
  age_band: { '20s': 14, '30s': 50, '40s': 33, '50s': 3 },
  risk_level: { low: 71, moderate: 29, high: 0 },
};

function expectExact(customers: readonly Customer[]): void {
  for (const [margin, shares] of Object.entries(wanted)) {
    const labels = Object.keys(shares);
    const counts = Object.fromEntries(labels.map((label) => [label, 0]));
    for (const one of customers) {
      const label = read[margin as keyof typeof read](one);
      counts[label] = (counts[label] ?? 0) + 1;
    }
    const rounded = apportion({ weights: Object.values(shares), denominator: 100 }, customers.length);
    expect(counts, `${margin} of ${customers.length}`).toEqual(
      Object.fromEntries(labels.map((label, i) => [label, rounded[i]])),
    );
  }
}

describe('cohort of customers', () => {
  it('has exactly the counts that README shows at 500, from any seed', () => {
    for (const seed of [42, 0, 1, -7, 2 ** 52]) {
      const customers = [...cohort({ size: 500, seed })];
      const count = (is: (one: Customer) => boolean): number => customers.filter(is).length;
      expect(
        [
          'health_aware_avoider',
          'structured_system_seeker',
          'balanced_life_integrator',
          'healthcare_professional',
          'overlooked_risk_group',
        ].map((type) => count((one) => one.persona_type === type)),
      ).toEqual([150, 125, 100, 75, 50]);
      expect(['20s', '30s', '40s', '50s'].map((band) => count(({ core }) => ageBandOf(core.age) === band))).toEqual([
        70, 250, 165, 15,
      ]);
      expect(['low', 'moderate', 'high'].map((level) => count(({ health }) => health.risk.level === level))).toEqual([
        355, 145, 0,
      ]);
      expect(new Set(customers.map(({ customer_id }) => customer_id)).size).toBe(500);
    }
  });

  it('is a house-monotone rounding of all three margins at every size', () => {
    for (let size = 0; size <= 130; size++) expectExact([...cohort({ size, seed: size })]);
    for (const size of [199, 200, 201, 499, 501, 555]) expectExact([...cohort({ size, seed: size })]);
  });

  it('is exact in every full block by itself', () => {
    const customers = [...cohort({ size: 730, seed: 5 })];
    for (let start = 0; start < 700; start += 100) expectExact(customers.slice(start, start + 100));
  });

  it('keeps record i from 500 to 100,000', () => {
    const small = cohort({ size: 500, seed: 42 });
    const large = cohort({ size: 100_000, seed: 42 });
    for (let index = 0; index < 500; index++)
      expect(JSON.stringify(large.at(index))).toBe(JSON.stringify(small.at(index)));
  });

  it('takes other targets: another share, a field, a function, high risk', () => {
    const customers = [
      ...cohort({
        size: 200,
        seed: 1,
        targets: {
          persona: { health_aware_avoider: 0.5, overlooked_risk_group: 0.5 },
          risk_level: { low: 0.5, moderate: 0.4, high: 0.1 },
          'core.gender': { female: 0.9, male: 0.1 },
          screened: {
            of: ({ health }) => String(health.preventive_care.screening_history.has_history),
            shares: { true: 0.25, false: 0.75 },
          },
        },
      }),
    ];
    const count = (is: (one: Customer) => boolean): number => customers.filter(is).length;
    expect(count((one) => one.persona_type === 'overlooked_risk_group')).toBe(100);
    expect(count(({ health }) => health.risk.level === 'high')).toBe(20);
    expect(count(({ core }) => core.gender === 'male')).toBe(20);
    expect(count(({ health }) => health.preventive_care.screening_history.has_history)).toBe(50);
  });

  it('takes a constrained customer, and says which targets it cannot meet', () => {
    const women = [...cohort({ of: customer({ gender: 'female' }), size: 100, seed: 2 })];
    expectExact(women);
    expect(women.every(({ core }) => core.gender === 'female')).toBe(true);
    expect(() => cohort({ of: customer({ age: { max: 39 } }), size: 100, seed: 2 })).toThrow(CohortCheckError);
    expect(() => cohort({ of: customer({ age: { max: 39 } }), size: 100, seed: 2 })).toThrow(/target-clash.*40s/);
  });

  it('names the smallest clashing set and the nearest counts', () => {
    expect(() =>
      cohort({
        size: 500,
        targets: {
          persona: wantedShares(wanted.persona),
          age_band: { '20s': 0.14, '30s': 0.3, '40s': 0.3, '50s': 0.26 },
        },
      }),
    ).not.toThrow();
    expect(() =>
      cohort({
        size: 500,
        targets: {
          persona: wantedShares(wanted.persona),
          age_band: { '20s': 0.14, '30s': 0.2, '40s': 0.2, '50s': 0.46 },
        },
      }),
    ).toThrow(/target-clash {2}age_band 50s: 230 of 500 wanted, 175 possible/);
  });
});

function wantedShares<K extends string>(hundredths: Record<K, number>): Record<K, number> {
  return Object.fromEntries(Object.entries<number>(hundredths).map(([label, share]) => [label, share / 100])) as Record<
    K,
    number
  >;
}
