import { CohortCheckError } from '../../src/errors/index.js';
import { Source } from '../../src/source/index.js';
import { secondToIso } from '../../src/arbitrary/index.js';
import { journey } from '../../src/journey/journey.js';
import { JourneyGraph } from '../../src/journey/JourneyGraph.js';
import type {
  EdgeDescription,
  GapDescription,
  StepDescription,
  Weights,
} from '../../src/journey/JourneyDescription.js';
import type { Traveller } from '../../src/journey/JourneyGraph.js';
import { completionStatuses } from '../../src/journey/JourneyStep.js';
import type { Journey } from '../../src/journey/JourneyStep.js';
import { timesOf } from '../../src/journey/TimeWindows.js';

const NAMES = ['a', 'b', 'c', 'd', 'e', 'f'];

/**
 * A graph that is small enough for looking at all its journeys: branches, loops, skips, narrow times, tables with holes.
 *
 * It is not declared, since a declaration refuses what is of interest here: steps that nobody comes to in time, emotions
 * that never occur.
 */
export function smallGraph(seed: number): JourneyGraph {
  for (let attempt = 0; ; attempt++) {
    const graph = anyGraph(Source.of(seed).child('small graph').childAt(attempt), seed);
    if (!leavesWithoutEmotion(graph)) return graph;
  }
}

/** Whether some step has no emotion for somebody: no journey could be drawn. */
function leavesWithoutEmotion(graph: JourneyGraph): boolean {
  return graph.travellers.some((traveller) =>
    [...graph.steps.keys()].some((step) =>
      [undefined, ...graph.emotions].some((from) => graph.emotionsAfter(traveller, from, step).length === 0),
    ),
  );
}

function anyGraph(source: Source, seed: number): JourneyGraph {
  const oneIn = (n: number): boolean => source.below(n) === 0;
  // Many ways for one kind of people, or few ways for two kinds with two emotions.
  const isWide = oneIn(2);
  const names = NAMES.slice(0, isWide ? source.between(4, 6) : source.between(2, 4));
  const emotions = isWide ? ['calm'] : ['calm', 'tense'];
  const weights = (): Weights => {
    const some = emotions.filter(() => !oneIn(3));
    return Object.fromEntries(
      (some.length === 0 ? [emotions[source.below(emotions.length)]!] : some).map((one) => [one, 1]),
    );
  };
  const gap = (): GapDescription => ({
    from: [...names, 'previous', 'previous', 'cause'][source.below(names.length + 3)]!,
    minDays: source.below(5),
    ...(oneIn(2) && { maxDays: source.between(4, isWide ? 5 : 8) }),
  });
  const edges = (place: number): EdgeDescription[] => {
    const onward = names.slice(place + 1).filter((_, at) => at === 0 || oneIn(2));
    const back = names.slice(0, place + 1).filter(() => oneIn(isWide ? 8 : 5));
    return [...onward.map((to) => ({ to, weight: 1 })), ...back.map((to) => ({ to, weight: 1, max: 1 }))];
  };
  const step = (place: number): StepDescription => ({
    actions: [`act ${place}`],
    emotions: [{ persona: 'p', weights: weights() }, { weights: weights() }],
    ...(oneIn(2) && { gap: oneIn(3) ? [gap(), gap()] : gap() }),
    next: edges(place),
    ends: place === names.length - 1 || oneIn(3) ? 0.5 : 0,
    optional: oneIn(4) ? 0.2 : 0,
  });
  const shares = (): Weights => Object.fromEntries(names.map((name) => [name, [0, 0.5, 0.5, 1][source.below(4)]!]));
  return new JourneyGraph({
    name: `small ${seed}`,
    asOf: '2025-03-31',
    startDays: { min: source.below(3), max: source.between(3, 12) },
    personas: isWide ? ['p'] : ['p', 'q'],
    emotions,
    transitions: [{ table: Object.fromEntries(emotions.map((emotion) => [emotion, weights()])) }],
    start: oneIn(3) ? { a: 0.5, b: 0.5 } : 'a',
    steps: Object.fromEntries(names.map((name, place) => [name, step(place)])),
    completion: isWide ? { p: shares() } : { p: shares(), q: shares() },
    stopping: [{ abandoned: source.below(2), in_progress: source.below(2), planned: 1, none: 1 }],
    ...(oneIn(2) && { openDays: source.between(1, 5) }),
  });
}

/** What a journey takes, by name. */
export function takenBy(graph: JourneyGraph, taken: Journey): Set<string> {
  const last = taken.at(-1)!;
  const isEnd = graph.description.steps[last.step]!.ends !== undefined && graph.steps.get(last.step)!.endShare > 0;
  const isDone = last.completion_status === 'completed' || last.completion_status === 'skipped';
  return new Set([
    `start ${taken[0]!.step}`,
    ...taken.slice(1).map(({ step }, place) => `${taken[place]!.step} → ${step}`),
    ...(isEnd && isDone ? [`end ${last.step}`] : []),
    ...taken.map(({ emotional_state: emotion }) => `emotion ${emotion}`),
    ...taken.map(({ completion_status: status }) => `status ${status}`),
  ]);
}

/** Every legal journey at the earliest times; undefined where there are more than `most`. */
export function everyJourney(graph: JourneyGraph, most: number): Journey[] | undefined {
  const found: Journey[] = [];
  for (const traveller of graph.travellers) {
    const accepts = acceptor(graph, traveller);
    if (accepts === undefined) continue;
    let layer: Journey[] = [[]];
    while (layer.length > 0) {
      layer = layer.flatMap((before) => longer(graph, before).filter(accepts));
      found.push(...layer);
      if (found.length > most) return undefined;
    }
  }
  return found;
}

function acceptor(graph: JourneyGraph, traveller: Traveller): ((value: unknown) => boolean) | undefined {
  try {
    const arbitrary = journey(graph, traveller);
    return (value) => arbitrary.accepts(value);
  } catch (error) {
    if (error instanceof CohortCheckError && error.code === 'constraint-clash') return undefined;
    throw error;
  }
}

/** The journey with one more step, whatever becomes of it: most of them are not legal. */
function longer(graph: JourneyGraph, before: Journey): Journey[] {
  const last = before.at(-1);
  const next = last === undefined ? graph.starts.map(({ step }) => step) : followers(graph, last.step);
  return next.flatMap((step) =>
    completionStatuses.flatMap((status) => {
      const visits = [...before.map((one) => ({ step: one.step, status: one.completion_status })), { step, status }];
      const times = timesOf(graph, visits, { asOf: graph.asOf });
      if (times === undefined) return [];
      return graph.emotions.map((emotion) =>
        visits.map((visit, place) => ({
          step: visit.step,
          timestamp: secondToIso(times[place]!),
          actions: [...graph.steps.get(visit.step)!.actions],
          emotional_state: before[place]?.emotional_state ?? emotion,
          completion_status: visit.status,
        })),
      );
    }),
  );
}

function followers(graph: JourneyGraph, step: string): string[] {
  return graph.steps.get(step)!.edges.map(({ to }) => to);
}

/**
 * The size of the smallest cover of all elements: tries, for one element after another, every set that has it. Sets within
 * others are left out, since the other does as well.
 */
export function fewestSets(sets: readonly ReadonlySet<string>[]): number {
  const all = new Set(sets.flatMap((set) => [...set]));
  const distinct = [...new Map(sets.map((set) => [[...set].sort().join('|'), set])).values()];
  const largest = distinct.filter((set) => !distinct.some((other) => other !== set && without(set, other).size === 0));
  const isCovered = (open: ReadonlySet<string>, left: number): boolean => {
    if (open.size === 0) return true;
    if (left === 0) return false;
    const holders = [...open].map((element) => largest.filter((set) => set.has(element)));
    const fewest = holders.reduce((one, other) => (other.length < one.length ? other : one));
    return fewest.some((set) => isCovered(without(open, set), left - 1));
  };
  let size = 0;
  while (!isCovered(all, size)) size++;
  return size;
}

function without(open: ReadonlySet<string>, set: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...open].filter((one) => !set.has(one)));
}
