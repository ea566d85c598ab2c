import type { CompletionStatus } from './JourneyStep.js';
import type { Edge, JourneyGraph, Traveller } from './JourneyGraph.js';
import type { JourneySituation } from './JourneySituation.js';
import type { CoveringElements } from './coveringElements.js';
import { habitsOf, unlike } from './coveringHabits.js';
import type { Habits } from './coveringHabits.js';
import { CoveringTrails, isSpent } from './coveringTrails.js';
import type { Trail } from './coveringTrails.js';
import { goesOn, mayFollowStatus } from './Skeleton.js';

/** A legal journey as far as it has come, its times left open. */
export interface Beginning {
  readonly before: Beginning | undefined;
  readonly trail: Trail;
  readonly traveller: Traveller;
  readonly status: CompletionStatus;
  readonly emotion: string;
  /** The elements that it has taken. */
  readonly taken: bigint;
}

/** Makes beginnings: what a search for covering journeys starts from, and what goes on from each. */
export class CoveringWalks {
  private readonly graph: JourneyGraph;
  private readonly elements: CoveringElements;
  private readonly habits: ReadonlyMap<Traveller, Habits>;
  private readonly trails: CoveringTrails;

  constructor(
    graph: JourneyGraph,
    elements: CoveringElements,
    situation: JourneySituation,
    travellers: readonly Traveller[],
  ) {
    this.graph = graph;
    this.elements = elements;
    this.trails = new CoveringTrails(graph, situation);
    this.habits = unlike(travellers.map((traveller) => [traveller, habitsOf(graph, traveller)]));
  }

  /** Every journey of one step. */
  begin(): Beginning[] {
    return [...this.habits.keys()].flatMap((traveller) =>
      this.graph.starts.flatMap(({ step }) => this.enter(traveller, undefined, undefined, step)),
    );
  }

  /** Every journey that goes on from this one by one step. */
  extend(beginning: Beginning): Beginning[] {
    if (!goesOn(beginning.status)) return [];
    const { trail, traveller } = beginning;
    return trail.node.edges.flatMap((edge) =>
      isSpent(trail, edge) ? [] : this.enter(traveller, beginning, edge, edge.to),
    );
  }

  /** What a journey takes that stops here: with the end of the graph, where it has come to one. */
  takenAtStop({ trail, status, taken }: Beginning): bigint {
    const isDone = status === 'completed' || status === 'skipped';
    return isDone ? taken | (this.elements.ends.get(trail.node.name) ?? 0n) : taken;
  }

  /** The same for two beginnings that can go on alike, but for times and loops. */
  stateOf({ trail, traveller, status, emotion }: Beginning): string {
    const who = this.habits.get(traveller)?.place ?? -1;
    return `${trail.node.index} ${trail.timing} ${goesOn(status)} ${who} ${emotion}`;
  }

  /** What legal journeys might take: all but the emotions and statuses that nobody has at any step. */
  thinkable(): bigint {
    const { elements } = this;
    let known = elements.ways;
    for (const { statuses, emotions } of [...this.habits.values()].flatMap(({ at }) => [...at.values()])) {
      for (const status of statuses) known |= elements.statuses.get(status) ?? 0n;
      for (const emotion of emotions.get(undefined) ?? []) known |= elements.emotions.get(emotion) ?? 0n;
    }
    return known;
  }

  private enter(
    traveller: Traveller,
    before: Beginning | undefined,
    edge: Edge | undefined,
    step: string,
  ): Beginning[] {
    const { elements } = this;
    const habits = this.habits.get(traveller)?.at.get(step);
    const way = edge === undefined ? elements.starts.get(step) : elements.edges.get(edge);
    const sofar = (before?.taken ?? 0n) | (way ?? 0n);
    const found: Beginning[] = [];
    for (const status of habits?.statuses ?? []) {
      if (before !== undefined && !mayFollowStatus(before.status, status)) continue;
      const trail = this.trails.onward(before?.trail, edge, step, status);
      if (trail === undefined) continue;
      const taken = sofar | (elements.statuses.get(status) ?? 0n);
      for (const emotion of habits?.emotions.get(before?.emotion) ?? []) {
        const feeling = elements.emotions.get(emotion) ?? 0n;
        found.push({ before, trail, traveller, status, emotion, taken: taken | feeling });
      }
    }
    return found;
  }
}
