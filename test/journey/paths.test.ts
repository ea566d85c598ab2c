import { describe, expect, it } from 'vitest';
import { JourneyGraph } from '../../src/journey/JourneyGraph.js';
import type { StepDescription } from '../../src/journey/JourneyDescription.js';
import { paths } from '../../src/journey/paths.js';
import { smallGraph } from './coveringGraphs.js';
import { onboarding } from './onboarding.js';

type Ways = Readonly<Record<string, Pick<StepDescription, 'next' | 'ends'>>>;

/** A graph of which only the ways matter. */
function graphOf(ways: Ways, start: string | Readonly<Record<string, number>>): JourneyGraph {
  const emotions = [{ weights: { calm: 1 } }];
  return new JourneyGraph({
    name: 'ways',
    asOf: '2025-03-31',
    startDays: { min: 0, max: 90 },
    personas: ['p'],
    emotions: ['calm'],
    transitions: [{ table: { calm: { calm: 1 } } }],
    start,
    steps: Object.fromEntries(Object.entries(ways).map(([name, way]) => [name, { actions: [], emotions, ...way }])),
    completion: { p: Object.fromEntries(Object.keys(ways).map((name) => [name, 1])) },
  });
}

/** Layers of two steps, one after another: twice as many paths with each. */
function layers(count: number): JourneyGraph {
  const ways: Record<string, Ways[string]> = {};
  for (let layer = 0; layer < count; layer++) {
    const next = { [`left ${layer + 1}`]: 0.5, [`right ${layer + 1}`]: 0.5 };
    const way = layer === count - 1 ? { ends: true } : { next };
    ways[`left ${layer}`] = way;
    ways[`right ${layer}`] = way;
  }
  return graphOf(ways, { 'left 0': 0.5, 'right 0': 0.5 });
}

/** Every order of some of the steps that is a path, found by trying all orders; in the order of declaration. */
function tried(graph: JourneyGraph): string[][] {
  const all = [...graph.steps.keys()];
  const orders = (path: string[]): string[][] => [
    path,
    ...all.filter((step) => !path.includes(step)).flatMap((step) => orders([...path, step])),
  ];
  const isPath = (path: string[]): boolean =>
    path.length > 0 &&
    graph.isStart(path[0]!) &&
    graph.steps.get(path.at(-1)!)!.endShare > 0 &&
    path.slice(1).every((step, place) => graph.edge(path[place]!, step) !== undefined);
  const places = (path: string[]): number[] =>
    path.map((step, place) =>
      place === 0
        ? graph.starts.findIndex((start) => start.step === step)
        : graph.steps.get(path[place - 1]!)!.edges.findIndex(({ to }) => to === step),
    );
  return orders([])
    .filter(isPath)
    .sort((one, other) => {
      const [left, right] = [places(one), places(other)];
      const at = left.findIndex((place, index) => place !== right[index]);
      return at < 0 ? -1 : (left[at] ?? 0) - (right[at] ?? -1);
    });
}

describe('paths', () => {
  it('takes every branch, and no loop', () => {
    expect(paths(onboarding)).toEqual([
      ['register', 'assess', 'plan'],
      ['register', 'assess', 'plan', 'remind'],
      ['register', 'assess', 'call', 'plan'],
      ['register', 'assess', 'call', 'plan', 'remind'],
    ]);
  });

  it('begins at every start and ends at every end, also at a start', () => {
    const graph = graphOf({ a: { next: 'c', ends: 0.5 }, b: { next: 'c' }, c: { ends: true } }, { b: 0.5, a: 0.5 });
    expect(paths(graph)).toEqual([['b', 'c'], ['a'], ['a', 'c']]);
  });

  it('finds what trying all orders of the steps finds, in the order of declaration', () => {
    for (let seed = 0; seed < 300; seed++) {
      const graph = smallGraph(seed);
      expect(paths(graph), `seed ${seed}`).toEqual(tried(graph));
    }
  });

  it('does not lose itself among steps whose only way out is taken', () => {
    const crowd = Array.from({ length: 24 }, (_, place) => `crowd ${place}`);
    const inside = crowd.map((to) => ({ to, weight: 1, max: 1 }));
    const member = { next: [...inside, { to: 'door', weight: 1 }] };
    const graph = graphOf(
      {
        door: { next: [...inside, { to: 'street', weight: 1 }] },
        ...Object.fromEntries(crowd.map((name) => [name, member])),
        street: { ends: true },
      },
      'door',
    );
    expect(paths(graph)).toEqual([['door', 'street']]);
  });

  it('lists up to 100,000, and refuses more', () => {
    expect(paths(layers(16))).toHaveLength(65_536);
    expect(() => paths(layers(17))).toThrow(
      /^journey-paths {2}paths\(ways\): more than 100000 simple paths\n(?:.*\n)*.*coveringJourneys\(graph\)/,
    );
  });
});
