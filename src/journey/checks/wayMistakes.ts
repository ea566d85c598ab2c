import type { JourneyDescription } from '../JourneyDescription.js';
import { JourneyGraph } from '../JourneyGraph.js';
import { unbounded } from './loopMistakes.js';
import { leaveOut, put, together } from './Mistake.js';
import type { Mistake, Remedy } from './Mistake.js';
import { edgeList, edgePath, inProportion, nextWith, sumOf } from './parts.js';

/** Steps that no journey comes to. */
export function* unreachableMistakes(description: JourneyDescription): Generator<Mistake> {
  const graph = new JourneyGraph(description);
  const reached = new Set(graph.starts.map(({ step }) => step));
  for (const step of reached) for (const { to } of graph.steps.get(step)?.edges ?? []) reached.add(to);
  for (const step of graph.steps.keys()) {
    if (reached.has(step)) continue;
    yield {
      code: 'journey-unreachable',
      path: ['steps', step],
      said: 'no journey comes here',
      why: `it is no first step, and none that a journey comes to is followed by it`,
      remedies: () => [...waysTo(step, description, reached), withoutStep(step, description)],
    };
  }
}

/** Ways to let a tenth of those who come to another step go on to this one: first from the steps just before it. */
function waysTo(step: string, { steps, start }: JourneyDescription, reached: ReadonlySet<string>): Remedy[] {
  const names = Object.keys(steps);
  const before = names.slice(0, names.indexOf(step)).reverse();
  const others = [...before, ...names.slice(names.indexOf(step) + 1)].filter((name) => reached.has(name));
  const starts = typeof start === 'string' ? { [start]: 1 } : start;
  const shares = Object.entries(starts).filter(([, share]) => share > 0);
  const scaled = inProportion(
    shares.map(([, share]) => share),
    0.9,
  );
  const begin = Object.fromEntries([...shares.map(([name], index) => [name, scaled[index]] as const), [step, 0.1]]);
  return [
    ...others.slice(0, 8).map((name) => {
      const given = steps[name]!;
      const edges = edgeList(given);
      const share = sumOf(edges.map(({ weight }) => weight));
      const next = ['steps', name, 'next'];
      if (share === 0) return together(put(next, { [step]: 0.1 }), put(['steps', name, 'ends'], 0.9));
      const left = inProportion([...edges.map(({ weight }) => weight * 0.9), share * 0.1], share);
      const all = [...edges, { to: step, weight: 0 }];
      return put(
        next,
        nextWith(
          given,
          all.map((edge, index) => ({ ...edge, weight: left[index]! })),
        ),
      );
    }),
    put(['start'], begin),
  ];
}

function withoutStep(step: string, { completion }: JourneyDescription): Remedy {
  return together(
    leaveOut(['steps', step]),
    ...Object.keys(completion).map((persona) => leaveOut(['completion', persona, step])),
  );
}

/** Steps from which a journey gets to no end. */
export function* deadEndMistakes(description: JourneyDescription): Generator<Mistake> {
  const nodes = [...new JourneyGraph(description).steps.values()];
  const backwards = [...nodes].reverse();
  const ending = new Set(nodes.filter(({ endShare }) => endShare > 0).map(({ name }) => name));
  for (let size = -1; size < ending.size;) {
    size = ending.size;
    for (const { name, edges } of backwards) if (unbounded(edges).some(({ to }) => ending.has(to))) ending.add(name);
  }
  const dead = nodes.filter(({ name }) => !ending.has(name));
  // The steps on the way to where the cause lies are dead ends only because of it.
  const bare = dead.filter(({ edges }) => edges.length === 0);
  const cutOff = dead.filter(({ edges }) => edges.some(({ to }) => ending.has(to)));
  for (const { name, edges } of [...bare, ...cutOff, ...dead]) {
    const hasBounded = edges.some(({ max }) => max < Infinity);
    yield {
      code: 'journey-dead-end',
      path: ['steps', name],
      said:
        edges.length === 0 ? 'nothing follows, and journeys do not end here' : 'no journey gets from here to an end',
      why:
        edges.length === 0
          ? 'every step has something in next, or ends'
          : `no way from it leads to a step with ends${hasBounded ? ', bounded edges aside, which run out' : ''}`,
      remedies: () => [
        ...edges.flatMap(({ to, max }) =>
          max < Infinity ? [leaveOut([...edgePath(description, name, to), 'max'])] : [],
        ),
        ...[name, ...dead.map((each) => each.name)].slice(0, 8).map((each) => withEnd(each, description)),
      ],
    };
  }
}

function withEnd(name: string, { steps }: JourneyDescription): Remedy {
  const step = steps[name]!;
  const edges = edgeList(step);
  if (edges.length === 0) return put(['steps', name, 'ends'], true);
  const weights = inProportion(
    edges.map(({ weight }) => weight),
    0.9,
  );
  return together(
    put(
      ['steps', name, 'next'],
      nextWith(
        step,
        edges.map((edge, index) => ({ ...edge, weight: weights[index]! })),
      ),
    ),
    put(['steps', name, 'ends'], 0.1),
  );
}
