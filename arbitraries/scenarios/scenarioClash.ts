import { CohortCheckError } from '../../src/index.js';
import type { ScenarioType } from './ScenarioType.js';
import { customerPlaces } from './users.js';

const LONGEST = 200;

/**
 * A clash of constraints in the words of scenarios: whoever wrote them named the user, and the clash was found in the
 * customer behind. Any other error as it is.
 */
export function scenarioClash(
  { name, who }: ScenarioType,
  constraints: Readonly<Record<string, unknown>>,
  error: unknown,
): unknown {
  if (!(error instanceof CohortCheckError) || error.code !== 'constraint-clash') return error;
  const { what, why, try: next } = error.parts;
  const where = `constraints ${JSON.stringify(constraints).slice(0, LONGEST)}`;
  if (what.startsWith('is_in_scenario')) {
    return new CohortCheckError({
      code: error.code,
      what: `scenario('${name}', …): no customer who takes it meets the constraints`,
      where,
      why: who,
      try: 'widen one of them, or leave it out',
    });
  }
  return new CohortCheckError({
    code: error.code,
    what: translated(what),
    where,
    ...(why !== undefined && { why: translated(why) }),
    ...(next !== undefined && { try: translated(next) }),
  });
}

/** Places in the customer, and in the journey by itself, as places in the scenario. */
function translated(text: string): string {
  return Object.entries(customerPlaces).reduce(
    (said, [name, path]) => said.replaceAll(`customer.${path.join('.')}`, `user.${name}`),
    text.replaceAll('the value', 'journey'),
  );
}

/** The error of a constraint that asks for scenarios of another type. */
export function otherType({ name }: ScenarioType, asked: unknown): CohortCheckError {
  return new CohortCheckError({
    code: 'constraint-clash',
    what: `scenario_type: nothing meets ${JSON.stringify(asked)} among scenarios of type ${name}`,
    try: `scenario_type: '${name}', or leave it out`,
  });
}
