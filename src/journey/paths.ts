import { CohortCheckError } from '../errors/index.js';
import type { JourneyGraph } from './JourneyGraph.js';

const MOST_PATHS = 100_000;

/**
 * The simple paths of a graph: every way from a start to an end on which no step occurs twice.
 *
 * For reading a graph and for naming what a report should count. Loops are left out, and nobody's times, emotions or
 * statuses are looked at; for legal journeys that take loops too, use `coveringJourneys`.
 *
 * Depth first, in the order of declaration: a path that ends at a step comes before those that go on from it. No step is
 * entered from which all ends are shut off, so the time grows with the paths alone. Their number can double with every
 * branch; since the list is in memory, more than 100,000 are refused.
 *
 * @throws CohortCheckError `journey-paths` where there are more than 100,000.
 * @example
 * const graph = defineJourney({
 *   name: 'onboarding',
 *   asOf: '2025-03-31',
 *   startDays: { min: 0, max: 90 },
 *   personas: ['newcomer'],
 *   emotions: ['calm'],
 *   transitions: [{ table: { calm: { calm: 1 } } }],
 *   start: 'register',
 *   steps: {
 *     register: { actions: ['sign up'], emotions: [{ weights: { calm: 1 } }], next: { assess: 0.6, plan: 0.4 } },
 *     assess: { actions: ['answer'], emotions: [{ weights: { calm: 1 } }], next: 'plan' },
 *     plan: { actions: ['choose'], emotions: [{ weights: { calm: 1 } }], ends: true },
 *   },
 *   completion: { newcomer: { register: 1, assess: 0.8, plan: 0.5 } },
 * });
 * paths(graph) // [['register', 'assess', 'plan'], ['register', 'plan']]
 */
export function paths(graph: JourneyGraph): string[][] {
  const found: string[][] = [];
  for (const { step } of graph.starts) {
    if (!reachesEnd(graph, step, new Set())) continue;
    for (const path of pathsOnFrom(graph, [step], new Set([step]))) {
      if (found.length === MOST_PATHS) throw tooMany(graph);
      found.push(path);
    }
  }
  return found;
}

/**
 * @param path - the steps so far; grows and shrinks on the way.
 * @param taken - the same, for looking them up.
 */
function* pathsOnFrom(graph: JourneyGraph, path: string[], taken: Set<string>): Generator<string[]> {
  const node = graph.steps.get(path.at(-1)!);
  if (node === undefined) return;
  if (node.endShare > 0) yield [...path];
  for (const { to } of node.edges) {
    if (taken.has(to) || !reachesEnd(graph, to, taken)) continue;
    path.push(to);
    taken.add(to);
    yield* pathsOnFrom(graph, path, taken);
    path.pop();
    taken.delete(to);
  }
}

/** Whether some end can be come to from a step without the steps that are taken. */
function reachesEnd(graph: JourneyGraph, from: string, taken: ReadonlySet<string>): boolean {
  const seen = new Set([from]);
  for (const step of seen) {
    const node = graph.steps.get(step);
    if (node === undefined) continue;
    if (node.endShare > 0) return true;
    for (const { to } of node.edges) if (!taken.has(to)) seen.add(to);
  }
  return false;
}

function tooMany(graph: JourneyGraph): CohortCheckError {
  return new CohortCheckError({
    code: 'journey-paths',
    what: `paths(${graph.name}): more than ${MOST_PATHS} simple paths`,
    where: 'steps.*.next',
    why: 'their number can double with every branch, and the list is held in memory',
    try: 'coveringJourneys(graph), which takes every edge in few journeys',
  });
}
