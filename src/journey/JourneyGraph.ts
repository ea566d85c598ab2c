/*
 * A journey graph, checked and looked up fast: what every verb on journeys works from.
 *
 * The description stays as it was given, since diagrams and documentation print it.
 */
import { SECONDS_A_DAY } from './time.js';
import { completionStatuses } from './JourneyStep.js';
import type { CompletionStatus } from './JourneyStep.js';
import type {
  GapDescription,
  JourneyDescription,
  StepDescription,
  StoppingRow,
  Weights,
} from './JourneyDescription.js';

/** A way from a step to the next. */
export interface Edge {
  readonly to: string;
  readonly weight: number;
  /** How often a journey may take it; Infinity where nothing is said. */
  readonly max: number;
}

/** A gap in seconds; `from` is a step, `previous` or `cause`. */
export interface Gap {
  readonly from: string;
  readonly min: number;
  readonly max: number;
}

/** One emotion and how likely it is beside the others. */
export interface WeightedEmotion {
  readonly emotion: string;
  readonly weight: number;
}

export interface StepNode {
  readonly name: string;
  /** Place in the description; earlier ones are simpler. */
  readonly index: number;
  readonly actions: readonly string[];
  readonly edges: readonly Edge[];
  /** Share of journeys that end here. */
  readonly endShare: number;
  readonly skipShare: number;
  readonly gaps: readonly Gap[];
}

/** Who takes a journey: what the tables of emotions and completion are looked up by. */
export interface Traveller {
  readonly persona: string;
  /** One of the graph's impacts; undefined where it has none. */
  readonly impact: string | undefined;
}

export type StopKind = 'in_progress' | 'abandoned' | 'planned' | 'none';

const DEFAULT_STOPPING: StoppingRow = { abandoned: 2, in_progress: 1, planned: 1, none: 1 };
const stopKinds = ['in_progress', 'abandoned', 'planned', 'none'] as const satisfies readonly StopKind[];

/** See `defineJourney`. */
export class JourneyGraph {
  readonly description: JourneyDescription;
  readonly name: string;
  readonly asOf: string;
  readonly personas: readonly string[];
  readonly impacts: readonly string[];
  /** Calmest first. */
  readonly emotions: readonly string[];
  readonly starts: readonly { readonly step: string; readonly weight: number }[];
  readonly steps: ReadonlyMap<string, StepNode>;
  readonly startDays: { readonly min: number; readonly max: number };
  /** Longest time that a step stays in progress, in seconds; Infinity where nothing is said. */
  readonly openSeconds: number;
  /** Every combination of a persona and an impact. */
  readonly travellers: readonly Traveller[];

  private readonly rankOfEmotion: ReadonlyMap<string, number>;
  private readonly emotionsAt = new Map<string, readonly WeightedEmotion[]>();
  private readonly statuses = new Map<string, ReadonlySet<CompletionStatus>>();
  private readonly stops = new Map<string, Readonly<Record<StopKind, number>>>();

  /** @internal The description must have been checked. */
  constructor(description: JourneyDescription) {
    this.description = description;
    const { name, asOf, personas, impacts = [], emotions, start, steps, startDays, openDays } = description;
    this.name = name;
    this.asOf = asOf;
    this.personas = personas;
    this.impacts = impacts;
    this.emotions = emotions;
    this.startDays = startDays;
    this.openSeconds = openDays === undefined ? Infinity : openDays * SECONDS_A_DAY;
    this.starts = entriesOf(start).map(([step, weight]) => ({ step, weight }));
    this.steps = new Map(Object.entries(steps).map(([step, given], index) => [step, nodeOf(step, index, given)]));
    this.rankOfEmotion = new Map(emotions.map((emotion, rank) => [emotion, rank]));
    this.travellers = personas.flatMap((persona): Traveller[] =>
      impacts.length === 0 ? [{ persona, impact: undefined }] : impacts.map((impact) => ({ persona, impact })),
    );
  }

  isStart(step: string): boolean {
    return this.starts.some((one) => one.step === step);
  }

  edge(from: string, to: string): Edge | undefined {
    return this.steps.get(from)?.edges.find((edge) => edge.to === to);
  }

  /** Place of an emotion, calmest 0; -1 where the graph has no such emotion. */
  rank(emotion: string): number {
    return this.rankOfEmotion.get(emotion) ?? -1;
  }

  /** The emotions that a step can have for somebody, whatever came before, by the step's own weights. */
  emotionsOf({ persona, impact }: Traveller, step: string): readonly WeightedEmotion[] {
    return this.emotionsAfter({ persona, impact }, undefined, step);
  }

  /**
   * The emotions that may come at a step after another emotion: those that the step can have and the transition table
   * allows, calmest first; the weight is the product of both.
   *
   * @param from - the emotion at the step before; undefined at the first one.
   */
  emotionsAfter({ persona, impact }: Traveller, from: string | undefined, step: string): readonly WeightedEmotion[] {
    const key = JSON.stringify([persona, impact, from, step]);
    const known = this.emotionsAt.get(key);
    if (known !== undefined) return known;
    const rows = this.description.steps[step]?.emotions ?? [];
    const weights = rows.find((row) => fits(row.persona, persona) && fits(row.impact, impact))?.weights ?? {};
    const made = this.emotions.flatMap((emotion) => {
      const weight = (weights[emotion] ?? 0) * (from === undefined ? 1 : this.transition(persona, from, emotion));
      return weight > 0 ? [{ emotion, weight }] : [];
    });
    this.emotionsAt.set(key, made);
    return made;
  }

  /** The factor with which an emotion follows another in the persona's transition table; 0 where it may not. */
  transition(persona: string, from: string, to: string): number {
    const row = this.description.transitions.find((one) => fits(one.persona, persona));
    const table = row?.table ?? {};
    return Object.hasOwn(table, from) ? (table[from]?.[to] ?? 0) : 0;
  }

  /** Share that completes a step, of those that come to it and could have. */
  completion(persona: string, step: string): number {
    return this.description.completion[persona]?.[step] ?? 0;
  }

  /** How the persona's journeys stop. */
  stopping(persona: string): Readonly<Record<StopKind, number>> {
    const known = this.stops.get(persona);
    if (known !== undefined) return known;
    const row = (this.description.stopping ?? []).find((one) => fits(one.persona, persona)) ?? DEFAULT_STOPPING;
    const made = Object.fromEntries(stopKinds.map((kind) => [kind, row[kind] ?? 0])) as Record<StopKind, number>;
    this.stops.set(persona, made);
    return made;
  }

  /**
   * The statuses that a step can have for a persona at all: skipped where it is optional, completed where some complete it,
   * in progress or abandoned where not all do and the persona stops that way. Planned is always possible: not yet due.
   */
  statusesOf(persona: string, step: string): ReadonlySet<CompletionStatus> {
    const key = JSON.stringify([persona, step]);
    const known = this.statuses.get(key);
    if (known !== undefined) return known;
    const share = this.completion(persona, step);
    const stops = this.stopping(persona);
    const possible = {
      completed: share > 0,
      skipped: (this.steps.get(step)?.skipShare ?? 0) > 0,
      planned: true,
      in_progress: share < 1 && stops.in_progress > 0,
      abandoned: share < 1 && stops.abandoned > 0,
    } satisfies Record<CompletionStatus, boolean>;
    const made = new Set(completionStatuses.filter((status) => possible[status]));
    this.statuses.set(key, made);
    return made;
  }
}

function fits(wanted: string | readonly string[] | undefined, given: string | undefined): boolean {
  if (wanted === undefined) return true;
  return given !== undefined && (typeof wanted === 'string' ? wanted === given : wanted.includes(given));
}

/** `next` and `start` in their two short forms. */
function entriesOf(given: string | Weights): (readonly [string, number])[] {
  return typeof given === 'string' ? [[given, 1]] : Object.entries(given).filter(([, weight]) => weight > 0);
}

function nodeOf(name: string, index: number, given: StepDescription): StepNode {
  const edges = edgesOf(given);
  return {
    name,
    index,
    actions: given.actions,
    edges,
    endShare: typeof given.ends === 'number' ? given.ends : given.ends === true ? 1 : 0,
    skipShare: given.optional ?? 0,
    gaps: gapsOf(given.gap).map(gapInSeconds),
  };
}

/** What follows a step, in one form. */
export function edgesOf({ next }: StepDescription): Edge[] {
  if (next === undefined) return [];
  if (isList(next)) return next.map(({ to, weight, max = Infinity }) => ({ to, weight, max }));
  return entriesOf(next).map(([to, weight]) => ({ to, weight, max: Infinity }));
}

/** The gaps of a step, in one form. */
export function gapsOf(gap: StepDescription['gap']): readonly GapDescription[] {
  if (gap === undefined) return [];
  return isList(gap) ? gap : [gap];
}

export function gapInSeconds(gap: GapDescription): Gap {
  const seconds = (minutes?: number, hours?: number, days?: number): number | undefined =>
    minutes !== undefined
      ? minutes * 60
      : hours !== undefined
        ? hours * 3600
        : days !== undefined
          ? days * SECONDS_A_DAY
          : undefined;
  return {
    from: gap.from ?? 'previous',
    min: seconds(gap.minMinutes, gap.minHours, gap.minDays) ?? 0,
    max: seconds(gap.maxMinutes, gap.maxHours, gap.maxDays) ?? Infinity,
  };
}

function isList<T extends object, U>(given: readonly T[] | U): given is readonly T[] {
  return Array.isArray(given);
}
