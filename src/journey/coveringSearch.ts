import { isWithin, sizeOf, unionOf } from './coveringElements.js';
import type { Beginning, CoveringWalks } from './coveringWalks.js';

/** A journey that stops, and all that it takes. */
export interface Stop {
  readonly at: Beginning;
  readonly taken: bigint;
}

/** Beginnings that a search that does not look at all of them keeps at one state. */
const MOST_AT_A_STATE = 4;

/**
 * A journey for every set of elements that some legal journey takes, shorter ones first; sets within another may be missing.
 * Undefined where more than `effort` beginnings would have to be looked at.
 *
 * Of two beginnings on the same trail, by the same traveller and with the same emotion now, the one that took less is
 * dropped: whatever it can still do, the other can do too. Beginnings on different trails are never set off against each
 * other, since a gap may count from any step before.
 */
export function everyStop(walks: CoveringWalks, effort: number): Stop[] | undefined {
  const stops = new Map<bigint, Stop>();
  let looked = 0;
  for (let layer = walks.begin(); layer.length > 0;) {
    const ahead = new Map<string, Beginning[]>();
    for (const at of layer) {
      const longer = walks.extend(at);
      looked += 1 + longer.length;
      if (looked > effort) return undefined;
      const taken = walks.takenAtStop(at);
      // One that goes on takes all that it has now and more, unless stopping here is an end.
      if ((longer.length === 0 || taken !== at.taken) && !stops.has(taken)) stops.set(taken, { at, taken });
      for (const next of longer) keepMaximal(ahead, `${next.trail.id} ${walks.stateOf(next)}`, next);
    }
    layer = [...ahead.values()].flat();
  }
  return [...stops.values()];
}

function keepMaximal(kept: Map<string, Beginning[]>, key: string, next: Beginning): void {
  const others = kept.get(key) ?? [];
  if (others.some(({ taken }) => isWithin(next.taken, taken))) return;
  kept.set(key, [...others.filter(({ taken }) => !isWithin(taken, next.taken)), next]);
}

/**
 * Journeys that take much of what is wanted, without looking at all of them, shorter ones first: at each state (step,
 * traveller, emotion, whether still in the past) only a few beginnings are kept, those with the most of it.
 *
 * Every state that can be come to is come to, unless the ways that are kept leave a gap no time or a loop no turn.
 */
function* someStops(walks: CoveringWalks, wanted: bigint): Generator<Stop> {
  const kept = new Map<string, bigint[]>();
  let layer = walks.begin();
  while (layer.length > 0) {
    const ahead: Beginning[] = [];
    for (const at of layer) {
      yield { at, taken: walks.takenAtStop(at) };
      ahead.push(...walks.extend(at).filter((next) => isAmongTheBest(kept, walks.stateOf(next), next.taken & wanted)));
    }
    layer = ahead;
  }
}

/** Takes it in, where it has what no other at its state has, and more of it than the least of them if there are many. */
function isAmongTheBest(kept: Map<string, bigint[]>, state: string, gain: bigint): boolean {
  const others = kept.get(state) ?? [];
  kept.set(state, others);
  if (others.some((other) => isWithin(gain, other))) return false;
  if (others.length < MOST_AT_A_STATE) return others.push(gain) > 0;
  const sizes = others.map(sizeOf);
  const least = Math.min(...sizes);
  if (sizeOf(gain) <= least) return false;
  others[sizes.indexOf(least)] = gain;
  return true;
}

/** Journeys that together take all that `someStops` can find: always the one that takes most of what is left. */
export function greedyStops(walks: CoveringWalks, all: bigint): Stop[] {
  const chosen: Stop[] = [];
  for (let wanted = all; ;) {
    let best: Stop | undefined;
    let most = 0;
    for (const stop of someStops(walks, wanted)) {
      const gain = sizeOf(stop.taken & wanted);
      if (gain <= most) continue;
      most = gain;
      best = stop;
    }
    if (best === undefined) return chosen;
    chosen.push(best);
    wanted &= ~best.taken;
  }
}

/**
 * Journeys that together take the same and more, each as short, as calm and as much completed as can be found that still takes
 * what none of the others takes; the longest gives up first what others take, too. One that is left with nothing is dropped.
 */
export function simplified(walks: CoveringWalks, stops: readonly Stop[]): Stop[] {
  const all = takenByAll(stops);
  let left = [...stops];
  for (const stop of [...stops].sort((a, b) => b.at.trail.length - a.at.trail.length)) {
    const others = left.filter((other) => other !== stop);
    const needed = all & ~takenByAll(others);
    left = needed === 0n ? others : [...others, simplest(walks, needed, stop)];
  }
  return left.sort((a, b) => a.at.trail.length - b.at.trail.length);
}

function simplest(walks: CoveringWalks, needed: bigint, known: Stop): Stop {
  for (const stop of someStops(walks, needed)) {
    if (stop.at.trail.length > known.at.trail.length) break;
    if (isWithin(needed, stop.taken)) return stop;
  }
  return known;
}

export function takenByAll(stops: readonly Stop[]): bigint {
  return unionOf(stops.map(({ taken }) => taken));
}
