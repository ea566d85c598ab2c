import { CohortCheckError } from '../../src/index.js';
import type { StoppingRow } from '../../src/index.js';
import { personaTypes } from '../vocabulary.js';
import type { PersonaType } from '../vocabulary.js';

/**
 * Persona → step → share of the journeys that complete the step, of all those that began early enough to have come to it
 * by the reference date. It falls from step to step.
 */
export type CompletionTargets = Readonly<Record<PersonaType, Readonly<Record<string, number>>>>;

/**
 * How the journeys stop that do not go through: avoiders break off, planners put the next step on the calendar, integrators
 * leave it open, the overlooked simply do not come back.
 */
export const stopping: readonly StoppingRow[] = [
  { persona: 'health_aware_avoider', abandoned: 5, none: 3, in_progress: 1, planned: 1 },
  { persona: 'structured_system_seeker', planned: 5, in_progress: 3, none: 1, abandoned: 1 },
  { persona: 'balanced_life_integrator', in_progress: 5, planned: 2, none: 2, abandoned: 1 },
  { persona: 'healthcare_professional', planned: 4, in_progress: 4, none: 1, abandoned: 1 },
  { persona: 'overlooked_risk_group', none: 5, abandoned: 3, in_progress: 1, planned: 1 },
];

/**
 * What a straight journey graph needs so that the targets are met: step by step, the share that completes it of those who
 * come to it and do not skip it.
 *
 * Of those who come to a step, the share `optional` skips it and goes on as well. Example: targets 0.8 and 0.4, nothing
 * optional: 0.8 of all complete the first step, and half of them the second.
 *
 * @param optional - step → share of those who come to it that skips it.
 * @throws CohortCheckError `bad-scenario` where a target is greater than what the steps before leave.
 */
export function completionOf(
  targets: CompletionTargets,
  optional: Readonly<Record<string, number>> = {},
): Record<PersonaType, Record<string, number>> {
  return Object.fromEntries(
    personaTypes.map((persona) => [persona, sharesOf(persona, targets[persona], optional)]),
  ) as Record<PersonaType, Record<string, number>>;
}

function sharesOf(
  persona: PersonaType,
  targets: Readonly<Record<string, number>>,
  optional: Readonly<Record<string, number>>,
): Record<string, number> {
  let coming = 1;
  const shares: Record<string, number> = {};
  for (const [step, target] of Object.entries(targets)) {
    const skipping = coming * (optional[step] ?? 0);
    const share = coming === skipping ? 0 : target / (coming - skipping);
    // Quotients of decimals may end a hair above 1.
    if (!(share >= 0 && share <= 1 + 1e-9)) throw tooMany(persona, step, target, coming - skipping);
    shares[step] = Math.min(1, share);
    coming = target + skipping;
  }
  return shares;
}

function tooMany(persona: PersonaType, step: string, target: number, most: number): CohortCheckError {
  return new CohortCheckError({
    code: 'bad-scenario',
    what: `completion targets of ${persona}: ${step} is ${target}`,
    why: `only ${Number(most.toFixed(6))} of the journeys come to the step without skipping it`,
    try: `${step}: ${Math.floor(most * 100) / 100}`,
  });
}

/**
 * How many steps are completed, as shares: `'1'` is the share of journeys with exactly one completed step. For straight
 * journeys without optional steps.
 *
 * Example: targets 1, 0.6 and 0.32 make 0.4 with one completed step, 0.28 with two, and 0.32 with three.
 */
export function completedShares(targets: Readonly<Record<string, number>>): Record<string, number> {
  const reached = [1, ...Object.values(targets), 0];
  const shares = reached.slice(0, -1).map((share, count): [string, number] => {
    const stopped = share - (reached[count + 1] as number);
    // Differences of decimals, without the dust that binary fractions leave.
    return [String(count), Math.round(stopped * 1e9) / 1e9];
  });
  return Object.fromEntries(shares.filter(([, share]) => share > 0));
}
