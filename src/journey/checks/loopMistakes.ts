import type { JourneyDescription } from '../JourneyDescription.js';
import { JourneyGraph } from '../JourneyGraph.js';
import type { Edge } from '../JourneyGraph.js';
import { put } from './Mistake.js';
import type { Mistake, Remedy } from './Mistake.js';
import { edgeList, edgePath } from './parts.js';
import type { Path } from './Path.js';
import { cut } from './wording.js';

/** How often a loop goes round in what errors propose. */
const SOME_TURNS = 3;

/** The first loop that never has to end. */
export function* loopMistakes(description: JourneyDescription): Generator<Mistake> {
  const loop = unboundedLoop(new JourneyGraph(description));
  if (loop === undefined) return;
  const edges = loop.map((from, index) => [from, loop[(index + 1) % loop.length]!] as const);
  const [from, to] = edges.at(-1)!;
  const way = cut([...loop, loop[0]!].join(' → '), 160);
  yield {
    code: 'journey-loop',
    path: edgePath(description, from, to),
    said: `closes a loop without bound: ${way}`,
    why: 'a journey must not go round for ever: one edge of every loop has a max',
    // The last edge of the loop is the one that goes back; where its step has nothing else to follow, another one will do.
    remedies: () =>
      [...edges]
        .reverse()
        .slice(0, 12)
        .map(([a, b]) => bounded(a, b, description)),
  };
}

function bounded(from: string, to: string, { steps }: JourneyDescription): Remedy {
  const path: Path = ['steps', from, 'next'];
  return put(
    path,
    edgeList(steps[from]!).map((edge) => (edge.to === to ? { ...edge, max: SOME_TURNS } : edge)),
  );
}

/** The steps of a loop that has no bounded edge: the first that one comes to by the edges declared first. */
function unboundedLoop(graph: JourneyGraph): string[] | undefined {
  // Steps that lead into no loop are taken away, last ones first, until only loops and the ways to them are left.
  const left = new Map(
    [...graph.steps.values()].map(({ name, edges }) => [name, unbounded(edges).map(({ to }) => to)]),
  );
  const backwards = [...left].reverse();
  for (let size = -1; size !== left.size;) {
    size = left.size;
    for (const [name, next] of backwards) if (!next.some((to) => left.has(to))) left.delete(name);
  }
  const way = new Set<string>();
  let [at] = left.keys();
  while (at !== undefined && !way.has(at)) {
    way.add(at);
    at = left.get(at)?.find((to) => left.has(to));
  }
  const steps = [...way];
  return at === undefined ? undefined : steps.slice(steps.indexOf(at));
}

/** The edges that a journey may take however often it has. */
export function unbounded(edges: readonly Edge[]): Edge[] {
  return edges.filter(({ max }) => max === Infinity);
}
