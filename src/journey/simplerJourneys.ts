/*
 * Simpler journeys, simplest first: shorter ones, then plainer ways, steps that are further along, earlier times, calmer
 * emotions.
 *
 * They are wishes: whoever takes them seats them (times within their windows, emotions that may follow each other) and
 * drops those that come out no simpler. Each comes with the place where the search stands that takes it, so that it goes
 * on from there: a step that could not be dropped is not tried again before all that follows has been, and an earlier time
 * is looked for between the one that failed and the last that did not.
 */
import { isBehind } from '../arbitrary/index.js';
import type { SearchPart, Window } from '../arbitrary/index.js';
import { timesBetween } from './earlierTimes.js';
import type { JourneyGraph } from './JourneyGraph.js';
import type { ReadJourney, Wish } from './ReadJourney.js';
import { shortCuts, windowsIn, withoutSteps } from './shorterJourneys.js';
import { calmerAt, furtherAlongAt, plainerAt } from './simplerSteps.js';

/** A journey whose simpler ones are looked for. */
export interface Search {
  readonly graph: JourneyGraph;
  readonly journey: ReadJourney;
  /** The earliest time of a step, when those before it stay where they are. */
  readonly earliest: (index: number) => number | undefined;
}

/** Where a search stands: a phase, and a place in it whose kind is the phase's own business. */
interface Place {
  readonly phase: number;
  readonly at: unknown;
}

interface PlacedWish {
  readonly wish: Wish;
  readonly place: Place;
}

type Found<P> = readonly [wish: Wish, at: P];

/** The wishes of one phase, from a place on or before it; all of them where there is none, which are ahead. */
type Phase = (search: Search, at: unknown, part: SearchPart) => Iterable<Found<unknown>>;

const PHASES: readonly Phase[] = [
  dropping,
  ({ graph, journey }, _, part) => (part === 'ahead' ? placed(shortCuts(graph, journey), undefined) : []),
  stepByStep(({ graph, journey }, index) => plainerAt(graph, journey, index)),
  stepByStep(({ journey }, index) => furtherAlongAt(journey, index)),
  earlier,
  stepByStep(({ graph, journey }, index) => calmerAt(graph, journey, index)),
];

/** The wishes for a search that stands at `place`: see `KeyedArbitrary.resume`. */
export function* simplerJourneys(search: Search, place: unknown, part: SearchPart): Iterable<PlacedWish> {
  const stand = place as Place | undefined;
  for (const [phase, wishesOf] of PHASES.entries()) {
    const order = stand === undefined ? 1 : phase - stand.phase;
    let found: Iterable<Found<unknown>> = [];
    if (order === 0) found = wishesOf(search, stand?.at, part);
    else if (order > 0 === (part === 'ahead')) found = wishesOf(search, undefined, 'ahead');
    for (const [wish, at] of found) yield { wish, place: { phase, at } };
  }
}

function* dropping({ journey }: Search, at: unknown, part: SearchPart): Iterable<Found<Window>> {
  const stand = at as Window | undefined;
  for (const window of windowsIn(journey.visits.length)) {
    if (stand !== undefined && isBehind(window, stand) === (part === 'ahead')) continue;
    // In the shorter journey, windows that end here or later hold steps after the dropped ones: those could not go before.
    yield* placed(withoutSteps(journey, window), { size: window.size, end: window.end - 1 });
  }
}

/** A phase that looks at one step after another, and need not come back to one where it found something. */
function stepByStep(wishesAt: (search: Search, index: number) => Iterable<Wish>): Phase {
  return function* (search, at, part) {
    const stand = at as number | undefined;
    for (let index = 0; index < search.journey.visits.length; index++) {
      if (stand === undefined || index > stand === (part === 'ahead')) yield* placed(wishesAt(search, index), index);
    }
  };
}

/** The step that became earlier, whether those after it moved along, and the last time that passed. */
interface TimePlace {
  readonly index: number;
  readonly isAlone: boolean;
  readonly passed: number | undefined;
}

/** One step earlier: with all that follow moved along, then with them kept. */
function* earlier(search: Search, at: unknown, part: SearchPart): Iterable<Found<TimePlace>> {
  const stand = at as TimePlace | undefined;
  const { length } = search.journey.visits;
  for (let index = 0; index < length; index++) {
    for (const isAlone of index + 1 < length ? [false, true] : [false]) {
      const order = stand === undefined ? 1 : index - stand.index || Number(isAlone) - Number(stand.isAlone);
      if (order === 0 && part === 'ahead') yield* goingOn(search, stand!);
      else if (part === 'ahead' ? order > 0 : order <= 0) yield* fromTheEarliest(search, index, isAlone);
    }
  }
}

function* fromTheEarliest(search: Search, index: number, isAlone: boolean): Iterable<Found<TimePlace>> {
  const earliest = search.earliest(index);
  if (earliest === undefined || earliest >= search.journey.times[index]!) return;
  yield [movedTo(search.journey, index, earliest, isAlone), { index, isAlone, passed: undefined }];
  yield* goingOn(search, { index, isAlone, passed: earliest });
}

function* goingOn({ journey }: Search, { index, isAlone, passed }: TimePlace): Iterable<Found<TimePlace>> {
  const { times } = journey;
  let last = passed;
  if (last === undefined) return;
  for (const next of timesBetween(last, times[index]!, times[index - 1] ?? 0)) {
    yield [movedTo(journey, index, next, isAlone), { index, isAlone, passed: last }];
    last = next;
  }
}

function movedTo(journey: ReadJourney, index: number, time: number, isAlone: boolean): Wish {
  const { times } = journey;
  const earlier = times[index]! - time;
  return {
    ...journey,
    times: isAlone ? times.with(index, time) : times.map((other, at) => (at < index ? other : other - earlier)),
  };
}

function* placed<P>(wishes: Iterable<Wish>, at: P): Iterable<Found<P>> {
  for (const wish of wishes) yield [wish, at];
}
