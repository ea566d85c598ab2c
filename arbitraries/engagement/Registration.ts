import { calendarDays, dayToIso, KeyedArbitrary } from '../../src/index.js';
import type { Constraint, GridArbitrary, Source } from '../../src/index.js';

/**
 * The day on which an account was opened.
 *
 * Late days are likelier: a platform that grows has more new accounts than old ones, and most of the customers who come
 * every week have not been there for long.
 *
 * Shrinks toward: the first day.
 * Keyed by: the source and the days.
 */
export class Registration extends KeyedArbitrary<string> {
  private readonly first: number;
  private readonly last: number;

  /** Both days counted from 1970-01-01, inclusive. */
  constructor(first: number, last: number) {
    super();
    this.first = first;
    this.last = last;
  }

  override draw(source: Source, bias?: number): string {
    if (bias !== undefined) return this.days().draw(source, bias);
    const point = Math.min(source.unit(), source.unit(), source.unit());
    return dayToIso(this.last - Math.floor((this.last - this.first + 1) * point));
  }

  override accepts(value: unknown): value is string {
    return this.days().accepts(value);
  }

  override smaller(value: string): Iterable<string> {
    return this.days().smaller(value);
  }

  override mend(value: unknown): string {
    return this.days().mend(value);
  }

  override reseat(value: string, previous: KeyedArbitrary<string>): Iterable<string> {
    return this.days().reseat(value, previous instanceof Registration ? previous.days() : previous);
  }

  override compare(a: string, b: string): number {
    return this.days().compare(a, b);
  }

  override narrow(constraint: Constraint): KeyedArbitrary<string> | undefined {
    return this.days().narrow(constraint);
  }

  override describe(): string {
    return this.days().describe();
  }

  private days(): GridArbitrary<string> {
    return calendarDays(this.first, this.last);
  }
}
