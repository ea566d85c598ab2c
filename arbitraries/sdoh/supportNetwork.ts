import { choice } from '../../src/index.js';
import type { ChoiceArbitrary } from '../../src/index.js';
import { incomeCategories, maritalStatuses, personaTypes } from '../vocabulary.js';
import type { IncomeCategory, MaritalStatus, PersonaType, SupportNetwork } from '../vocabulary.js';

type Shares = Readonly<Record<SupportNetwork, number>>;

/** Married people have somebody at hand; those whose marriage has ended have lost a part of their circle with it. */
const shares: Readonly<Record<MaritalStatus, Shares>> = {
  single: { weak: 0.28, moderate: 0.48, strong: 0.24 },
  married: { weak: 0.1, moderate: 0.4, strong: 0.5 },
  divorced: { weak: 0.36, moderate: 0.46, strong: 0.18 },
  widowed: { weak: 0.3, moderate: 0.45, strong: 0.25 },
};

/** How much weaker (above 1) or stronger (below 1) a network tends to be: the odds of weak are multiplied, of strong divided. */
const incomeTilt: Readonly<Record<IncomeCategory, number>> = {
  low: 1.5,
  lower_middle: 1.25,
  middle: 1,
  upper_middle: 0.85,
  high: 0.75,
};
const personaTilt: Readonly<Record<PersonaType, number>> = {
  health_aware_avoider: 1.1,
  structured_system_seeker: 0.9,
  balanced_life_integrator: 0.8,
  healthcare_professional: 0.9,
  overlooked_risk_group: 1.8,
};

type Choices = Readonly<
  Record<
    PersonaType,
    Readonly<Record<MaritalStatus, Readonly<Record<IncomeCategory, ChoiceArbitrary<SupportNetwork>>>>>
  >
>;

const choices = table(personaTypes, (persona) =>
  table(maritalStatuses, (status) =>
    table(incomeCategories, (income) => tilted(shares[status], personaTilt[persona] * incomeTilt[income])),
  ),
) satisfies Choices;

/** How strong a network of help is, as likely as marriage, income and persona make it; nothing is impossible. */
export function supportNetworkOf(
  persona: PersonaType,
  status: MaritalStatus,
  income: IncomeCategory,
): ChoiceArbitrary<SupportNetwork> {
  return choices[persona][status][income];
}

function tilted({ weak, moderate, strong }: Shares, tilt: number): ChoiceArbitrary<SupportNetwork> {
  return choice({ weak: weak * tilt, moderate, strong: strong / tilt });
}

function table<K extends string, V>(keys: readonly K[], of: (key: K) => V): Readonly<Record<K, V>> {
  return Object.fromEntries(keys.map((key) => [key, of(key)])) as Record<K, V>;
}
