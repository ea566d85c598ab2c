import type { Shares, MarginReader } from '../src/index.js';
import type { Customer } from './schema/index.js';
import { personas } from './personas.js';
import { ageBands, personaTypes, riskLevels } from './vocabulary.js';
import type { AgeBand, PersonaType } from './vocabulary.js';

/** The margins that targets of customers may name beside the paths of fields. */
export const customerMargins = {
  persona: {
    of: (customer) => customer.persona_type,
    pin: (label) => ({ persona_type: label }),
    labels: personaTypes,
  },
  age_band: {
    of: (customer) => ageBandOf(customer.core.age),
    pin: (label) => {
      const decade = Number.parseInt(label, 10);
      return { core: { age: { min: decade, max: decade + 9 } } };
    },
    labels: ageBands,
  },
  risk_level: {
    of: (customer) => customer.health.risk.level,
    pin: (label) => ({ health: { risk: { level: label } } }),
    labels: riskLevels,
  },
} satisfies Record<string, MarginReader<Customer>>;

/** The decade of an age, such as `30s`. */
export function ageBandOf(age: number): string {
  return age >= 20 && age < 60 ? (ageBands[Math.floor(age / 10) - 2] as AgeBand) : `${Math.floor(age / 10)}0s`;
}

/** The shares that a cohort of customers hits by default. */
export const customerTargets = {
  persona: Object.fromEntries(personaTypes.map((type) => [type, personas[type].share])) as Record<PersonaType, number>,
  age_band: { '20s': 0.14, '30s': 0.5, '40s': 0.33, '50s': 0.03 },
  risk_level: { low: 0.71, moderate: 0.29, high: 0 },
} satisfies Record<string, Shares>;

/** Of the customers who are not at low risk, the part that is at high risk before the targets. */
const HIGH_PART = 0.05;

/**
 * How likely a combination of persona, age band and risk level is before the targets: the persona's share, times the part
 * of its ages in the band, times its own odds of the level. Bands that a persona does not reach never occur. A margin
 * that is not named is summed over.
 */
export function customerPrior(labels: Readonly<Record<string, string>>): number {
  const { persona: wanted, age_band: band, risk_level: level } = labels;
  return personaTypes
    .filter((type) => wanted === undefined || wanted === type)
    .reduce((sum, type) => sum + personas[type].share * partInBand(type, band) * partAtLevel(type, level), 0);
}

function partInBand(type: PersonaType, band: string | undefined): number {
  if (band === undefined) return 1;
  const { min, max } = personas[type].age;
  const decade = Number.parseInt(band, 10);
  return Math.max(0, Math.min(max, decade + 9) - Math.max(min, decade) + 1) / (max - min + 1);
}

function partAtLevel(type: PersonaType, level: string | undefined): number {
  const low = personas[type].lowRiskPrior;
  if (level === undefined) return 1;
  return level === 'low' ? low : (1 - low) * (level === 'high' ? HIGH_PART : 1 - HIGH_PART);
}
