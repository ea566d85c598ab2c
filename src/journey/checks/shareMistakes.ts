import { shown } from '../../errors/index.js';
import type { JourneyDescription, StepDescription, Weights } from '../JourneyDescription.js';
import { JourneyGraph } from '../JourneyGraph.js';
import { someWeights } from './examples.js';
import { leaveOut, put, together } from './Mistake.js';
import type { Mistake, Remedy } from './Mistake.js';
import type { Path } from './Path.js';
import { addUpTo, edgeList, endShareOf, inProportion, isList, nextWith, sumOf } from './parts.js';

type Found = Generator<Mistake>;

/** Shares that do not add up, and ratios that leave nothing to choose. */
export function* shareMistakes(description: JourneyDescription): Found {
  for (const key of Object.keys(description)) {
    if (key === 'start') yield* starts(description);
    if (key === 'steps') {
      for (const [name, step] of Object.entries(description.steps)) yield* inStep(name, step, description);
    }
    if (key === 'stopping') yield* stopping(description);
  }
  yield* beginnings(description);
}

function* starts({ start, steps }: JourneyDescription): Found {
  if (typeof start === 'string' || addUpTo(Object.values(start), 1)) return;
  const scaled = inProportion(Object.values(start), 1);
  const remedies = (): Remedy[] => [
    scaled.length > 0 ? put(['start'], keyed(Object.keys(start), scaled)) : put(['start'], Object.keys(steps)[0]),
  ];
  yield sumMistake(['start'], Object.values(start), 'every journey starts with one of these steps', remedies);
}

function* inStep(name: string, step: StepDescription, whole: JourneyDescription): Found {
  for (const key of Object.keys(step)) {
    if (key === 'emotions') yield* emotionRows(name, step, whole);
    if (key === 'next') yield* emptyEdges(name, step);
  }
  const edges = edgeList(step);
  const shares = [...edges.map(({ weight }) => weight), endShareOf(step)];
  // Nothing at all is a dead end, which has an error of its own.
  if (sumOf(shares) === 0 || addUpTo(shares, 1)) return;
  const path = ['steps', name, edges.length === 0 ? 'ends' : 'next'];
  const why = 'every journey that completes or skips the step goes on to one of those that follow it, or ends here';
  yield sumMistake(path, edges.length === 0 ? shares.slice(-1) : shares, why, () => sumRemedies(name, step));
}

function sumRemedies(name: string, step: StepDescription): Remedy[] {
  const edges = edgeList(step);
  const weights = edges.map(({ weight }) => weight);
  const sum = sumOf(weights);
  const ends = endShareOf(step);
  const at = (key: string): Path => ['steps', name, key];
  const scaledTo = (share: number): Remedy =>
    put(
      at('next'),
      nextWith(
        step,
        edges.map((edge, index) => ({ ...edge, weight: inProportion(weights, share)[index]! })),
      ),
    );
  const rest = Number((1 - sum).toFixed(9));
  if (edges.length === 0) return [put(at('ends'), true)];
  if (step.ends === true) return sum < 1 && rest > 0 ? [put(at('ends'), rest)] : [leaveOut(at('ends')), scaledTo(1)];
  if (ends === 0) return [scaledTo(1), put(at('ends'), rest)];
  const both = inProportion([sum, ends], 1);
  const left = Number((1 - ends).toFixed(9));
  return [
    ...(left > 0 ? [scaledTo(left)] : []),
    together(scaledTo(both[0]!), put(at('ends'), both[1])),
    leaveOut(at('ends')),
  ];
}

/** Edges of a list that nobody takes. In shares by step, 0 is what a step has that does not follow. */
function* emptyEdges(name: string, step: StepDescription): Found {
  if (!isList(step.next)) return;
  for (const [index, { weight }] of step.next.entries()) {
    if (weight > 0) continue;
    const path = ['steps', name, 'next', index];
    const edges = edgeList(step);
    const some = edges.map((edge) => (edge.weight > 0 ? edge.weight * 0.9 : 0.1));
    const shared = inProportion(some, Math.max(0, 1 - endShareOf(step)) || 1);
    const remedies = (): Remedy[] => [
      leaveOut(path),
      put(
        path.slice(0, -1),
        edges.map((edge, place) => ({ ...edge, weight: shared[place]! })),
      ),
    ];
    const why = 'an edge is a way that some journeys go';
    yield { code: 'journey-weights', path: [...path, 'weight'], said: '0 is not above 0', why, remedies };
  }
}

function* emotionRows(name: string, { emotions }: StepDescription, whole: JourneyDescription): Found {
  for (const [index, { weights }] of emotions.entries()) {
    if (Object.values(weights).some((weight) => weight > 0)) continue;
    const path = ['steps', name, 'emotions', index, 'weights'];
    const remedies = (): Remedy[] => [
      ...someWeights(whole).map((each) => put(path, each)),
      leaveOut(path.slice(0, -1)),
    ];
    const why = 'whoever the row is for has some emotion at the step';
    yield { code: 'journey-weights', path, said: `no weight above 0 in ${shown(weights)}`, why, remedies };
  }
}

function* stopping({ stopping: rows = [] }: JourneyDescription): Found {
  for (const [index, { persona: _, ...ways }] of rows.entries()) {
    if (Object.values(ways).some((weight) => weight !== undefined && weight > 0)) continue;
    const path = ['stopping', index];
    const remedies = (): Remedy[] => [put([...path, 'abandoned'], 1), leaveOut(path)];
    const why = 'those who do not complete a step stop in one of the ways in_progress, abandoned, planned and none';
    yield { code: 'journey-weights', path, said: `no way above 0 in ${shown(ways)}`, why, remedies };
  }
}

/** A first step is never ahead, and no journey is empty: whoever comes to it completes, skips, begins or abandons it. */
function* beginnings(description: JourneyDescription): Found {
  const graph = new JourneyGraph(description);
  for (const { step } of graph.starts) {
    for (const persona of graph.personas) {
      if (graph.statusesOf(persona, step).size > 1) continue;
      const path = ['completion', persona, step];
      const remedies = (): Remedy[] => [put(path, 0.5)];
      const why = `${step} is a first step, which is never planned, and ${persona} does not stop in_progress or abandoned`;
      yield { code: 'journey-weights', path, said: '0 leaves no way to begin', why, remedies };
    }
  }
}

function sumMistake(path: Path, shares: readonly number[], why: string, remedies: () => Remedy[]): Mistake {
  const said = `the shares add up to ${Number(sumOf(shares).toPrecision(12))}, not 1`;
  const sum = shares.length > 1 ? `${shares.slice(0, 12).join(' + ')}${shares.length > 12 ? ' + …' : ''}` : '';
  return { code: 'journey-weights', path, said, why: sum === '' ? why : `${why}; here ${sum}`, remedies };
}

function keyed(names: readonly string[], values: readonly number[]): Weights {
  return Object.fromEntries(names.map((name, index) => [name, values[index]!]));
}
