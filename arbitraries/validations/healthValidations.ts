import {
  conditionalShares,
  exactShares,
  journeyCompletion,
  journeyEmotions,
  modelledShares,
  recordCount,
  rulesOf,
  validationOf,
} from '../../src/index.js';
import type { JourneyData, Part, Validation } from '../../src/index.js';
import { completedShares, scenarioMargins, scenarioTypes } from '../scenarios/index.js';
import type { ScenarioType } from '../scenarios/index.js';
import type { Customer, Scenario } from '../schema/index.js';
import { customerMargins, customerPrior, customerTargets } from '../targets.js';
import { personaTypes } from '../vocabulary.js';
import { scenarioConsistency } from './scenarioConsistency.js';

const types: readonly ScenarioType[] = Object.values(scenarioTypes);
const riskByPersona = conditionalShares({
  targets: customerTargets,
  prior: customerPrior,
  given: 'persona',
  of: 'risk_level',
});

/** The shares of a margin, in the customers and in every type of scenario that all of them take. */
function sharesOf(margin: keyof typeof customerTargets): Part[] {
  const shares = customerTargets[margin];
  return [
    exactShares({ collection: 'customers', margin, shares, of: (one: Customer) => customerMargins[margin].of(one) }),
    ...types
      .filter(({ completion }) => completion === 'exact')
      .map(({ name }) =>
        exactShares({ collection: name, margin, shares, of: (one: Scenario) => scenarioMargins[margin].of(one) }),
      ),
  ];
}

function dataOf({ name, graph }: ScenarioType): JourneyData {
  return {
    collection: name,
    graph,
    journeyOf: (one: Scenario) => one.journey,
    situationOf: ({ user, trigger_event: trigger }: Scenario) => ({
      persona: user.persona_type,
      ...(graph.impacts.length > 0 && { impact: trigger?.impact }),
      asOf: graph.asOf,
      ...(trigger !== undefined && { cause: trigger.date }),
    }),
  };
}

/** Completed steps that are met exactly within each persona. */
function exactCompletion({ name, completionTargets }: ScenarioType): Part[] {
  return personaTypes.map((persona) =>
    exactShares({
      collection: name,
      margin: 'completed_steps',
      name: `completed_steps of ${persona}`,
      rule: 'completion-shares',
      shares: completedShares(completionTargets[persona]),
      of: (one: Scenario) => (one.user.persona_type === persona ? scenarioMargins.completed_steps.of(one) : undefined),
    }),
  );
}

/** What is asked of a data set of the health domain as a whole: five questions. */
export const healthValidations: readonly Validation[] = [
  validationOf('persona-distribution', 'Persona Distribution', [
    recordCount('customers', customerTargets),
    ...types.filter(({ completion }) => completion === 'exact').map(({ name }) => recordCount(name, customerTargets)),
    ...sharesOf('persona'),
    ...sharesOf('age_band'),
    rulesOf('age-within-persona', 'user-age-within-persona', 'age-from-birth-date'),
  ]),
  validationOf('emotional-states', 'Emotional States', [
    ...types.map((type) => journeyEmotions(dataOf(type))),
    rulesOf('journey-emotion', 'journey-emotion-transition'),
  ]),
  validationOf('journey-completion', 'Journey Completion', [
    ...types.map((type) => journeyCompletion(dataOf(type), type.completion === 'drawn')),
    ...types.filter(({ completion }) => completion === 'exact').flatMap(exactCompletion),
    rulesOf(
      'journey-start',
      'journey-path',
      'journey-actions',
      'journey-time-order',
      'journey-cause-order',
      'journey-gap',
      'journey-start-window',
      'journey-status',
      'journey-ends-when-abandoned',
      'journey-in-progress-last',
      'journey-planned-in-future',
      'journey-done-in-past',
      'journey-open-recently',
      'outcomes-follow-journey',
    ),
  ]),
  validationOf('risk-levels', 'Risk Levels', [
    ...sharesOf('risk_level'),
    modelledShares({
      collection: 'customers',
      rule: 'risk-level-by-persona',
      title: 'risk_level by persona',
      group: (one: Customer) => one.persona_type,
      label: (one: Customer) => one.health.risk.level,
      expected: (persona) => riskByPersona?.[persona],
    }),
    rulesOf('risk-findings-of-persona', 'risk-factors-from-record', 'risk-score-adds-up', 'risk-level-from-score'),
  ]),
  validationOf('scenario-consistency', 'Scenario Consistency', [
    scenarioConsistency(types),
    rulesOf(
      'user-of-scenario',
      'user-screening-history-whole-or-absent',
      'trigger-within-a-year',
      'trigger-impact-fits-subtype',
      'trigger-type-fits-subtype',
      'trigger-plausible-at-age',
    ),
  ]),
];
