/*
 * Journeys with fewer steps.
 *
 * What is left out of the middle takes its steps along, or leaves them: from [register neutral, assess anxious, plan
 * abandoned] both [register, plan] and [register anxious, assess abandoned] are tried, since it may be the feelings that
 * fail and not the steps.
 */
import type { Window } from '../arbitrary/index.js';
import { completionStatuses } from './JourneyStep.js';
import type { JourneyGraph, Traveller } from './JourneyGraph.js';
import type { ReadJourney, Wish } from './ReadJourney.js';
import { shortestWay } from './shortestWay.js';
import { goesOn, isWalk } from './Skeleton.js';
import type { Visit } from './TimeWindows.js';

/** Every run of steps that can be dropped: unlike in a list, where a few do, since the graph joins only some ends. */
export function* windowsIn(length: number): Iterable<Window> {
  for (let size = length - 1; size > 0; size--) for (let end = length; end >= size; end--) yield { size, end };
}

/** The journey without some of its steps, and with their places taken by those that follow. */
export function* withoutSteps(journey: ReadJourney, { size, end }: Window): Iterable<Wish> {
  const isKept = (_: unknown, index: number): boolean => index < end - size || index >= end;
  const kept: ReadJourney = {
    visits: journey.visits.filter(isKept),
    times: journey.times.filter(isKept),
    emotions: journey.emotions.filter(isKept),
  };
  yield kept;
  if (end < journey.visits.length) yield { ...kept, visits: onSteps(journey.visits, kept.visits) };
}

/** The first steps of a journey with the statuses of others. */
function onSteps(steps: readonly Visit[], statuses: readonly Visit[]): Visit[] {
  return statuses.map(({ status }, index) => ({ step: steps[index]!.step, status }));
}

/** A shorter way between two steps that are not neighbours. */
export function* shortCuts(graph: JourneyGraph, { visits, times, emotions }: ReadJourney): Iterable<Wish> {
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

/**
 * The steps of a wish that cannot stand as it is, with other statuses: completed where those before the last cannot be as
 * wished, and each end that is as open as the wished one.
 *
 * Steps that move to the place of earlier ones bring statuses along that nobody has there: a planned step may be too far
 * from the first to lie ahead, and what fails may only be that it is not completed.
 */
export function* withOtherEnds(graph: JourneyGraph, travellers: readonly Traveller[], wish: Wish): Iterable<Wish> {
  const steps = wish.visits.map(({ step }) => step);
  if (!isWalk(graph, steps)) return;
  const end = wish.visits.at(-1)!;
  const before = wish.visits.slice(0, -1).map(({ step, status }): Visit => {
    const isPossible = travellers.some(({ persona }) => graph.statusesOf(persona, step).has(status));
    return { step, status: isPossible && goesOn(status) && status !== 'planned' ? status : 'completed' };
  });
  const ends = end.status === 'completed' ? [] : completionStatuses.filter((status) => status !== 'completed');
  for (const status of new Set([end.status, ...ends])) {
    yield { ...wish, visits: [...before, { step: end.step, status }] };
  }
}
