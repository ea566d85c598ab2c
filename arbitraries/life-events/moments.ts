/*
 * While events are being drawn, an event is one number: its day and its kind. Such numbers sort by day, and make no
 * objects that are thrown away again.
 */
import { lifeEventSubtypes } from '../vocabulary.js';
import type { LifeEventSubtype } from '../vocabulary.js';
import { eventKinds } from './eventKinds.js';

const KIND_BITS = 5;
const KIND_MASK = (1 << KIND_BITS) - 1;

/** The kinds in the order of the vocabulary. */
export const kindsByIndex = lifeEventSubtypes.map((subtype) => eventKinds[subtype]);

/** The index of each subtype in the vocabulary. */
export const indexOfKind = Object.fromEntries(lifeEventSubtypes.map((subtype, index) => [subtype, index])) as Readonly<
  Record<LifeEventSubtype, number>
>;

/** The moment of a kind on a day counted from 1970-01-01. */
export function momentOf(day: number, kindIndex: number): number {
  return day * (1 << KIND_BITS) + kindIndex;
}

/** The day of a moment: the inverse of `momentOf`, together with `kindOfMoment`. */
export function dayOfMoment(moment: number): number {
  return moment >> KIND_BITS;
}

/** The index of the kind of a moment. */
export function kindOfMoment(moment: number): number {
  return moment & KIND_MASK;
}

/** Puts a moment where it belongs in an ascending list. */
export function insertMoment(moments: number[], moment: number): void {
  let index = moments.length;
  moments.push(moment);
  while (index > 0 && (moments[index - 1] as number) > moment) {
    moments[index] = moments[index - 1] as number;
    index--;
  }
  moments[index] = moment;
}

/** Whether another event of the kind may lie on that day, as far from the others as the kind asks. */
export function isFree(moments: readonly number[], day: number, kindIndex: number): boolean {
  const apart = kindsByIndex[kindIndex]?.apartDays ?? 0;
  for (const moment of moments) {
    if (kindOfMoment(moment) === kindIndex && Math.abs(dayOfMoment(moment) - day) < apart) return false;
  }
  return true;
}
