import { isRecord, KeyedArbitrary } from '../arbitrary/index.js';
import type { Source } from '../source/index.js';
import type { Broken } from './Broken.js';
import type { BrokenArbitrary } from './BrokenArbitrary.js';

type Ways<T extends object> = readonly [BrokenArbitrary<T>, ...BrokenArbitrary<T>[]];

/** See `invalid`. Shrinking keeps to the rule: what fails for one says nothing of another. */
export class InvalidArbitrary<T extends object> extends KeyedArbitrary<Broken<T>> {
  private readonly ways: Ways<T>;

  constructor(ways: Ways<T>) {
    super();
    this.ways = ways;
  }

  override draw(source: Source, bias?: number): Broken<T> {
    const way = this.ways[source.below(this.ways.length)] as BrokenArbitrary<T>;
    return way.draw(source.child(way.id), bias);
  }

  override accepts(value: unknown): value is Broken<T> {
    return this.wayOf(value)?.accepts(value) === true;
  }

  override smaller(broken: Broken<T>): Iterable<Broken<T>> {
    return this.wayOf(broken)?.smaller(broken) ?? [];
  }

  override mend(value: unknown): Broken<T> {
    const way = this.wayOf(value);
    if (way !== undefined) return way.mend(value);
    // What is wrong in shape may break rules as well, which then say nothing: shape comes first, from the end.
    for (const one of this.ways.toReversed()) {
      const adopted = one.adopt(value);
      if (adopted !== undefined) return adopted;
    }
    return this.ways[0].mend(value);
  }

  override compare(a: Broken<T>, b: Broken<T>): number | undefined {
    const left = this.ways.findIndex(({ id }) => id === a.broken);
    const right = this.ways.findIndex(({ id }) => id === b.broken);
    return left === right ? this.ways[left]?.compare(a, b) : left - right;
  }

  override describe(): string {
    return `${this.ways[0].describe()}, or another rule`;
  }

  private wayOf(value: unknown): BrokenArbitrary<T> | undefined {
    return isRecord(value) ? this.ways.find(({ id }) => id === value['broken']) : undefined;
  }
}
