import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CohortCheckError } from '../../src/errors/index.js';
import { violationsOf } from '../../src/invariant/index.js';
import { defineJourney, journey } from '../../src/journey/index.js';
import type { JourneyArbitrary, JourneyDescription, JourneyGraph, JourneySituation } from '../../src/journey/index.js';
import { journeyInvariants } from '../../src/journey/journeyInvariants.js';
import { Source } from '../../src/source/index.js';
import { place, situationOf } from './cases.js';
import { descriptions } from './graphs.js';
import { mutated } from './mutated.js';
import { onboarding } from './onboarding.js';

describe('all rules together', () => {
  /** Compares rules and arbitrary on journeys with one or two things changed; counts the legal and the illegal ones. */
  function compare(graph: JourneyGraph, seeds: number, situation: (seed: number) => JourneySituation): number[] {
    const rules = journeyInvariants(graph, place);
    const counts = [0, 0];
    const arbitraries = new Map<string, JourneyArbitrary>();
    for (let seed = 0; seed < seeds; seed++) {
      const given = situation(seed);
      const key = JSON.stringify(given);
      const arbitrary = arbitraries.get(key) ?? journey(graph, given);
      arbitraries.set(key, arbitrary);
      const source = Source.of(seed).child('mutation');
      let steps = mutated(graph, arbitrary.draw(Source.of(seed)), given.asOf, source);
      if (source.below(3) === 0) steps = mutated(graph, steps, given.asOf, source);
      const found = violationsOf({ situation: given, 'in/visit': { steps } }, rules);
      const isLegal = arbitrary.accepts(steps);
      if (isLegal !== (found.length === 0))
        expect.fail(`seed ${seed}: ${isLegal ? 'legal' : 'illegal'}, but ${JSON.stringify({ found, given, steps })}`);
      counts[Number(isLegal)]!++;
    }
    return counts;
  }

  it('say what a legal journey is, whoever takes it', () => {
    const [illegal, legal] = compare(onboarding, 8000, () => ({ asOf: onboarding.asOf }));
    expect(illegal).toBeGreaterThan(2000);
    expect(legal).toBeGreaterThan(500);
  });

  it('say what a legal journey is for a known person and cause', () => {
    const [illegal, legal] = compare(onboarding, 5000, situationOf);
    expect(illegal).toBeGreaterThan(1000);
    expect(legal).toBeGreaterThan(300);
  });

  it('say what a legal journey is on any graph', () => {
    const all = [0, 0];
    fc.assert(
      fc.property(descriptions, fc.nat(1_000_000), (description, first) => {
        const graph = declared(description);
        fc.pre(graph !== undefined);
        const situations: JourneySituation[] = [
          { asOf: graph.asOf },
          { asOf: graph.asOf, persona: graph.personas[first % graph.personas.length] },
          { asOf: graph.asOf, impact: graph.impacts[first % 2] },
        ];
        for (const situation of situations) {
          const counts = compare(graph, 30, () => situation);
          for (const at of [0, 1]) all[at]! += counts[at]!;
        }
      }),
      { numRuns: 100 },
    );
    expect(Math.min(...all)).toBeGreaterThan(500);
  });
});

/** The graph; undefined where a loop comes back to a step too late for a gap of it. */
function declared(description: JourneyDescription): JourneyGraph | undefined {
  try {
    return defineJourney(description);
  } catch (error) {
    if (error instanceof CohortCheckError && error.code === 'journey-gap') return undefined;
    throw error;
  }
}
