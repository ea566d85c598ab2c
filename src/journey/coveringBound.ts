import type { JourneyGraph } from './JourneyGraph.js';
import { elementsOf, isWithin } from './coveringElements.js';
import type { CoveringElements } from './coveringElements.js';

/**
 * A number of journeys below which none can take all of the elements.
 *
 * Elements no two of which are in one journey ask for a journey each. Two starts are such, two ends or last statuses (a
 * journey ends once), two edges neither of which can be come to from the other, and an edge, a start and an end likewise.
 * Gaps, emotions and the bounds of loops can only set more apart. The largest group that is found by taking what still goes
 * together, from each element on, is the bound; there may be larger ones.
 */
export function fewestThinkable(graph: JourneyGraph, elements: CoveringElements, taken: bigint): number {
  const asked = elementsOf(taken);
  const apart = exclusions(graph, elements);
  let most = asked.length === 0 ? 0 : 1;
  for (const first of asked) {
    const group = [first];
    let others = (apart.get(first) ?? 0n) & taken;
    for (const next of asked) {
      if (!isWithin(next, others)) continue;
      group.push(next);
      others &= apart.get(next) ?? 0n;
    }
    most = Math.max(most, group.length);
  }
  return most;
}

/** Element → those that no journey takes together with it. */
function exclusions(graph: JourneyGraph, elements: CoveringElements): ReadonlyMap<bigint, bigint> {
  const onwards = new Map([...graph.steps.keys()].map((step) => [step, stepsFrom(graph, step)]));
  const apart = new Map<bigint, bigint>();
  const setApart = (one: bigint, other: bigint): void => {
    apart.set(one, (apart.get(one) ?? 0n) | other);
    apart.set(other, (apart.get(other) ?? 0n) | one);
  };
  const leads = (from: string, to: string): boolean => onwards.get(from)?.has(to) === true;
  const ways = [...graph.steps.values()].flatMap(({ name, edges }) =>
    edges.map((edge) => ({ from: name, to: edge.to, bit: elements.edges.get(edge) ?? 0n })),
  );
  const starts = [...elements.starts].map(([step, bit]) => ({ step, bit }));
  const ends = [...elements.ends].map(([step, bit]) => ({ step, bit }));
  const stops = (['in_progress', 'abandoned', 'planned'] as const).map((status) => elements.statuses.get(status) ?? 0n);
  const lasts = [...ends.map(({ bit }) => bit), ...stops];
  for (const [place, one] of lasts.entries()) for (const other of lasts.slice(place + 1)) setApart(one, other);
  for (const [place, start] of starts.entries()) {
    for (const other of starts.slice(place + 1)) setApart(start.bit, other.bit);
    for (const end of ends) if (!leads(start.step, end.step)) setApart(start.bit, end.bit);
    for (const way of ways) if (!leads(start.step, way.from)) setApart(start.bit, way.bit);
  }
  for (const [place, way] of ways.entries()) {
    for (const end of ends) if (!leads(way.to, end.step)) setApart(way.bit, end.bit);
    for (const other of ways.slice(place + 1)) {
      if (!leads(way.to, other.from) && !leads(other.to, way.from)) setApart(way.bit, other.bit);
    }
  }
  return apart;
}

/** The step itself and all that can be come to from it. */
function stepsFrom(graph: JourneyGraph, step: string): ReadonlySet<string> {
  const found = new Set([step]);
  for (const at of found) for (const { to } of graph.steps.get(at)?.edges ?? []) found.add(to);
  return found;
}
