import { completionStatuses } from './JourneyStep.js';
import type { JourneyGraph } from './JourneyGraph.js';
import type { ReadJourney } from './ReadJourney.js';

/** Negative where `a` is simpler: shorter, on plainer steps, further along, earlier, calmer, in this order. */
export function compareJourneys(graph: JourneyGraph, a: ReadJourney, b: ReadJourney): number {
  if (a.visits.length !== b.visits.length) return a.visits.length - b.visits.length;
  const measures: readonly ((journey: ReadJourney, index: number) => number)[] = [
    ({ visits }, index) => indexOf(graph, visits[index]!.step),
    ({ visits }, index) => completionStatuses.indexOf(visits[index]!.status),
    ({ times }, index) => times[index]!,
    ({ emotions }, index) => graph.rank(emotions[index]!),
  ];
  for (const measure of measures) {
    for (let index = 0; index < a.visits.length; index++) {
      const order = measure(a, index) - measure(b, index);
      if (order !== 0) return order;
    }
  }
  return 0;
}

/** Place of a step in the declaration of the graph; -1 where the graph has no such step. */
export function indexOf(graph: JourneyGraph, step: string): number {
  return graph.steps.get(step)?.index ?? -1;
}
