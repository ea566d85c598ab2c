/*
 * The fewest sets that together have every element of all sets: minimum set cover.
 *
 * Idea: an element that comes along with another wherever that one is need not be asked for; a set within another need not
 * be used. Striking both out in turn leaves little of the sets that journeys make. On the rest: take the element that the
 * fewest sets have, try each of these sets, and turn back where even a lower bound on the sets still needed is no better
 * than the best cover so far (branch and bound; the first best is the greedy cover).
 *
 * The lower bound: elements no two of which are in one set need a set each. It is close here, since a journey has one end
 * and one last status.
 *
 * Invariant: striking out and turning back lose no cover that is smaller than the best so far, so a search that ends proves
 * that there is none. One that is given up after `MOST_BRANCHES` proves nothing, and says so.
 *
 * Cost: NP-hard, so exponential at worst; a few branches on journeys as they occur.
 *
 * Example: {a b}, {b c}, {c}, {c d}: d brings c along and a brings b, so a and d remain: {a b} and {c d}.
 */
import { elementsOf, isWithin, sizeOf, unionOf } from './coveringElements.js';

export interface Cover {
  /** Places of the sets, ascending. */
  readonly chosen: readonly number[];
  /** Whether it is proven that fewer do not suffice. */
  readonly isSmallest: boolean;
}

const MOST_BRANCHES = 50_000;

/** The smallest cover; among sets that serve alike the first is taken. */
export function smallestCover(sets: readonly bigint[]): Cover {
  const used = essential(sets);
  const search = new CoverSearch([...used.keys()]);
  const isSmallest = search.run();
  const places = [...used.values()];
  const chosen = search.best.map((at) => places[at]!).sort((a, b) => a - b);
  return { chosen, isSmallest };
}

/** The sets, cut down to the elements that matter, that no other makes superfluous → their places. */
function essential(sets: readonly bigint[]): ReadonlyMap<bigint, number> {
  let used: ReadonlyMap<bigint, number> = new Map();
  let next = firstPlaces(sets.map((set, place) => [set, place]));
  // Each round strikes something out, so the rounds end.
  while (next.size !== used.size || unionOf(next.keys()) !== unionOf(used.keys())) {
    used = next;
    const asked = unionOf(decisive([...used.keys()]));
    next = maximal(firstPlaces([...used].map(([set, place]) => [set & asked, place])));
  }
  return used;
}

function firstPlaces(entries: readonly (readonly [bigint, number])[]): Map<bigint, number> {
  const places = new Map<bigint, number>();
  for (const [set, place] of entries) if (set !== 0n && !places.has(set)) places.set(set, place);
  return places;
}

/** The sets that are within no other. */
function maximal(sets: ReadonlyMap<bigint, number>): Map<bigint, number> {
  const largestFirst = [...sets.keys()].map((set) => ({ set, size: sizeOf(set) })).sort((a, b) => b.size - a.size);
  const kept: bigint[] = [];
  for (const { set } of largestFirst) if (!kept.some((larger) => isWithin(set, larger))) kept.push(set);
  const isKept = new Set(kept);
  return new Map([...sets].filter(([set]) => isKept.has(set)));
}

/** The elements whose sets do not include all sets of another element; of several in the same sets, the first. */
function decisive(sets: readonly bigint[]): bigint[] {
  const holders = elementsOf(unionOf(sets)).map((element) => ({
    element,
    // One bit a set.
    sets: BigInt(`0b0${sets.map((set) => ((set & element) === 0n ? '0' : '1')).join('')}`),
  }));
  return holders
    .filter(
      (one, place) =>
        !holders.some(
          (other, at) => at !== place && isWithin(other.sets, one.sets) && (other.sets !== one.sets || at < place),
        ),
    )
    .map(({ element }) => element);
}

class CoverSearch {
  /** Places of the sets of the best cover so far. */
  best: readonly number[];
  private readonly sets: readonly bigint[];
  /** Each element with the sets that have it and all that is in one of these; those in the fewest sets first. */
  private readonly elements: readonly { element: bigint; holders: readonly number[]; neighbours: bigint }[];
  private branches = 0;

  constructor(sets: readonly bigint[]) {
    this.sets = sets;
    this.elements = elementsOf(unionOf(sets))
      .map((element) => {
        const holders = [...sets.keys()].filter((place) => (sets[place]! & element) !== 0n);
        return { element, holders, neighbours: unionOf(holders.map((place) => sets[place]!)) };
      })
      .sort((a, b) => a.holders.length - b.holders.length);
    this.best = this.greedy();
  }

  /** Whether the search came to its end: then `best` is the smallest. */
  run(): boolean {
    this.branch(unionOf(this.sets), []);
    return this.branches <= MOST_BRANCHES;
  }

  private branch(open: bigint, chosen: readonly number[]): void {
    if (open === 0n && chosen.length < this.best.length) this.best = chosen;
    const asked = this.elements.find(({ element }) => (open & element) !== 0n);
    if (asked === undefined || chosen.length + this.leastFor(open) >= this.best.length) return;
    const gains = asked.holders.map((place) => ({ place, gain: sizeOf(this.sets[place]! & open) }));
    for (const { place } of gains.sort((a, b) => b.gain - a.gain)) {
      if (this.branches++ > MOST_BRANCHES) return;
      this.branch(open & ~this.sets[place]!, [...chosen, place]);
    }
  }

  /** A lower bound on the sets that cover what is open. */
  private leastFor(open: bigint): number {
    let apart = 0;
    let rest = open;
    for (const { element, neighbours } of this.elements) {
      if ((rest & element) === 0n) continue;
      apart++;
      rest &= ~neighbours;
    }
    return apart;
  }

  private greedy(): number[] {
    const chosen: number[] = [];
    for (let open = unionOf(this.sets); open !== 0n;) {
      const gains = this.sets.map((set) => sizeOf(set & open));
      const place = gains.indexOf(Math.max(...gains));
      chosen.push(place);
      open &= ~this.sets[place]!;
    }
    return chosen;
  }
}
