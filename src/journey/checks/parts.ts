/* Parts of a description that can be written in several ways: where they stand, and how to write them again. */
import type { EdgeDescription, GapDescription, JourneyDescription, StepDescription } from '../JourneyDescription.js';
import { edgesOf, gapsOf } from '../JourneyGraph.js';
import type { Path } from './Path.js';

/** Tells a list from the other ways of writing the part. */
export function isList<T extends object, U>(given: readonly T[] | U): given is readonly T[] {
  return Array.isArray(given);
}

/** The gaps of a step with their paths. */
export function gapsAt(gap: StepDescription['gap'], path: Path): (readonly [GapDescription, Path])[] {
  return gapsOf(gap).map((each, index) => [each, isList(gap) ? [...path, index] : path]);
}

/** Where a step says that another may follow it. */
export function edgePath({ steps }: JourneyDescription, from: string, to: string): Path {
  const next = steps[from]?.next;
  const path = ['steps', from, 'next'];
  if (isList(next)) return [...path, next.findIndex((edge) => edge.to === to)];
  return typeof next === 'string' ? path : [...path, to];
}

/** What follows a step, as a list of edges. */
export function edgeList(step: StepDescription): EdgeDescription[] {
  return edgesOf(step).map(({ to, weight, max }) => ({ to, weight, ...(max < Infinity && { max }) }));
}

/** What follows a step with other shares, written in the way of the step as far as it goes. */
export function nextWith(step: StepDescription, edges: readonly EdgeDescription[]): StepDescription['next'] {
  if (isList(step.next) || edges.some(({ max }) => max !== undefined)) return edges;
  const [only] = edges;
  if (edges.length === 1 && only?.weight === 1) return only.to;
  return Object.fromEntries(edges.map(({ to, weight }) => [to, weight]));
}

/** The share of the journeys that end with a step. */
export function endShareOf({ ends }: StepDescription): number {
  return typeof ends === 'number' ? ends : ends === true ? 1 : 0;
}

/** Numbers in the same proportion that add up to `sum`, in few digits where these still do. */
export function inProportion(values: readonly number[], sum: number): number[] {
  const total = sumOf(values);
  const exact = values.map((value) => (total > 0 ? (value / total) * sum : sum / values.length));
  const short = exact.map((value) => Number(value.toFixed(6)));
  const fits = addUpTo(short, sum) && short.every((value, index) => value > 0 || exact[index] === 0);
  return fits ? short : exact;
}

/** Shares may miss their sum by this much: what is left over from writing thirds as decimals. */
const SLACK = 1e-9;

/** Whether shares add up to a sum, near enough. */
export function addUpTo(values: readonly number[], sum: number): boolean {
  return Math.abs(sumOf(values) - sum) <= SLACK * 1.000001;
}

/** The sum of numbers. */
export function sumOf(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
