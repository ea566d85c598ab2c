import { completionStatuses } from './JourneyStep.js';
import type { CompletionStatus } from './JourneyStep.js';
import type { Edge, JourneyGraph } from './JourneyGraph.js';

/**
 * What journeys are to take of a graph, each as one bit of a set: starts, edges, ends, emotions and statuses.
 *
 * Sets are whole numbers of any length, since a graph may have more of them than fit into 32 or 53 bits.
 */
export class CoveringElements {
  /** How a reader calls each, by the place of its bit. */
  readonly names: readonly string[];
  /** By step. */
  readonly starts: ReadonlyMap<string, bigint>;
  readonly edges: ReadonlyMap<Edge, bigint>;
  /** By step; for journeys of which it is the last step, completed or skipped. */
  readonly ends: ReadonlyMap<string, bigint>;
  readonly emotions: ReadonlyMap<string, bigint>;
  readonly statuses: ReadonlyMap<CompletionStatus, bigint>;

  constructor(graph: JourneyGraph) {
    const names: string[] = [];
    const bitOf = (name: string): bigint => 1n << BigInt(names.push(name) - 1);
    const nodes = [...graph.steps.values()];
    const ends = nodes.filter(({ endShare }) => endShare > 0);
    this.starts = new Map(graph.starts.map(({ step }) => [step, bitOf(`start ${step}`)]));
    this.edges = new Map(
      nodes.flatMap(({ name, edges }) => edges.map((edge) => [edge, bitOf(`${name} → ${edge.to}`)] as const)),
    );
    this.ends = new Map(ends.map(({ name }) => [name, bitOf(`end ${name}`)]));
    this.emotions = new Map(graph.emotions.map((emotion) => [emotion, bitOf(`emotion ${emotion}`)]));
    this.statuses = new Map(completionStatuses.map((status) => [status, bitOf(`status ${status}`)]));
    this.names = names;
  }

  /** All of them. */
  get all(): bigint {
    return (1n << BigInt(this.names.length)) - 1n;
  }

  /** Starts, edges and ends. */
  get ways(): bigint {
    return unionOf([...this.starts.values(), ...this.edges.values(), ...this.ends.values()]);
  }

  namesIn(set: bigint): string[] {
    return this.names.filter((_, place) => (set & (1n << BigInt(place))) !== 0n);
  }
}

export function unionOf(sets: Iterable<bigint>): bigint {
  let union = 0n;
  for (const set of sets) union |= set;
  return union;
}

/** The elements of a set, each as a set of its own. */
export function elementsOf(set: bigint): bigint[] {
  const elements: bigint[] = [];
  for (let element = 1n; element <= set; element <<= 1n) if ((set & element) !== 0n) elements.push(element);
  return elements;
}

/** How many elements a set has. */
export function sizeOf(set: bigint): number {
  let size = 0;
  for (let rest = set; rest !== 0n; rest >>= 32n) {
    let word = Number(rest & 0xffffffffn);
    for (; word !== 0; word &= word - 1) size++;
  }
  return size;
}

/** Whether every element of `part` is in `whole`. */
export function isWithin(part: bigint, whole: bigint): boolean {
  return (part & ~whole) === 0n;
}
