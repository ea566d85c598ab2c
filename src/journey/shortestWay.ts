import type { JourneyGraph } from './JourneyGraph.js';

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
