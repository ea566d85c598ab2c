import { describe, expect, it } from 'vitest';
import { cohort, DEFAULT_AS_OF } from '../../../arbitraries/index.js';
import { emotions, scenarios, scenarioTypes } from '../../../arbitraries/scenarios/index.js';
import type { ScenarioName } from '../../../arbitraries/scenarios/index.js';
import type { Scenario } from '../../../arbitraries/schema/index.js';
import { daysBetween } from '../../../src/index.js';

const names = Object.keys(scenarios) as ScenarioName[];
const asOf = DEFAULT_AS_OF;
const SIZE = 20_000;
const SEED = 11;

const personaTypes = [
  'health_aware_avoider',
  'structured_system_seeker',
  'balanced_life_integrator',
  'healthcare_professional',
  'overlooked_risk_group',
] as const;

/** How many days must have passed since the customer's own date so that each step can have been completed. */
const dueDays: Readonly<Record<ScenarioName, readonly number[]>> = {
  first_time_user: [0, 0, 0],
  life_transition: [0, 1, 30],
  prevention_conversion: [0, 1, 2],
};

const customers = cohort({ size: SIZE, seed: SEED, asOf });

interface Drawn {
  readonly one: Scenario;
  /** Days since what the journey counts from. */
  readonly age: number;
}

function drawnOf(name: ScenarioName): Drawn[] {
  const population = scenarios[name].population({ size: SIZE, seed: SEED, asOf });
  const drawn: Drawn[] = [];
  for (let index = 0; index < SIZE; index++) {
    const one = population.at(index);
    if (one === undefined) continue;
    const since = one.trigger_event?.date ?? customers.at(index).engagement.registered_on;
    drawn.push({ one, age: daysBetween(since, asOf) });
  }
  return drawn;
}

describe.each(names)(`%s of ${SIZE} customers, seed ${SEED}`, { timeout: 240_000 }, (name) => {
  const { graph, completionTargets, completion } = scenarioTypes[name];
  const steps = [...graph.steps.keys()];
  const drawn = drawnOf(name);
  const of = (persona: string): Drawn[] => drawn.filter(({ one }) => one.user.persona_type === persona);
  const present = personaTypes.filter((persona) => of(persona).length > 0);

  it('hits its completion targets among the journeys whose step was due', () => {
    let compared = 0;
    for (const persona of present) {
      for (const [at, step] of steps.entries()) {
        const due = of(persona).filter(({ age }) => age >= dueDays[name][at]!);
        const done = due.filter(({ one }) =>
          one.journey.some((each) => each.step === step && each.completion_status === 'completed'),
        ).length;
        const share = completionTargets[persona][step]!;
        const deviation = Math.sqrt(due.length * share * (1 - share));
        const distance = Math.abs(done - due.length * share);
        expect(due.length, `${persona} ${step}`).toBeGreaterThan(300);
        // At this size the exact ones are whole numbers; the others keep within 4.5 standard deviations.
        expect(distance, `${persona} ${step}: ${done} of ${due.length}, wanted ${share}`).toBeLessThan(
          completion === 'exact' ? 1e-6 : 4.5 * deviation,
        );
        compared++;
      }
    }
    expect(compared).toBe(present.length * 3);
  });

  it('would be told from journeys that hit the targets of another persona', () => {
    const [avoider, integrator] = ['health_aware_avoider', 'balanced_life_integrator'] as const;
    for (const [at, step] of steps.entries()) {
      const due = of(avoider).filter(({ age }) => age >= dueDays[name][at]!);
      const done = due.filter(({ one }) => one.journey[at]?.completion_status === 'completed').length;
      const wrong = completionTargets[integrator][step]!;
      if (wrong === 1) continue;
      const deviation = Math.sqrt(due.length * wrong * (1 - wrong));
      expect(Math.abs(done - due.length * wrong), step).toBeGreaterThan(4.5 * deviation);
    }
  });

  it('has its targets fall from step to step, and set the personas apart', () => {
    for (const persona of personaTypes) {
      const shares = steps.map((step) => completionTargets[persona][step]!);
      for (let at = 1; at < shares.length; at++) expect(shares[at]!, persona).toBeLessThan(shares[at - 1]!);
    }
    expect(new Set(personaTypes.map((persona) => JSON.stringify(completionTargets[persona]))).size).toBe(5);
  });

  it('never completes a step more often than the one before it, whatever the persona', () => {
    for (const persona of present) {
      const journeys = of(persona).map(({ one }) => one.journey);
      const passed = steps.map(
        (step) => journeys.filter((steps_) => steps_.some((one) => one.step === step && isPassed(one))).length,
      );
      expect(passed, persona).toEqual(passed.toSorted((a, b) => b - a));
      expect(passed[0]).toBeGreaterThan(passed[2]!);
    }
  });

  it('feels at each step most often what the facts name', () => {
    for (const persona of present) {
      for (const step of steps) {
        for (const impact of graph.impacts.length === 0 ? [undefined] : graph.impacts) {
          const felt = of(persona)
            .filter(({ one }) => impact === undefined || one.trigger_event?.impact === impact)
            .flatMap(({ one }) => one.journey.filter((each) => each.step === step))
            .map(({ emotional_state }) => emotional_state);
          expect(felt.length, `${persona} ${step}`).toBeGreaterThan(60);
          const counts = emotions.map((emotion) => felt.filter((one) => one === emotion).length);
          const most = emotions[counts.indexOf(Math.max(...counts))];
          expect(most, `${persona} ${step} ${impact ?? ''}: ${JSON.stringify(counts)}`).toBe(
            mainEmotion(step, persona, impact),
          );
          expect(counts.filter((count) => count > 0).length, `${persona} ${step}: not always the same`).toBeGreaterThan(
            1,
          );
        }
      }
    }
  });

  it('looks different for every two personas', () => {
    const shapes = present.map((persona) => sharesOf(of(persona).map(({ one }) => shapeOf(one))));
    for (let a = 0; a < shapes.length; a++) {
      for (let b = 0; b < a; b++) {
        expect(distanceOf(shapes[a]!, shapes[b]!), `${present[a]} and ${present[b]}`).toBeGreaterThan(0.25);
      }
    }
  });

  it('leaves no professional anxious, and every status to be met', () => {
    const steps_ = drawn.flatMap(({ one }) => one.journey.map((step) => ({ step, persona: one.user.persona_type })));
    expect(
      steps_.filter(({ persona, step }) => persona === 'healthcare_professional' && step.emotional_state === 'anxious'),
    ).toEqual([]);
    const statuses = new Set(steps_.map(({ step }) => step.completion_status));
    expect([...statuses].sort()).toEqual(
      ['abandoned', 'completed', 'in_progress', 'planned', ...(name === 'first_time_user' ? [] : ['skipped'])].sort(),
    );
  });
});

function isPassed({ completion_status: status }: Scenario['journey'][number]): boolean {
  return status === 'completed' || status === 'skipped';
}

/** The emotions of the domain's table of scenarios. */
function mainEmotion(step: string, persona: string, impact: string | undefined): string | undefined {
  if (step === 'risk_assessment') return persona === 'health_aware_avoider' ? 'anxious' : 'engaged';
  if (step === 'event_trigger') return impact === 'high' ? 'concerned' : 'attentive';
  return {
    initial_registration: 'neutral',
    prevention_plan: 'engaged',
    support_plan: 'engaged',
    follow_up: 'stable',
    risk_awareness: 'engaged',
    barrier_identification: 'reflective',
    action_planning: 'motivated',
  }[step];
}

function shapeOf({ journey }: Scenario): string {
  return journey.map(({ emotional_state, completion_status }) => `${emotional_state} ${completion_status}`).join(', ');
}

function sharesOf(labels: readonly string[]): Map<string, number> {
  const shares = new Map<string, number>();
  for (const label of labels) shares.set(label, (shares.get(label) ?? 0) + 1 / labels.length);
  return shares;
}

/** Total variation distance: 0 for the same shares, 1 for nothing in common. */
function distanceOf(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  const labels = new Set([...a.keys(), ...b.keys()]);
  return [...labels].reduce((sum, label) => sum + Math.abs((a.get(label) ?? 0) - (b.get(label) ?? 0)), 0) / 2;
}
