import { sameJson } from '../arbitrary/index.js';

type List = readonly unknown[];

/**
 * Where the elements of a list stand in one that a step of a search made of it; undefined for those that are gone.
 *
 * @param isMissed - whether it matters that an element is gone: asked where several are alike.
 */
export function placesIn(
  before: List,
  after: List,
  isMissed: (index: number) => boolean,
): readonly (number | undefined)[] {
  const gone = before.length - after.length;
  if (gone === 0) return placesAfterSorting(before, after);
  const start = gone < 0 ? before.length : startOfGone(before, after, isMissed);
  return before.map((_, index) => {
    if (index < start) return index;
    return index < start + gone ? undefined : index - gone;
  });
}

/**
 * Where the run of elements begins that is gone; what comes after it need not have stayed the same. Where several places
 * give the same list ([x, x] without one of them), the one with the fewest that are missed.
 */
function startOfGone(before: List, after: List, isMissed: (index: number) => boolean): number {
  const gone = before.length - after.length;
  const missed = (start: number): number =>
    before.slice(start, start + gone).filter((_, index) => isMissed(start + index)).length;
  let start = after.findIndex((element, index) => !sameJson(element, before[index]));
  if (start < 0) start = after.length;
  let best = start;
  for (; start > 0 && sameJson(before[start - 1 + gone], after[start - 1]); start--) {
    if (missed(start - 1) < missed(best)) best = start - 1;
  }
  return best;
}

/** All in place, unless the one element that changed stands elsewhere now: in a sorted list. */
function placesAfterSorting(before: List, after: List): number[] {
  const first = before.findIndex((element, index) => !sameJson(element, after[index]));
  const last = before.findLastIndex((element, index) => !sameJson(element, after[index]));
  for (const [from, to, step] of [
    [first, last, -1],
    [last, first, 1],
  ] as const) {
    const places = before.map((_, index) => {
      if (index === from) return to;
      return index < first || index > last ? index : index + step;
    });
    if (before.every((element, index) => index === from || sameJson(element, after[places[index] as number]))) {
      return places;
    }
  }
  return [...before.keys()];
}
