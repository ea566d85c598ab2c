import { CohortCheckError } from '../../src/index.js';
import { personaTypes } from '../vocabulary.js';
import type { ScenarioType } from './ScenarioType.js';

/**
 * Checks what a type of scenario says of its own graph.
 *
 * @throws CohortCheckError `bad-scenario` at the first thing that does not fit.
 */
export function requireScenarioType(type: ScenarioType): void {
  const { name, graph, outcomes, completionTargets } = type;
  if (!/^[a-z][a-z0-9_]*$/.test(name)) {
    throw bad(
      name,
      `name is ${JSON.stringify(name)}`,
      'files and records are named after it',
      "name: 'first_time_user'",
    );
  }
  const steps = [...graph.steps.keys()];
  for (const persona of personaTypes) {
    if (!graph.personas.includes(persona))
      throw bad(name, `the graph has no ${persona}`, 'any customer may come to take it', 'personas: personaTypes');
    requireTargets(name, persona, completionTargets[persona], steps);
  }
  for (const [outcome, { step }] of Object.entries(outcomes)) {
    if (!steps.includes(step)) {
      throw bad(
        name,
        `outcomes.${outcome} hangs on ${JSON.stringify(step)}`,
        `the steps are ${steps.join(', ')}`,
        `step: '${steps[0] ?? ''}'`,
      );
    }
  }
  if (graph.impacts.length > 0 && type.trigger === undefined) {
    throw bad(
      name,
      `the graph knows the impacts ${graph.impacts.join(', ')}`,
      'without a trigger, no record says which one it is',
      'trigger: (customer) => …, or a graph without impacts',
    );
  }
  if (type.completion === 'exact') requireStraight(type);
}

function requireTargets(
  name: string,
  persona: string,
  targets: Readonly<Record<string, number>> | undefined,
  steps: readonly string[],
): void {
  let before = 1;
  for (const [step, share] of Object.entries(targets ?? {})) {
    const path = `completionTargets.${persona}.${step}`;
    if (!steps.includes(step))
      throw bad(name, `${path}: there is no such step`, `the steps are ${steps.join(', ')}`, 'one of them');
    if (!(share >= 0 && share <= before)) {
      throw bad(
        name,
        `${path} is ${String(share)}`,
        `completion falls from step to step, and ${before} came that far`,
        `${step}: ${before}`,
      );
    }
    before = share;
  }
}

/** Numbers of completed steps say all that is to be said of a journey only where it cannot branch, skip or repeat. */
function requireStraight({ name, graph, completionTargets }: ScenarioType): void {
  const steps = [...graph.steps.values()];
  const isStraight = steps.every(
    ({ edges, skipShare }, index) =>
      skipShare === 0 && edges.length <= 1 && (edges[0]?.to ?? steps[index + 1]?.name) === steps[index + 1]?.name,
  );
  const isWhole = personaTypes.every(
    (persona) => Object.keys(completionTargets[persona]).join() === steps.map((step) => step.name).join(),
  );
  if (isStraight && isWhole) return;
  throw bad(
    name,
    "completion is 'exact'",
    'exact numbers of completed steps are for journeys that take all steps in one order, with a target for each',
    "completion: 'drawn'",
  );
}

function bad(name: string, what: string, why: string, next: string): CohortCheckError {
  return new CohortCheckError({ code: 'bad-scenario', what: `defineScenario(${name}): ${what}`, why, try: next });
}
