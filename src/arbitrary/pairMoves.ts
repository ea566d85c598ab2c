/*
 * Changes of two places at once, for failures that hang on how two values stand to each other: equal ones, a difference,
 * a sum. Either of them alone cannot become simpler there.
 *
 * Only places that do not depend on each other are moved so; what depends is seated anew by its record anyway.
 */
import { GridArbitrary } from './GridArbitrary.js';
import type { KeyedArbitrary } from './KeyedArbitrary.js';
import { sameJson } from './sameJson.js';

/** A place among others that do not depend on each other. */
export interface FreePlace {
  readonly index: number;
  readonly value: unknown;
  readonly arbitrary: KeyedArbitrary<unknown>;
}

/** New values for some places. */
export type Move = ReadonlyMap<number, unknown>;

/** Two points nearer to their simplest ones by the same distance, by halves: (700, 703) comes to (0, 3). */
export function* bothNearer(places: readonly FreePlace[]): Iterable<Move> {
  for (const [a, b] of gridPairs(places)) {
    const [x, y] = [a.point - a.toward, b.point - b.toward];
    if (x === 0 || y === 0) continue;
    for (let gap = Math.min(Math.abs(x), Math.abs(y)); gap > 0; gap = Math.floor(gap / 2)) {
      yield* moved(a, a.point - gap * Math.sign(x), b, b.point - gap * Math.sign(y));
    }
  }
}

/** A point nearer to its simplest one, a later one further off by as much: x + y > 120 comes from (121, 0) to (0, 121). */
export function* tradedOff(places: readonly FreePlace[]): Iterable<Move> {
  for (const [a, b] of gridPairs(places)) {
    const distance = a.point - a.toward;
    for (let gap = Math.abs(distance); gap > 0; gap = Math.floor(gap / 2)) {
      yield* moved(a, a.point - gap * Math.sign(distance), b, b.point + gap * Math.sign(distance));
    }
  }
}

/** Equal values simpler together: (5, 5) comes to (0, 0) where only equal ones fail. */
export function* equalsTogether(places: readonly FreePlace[]): Iterable<Move> {
  const isFirst = (place: FreePlace): boolean => places.find((one) => sameJson(one.value, place.value)) === place;
  for (const first of places.filter(isFirst)) {
    const equals = places.filter((one) => sameJson(one.value, first.value));
    if (equals.length < 2) continue;
    for (const candidate of first.arbitrary.smaller(first.value)) {
      if (equals.every(({ arbitrary }) => arbitrary.accepts(candidate))) {
        yield new Map(equals.map(({ index }) => [index, candidate]));
      }
    }
  }
}

interface GridPlace extends FreePlace {
  readonly grid: GridArbitrary<number | string>;
  readonly point: number;
  readonly toward: number;
}

function* gridPairs(places: readonly FreePlace[]): Iterable<readonly [GridPlace, GridPlace]> {
  const grids = places.flatMap((place): GridPlace[] => {
    const { arbitrary, value } = place;
    if (!(arbitrary instanceof GridArbitrary)) return [];
    const grid = arbitrary as GridArbitrary<number | string>;
    const point = grid.pointAt(value);
    return point === undefined ? [] : [{ ...place, grid, point, toward: grid.grid.toward }];
  });
  for (const [at, first] of grids.entries()) {
    for (const second of grids.slice(at + 1)) if (first.grid.isLike(second.grid)) yield [first, second];
  }
}

function* moved(a: GridPlace, x: number, b: GridPlace, y: number): Iterable<Move> {
  if (a.grid.has(x) && b.grid.has(y)) {
    yield new Map([
      [a.index, a.grid.valueAt(x)],
      [b.index, b.grid.valueAt(y)],
    ]);
  }
}
