import type { JourneyGraph } from './JourneyGraph.js';

/** One way in which steps that are tried at once can come out. */
export interface Outcome {
  /** Whether each was accepted. */
  readonly accepted: readonly boolean[];
  readonly after: JourneyState;
}

/**
 * A journey that has not begun, as the model that the commands of `toCommands` compare a real system with.
 *
 * @example
 * const step = { actions: [], emotions: [{ weights: { calm: 1 } }] };
 * const visit = defineJourney({
 *   name: 'visit',
 *   asOf: '2025-03-31',
 *   startDays: { min: 0, max: 30 },
 *   personas: ['guest'],
 *   emotions: ['calm'],
 *   transitions: [{ table: { calm: { calm: 1 } } }],
 *   start: 'ring',
 *   steps: { ring: { ...step, next: 'enter' }, enter: { ...step, ends: true } },
 *   completion: { guest: { ring: 1, enter: 1 } },
 * });
 * const state = journeyState(visit);
 * state.take('enter'); // false
 * state.take('ring'); // true
 * state.next(); // ['enter']
 */
export function journeyState(graph: JourneyGraph): JourneyState {
  return new JourneyState(graph);
}

/** See `journeyState`. */
export class JourneyState {
  private readonly graph: JourneyGraph;
  private at: string | undefined;
  /** Times by edge; only edges with a bound. */
  private readonly taken = new Map<string, number>();

  /** @internal `last`: a step that was taken, no matter how the journey came there. */
  constructor(graph: JourneyGraph, last?: string) {
    this.graph = graph;
    this.at = last;
  }

  /** The step that was taken last; undefined before the first. */
  get last(): string | undefined {
    return this.at;
  }

  /** The steps that may be taken now. Optional ones may be passed over, so what follows them is here too. */
  next(): readonly string[] {
    return [...this.ways().keys()];
  }

  /** Takes a step where it may be taken, and says whether it was. */
  take(step: string): boolean {
    const way = this.ways().get(step);
    if (way === undefined) return false;
    for (const to of way) {
      if (this.isBounded(to)) this.taken.set(this.edgeTo(to), this.timesTaken(to) + 1);
      this.at = to;
    }
    return true;
  }

  /** The steps that would follow but for a bound on how often a journey goes that way. */
  exhausted(): readonly string[] {
    const edges = this.at === undefined ? [] : (this.graph.steps.get(this.at)?.edges ?? []);
    return edges.filter(({ to, max }) => this.timesTaken(to) >= max).map(({ to }) => to);
  }

  /** What may come of steps that are tried at once: they are taken one after the other, in an order that is not known. */
  outcomes(steps: readonly string[]): readonly Outcome[] {
    return ordersOf(steps.length).map((order) => {
      const after = this.copy();
      const accepted = steps.map(() => false);
      for (const index of order) accepted[index] = after.take(steps[index] as string);
      return { accepted, after };
    });
  }

  copy(): JourneyState {
    const copy = new JourneyState(this.graph);
    copy.become(this);
    return copy;
  }

  /** Moves to where another one stands. */
  become(other: JourneyState): void {
    this.at = other.at;
    this.taken.clear();
    for (const [edge, times] of other.taken) this.taken.set(edge, times);
  }

  /** Each step that may be taken now with the way to it, which passes over as few optional steps as it can. */
  private ways(): ReadonlyMap<string, readonly string[]> {
    const ways = new Map<string, readonly string[]>();
    const open: (readonly string[])[] = [[]];
    for (const way of open) {
      for (const to of this.following(way.at(-1) ?? this.at)) {
        if (ways.has(to)) continue;
        ways.set(to, [...way, to]);
        if ((this.graph.steps.get(to)?.skipShare ?? 0) > 0) open.push([...way, to]);
      }
    }
    return ways;
  }

  private following(from: string | undefined): readonly string[] {
    if (from === undefined) return this.graph.starts.map(({ step }) => step);
    const edges = this.graph.steps.get(from)?.edges ?? [];
    return edges.filter(({ to, max }) => this.timesTaken(to, from) < max).map(({ to }) => to);
  }

  private isBounded(to: string): boolean {
    return this.at !== undefined && (this.graph.edge(this.at, to)?.max ?? Infinity) < Infinity;
  }

  private timesTaken(to: string, from = this.at): number {
    return this.taken.get(this.edgeTo(to, from)) ?? 0;
  }

  private edgeTo(to: string, from = this.at): string {
    return JSON.stringify([from, to]);
  }
}

/** At most two are ever tried at once. */
function ordersOf(count: number): readonly (readonly number[])[] {
  return count === 1
    ? [[0]]
    : [
        [0, 1],
        [1, 0],
      ];
}
