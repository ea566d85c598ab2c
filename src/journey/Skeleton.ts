/*
 * The steps of a journey and what became of them, its times and emotions left aside: which of them the graph allows, and
 * how one is drawn.
 */
import { Infeasible } from '../arbitrary/index.js';
import type { Source } from '../source/index.js';
import type { SkeletonConstraints } from './JourneyConstraints.js';
import type { CompletionStatus } from './JourneyStep.js';
import type { Edge, JourneyGraph, StopKind } from './JourneyGraph.js';
import type { SituationTimes } from './JourneySituation.js';
import { TimeWindows } from './TimeWindows.js';
import type { Visit } from './TimeWindows.js';

export type Skeleton = readonly Visit[];

/** Whether the journey can go on after a step of this status: to a planned one at least. */
export function goesOn(status: CompletionStatus): boolean {
  return status === 'completed' || status === 'skipped' || status === 'planned';
}

/** Whether a step of status `next` may come after one of status `before`. */
export function mayFollowStatus(before: CompletionStatus, next: CompletionStatus): boolean {
  return before === 'planned' ? next === 'planned' : goesOn(before);
}

/** Whether the steps are a walk of the graph from one of its starts. */
export function isWalk(graph: JourneyGraph, steps: readonly string[]): boolean {
  const first = steps[0];
  if (first === undefined || !graph.isStart(first)) return false;
  for (let index = 1; index < steps.length; index++) {
    const edge = graph.edge(steps[index - 1]!, steps[index]!);
    if (edge === undefined || (edge.max < Infinity && timesTaken(steps, index, edge) > edge.max)) return false;
  }
  return true;
}

/** How often the edge onto step `index` was taken so far, that time included. */
function timesTaken(steps: readonly string[], index: number, edge: Edge): number {
  const from = steps[index - 1];
  let count = 0;
  for (let at = 1; at <= index; at++) if (steps[at - 1] === from && steps[at] === edge.to) count++;
  return count;
}

/** The edges that a journey of these steps can still take. */
export function openEdges(graph: JourneyGraph, steps: readonly string[]): readonly Edge[] {
  const last = steps.at(-1);
  const edges = last === undefined ? [] : (graph.steps.get(last)?.edges ?? []);
  return edges.filter(
    (edge) => edge.max === Infinity || timesTaken([...steps, edge.to], steps.length, edge) <= edge.max,
  );
}

/** Whether the graph allows these steps with these statuses to somebody of this persona. */
export function isLegalSkeleton(graph: JourneyGraph, persona: string, visits: Skeleton): boolean {
  for (const [index, { step, status }] of visits.entries()) {
    if (!graph.statusesOf(persona, step).has(status)) return false;
    if (index > 0 && !mayFollowStatus(visits[index - 1]!.status, status)) return false;
  }
  return isWalk(
    graph,
    visits.map(({ step }) => step),
  );
}

const MOST_WALKS = 60;
const MOST_VISITED = 20_000;
const ALWAYS: Readonly<Record<StopKind, number>> = { planned: 1, none: 0, in_progress: 0, abandoned: 0 };

/** Draws skeletons by walking the graph. */
export class Walker {
  private readonly graph: JourneyGraph;
  private readonly persona: string;
  private readonly times: SituationTimes;

  constructor(graph: JourneyGraph, persona: string, times: SituationTimes) {
    this.graph = graph;
    this.persona = persona;
    this.times = times;
  }

  /** @throws Infeasible when no journey of this persona meets the constraints at these times. */
  draw(source: Source, constraints: SkeletonConstraints | undefined): Visit[] {
    for (let walk = 0; walk < MOST_WALKS; walk++) {
      const visits = this.walk(source);
      if (visits.length > 0 && (constraints === undefined || constraints.allow(visits))) return visits;
    }
    const found = this.search(source, constraints);
    if (found !== undefined) return found;
    const possible = `a journey of ${this.graph.name} for ${this.persona}`;
    throw new Infeasible([{ path: '', asked: constraints?.given ?? {}, room: () => ({ possible, above: {} }) }]);
  }

  private walk(source: Source): Visit[] {
    const { graph, persona } = this;
    const visits: Visit[] = [];
    const steps: string[] = [];
    for (let step = pick(source, graph.starts)?.step; step !== undefined;) {
      const status = this.statusAt(source, visits, step);
      if (status === undefined) break;
      visits.push({ step, status });
      steps.push(step);
      if (!goesOn(status)) break;
      const node = graph.steps.get(step);
      if (node === undefined || (node.endShare > 0 && source.unit() < node.endShare)) break;
      const next: string | undefined = pick(source, openEdges(graph, steps))?.to;
      if (status === 'planned' && next !== undefined && source.unit() >= graph.completion(persona, next)) break;
      step = next;
    }
    return visits;
  }

  /** What becomes of the next step; undefined where the journey ends with the one before. */
  private statusAt(source: Source, visits: readonly Visit[], step: string): CompletionStatus | undefined {
    const { graph, persona } = this;
    const fits = (status: CompletionStatus): boolean => this.fits(visits, step, status);
    if (visits.at(-1)?.status === 'planned') return fits('planned') ? 'planned' : undefined;
    const skipShare = graph.steps.get(step)?.skipShare ?? 0;
    if (skipShare > 0 && source.unit() < skipShare && fits('skipped')) return 'skipped';
    const share = graph.completion(persona, step);
    const isDue = this.hasTimes(visits, step, 'abandoned');
    if (isDue && share > 0 && source.unit() < share) return 'completed';
    // What is not yet due lies ahead: nobody can have stopped at it.
    const weights = isDue ? graph.stopping(persona) : ALWAYS;
    const kinds = stopKinds.flatMap((kind) => {
      const isPossible = kind === 'none' ? visits.length > 0 : fits(kind);
      return isPossible && weights[kind] > 0 ? [{ kind, weight: weights[kind] }] : [];
    });
    const kind = pick(source, kinds)?.kind;
    if (kind === undefined && visits.length === 0 && isDue && share > 0) return 'completed';
    return kind === 'none' ? undefined : kind;
  }

  private fits(visits: readonly Visit[], step: string, status: CompletionStatus): boolean {
    return this.graph.statusesOf(this.persona, step).has(status) && this.hasTimes(visits, step, status);
  }

  private hasTimes(visits: readonly Visit[], step: string, status: CompletionStatus): boolean {
    return TimeWindows.of(this.graph, [...visits, { step, status }], this.times) !== undefined;
  }

  /** Any skeleton that meets the constraints, looked for in a random order: what is rare is found, too. */
  private search(source: Source, constraints: SkeletonConstraints | undefined): Visit[] | undefined {
    let left = MOST_VISITED;
    const extend = (visits: readonly Visit[]): Visit[] | undefined => {
      const steps = visits.map(({ step }) => step);
      const before = visits.at(-1)?.status;
      const next =
        before === undefined
          ? this.graph.starts.map(({ step }) => step)
          : openEdges(this.graph, steps).map(({ to }) => to);
      for (const step of shuffled(source, next)) {
        for (const status of shuffled(source, [...this.graph.statusesOf(this.persona, step)])) {
          if (left-- <= 0) return undefined;
          if (before !== undefined && !mayFollowStatus(before, status)) continue;
          const longer = [...visits, { step, status }];
          if (constraints?.canBecome(longer) === false || !this.fits(visits, step, status)) continue;
          const found =
            constraints === undefined || constraints.allow(longer)
              ? longer
              : goesOn(status)
                ? extend(longer)
                : undefined;
          if (found !== undefined) return found;
        }
      }
      return undefined;
    };
    return extend([]);
  }
}

const stopKinds = ['in_progress', 'abandoned', 'planned', 'none'] as const satisfies readonly StopKind[];

/** One of the choices by weight; undefined where there is none. */
export function pick<T extends { readonly weight: number }>(source: Source, choices: readonly T[]): T | undefined {
  if (choices.length <= 1) return choices[0];
  let total = 0;
  for (const { weight } of choices) total += weight;
  let point = source.unit() * total;
  for (const choice of choices) {
    point -= choice.weight;
    if (point < 0) return choice;
  }
  return choices.at(-1);
}

function shuffled<T>(source: Source, items: readonly T[]): T[] {
  const order = [...items];
  for (let i = order.length - 1; i > 0; i--) {
    const j = source.below(i + 1);
    [order[i], order[j]] = [order[j] as T, order[i] as T];
  }
  return order;
}
