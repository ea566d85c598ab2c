import { defineModel, isRecord } from '../../src/index.js';
import type { Collection, Constraint, Model } from '../../src/index.js';
import { DEFAULT_AS_OF } from '../customer.js';
import type { Scenario } from '../schema/index.js';
import { customerTargets } from '../targets.js';
import { requireScenarioType } from './requireScenarioType.js';
import { scenarioInvariants } from './rules/index.js';
import { ScenarioArbitrary } from './ScenarioArbitrary.js';
import { scenarioCard } from './scenarioCard.js';
import { scenarioConstraints } from './scenarioConstraints.js';
import { scenarioMargins } from './scenarioMargins.js';
import { ScenarioPopulation } from './scenarioPopulation.js';
import type { ScenarioType } from './ScenarioType.js';

/** A type of scenario with all that is made from it. */
export interface ScenarioDefinition extends Collection<Scenario> {
  readonly scenarioType: ScenarioType;
  modelAt(this: void, asOf: string): Model<Scenario>;
}

/**
 * A type of scenario as a collection of a domain: its model, its population on a cohort of customers, its arbitrary.
 *
 * This is all that a new type needs beside its own data: put the result among the collections of a domain.
 *
 * @throws CohortCheckError `bad-scenario` where the type does not fit its own graph.
 */
export function defineScenario(type: ScenarioType): ScenarioDefinition {
  requireScenarioType(type);
  const modelAt = modelsOf(type);
  return {
    scenarioType: type,
    name: type.name,
    folder: 'scenarios',
    group: 'scenario',
    additions: ['customer_id', 'expected_outcomes', 'trigger_event'],
    type: 'Scenario',
    get model() {
      return modelAt(DEFAULT_AS_OF);
    },
    modelAt,
    // Every place of the population is that of a customer: where all take it, its scenarios hit the customers' targets.
    targets: type.completion === 'exact' ? customerTargets : {},
    margins: scenarioMargins,
    population: (options) => new ScenarioPopulation(type, options),
    arbitrary: (constraints: Constraint, { asOf }) => {
      const free = modelAt(asOf).arbitrary;
      const held = scenarioConstraints(isRecord(constraints) ? constraints : {});
      return Object.keys(held).length === 0 ? free : free.given(held);
    },
    card: scenarioCard,
  };
}

/** A model whose arbitrary can be held to constraints. */
type ScenarioModel = Model<Scenario> & { readonly arbitrary: ScenarioArbitrary };

/** The models of a type: that of the default reference date, and of the other one that was asked for last. */
function modelsOf(type: ScenarioType): (asOf: string) => ScenarioModel {
  const kept = new Map<'default' | 'other', { readonly asOf: string; readonly model: ScenarioModel }>();
  return (asOf) => {
    const place = asOf === DEFAULT_AS_OF ? 'default' : 'other';
    const known = kept.get(place);
    if (known?.asOf === asOf) return known.model;
    const model = modelOf(type, asOf);
    kept.set(place, { asOf, model });
    return model;
  };
}

function modelOf(type: ScenarioType, asOf: string): ScenarioModel {
  const { name, version, graph, outcomes } = type;
  const arbitrary = ScenarioArbitrary.of(type, asOf);
  const model = defineModel<Scenario>({
    name,
    version,
    id: 'customer_id',
    persona: 'user.persona_type',
    arbitrary,
    invariants: scenarioInvariants(type, asOf),
    schema: async () =>
      (await import('../schema/index.js')).scenarioSchemaOf({
        name,
        steps: [...graph.steps.keys()],
        emotions: graph.emotions,
        outcomes: Object.fromEntries(Object.entries(outcomes).map(([outcome, { sentence }]) => [outcome, sentence])),
        hasTrigger: type.trigger !== undefined,
      }),
  });
  return { ...model, arbitrary };
}
