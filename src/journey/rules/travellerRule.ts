import { completionStatuses } from '../JourneyStep.js';
import type { JourneyGraph, Traveller } from '../JourneyGraph.js';
import type { JourneySubject } from '../JourneySubject.js';
import { around, placesAround, withStep, withStepOrCut } from './copies.js';
import { emotionsFor, factsOf, statusesFor } from './facts.js';
import type { JourneyRule } from './JourneyRule.js';

/**
 * Where it is not said who takes a journey, the other rules ask of each emotion and each status alone whether anybody can
 * have it. This one asks whether one and the same person can have them all; what nobody can have is left to the others.
 */
export const travellerRule: JourneyRule = {
  name: 'one-traveller',
  sentence: 'The emotions and statuses of a journey can all be those of one persona and impact.',
  appliesTo: (graph, { traveller }) =>
    traveller !== 'always' &&
    candidatesOf(graph, traveller === 'sometimes').some((group) => !hasOneForAll(graph, group)),
  check: (subject, report) => {
    let left = subject.travellers;
    for (const { kind, index, possibleFor } of factsOf(subject)) {
      if (possibleFor.length === 0) continue;
      const both = left.filter((traveller) => possibleFor.includes(traveller));
      if (both.length === 0) {
        report(...clash(subject, kind, index, left, possibleFor));
        return;
      }
      left = both;
    }
  },
  *broken({ journey, graph }, source) {
    const emotions = around(source, graph.emotions);
    const statuses = around(source, completionStatuses);
    const places = placesAround(source, 0, journey.length);
    for (const place of places) {
      for (const emotion of emotions) yield* withStepOrCut(journey, place, { emotional_state: emotion });
      for (const status of statuses) yield* withStepOrCut(journey, place, { completion_status: status });
    }
    for (const place of places) {
      for (const emotion of emotions) {
        const felt = withStep(journey, place, { emotional_state: emotion });
        for (const status of statuses) yield* withStepOrCut(felt, place, { completion_status: status });
        if (place === journey.length - 1) continue;
        for (const next of emotions) yield* withStepOrCut(felt, place + 1, { emotional_state: next });
        for (const status of statuses) yield* withStepOrCut(felt, place + 1, { completion_status: status });
      }
    }
  },
};

function clash(
  subject: JourneySubject,
  kind: 'status' | 'emotion' | 'transition',
  index: number,
  left: readonly Traveller[],
  possibleFor: readonly Traveller[],
): [pointer: string, message: string, actual: unknown, expected: unknown] {
  const { step, emotional_state: emotion, completion_status: status } = subject.stepAt(index);
  const before = subject.journey[index - 1]?.emotional_state;
  const who = `${named(possibleFor)} alone, and what comes before only of ${named(left)}`;
  if (kind === 'status') {
    const message = `${step} being ${status} is possible of ${who}`;
    return [`/${index}/completion_status`, message, status, statusesFor(subject, left, index)];
  }
  const after = kind === 'transition' ? ` after ${before}` : '';
  const expected = emotionsFor(subject, left, index, before);
  return [`/${index}/emotional_state`, `${emotion} at ${step}${after} is possible of ${who}`, emotion, expected];
}

function named(travellers: readonly Traveller[]): string {
  const names = travellers.map(({ persona, impact }) => (impact === undefined ? persona : `${persona} (${impact})`));
  return names.length > 3 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more` : names.join(', ');
}

/** Those who can be meant: everybody, and where something may be known, everybody of a persona or an impact. */
function candidatesOf({ travellers, personas, impacts }: JourneyGraph, isKnown: boolean): (readonly Traveller[])[] {
  if (!isKnown) return [travellers];
  return [
    travellers,
    ...personas.map((persona) => travellers.filter((one) => one.persona === persona)),
    ...impacts.map((impact) => travellers.filter((one) => one.impact === impact)),
  ];
}

/** Whether one of them can have whatever any of them can: then nothing is possible of others alone. */
function hasOneForAll(graph: JourneyGraph, travellers: readonly Traveller[]): boolean {
  const all = new Set(travellers.flatMap((one) => possibilities(graph, one)));
  return travellers.some((one) => new Set(possibilities(graph, one)).size === all.size);
}

/** The statuses and emotions that a traveller can have at each step, and the transitions that some edge gives rise to. */
function possibilities(graph: JourneyGraph, traveller: Traveller): string[] {
  const { persona } = traveller;
  return [...graph.steps.values()].flatMap(({ name, edges }) => [
    ...[...graph.statusesOf(persona, name)].map((status) => JSON.stringify(['status', name, status])),
    ...graph.emotionsOf(traveller, name).map(({ emotion }) => JSON.stringify(['emotion', name, emotion])),
    ...edges.flatMap(({ to }) =>
      emotionsOfAny(graph, name).flatMap((before) =>
        emotionsOfAny(graph, to)
          .filter((after) => graph.transition(persona, before, after) > 0)
          .map((after) => JSON.stringify(['transition', before, after])),
      ),
    ),
  ]);
}

function emotionsOfAny(graph: JourneyGraph, step: string): readonly string[] {
  const all = graph.travellers.flatMap((one) => graph.emotionsOf(one, step).map(({ emotion }) => emotion));
  return [...new Set(all)];
}
