/*
 * Simpler journeys, simplest first: shorter ones, then plainer ways, steps that are further along, earlier starts, smaller
 * gaps, calmer emotions.
 *
 * They are wishes: whoever takes them seats them (times within their windows, emotions that may follow each other) and
 * drops those that come out no simpler. What is left out of the middle takes its steps along, or leaves them: from
 * [register neutral, assess anxious, plan abandoned] both [register, plan] and [register anxious, assess abandoned] are
 * tried, since it may be the feelings that fail and not the steps.
 */
import { completionStatuses } from './JourneyStep.js';
import type { JourneyGraph } from './JourneyGraph.js';
import type { ReadJourney, Wish } from './ReadJourney.js';
import { openEdges } from './Skeleton.js';
import type { Visit } from './TimeWindows.js';

/** @param earliest - the earliest time of step `index`, when those before it stay where they are. */
export function* simplerJourneys(
  graph: JourneyGraph,
  journey: ReadJourney,
  earliest: (index: number) => number | undefined,
): Iterable<Wish> {
  yield* shorter(graph, journey);
  yield* plainer(graph, journey);
  yield* furtherAlong(journey);
  for (let index = 0; index < journey.visits.length; index++) yield* earlier(journey, index, earliest(index));
  yield* calmer(graph, journey);
}

function* shorter(graph: JourneyGraph, journey: ReadJourney): Iterable<Wish> {
  const { length } = journey.visits;
  for (let size = length - 1; size > 0; size--) {
    for (let start = length - size; start >= 0; start--) {
      const kept = without(journey, start, start + size);
      yield kept;
      if (start + size < length) yield { ...kept, visits: onSteps(journey.visits, kept.visits) };
    }
  }
  yield* shortCuts(graph, journey);
}

function without({ visits, times, emotions }: ReadJourney, start: number, end: number): ReadJourney {
  const isKept = (_: unknown, index: number): boolean => index < start || index >= end;
  return { visits: visits.filter(isKept), times: times.filter(isKept), emotions: emotions.filter(isKept) };
}

/** The first steps of a journey with the statuses of others. */
function onSteps(steps: readonly Visit[], statuses: readonly Visit[]): Visit[] {
  return statuses.map(({ status }, index) => ({ step: steps[index]!.step, status }));
}

/** A shorter way between two steps that are not neighbours. */
function* shortCuts(graph: JourneyGraph, { visits, times, emotions }: ReadJourney): Iterable<Wish> {
  for (let from = -1; from < visits.length - 2; from++) {
    for (let to = visits.length - 1; to > from + 2; to--) {
      const way = shortestWay(graph, visits[from]?.step, visits[to]!.step);
      if (way === undefined || way.length === 0 || way.length >= to - from - 1) continue;
      const inside = from + 1 + way.length;
      const merge = <T>(list: readonly T[]): T[] => [...list.slice(0, inside), ...list.slice(to)];
      yield {
        visits: merge(visits).map((visit, index) =>
          index > from && index < inside ? { ...visit, step: way[index - from - 1]! } : visit,
        ),
        times: merge(times),
        emotions: merge(emotions),
      };
    }
  }
}

/** The steps between two others on a shortest way, loops left aside; from a start where `from` is undefined. */
export function shortestWay(graph: JourneyGraph, from: string | undefined, to: string): readonly string[] | undefined {
  const begins =
    from === undefined
      ? graph.starts.map(({ step }) => step)
      : (graph.steps.get(from)?.edges ?? []).map((edge) => edge.to);
  let ways: string[][] = begins.map((step) => [step]);
  const seen = new Set(begins);
  while (ways.length > 0) {
    const found = ways.find((way) => way.at(-1) === to);
    if (found !== undefined) return found.slice(0, -1);
    ways = ways.flatMap((way) =>
      (graph.steps.get(way.at(-1)!)?.edges ?? []).flatMap((edge) => {
        if (seen.has(edge.to)) return [];
        seen.add(edge.to);
        return [[...way, edge.to]];
      }),
    );
  }
  return undefined;
}

/** At one place a step that was declared earlier, alone or followed by the plainest way on. */
function* plainer(graph: JourneyGraph, journey: ReadJourney): Iterable<Wish> {
  const { visits } = journey;
  for (let index = 0; index < visits.length; index++) {
    const steps = visits.map(({ step }) => step);
    const before = steps.slice(0, index);
    const choices = index === 0 ? graph.starts.map(({ step }) => step) : openEdges(graph, before).map(({ to }) => to);
    for (const step of byIndex(graph, choices)) {
      if (indexOf(graph, step) >= indexOf(graph, steps[index]!)) break;
      yield { ...journey, visits: visits.map((visit, at) => (at === index ? { ...visit, step } : visit)) };
      const way = [...before, step];
      while (way.length < steps.length) {
        const next = byIndex(
          graph,
          openEdges(graph, way).map(({ to }) => to),
        )[0];
        if (next === undefined) break;
        way.push(next);
      }
      if (way.length === steps.length)
        yield { ...journey, visits: visits.map((visit, at) => ({ ...visit, step: way[at]! })) };
    }
  }
}

function byIndex(graph: JourneyGraph, steps: readonly string[]): string[] {
  return [...steps].sort((a, b) => indexOf(graph, a) - indexOf(graph, b));
}

function indexOf(graph: JourneyGraph, step: string): number {
  return graph.steps.get(step)?.index ?? -1;
}

function* furtherAlong(journey: ReadJourney): Iterable<Wish> {
  for (const [index, { step, status }] of journey.visits.entries()) {
    for (const simpler of completionStatuses.slice(0, completionStatuses.indexOf(status))) {
      yield { ...journey, visits: journey.visits.with(index, { step, status: simpler }) };
    }
  }
}

/** One step earlier, by halves of the way there: with all that follow moved along, and with them kept. */
function* earlier(journey: ReadJourney, index: number, earliest: number | undefined): Iterable<Wish> {
  const { times } = journey;
  const time = times[index]!;
  if (earliest === undefined) return;
  for (let left = time - earliest; left > 0; left = Math.floor(left / 2)) {
    yield { ...journey, times: times.map((other, at) => (at < index ? other : other - left)) };
    if (index + 1 < times.length) yield { ...journey, times: times.with(index, time - left) };
  }
}

function* calmer(graph: JourneyGraph, journey: ReadJourney): Iterable<Wish> {
  for (const [index, emotion] of journey.emotions.entries()) {
    for (const other of graph.emotions.slice(0, Math.max(0, graph.rank(emotion)))) {
      yield { ...journey, emotions: journey.emotions.with(index, other) };
    }
  }
}

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
