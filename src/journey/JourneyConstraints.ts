import { isRecord } from '../arbitrary/index.js';
import { CohortCheckError, shown } from '../errors/index.js';
import type { CompletionStatus } from './JourneyStep.js';
import { completionStatuses } from './JourneyStep.js';
import type { JourneyGraph } from './JourneyGraph.js';
import type { JourneySituation } from './JourneySituation.js';
import type { Visit } from './TimeWindows.js';

/** A number, or bounds on one; both inclusive. */
export type CountConstraint = number | { readonly min?: number; readonly max?: number };

/** What the steps of a journey are held to. */
export interface StepConstraints {
  /** How many steps are completed. */
  readonly completed?: CountConstraint;
  /** How many steps there are. */
  readonly length?: CountConstraint;
  /** Steps that occur. */
  readonly includes?: readonly string[];
  /** Steps that do not. */
  readonly excludes?: readonly string[];
  /** Status of the last step. */
  readonly ending?: CompletionStatus | { readonly oneOf: readonly CompletionStatus[] };
}

/** Who takes a journey and when, and what its steps are held to. */
export type JourneyConstraints = Partial<JourneySituation> & StepConstraints;

/** The names that a constraint on a journey may hold, its dates aside. */
const NAMES = ['persona', 'impact', 'completed', 'length', 'includes', 'excludes', 'ending'];

interface Range {
  readonly min: number;
  readonly max: number;
}

/** Constraints on the steps, all of which hold. */
export class SkeletonConstraints {
  /** As they were given, for errors. */
  readonly given: StepConstraints;
  private readonly completed: Range;
  private readonly length: Range;
  private readonly includes: readonly string[];
  private readonly excludes: ReadonlySet<string>;
  private readonly endings: ReadonlySet<CompletionStatus> | undefined;
  private readonly before: SkeletonConstraints | undefined;

  /**
   * @param before - constraints that hold as well.
   * @throws CohortCheckError `bad-constraint` on a count that is none, an unknown step or status.
   */
  constructor(graph: JourneyGraph, given: StepConstraints, before?: SkeletonConstraints) {
    this.given = given;
    this.before = before;
    this.completed = rangeOf('completed', given.completed, graph);
    this.length = rangeOf('length', given.length, graph);
    this.includes = given.includes ?? [];
    this.excludes = new Set(given.excludes ?? []);
    for (const step of [...this.includes, ...this.excludes]) {
      if (!graph.steps.has(step)) {
        throw bad(graph, `${shown(step)} is no step`, `one of ${[...graph.steps.keys()].join(', ')}`);
      }
    }
    const { ending } = given;
    this.endings = ending === undefined ? undefined : new Set(typeof ending === 'string' ? [ending] : ending.oneOf);
    for (const status of this.endings ?? []) {
      if (!completionStatuses.includes(status)) {
        throw bad(graph, `ending: ${shown(status)} is no status`, `ending: '${completionStatuses.join("', '")}'`);
      }
    }
  }

  allow(visits: readonly Visit[]): boolean {
    const { completed, length, endings } = this;
    const count = completedIn(visits);
    const last = visits.at(-1);
    return (
      this.canBecome(visits) &&
      count >= completed.min &&
      visits.length >= length.min &&
      this.includes.every((step) => visits.some((visit) => visit.step === step)) &&
      (endings === undefined || (last !== undefined && endings.has(last.status))) &&
      (this.before === undefined || this.before.allow(visits))
    );
  }

  /** Whether some journey that begins like this might be allowed. */
  canBecome(visits: readonly Visit[]): boolean {
    return (
      completedIn(visits) <= this.completed.max &&
      visits.length <= this.length.max &&
      !visits.some(({ step }) => this.excludes.has(step)) &&
      (this.before === undefined || this.before.canBecome(visits))
    );
  }
}

/** How many of the steps are completed. */
export function completedIn(visits: readonly Visit[]): number {
  let count = 0;
  for (const { status } of visits) if (status === 'completed') count++;
  return count;
}

/** @throws CohortCheckError `bad-constraint` on a name that no journey is held by. */
export function requireNames(graph: JourneyGraph, given: object, more: readonly string[] = []): void {
  const known = [...NAMES, ...more];
  const wrong = Object.keys(given).find((name) => !known.includes(name));
  if (wrong !== undefined)
    throw bad(graph, `${wrong} is nothing that a journey is held by`, `one of ${known.join(', ')}`);
}

function rangeOf(name: string, given: CountConstraint | undefined, graph: JourneyGraph): Range {
  if (given === undefined) return { min: 0, max: Infinity };
  const bounds = typeof given === 'number' ? { min: given, max: given } : given;
  const { min = 0, max = Infinity } = isRecord(bounds) ? bounds : { min: Number.NaN };
  const isKnown = isRecord(bounds) && Object.keys(bounds).every((key) => key === 'min' || key === 'max');
  if (isKnown && Number.isFinite(min) && typeof max === 'number' && !Number.isNaN(max)) return { min, max };
  throw bad(graph, `${name}: ${shown(given)} is no count`, `${name}: 2, or ${name}: { min: 1, max: 2 }`);
}

function bad(graph: JourneyGraph, what: string, next: string): CohortCheckError {
  return new CohortCheckError({ code: 'bad-constraint', what: `journey(${graph.name}): ${what}`, try: next });
}
