/*
 * Ways along a graph on which times fit.
 *
 * Times hang on the steps and on whether they are done, open or planned, but not on who takes them or on emotions. So they
 * are asked for once per trail, and all journeys on it share the answer. A trail on which no times fit has none that go on
 * from it either: more steps are only more bounds.
 */
import type { CompletionStatus } from './JourneyStep.js';
import type { Edge, JourneyGraph, StepNode } from './JourneyGraph.js';
import type { JourneySituation } from './JourneySituation.js';
import { timesOf } from './TimeWindows.js';
import type { Visit } from './TimeWindows.js';

/** What the status of a step means for its time; a skipped or an abandoned step has the bounds of a completed one. */
type Timing = 'completed' | 'in_progress' | 'planned';

/** Steps one after another, whoever takes them. */
export interface Trail {
  readonly id: number;
  readonly before: Trail | undefined;
  /** The edge onto the last step; undefined where it is the first. */
  readonly edge: Edge | undefined;
  readonly node: StepNode;
  readonly timing: Timing;
  readonly length: number;
  /** Trails by one step longer that have been asked for; undefined where no times fit. */
  readonly onwards: Map<string, Trail | undefined>;
}

export class CoveringTrails {
  private readonly graph: JourneyGraph;
  private readonly situation: JourneySituation;
  private readonly firsts = new Map<string, Trail | undefined>();
  private count = 0;

  constructor(graph: JourneyGraph, situation: JourneySituation) {
    this.graph = graph;
    this.situation = situation;
  }

  /** The trail that goes on by a step; undefined where no times fit. */
  onward(before: Trail | undefined, edge: Edge | undefined, step: string, status: CompletionStatus): Trail | undefined {
    const known = before?.onwards ?? this.firsts;
    const timing = timingOf(status);
    const key = `${timing} ${step}`;
    if (known.has(key)) return known.get(key);
    const trail = this.longer(before, edge, step, timing);
    const fits = trail !== undefined && timesOf(this.graph, visitsOf(trail), this.situation) !== undefined;
    known.set(key, fits ? trail : undefined);
    return fits ? trail : undefined;
  }

  private longer(before: Trail | undefined, edge: Edge | undefined, step: string, timing: Timing): Trail | undefined {
    const node = this.graph.steps.get(step);
    const length = (before?.length ?? 0) + 1;
    return node && { id: this.count++, before, edge, node, timing, length, onwards: new Map() };
  }
}

function timingOf(status: CompletionStatus): Timing {
  return status === 'planned' || status === 'in_progress' ? status : 'completed';
}

/** Whether the trail has taken the edge as often as it may. */
export function isSpent(trail: Trail, edge: Edge): boolean {
  if (edge.max === Infinity) return false;
  let left = edge.max;
  for (let at: Trail | undefined = trail; at !== undefined; at = at.before) if (at.edge === edge) left--;
  return left <= 0;
}

function visitsOf(trail: Trail): Visit[] {
  const visits: Visit[] = [];
  for (let at: Trail | undefined = trail; at !== undefined; at = at.before) {
    visits.push({ step: at.node.name, status: at.timing });
  }
  return visits.reverse();
}
