import { addDays } from '../../src/arbitrary/index.js';
import { escapePointer } from '../../src/invariant/index.js';
import { journey } from '../../src/journey/index.js';
import type { Journey, JourneySituation } from '../../src/journey/index.js';
import { Source } from '../../src/source/index.js';
import { onboarding } from './onboarding.js';

/** A record that holds a journey and knows who takes it, when and why. */
export interface Case {
  readonly situation: JourneySituation;
  readonly 'in/visit': { readonly steps: Journey };
}

export const place = {
  journeyOf: (one: Case): Journey => one['in/visit'].steps,
  withJourney: (one: Case, steps: Journey): Case => ({ ...one, 'in/visit': { steps } }),
  situationOf: (one: Case): JourneySituation => one.situation,
  path: `/${escapePointer('in/visit')}/steps`,
};

/** A case that is drawn, in its situation as well. */
export function drawnCase(seed: number): Case {
  const situation = situationOf(seed);
  return { situation, 'in/visit': { steps: journey(onboarding, situation).draw(Source.of(seed)) } };
}

/** Some know the persona or the impact and some do not; with and without a cause and a bound. */
export function situationOf(seed: number): JourneySituation {
  const source = Source.of(seed).child('situation');
  const asOf = addDays('2025-03-31', source.below(400));
  const cause = addDays(asOf, -source.between(4, 150));
  return {
    asOf,
    ...(source.below(3) > 0 && { persona: source.below(2) === 0 ? 'planner' : 'doubter' }),
    ...(source.below(3) > 0 && { impact: source.below(2) === 0 ? 'strong' : 'weak' }),
    ...(source.below(3) > 0 && { cause: source.below(2) === 0 ? cause : `${cause}T11:30:00Z` }),
    ...(source.below(3) === 0 && { since: addDays(cause, source.below(3)) }),
  };
}

/** Whether a JSON Pointer leads to something, and to what. */
export function resolve(value: unknown, pointer: string): { readonly found: boolean; readonly value?: unknown } {
  let here: unknown = value;
  for (const part of pointer.split('/').slice(1)) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, key)) return { found: false };
    here = (here as Record<string, unknown>)[key];
  }
  return { found: true, value: here };
}
