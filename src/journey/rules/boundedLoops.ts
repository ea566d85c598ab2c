import type { Edge, JourneyGraph } from '../JourneyGraph.js';

/** The bounded edges that lie on a loop: no journey takes another one twice. */
export function boundedLoops(graph: JourneyGraph): { readonly from: string; readonly edge: Edge }[] {
  return [...graph.steps.values()].flatMap(({ name, edges }) =>
    edges
      .filter(({ to, max }) => max < Infinity && routeTo(graph, to, name) !== undefined)
      .map((edge) => ({ from: name, edge })),
  );
}

/** The steps of a shortest way, without the first; undefined where there is none. */
export function routeTo(graph: JourneyGraph, from: string, to: string): readonly string[] | undefined {
  const routes = new Map<string, readonly string[]>([[from, []]]);
  for (const [step, route] of routes) {
    if (step === to) return route;
    for (const edge of graph.steps.get(step)?.edges ?? [])
      if (!routes.has(edge.to)) routes.set(edge.to, [...route, edge.to]);
  }
  return undefined;
}
