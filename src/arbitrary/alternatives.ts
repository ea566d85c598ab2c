/*
 * Several places that hang on something which became simpler can each be refilled in a few ways. All combinations would
 * be too many; what helps in practice is that all places take the same way at once: all kept, all moved along, the same
 * element dropped from each of two parallel lists.
 */

const MOST_WAYS = 64;

/** Collects the ways of every place while one combination is filled in, and says when the last one has been. */
export class Alternatives {
  private way = 0;
  private count = 1;

  /** The value for this place in the current combination: the first way where the place has fewer of them. */
  pick<T>(ways: Iterable<T>): T {
    let first: T | undefined;
    let picked: T | undefined;
    let index = 0;
    // One way beyond the current one says that there is another combination: the rest is not worth making yet.
    for (const value of ways) {
      if (index === 0) first = value;
      if (index === this.way) picked = value;
      index++;
      if (index > this.way + 1) break;
    }
    this.count = Math.max(this.count, index);
    return (index > this.way ? picked : first) as T;
  }

  /** Moves to the next combination; false when all have been filled in. */
  next(): boolean {
    this.way++;
    return this.way < Math.min(this.count, MOST_WAYS);
  }
}
