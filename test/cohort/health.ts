import type { CellPrior, Margin } from '../../src/cohort/index.js';

/** Targets and prior in the shape of the health domain: three margins, structural zeros between persona and age band. */
export const healthTargets: readonly Margin[] = [
  {
    name: 'persona',
    shares: {
      health_aware_avoider: 0.3,
      structured_system_seeker: 0.25,
      balanced_life_integrator: 0.2,
      healthcare_professional: 0.15,
      overlooked_risk_group: 0.1,
    },
  },
  { name: 'ageBand', shares: { '20s': 0.14, '30s': 0.5, '40s': 0.33, '50s': 0.03 } },
  { name: 'risk', shares: { low: 0.71, moderate: 0.29, high: 0 } },
];

const personas: Readonly<Record<string, { share: number; ages: readonly [number, number]; low: number }>> = {
  health_aware_avoider: { share: 0.3, ages: [25, 45], low: 0.7 },
  structured_system_seeker: { share: 0.25, ages: [30, 50], low: 0.8 },
  balanced_life_integrator: { share: 0.2, ages: [28, 48], low: 0.75 },
  healthcare_professional: { share: 0.15, ages: [25, 45], low: 0.85 },
  overlooked_risk_group: { share: 0.1, ages: [30, 50], low: 0.6 },
};

/** Persona share × part of the persona's ages inside the band × odds of the risk level. */
export const healthPrior: CellPrior = ([persona = '', band = '', risk]) => {
  const { share, ages, low } = personas[persona]!;
  const from = Number(band.slice(0, 2));
  const years = Math.max(0, Math.min(ages[1], from + 9) - Math.max(ages[0], from) + 1);
  const level = risk === 'low' ? low : risk === 'moderate' ? 1 - low : 0;
  return share * (years / (ages[1] - ages[0] + 1)) * level;
};

/** How many records of a run have each label of each margin. */
export function tally(labels: readonly (readonly string[])[]): Record<string, number>[] {
  const counts: Record<string, number>[] = [];
  for (const record of labels) {
    for (const [axis, label] of record.entries()) {
      const margin = (counts[axis] ??= {});
      margin[label] = (margin[label] ?? 0) + 1;
    }
  }
  return counts;
}
