/*
 * Every way through a graph, told apart by what matters to a check and no further.
 *
 * Idea: a place is a step together with what the check knows of the way there (an emotion, the times that are possible) and
 * how often each bounded edge was taken. Places are explored breadth first; one is left aside where another of the same step
 * covers it: leads on in every way in which it does, with no bounded edge taken more often.
 *
 * Cost: bounded by the places that a check is ready to look at. Graphs that people draw have some dozens of places; a graph with more, such as one with
 * nested loops of thousands of turns, is explored up to there, and a check must not report what it did not see.
 */
import type { Edge, JourneyGraph } from '../JourneyGraph.js';

/** A step with what is known of the way there. */
export interface Place<T> {
  readonly step: string;
  readonly known: T;
  readonly before: Place<T> | undefined;
  /** How often each bounded edge of the graph was taken. */
  readonly taken: readonly number[];
}

/** What a check knows of a way, and how it changes. */
export interface WalkOptions<T> {
  /** What is known at a first step; several where the ways part at once. */
  readonly begin: (step: string) => readonly T[];
  /** What is known after an edge; empty where it cannot be taken. */
  readonly go: (place: Place<T>, edge: Edge) => readonly T[];
  /** Whether a place with `a` leads on in every way in which one with `b` does. */
  readonly covers: (a: T, b: T) => boolean;
  /** How many places are looked at. */
  readonly most: number;
}

/** What was found. */
export interface Walks<T> {
  readonly places: readonly Place<T>[];
  /** Whether all was explored. */
  readonly isComplete: boolean;
}

/** Explores the ways of a graph. */
export function walks<T>(graph: JourneyGraph, { begin, go, covers, most }: WalkOptions<T>): Walks<T> {
  const bounded = [...graph.steps.values()].flatMap(({ edges }) => edges.filter(({ max }) => max < Infinity));
  const places: Place<T>[] = [];
  const placesOf = new Map<string, Place<T>[]>();
  const add = (place: Place<T>): void => {
    const known = placesOf.get(place.step) ?? [];
    if (known.some((one) => one.taken.every((n, i) => n <= place.taken[i]!) && covers(one.known, place.known))) return;
    placesOf.set(place.step, [...known, place]);
    places.push(place);
  };
  const none = bounded.map(() => 0);
  for (const { step } of graph.starts) {
    for (const known of begin(step)) add({ step, known, before: undefined, taken: none });
  }
  for (let at = 0; at < places.length; at++) {
    const place = places[at]!;
    for (const edge of graph.steps.get(place.step)?.edges ?? []) {
      const index = bounded.indexOf(edge);
      if (index >= 0 && place.taken[index]! >= edge.max) continue;
      const taken = index >= 0 ? place.taken.with(index, place.taken[index]! + 1) : place.taken;
      for (const known of go(place, edge)) add({ step: edge.to, known, before: place, taken });
      if (places.length > most) return { places, isComplete: false };
    }
  }
  return { places, isComplete: true };
}

/** The steps of the way to a place. */
export function wayTo(place: Place<unknown>): string[] {
  const steps: string[] = [];
  for (let at: Place<unknown> | undefined = place; at !== undefined; at = at.before) steps.unshift(at.step);
  return steps;
}
