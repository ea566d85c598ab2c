import type { JourneyGraph } from './JourneyGraph.js';
import { JourneyState } from './JourneyState.js';

/** Simplest first. */
export const attemptKinds = ['legal', 'out-of-order', 'race', 'race-two'] as const;

/**
 * What `toCommands` tries on a system: `legal`, a step that may follow, or several up to a later one; `out-of-order`, one
 * that may not; `race`, one that may, twice at once; `race-two`, two at once, where both may follow or one after the other.
 */
export type AttemptKind = (typeof attemptKinds)[number];

/** Something to try from wherever a journey stands. */
export interface Attempt {
  readonly kind: AttemptKind;
  /** Whether it says the name of a step; otherwise it says where the step lies from where the journey stands. */
  readonly isNamed: boolean;
  /** False where it would mostly mean nothing: others are shrunk to it, but it is not drawn. */
  readonly isDrawn: boolean;
  readonly roundsAt: RoundsAt;
}

/** What is tried from here, one after the other: steps, in each round one or two at once. None where it means nothing here. */
type RoundsAt = (state: JourneyState) => readonly Round[];

export type Round = readonly [string] | Pair;
type Pair = readonly [string, string];

/**
 * Every attempt on a graph, simplest first.
 *
 * @param tellsPosition - whether the system says which step was taken last. Where not, a race of two is left out when both
 *   may be accepted in either order, since the model would not know where the journey stands.
 */
export function attemptsOn(
  graph: JourneyGraph,
  kinds: readonly AttemptKind[],
  tellsPosition: boolean,
): readonly Attempt[] {
  const steps = [...graph.steps.keys()];
  const widest = Math.max(...[undefined, ...steps].map((step) => new JourneyState(graph, step).next().length));
  const places = placesUpTo(widest);
  const made = {
    legal: () => [
      ...byDistance(graph).map((goal) => named((state) => wayTo(goal, state))),
      ...places.map((place) => beside(nextAt(place))),
    ],
    'out-of-order': () => [
      beside(outOfOrder((state) => state.exhausted()[0])),
      beside(outOfOrder((state) => state.last)),
      ...places.map((place) => beside(outOfOrder((state) => pick(tooFar(state), place)))),
      ...steps.map((step) => named(outOfOrder(() => step))),
    ],
    race: () => [
      ...places.map((place) => beside((state) => nextAt(place)(state).map(([step]) => [step, step]))),
      // Where it may not follow, too: what is wrong with it may be wrong there already.
      ...steps.map((step) => shrunkTo(() => [[step, step]])),
    ],
    'race-two': () => [
      ...placesUpTo((widest * (3 * widest - 1)) / 2).map((place) =>
        beside((state) => only(pick(pairsAt(state, tellsPosition), place))),
      ),
      ...neighbours(graph).map(([a, b]) => shrunkTo((state) => only(pairsAt(state, tellsPosition).find(isPair(a, b))))),
    ],
  } satisfies Record<AttemptKind, () => readonly Omit<Attempt, 'kind'>[]>;
  return attemptKinds
    .filter((kind) => kinds.includes(kind))
    .flatMap((kind) => made[kind]().map((attempt) => ({ kind, ...attempt })));
}

function beside(roundsAt: RoundsAt): Omit<Attempt, 'kind'> {
  return { isNamed: false, isDrawn: true, roundsAt };
}

function named(roundsAt: RoundsAt): Omit<Attempt, 'kind'> {
  return { isNamed: true, isDrawn: true, roundsAt };
}

function shrunkTo(roundsAt: RoundsAt): Omit<Attempt, 'kind'> {
  return { isNamed: true, isDrawn: false, roundsAt };
}

/** The steps, those nearest to the start first. */
function byDistance(graph: JourneyGraph): readonly string[] {
  const length = (step: string): number => wayTo(step, new JourneyState(graph)).length;
  const lengths = new Map([...graph.steps.keys()].map((step) => [step, length(step)]));
  return [...lengths.keys()].sort((a, b) => (lengths.get(a) ?? 0) - (lengths.get(b) ?? 0));
}

/** The shortest way to a step. None where the journey stands there already or cannot come there any more. */
function wayTo(goal: string, from: JourneyState): readonly Round[] {
  const seen = new Set([from.last]);
  const open: { readonly state: JourneyState; readonly way: readonly Round[] }[] = [{ state: from, way: [] }];
  for (const { state, way } of open) {
    if (state.last === goal) return way;
    for (const step of state.next()) {
      if (seen.has(step)) continue;
      seen.add(step);
      const after = state.copy();
      after.take(step);
      open.push({ state: after, way: [...way, [step]] });
    }
  }
  return [];
}

function nextAt(place: number): (state: JourneyState) => readonly (readonly [string])[] {
  return (state) => {
    const step = pick(state.next(), place);
    return step === undefined ? [] : [[step]];
  };
}

function outOfOrder(stepAt: (state: JourneyState) => string | undefined): RoundsAt {
  return (state) => {
    const step = stepAt(state);
    return step === undefined || state.next().includes(step) ? [] : [[step]];
  };
}

/** What may follow the steps that may follow. */
function tooFar(state: JourneyState): readonly string[] {
  const next = state.next();
  const after = new Set(next.flatMap((step) => nextAfter(state, step)));
  return [...after].filter((step) => step !== state.last && !next.includes(step));
}

function nextAfter(state: JourneyState, step: string): readonly string[] {
  const after = state.copy();
  after.take(step);
  return after.next();
}

/** Two that may follow, then one that may follow and one that may after it. */
function pairsAt(state: JourneyState, tellsPosition: boolean): readonly Pair[] {
  const next = state.next();
  const pairs: Pair[] = [];
  const add = (a: string, b: string): void => {
    if (a !== b && !pairs.some(isPair(a, b))) pairs.push([a, b]);
  };
  for (const [index, a] of next.entries()) for (const b of next.slice(index + 1)) add(a, b);
  for (const a of next) for (const b of nextAfter(state, a)) add(a, b);
  const isPlain = (pair: Pair): boolean => !state.outcomes(pair).every(({ accepted }) => accepted.every(Boolean));
  return tellsPosition ? pairs : pairs.filter(isPlain);
}

/** Every pair that `pairsAt` may give, bounds left aside. */
function neighbours(graph: JourneyGraph): readonly Pair[] {
  const pairs: Pair[] = [];
  for (const place of [undefined, ...graph.steps.keys()]) {
    for (const pair of pairsAt(new JourneyState(graph, place), true)) {
      if (!pairs.some(isPair(...pair))) pairs.push(pair);
    }
  }
  return pairs;
}

function isPair(a: string, b: string): (pair: Pair) => boolean {
  return ([c, d]) => (a === c && b === d) || (a === d && b === c);
}

/** The one at a place, counted round and round, so that every place means something wherever there is one. */
function pick<T>(list: readonly T[], place: number): T | undefined {
  return list[place % list.length];
}

function only<T>(one: T | undefined): readonly T[] {
  return one === undefined ? [] : [one];
}

function placesUpTo(count: number): readonly number[] {
  return Array.from({ length: count }, (_, place) => place);
}
