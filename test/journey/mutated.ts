import { isoToSecond, secondToIso } from '../../src/arbitrary/index.js';
import { completionStatuses } from '../../src/journey/index.js';
import type { Journey, JourneyGraph } from '../../src/journey/index.js';
import { endOfDay } from '../../src/journey/time.js';
import type { Source } from '../../src/source/index.js';

/** A copy of a journey with one thing changed at random; what comes out may be legal, and times stay canonical. */
export function mutated(graph: JourneyGraph, journey: Journey, asOf: string, source: Source): Journey {
  const at = source.below(Math.max(1, journey.length));
  const old = journey[at];
  if (old === undefined) return journey;
  const oneOf = <T>(items: readonly T[]): T => items[source.below(items.length)] as T;
  const names = [...graph.steps.keys()];
  const actionsOf = (step: string): string[] => [...(graph.steps.get(step)?.actions ?? [])];
  const seconds = journey.map(({ timestamp }) => isoToSecond(timestamp) ?? 0);
  const other = oneOf(names);
  switch (source.below(11)) {
    case 0:
      return journey.with(at, { ...old, step: oneOf([...names, 'nowhere']) });
    case 1:
      return journey.with(at, { ...old, step: other, actions: actionsOf(other) });
    case 2:
      return journey.with(at, { ...old, emotional_state: oneOf([...graph.emotions, 'nothing']) });
    case 3:
      return journey.with(at, { ...old, completion_status: oneOf(completionStatuses) });
    case 4:
      return journey.with(at, {
        ...old,
        actions: oneOf([[], old.actions.slice(1), [...old.actions, 'more'], actionsOf(other)]),
      });
    case 5:
      return journey.toSpliced(at, 1);
    case 6:
      return journey.toSpliced(at, 0, old);
    case 7:
      return journey.slice(0, at + source.below(2));
    case 8: {
      // What comes next, or might: legal often enough.
      const last = journey.at(-1)!;
      const step = oneOf([...(graph.steps.get(last.step)?.edges.map(({ to }) => to) ?? []), other]);
      const second = Math.max(seconds.at(-1)!, endOfDay(asOf)) + source.below(20 * 86_400);
      const status = oneOf(['planned', 'planned', ...completionStatuses] as const);
      const next = {
        step,
        actions: actionsOf(step),
        emotional_state: oneOf(graph.emotions),
        completion_status: status,
      };
      return [...journey, { ...next, timestamp: secondToIso(second) }];
    }
    case 9: {
      const by = movement(graph, seconds, at, asOf, source);
      return journey.map((step, index) =>
        index < at ? step : { ...step, timestamp: secondToIso(seconds[index]! + by) },
      );
    }
    default:
      return journey.with(at, {
        ...old,
        timestamp: secondToIso(seconds[at]! + movement(graph, seconds, at, asOf, source)),
      });
  }
}

/** By how much a step moves: a little, much, or to a second at or just beyond one of its bounds. */
function movement(graph: JourneyGraph, seconds: readonly number[], at: number, asOf: string, source: Source): number {
  const gaps = [...graph.steps.values()].flatMap((step) => step.gaps).filter(({ max }) => max < Infinity);
  const origins = [...seconds.slice(0, at), endOfDay(asOf), endOfDay(asOf) + 1 - (graph.startDays.max + 1) * 86_400];
  const origin = origins[source.below(origins.length)] as number;
  const gap = gaps[source.below(Math.max(1, gaps.length))];
  const sizes = [
    0,
    1,
    -1,
    gap?.min ?? 60,
    (gap?.min ?? 60) - 1,
    gap?.max ?? 60,
    (gap?.max ?? 60) + 1,
    -graph.openSeconds,
    -graph.openSeconds - 1,
  ];
  const size = sizes[source.below(sizes.length)] as number;
  const kinds = [source.between(-60, 60), source.between(-20 * 86_400, 20 * 86_400), origin + size - seconds[at]!];
  const by = kinds[source.below(kinds.length)] as number;
  return Number.isFinite(by) ? by : 0;
}
