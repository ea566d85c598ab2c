import type { Gap, JourneyGraph } from '../JourneyGraph.js';
import { inWholeSeconds } from './rangeMistakes.js';
import { walks } from './walks.js';
import type { Place, Walks } from './walks.js';
import { CAUSE, LAST, NAMED, Zone } from './Zone.js';
import type { ZoneGap } from './Zone.js';

/** Zones are large, and most descriptions have dozens of places. */
const MOST_PLACES = 4_000;

/** The ways through a graph with all the times that they can take. */
export class TimedWalks {
  private readonly graph: JourneyGraph;
  /** The steps that gaps name. */
  private readonly named: readonly string[];
  private readonly found: Walks<Zone>;
  /** The places from which an edge could not be taken, by edge. */
  private readonly refused = new Map<string, Place<Zone>[]>();
  private readonly taken = new Set<string>();

  constructor(graph: JourneyGraph) {
    this.graph = graph;
    const origins = [...graph.steps.values()].flatMap(({ gaps }) => gaps.map(({ from }) => from));
    this.named = [...new Set(origins)].filter((from) => graph.steps.has(from));
    this.found = walks<Zone>(graph, {
      begin: (step) => [Zone.first(this.named.length, this.timeOf(step), this.fromCause(step))],
      go: (place, { to }) => this.go(place, to),
      covers: (a, b) => a.covers(b),
      most: MOST_PLACES,
    });
  }

  /** Whether all ways were looked at; nothing can be said otherwise. */
  get isComplete(): boolean {
    return this.found.isComplete;
  }

  /** The places from which an edge was tried; undefined where it can be taken. */
  refusedAt(from: string, to: string): readonly Place<Zone>[] | undefined {
    const key = edgeKey(from, to);
    return this.taken.has(key) ? undefined : this.refused.get(key);
  }

  /** The place of a step that comes soonest after the first step. */
  soonest(step: string): Place<Zone> | undefined {
    const places = this.found.places.filter((place) => place.step === step);
    return places.reduce<Place<Zone> | undefined>(
      (best, place) => (best === undefined || place.known.span < best.known.span ? place : best),
      undefined,
    );
  }

  /** The gaps of a step, in the order in which they are declared. */
  gapsOf(step: string): ZoneGap[] {
    return this.secondsOf(step).map(({ from, min, max }) => ({ from: this.timeOf(from) ?? LAST, min, max }));
  }

  private go(place: Place<Zone>, to: string): readonly Zone[] {
    const zone = place.known.next(this.gapsOf(to), this.timeOf(to));
    const key = edgeKey(place.step, to);
    if (zone === undefined) this.refused.set(key, [...(this.refused.get(key) ?? []), place]);
    else this.taken.add(key);
    return zone === undefined ? [] : [zone];
  }

  private secondsOf(step: string): Gap[] {
    return (this.graph.steps.get(step)?.gaps ?? []).map(inWholeSeconds);
  }

  /** How long after the cause a first step comes; it stands for the cause where it does not say. */
  private fromCause(step: string): { readonly min: number; readonly max: number } {
    const gaps = this.secondsOf(step).filter(({ from }) => from === 'cause');
    if (gaps.length === 0) return { min: 0, max: 0 };
    return { min: Math.max(...gaps.map(({ min }) => min)), max: Math.min(...gaps.map(({ max }) => max)) };
  }

  /** The time in a zone that a step or another origin of gaps is; undefined where no gap counts from the step. */
  private timeOf(origin: string): number | undefined {
    if (origin === 'previous') return LAST;
    if (origin === 'cause') return CAUSE;
    const index = this.named.indexOf(origin);
    return index < 0 ? undefined : NAMED + index;
  }
}

function edgeKey(from: string, to: string): string {
  return JSON.stringify([from, to]);
}
