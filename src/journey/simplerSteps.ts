/*
 * Journeys of the same length, simpler at one step.
 */
import { indexOf } from './compareJourneys.js';
import { completionStatuses } from './JourneyStep.js';
import type { JourneyGraph } from './JourneyGraph.js';
import type { ReadJourney, Wish } from './ReadJourney.js';
import { openEdges } from './Skeleton.js';

/** At one place a step that was declared earlier, alone or followed by the plainest way on. */
export function* plainerAt(graph: JourneyGraph, journey: ReadJourney, index: number): Iterable<Wish> {
  const { visits } = journey;
  const steps = visits.map(({ step }) => step);
  const before = steps.slice(0, index);
  const choices = index === 0 ? graph.starts.map(({ step }) => step) : openEdges(graph, before).map(({ to }) => to);
  for (const step of byIndex(graph, choices)) {
    if (indexOf(graph, step) >= indexOf(graph, steps[index]!)) break;
    yield { ...journey, visits: visits.with(index, { ...visits[index]!, step }) };
    const way = plainestWay(graph, [...before, step], steps.length);
    if (way !== undefined) yield { ...journey, visits: visits.map((visit, at) => ({ ...visit, step: way[at]! })) };
  }
}

/** These steps and the plainest ones that follow, up to a length; undefined where they end before. */
function plainestWay(graph: JourneyGraph, begun: readonly string[], length: number): readonly string[] | undefined {
  const way = [...begun];
  while (way.length < length) {
    const open = openEdges(graph, way).map(({ to }) => to);
    const next = byIndex(graph, open)[0];
    if (next === undefined) return undefined;
    way.push(next);
  }
  return way;
}

function byIndex(graph: JourneyGraph, steps: readonly string[]): string[] {
  return [...steps].sort((a, b) => indexOf(graph, a) - indexOf(graph, b));
}

/** One step with a status that says more of it. */
export function* furtherAlongAt(journey: ReadJourney, index: number): Iterable<Wish> {
  const { step, status } = journey.visits[index]!;
  for (const simpler of completionStatuses.slice(0, completionStatuses.indexOf(status))) {
    yield { ...journey, visits: journey.visits.with(index, { step, status: simpler }) };
  }
}

/** One step with a calmer emotion. */
export function* calmerAt(graph: JourneyGraph, journey: ReadJourney, index: number): Iterable<Wish> {
  const rank = graph.rank(journey.emotions[index]!);
  for (const other of graph.emotions.slice(0, Math.max(0, rank))) {
    yield { ...journey, emotions: journey.emotions.with(index, other) };
  }
}
